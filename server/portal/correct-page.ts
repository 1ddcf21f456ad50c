import type { CasePage } from '../../contract/cases.ts'
import { errorSummary, postForm, textInput, type Wrong } from './form-parts.ts'
import { html, type Html } from './html.ts'
import type { PageParts } from './layout.ts'

/** What an applicant may put right alone; name and numbers need the document at the window. */
export const correctPage = (
  page: CasePage,
  csrf: string,
  given: { readonly phone: string; readonly address: string; readonly note?: Html },
  wrong?: Wrong,
): PageParts => ({
  title: `更正联系方式 ${page.number}`,
  section: 'cases',
  trail: [
    ['/my/cases', '我的办件'],
    [`/my/cases/${page.id}`, page.number],
  ],
  body: html`<h1>更正电话和地址</h1>${given.note}${errorSummary(wrong ? [wrong] : [])}
<p>现在的电话：${page.applicant.phone}。姓名、证件号码写错了，请带证件到窗口更正。</p>
${postForm(
  { csrf, action: `/my/cases/${page.id}/correct` },
  html`${textInput({ id: 'phone', label: '新的联系电话', value: given.phone, type: 'tel', autocomplete: 'tel', maxlength: 40, short: true, optional: true, hint: '不改就空着', check: 'phone', wrong: wrong?.words })}
${textInput({ id: 'address', label: '地址', value: given.address, autocomplete: 'street-address', maxlength: 300, optional: true })}
<div class="row"><button>更正</button><a href="/my/cases/${page.id}">不改了</a></div>`,
)}`,
})
