import type { GrantChoices, GrantLine, GrantOnOnePage, GrantsAsked, GrantsPage } from '../desks/cases/public.ts'
import { followTitles } from '../../contract/case-texts.ts'
import { isInForce } from '../../rules/case/standing/permit-life.ts'
import { textInput } from './form-parts.ts'
import { html, type Html } from './html.ts'
import type { PageParts } from './layout.ts'
import { spokenDay } from './spoken-time.ts'

export interface GrantsShown {
  readonly asked: GrantsAsked
  readonly page: GrantsPage
  readonly choices: GrantChoices
}

const query = ({ text, item, year, after }: GrantsAsked): string => {
  const given = { q: text, item, year, after }
  const parts = Object.entries(given).flatMap(([name, value]) => (value === undefined || value === '' ? [] : [[name, String(value)]]))
  return parts.length === 0 ? '' : `?${new URLSearchParams(parts)}`
}

const option = (value: string, words: string, chosen: boolean): Html => html`<option value="${value}"${chosen && html` selected`}>${words}</option>`

/** 许可公开: every grant of the bureau, how each stands today, for anybody (行政许可法 40). */
export function grantsPage({ asked, page: { lines, next }, choices }: GrantsShown): PageParts {
  const { text = '', item, year, after } = asked
  const found = text !== '' || item !== undefined || year !== undefined
  return {
    title: '许可公开',
    body: html`<h1>许可公开</h1>
<p>本局作出的准予行政许可（登记）决定都在这里，谁都可以查（行政许可法 第四十条）。</p>
<form method="get" action="/grants" role="search">
${textInput({ id: 'q', label: '单位名称、事项，或者完整的文号、办件编号', value: text, maxlength: 60 })}
<div class="cols"><div class="field"><label for="item">事项</label><select id="item" name="item">${option('', '全部事项', item === undefined)}${choices.items.map(({ code, name }) => option(code, name, code === item))}</select></div>
<div class="field"><label for="year">准予年份</label><select id="year" name="year">${option('', '全部年份', year === undefined)}${choices.years.map((one) => option(String(one), `${one}年`, one === year))}</select></div></div>
<div class="row"><button>查询</button>${found && html`<a class="btn plain" href="/grants">看全部</a>`}</div></form>
${
  lines.length === 0
    ? html`<p role="status">${next === null ? '没有查到。个人取得的许可不按姓名查，请用完整的文号或者办件编号。' : '这一段里没有，请接着看下一页。'}</p>`
    : html`<ul class="list">${lines.map(line)}</ul>`
}
<nav class="row" aria-label="翻页">${after !== undefined && html`<a class="btn plain" rel="first" href="/grants${query({ ...asked, after: undefined })}">回到第一页</a>`}${next !== null && html`<a class="btn plain" rel="next" href="/grants${query({ ...asked, after: next })}">下一页</a>`}</nav>
${lines.length > 0 && html`<p><a href="/grants.csv${query({ ...asked, after: undefined })}">下载成表格（CSV）</a><span class="soft small">，查到的全部在内</span></p>`}
<p class="soft">个人只显示姓，不公开证件号码和电话；许可的具体内容可能涉及商业秘密，不在这里显示，可以到窗口申请查阅。不予许可的决定和备案不在其中。认为公开侵犯自己权益的，请打 12345 或者到窗口提出。</p>`,
  }
}

const term = ({ from, to }: { readonly from: string; readonly to: string | null }): string =>
  `${spokenDay(from)}起${to === null || to === 'unlimited' ? '，长期' : `至${spokenDay(to)}`}`

const line = (
  grant: GrantLine,
): Html => html`<li><a class="title" href="/grants/${grant.id}">${grant.holder}</a> <span class="tag${isInForce(grant.standing) && ' state'}">${grant.title}</span>
<div>${grant.itemName}</div><div class="soft small">${spokenDay(grant.grantedOn)}准予${grant.registration && '登记'}${grant.number !== null && `，${grant.number}`}；${term(grant)}</div></li>`

/** One grant with the entries of the book behind it. */
export function grantPage(grant: GrantOnOnePage): PageParts {
  const { inHand } = grant
  return {
    title: `${grant.holder} ${grant.itemName}`,
    trail: [['/grants', '许可公开']],
    body: html`<h1>${grant.itemName}</h1>
<p class="lead"><span class="tag state">${grant.inForce}</span></p>
<dl class="facts"><dt>被许可人</dt><dd>${grant.holder}</dd>${grant.uscc !== null && html`<dt>统一社会信用代码</dt><dd>${grant.uscc}</dd>`}<dt>${grant.deemed ? '通知书' : '决定书'}</dt><dd>${grant.number ?? '正在重新出具'}</dd><dt>${grant.deemed ? '视为准予延续' : '准予'}</dt><dd>${spokenDay(grant.grantedOn)}</dd><dt>有效期</dt><dd>${term(grant)}</dd>${inHand !== null && html`<dt>${followTitles[inHand.how]}的原许可</dt><dd><a href="/grants/${inHand.case}">查看</a></dd>`}</dl>
<h2>账簿里的记录</h2>
<ol class="when">${grant.entries.map(({ position, on, title, papers, grant: next }) => html`<li><span class="soft small">${spokenDay(on)}，账簿第 ${position} 条</span><br>${title}${papers.length > 0 && `：${papers.join('、')}`}${next !== null && html`，<a href="/grants/${next}">查看</a>`}</li>`)}</ol>
<p class="soft">账簿只增不改，每条记录都能用公开版账簿逐条核验。</p>`,
  }
}
