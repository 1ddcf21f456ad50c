import type { CasePage } from '../../contract/cases.ts'
import { errorSummary, postForm } from './form-parts.ts'
import { html } from './html.ts'
import type { PageParts } from './layout.ts'

/** Asked once more before the applicant says that she will not correct: it lets the office decide without waiting for the last day. */
export const giveUpPage = (page: CasePage, csrf: string, wrong?: string): PageParts => ({
  title: `不补了 ${page.number}`,
  section: 'cases',
  trail: [
    ['/my/cases', '我的办件'],
    [`/my/cases/${page.id}`, page.number],
  ],
  body: html`<h1>表示不再补正</h1>${errorSummary(wrong === undefined ? [] : [{ at: 'give-up', words: wrong }])}
<p>${page.item.name}，编号 ${page.number}。您表示不补了，窗口不用等补正期限届满，就可以说明理由，不予受理。</p>
<p>不想办了的，也可以<a href="/my/cases/${page.id}/withdraw">撤回申请</a>，撤回后不再作决定。两样都不影响以后重新申请。</p>
${postForm(
  { csrf, action: `/my/cases/${page.id}/give-up`, key: `give-up-${page.id}-${page.supplements.length}` },
  html`<div class="row" id="give-up"><button class="danger">不补了</button><a href="/my/cases/${page.id}">还是补</a></div>`,
)}`,
})
