import { spokenDate } from '../../contract/reason-texts.ts'
import type { CitizenAnswer } from '../../contract/people.ts'
import type { ServiceItem } from '../../rules/service-item/item.ts'
import type { PlainDate } from '../../rules/time/plain-date.ts'
import { errorSummary, hidden, postForm, textInput, type Wrong } from './form-parts.ts'
import { html, type Html } from './html.ts'
import type { PageParts } from './layout.ts'

const levels = ['还没有登记姓名', '已登记，未核验：可以申请；带身份证到窗口就能核验', '已核验']
type Items = ReadonlyMap<string, ServiceItem>

/** The citizen's account: what is kept of her, for which firms she acts, and every right over it. */
export function accountPage(me: CitizenAnswer, csrf: string, items: Items): PageParts {
  return {
    title: '我的账户',
    section: 'account',
    body: html`<h1>我的账户</h1>
<dl class="facts"><dt>手机号</dt><dd>${me.phone}</dd><dt>姓名</dt><dd>${me.name || '未登记'}</dd><dt>身份证号码</dt><dd>${me.residentId || '未登记'}</dd><dt>实名</dt><dd>${levels[me.level]}</dd></dl>
${me.level < 2 && html`<p><a class="btn plain" href="/account/real-name">${me.level === 0 ? '登记姓名和身份证号码' : '改正姓名或号码'}</a></p>`}
<h2>我代表的单位</h2>
${me.firms.length === 0 && html`<p>还没有。您是单位的法定代表人，可以在这里登记；是代理人，请单位的法定代表人用您的手机号委托您。</p>`}
${me.firms.map((firm) => firmPart(firm, csrf, items))}
<p><a class="btn plain" href="/account/firms/new">登记我是法定代表人的单位</a></p>
<h2>我的个人信息</h2>
<ul><li><a href="/account/copy">下载一份</a>（账户、单位、办件，文本文件）</li><li>改正姓名、身份证号码：未核验的在上面改，核验过的请带证件到窗口。</li><li>已经提交的件里的个人信息：在<a href="/my/cases">我的办件</a>里打开那一件，请求更正或者删除。</li><li><a href="/account/close">注销账户</a></li></ul>
<h2>退出</h2>
<div class="row">${postForm({ csrf, action: '/sign-out' }, html`${hidden('everywhere', 'false')}<button class="plain">退出登录</button>`)}${postForm({ csrf, action: '/sign-out' }, html`${hidden('everywhere', 'true')}<button class="plain">所有手机和电脑都退出</button>`)}</div>`,
  }
}

type FirmLine = CitizenAnswer['firms'][number]

const firmPart = (firm: FirmLine, csrf: string, items: Items): Html => html`<section class="card"><h3>${firm.name}</h3>
<p class="soft">${firm.uscc}；${firm.as === 'representative' ? '我是法定代表人' : '我是代理人'}${firm.verified ? '（已核验）' : '（未核验，到窗口出示执照即可核验）'}</p>
${firm.agencies.map(
  (
    agency,
  ) => html`<p>${firm.as === 'representative' ? `委托${agency.agentName || '代理人'}` : '委托我'}办理${scopeWords(agency.items, items)}，从${spokenDate(agency.from as PlainDate)}到${spokenDate(agency.until as PlainDate)}。</p>
${postForm({ csrf, action: `/account/firms/${firm.uscc}/agencies/${agency.id}/revoke` }, html`<button class="plain thin">${firm.as === 'representative' ? '收回这项委托' : '不再代理'}</button>`)}`,
)}
${firm.as === 'representative' && html`<p><a class="btn plain thin" href="/account/firms/${firm.uscc}/agent">委托代理人</a></p>`}</section>`

const scopeWords = (scope: 'all' | readonly string[], items: Items): string =>
  scope === 'all' ? '全部事项' : scope.map((code) => `“${items.get(code)?.name ?? code}”`).join('、')

const one = (wrong: Wrong | undefined, at: string): string | undefined => (wrong?.at === at ? wrong.words : undefined)

export const realNamePage = (
  csrf: string,
  given: { readonly name: string; readonly residentId: string; readonly next: string },
  wrong?: Wrong,
): PageParts => ({
  title: '登记姓名和身份证号码',
  section: 'account',
  body: html`<h1>登记姓名和身份证号码</h1>${errorSummary(wrong ? [wrong] : [])}
<p>申请前要登记一次，与身份证一致。只用来办事，页面上只显示头尾几位。</p>
${postForm(
  { csrf, action: '/account/real-name' },
  html`${hidden('next', given.next)}${textInput({ id: 'name', label: '姓名', value: given.name, autocomplete: 'name', maxlength: 60, wrong: one(wrong, 'name') })}
${textInput({ id: 'residentId', label: '身份证号码', value: given.residentId, maxlength: 30, hint: '18 位，最后一位可能是 X', check: 'resident-id', wrong: one(wrong, 'residentId') })}
<div class="row"><button>登记</button><a href="${given.next}">以后再说</a></div>`,
)}`,
})

export const newFirmPage = (csrf: string, given: { readonly uscc: string; readonly name: string }, wrong?: Wrong): PageParts => ({
  title: '登记单位',
  section: 'account',
  trail: [['/account', '我的账户']],
  body: html`<h1>登记我是法定代表人的单位</h1>${errorSummary(wrong ? [wrong] : [])}
${postForm(
  { csrf, action: '/account/firms/new' },
  html`${textInput({ id: 'uscc', label: '统一社会信用代码', value: given.uscc, maxlength: 30, hint: '执照上的 18 位代码', check: 'uscc', wrong: one(wrong, 'uscc') })}
${textInput({ id: 'name', label: '单位名称', value: given.name, autocomplete: 'organization', maxlength: 100, hint: '与执照一致', wrong: one(wrong, 'name') })}
<div class="row"><button>登记</button><a href="/account">返回</a></div>`,
)}`,
})

export interface AgencyGiven {
  readonly agentPhone: string
  readonly until: string
  readonly scope: string
  readonly items: readonly string[]
}

export const agencyPage = (csrf: string, firm: FirmLine, items: Items, given: AgencyGiven, wrong?: Wrong): PageParts => ({
  title: '委托代理人',
  section: 'account',
  trail: [['/account', '我的账户']],
  body: html`<h1>委托代理人：${firm.name}</h1>${errorSummary(wrong ? [wrong] : [])}
${postForm(
  { csrf, action: `/account/firms/${firm.uscc}/agent` },
  html`${textInput({ id: 'agentPhone', label: '代理人的手机号', value: given.agentPhone, type: 'tel', inputmode: 'numeric', maxlength: 20, short: true, hint: '对方要先在这里用这个手机号登录，并登记姓名。', check: 'phone', wrong: one(wrong, 'agentPhone') })}
${textInput({ id: 'until', label: '委托到哪一天', value: given.until, maxlength: 20, short: true, hint: '写成 2026-12-31 这样；当天还有效', wrong: one(wrong, 'until') })}
<fieldset class="field${one(wrong, 'scope') && ' bad'}" id="scope"><legend>委托办哪些事</legend>${one(wrong, 'scope') && html`<p class="wrong">${one(wrong, 'scope')}</p>`}
<label class="choice"><input type="radio" name="scope" value="all"${given.scope === 'all' && html` checked`}>全部事项</label>
<label class="choice"><input type="radio" name="scope" value="some"${given.scope === 'some' && html` checked`}>只办下面勾选的事项</label></fieldset>
<details${given.items.length > 0 && html` open`}><summary>选择事项</summary><fieldset class="field"><legend>事项</legend>${[...items.values()].map(({ code, name }) => html`<label class="choice"><input type="checkbox" name="items" value="${code}"${given.items.includes(code) && html` checked`}>${name}</label>`)}</fieldset></details>
<div class="row"><button>委托</button><a href="/account">返回</a></div>`,
)}`,
})

/** What goes and what stays, before anything is pressed; `running` cases are told apart, for their messages end with the account. */
export const closePage = (csrf: string, running: number, wrong?: Wrong): PageParts => ({
  title: '注销账户',
  section: 'account',
  trail: [['/account', '我的账户']],
  body: html`<h1>注销账户</h1>${errorSummary(wrong ? [wrong] : [])}
${running > 0 && html`<div class="note"><p><strong>您还有 ${String(running)} 件正在办。</strong>注销后照常办理，但是您在这里看不到进度，收不到消息，补材料、看文书、领结果都要到窗口。建议办完再注销。</p></div>`}
<h2>马上删除，不能恢复</h2>
<ul><li>账户里的姓名、身份证号码、手机号（个人信息保护法 第四十七条）</li><li>没有提交的申请和里面上传的文件</li><li>所有手机和电脑上的登录</li></ul>
<h2>依法留下</h2>
<ul><li>已经提交的件连同里面填的内容、材料和文书，保存到法定期限届满；页面上只显示头尾几位。想更正、删除，请先在<a href="/my/cases">我的办件</a>里打开那一件提出，注销后只能到窗口提出（个人信息保护法 第四十六条、第四十七条）。</li><li>办理记录里没有姓名和号码的部分：什么时候注册、注销，用来核验记录没有被改过。</li></ul>
<p>手机号以后可以重新注册，是一个新账户，看不到以前的件。</p>
${postForm(
  { csrf, action: '/account/close' },
  html`${textInput({ id: 'reason', label: '为什么注销', value: '', maxlength: 200, hint: '这句话会留在记录里，请不要写姓名和号码。', wrong: wrong?.words })}
<div class="row"><button class="danger">注销账户</button><a href="/account">不注销了</a></div>`,
)}`,
})
