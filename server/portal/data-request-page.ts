import type { CasePage } from '../../contract/cases.ts'
import { errorSummary, postForm, textArea, type Wrong } from './form-parts.ts'
import { html, type Html } from './html.ts'
import type { PageParts } from './layout.ts'

export interface RequestGiven {
  readonly kind: string
  readonly wish: string
}

/** To ask for correction or erasure of the personal data of a case that was handed in (个人信息保护法 46, 47). */
export const dataRequestPage = (page: CasePage, csrf: string, key: string, given: RequestGiven, wrong?: Wrong, note?: Html): PageParts => {
  const at = (id: string) => (wrong?.at === id ? wrong.words : undefined)
  const choice = (value: string, words: string, first: boolean) =>
    html`<label class="choice"><input type="radio" name="kind" value="${value}"${first && html` id="kind"`}${given.kind === value && html` checked`}><span>${words}</span></label>`
  return {
    title: `更正或者删除个人信息 ${page.number}`,
    section: 'cases',
    trail: [
      ['/my/cases', '我的办件'],
      [`/my/cases/${page.id}`, page.number],
    ],
    body: html`<h1>请求更正或者删除个人信息</h1>${note}${errorSummary(wrong ? [wrong] : [])}
<p>${page.item.name}，编号 ${page.number}。只改电话和地址的，<a href="/my/cases/${page.id}/correct">可以自己改，马上生效</a>。</p>
${postForm(
  { csrf, action: `/my/cases/${page.id}/data-request`, key },
  html`<fieldset class="field${at('kind') && ' bad'}"><legend>您要我们</legend>${at('kind') && html`<p class="wrong">${at('kind')}</p>`}
${choice('correction', '更正：记的不对或者不全（个人信息保护法 第四十六条）', true)}
${choice('erasure', '删除：不再需要、不同意继续保存（个人信息保护法 第四十七条）', false)}</fieldset>
${textArea({ id: 'wish', label: '要更正或者删除什么', value: given.wish, maxlength: 2000, hint: '例如：表里的单位地址写错了，应当是……', wrong: at('wish') })}
<p><strong>接下来：</strong>最迟三十日内答复，答复书在“消息”里看：照办，或者说明不能照办的理由（个人信息保护法 第五十条）。还在办理的件、法定保存期限没有届满的案卷，依法不能删除。</p>
<div class="row"><button>提交请求</button><a href="/my/cases/${page.id}">不提了</a></div>`,
)}`,
  }
}
