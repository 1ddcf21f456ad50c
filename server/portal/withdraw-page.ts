import type { CasePage } from '../../contract/cases.ts'
import { errorSummary, postForm, textInput } from './form-parts.ts'
import { html, type Html } from './html.ts'
import type { PageParts } from './layout.ts'

interface Given {
  readonly reason: string
  readonly wrong?: string
  readonly note?: Html | undefined
}

export const withdrawPage = (page: CasePage, csrf: string, { reason, wrong, note }: Given): PageParts => ({
  title: `撤回申请 ${page.number}`,
  section: 'cases',
  trail: [
    ['/my/cases', '我的办件'],
    [`/my/cases/${page.id}`, page.number],
  ],
  body: html`<h1>撤回申请</h1>${note}${errorSummary(wrong === undefined ? [] : [{ at: 'reason', words: wrong }])}
<p>${page.item.name}，编号 ${page.number}。撤回后这个办件就结束了，以后可以重新申请。</p>
${postForm(
  { csrf, action: `/my/cases/${page.id}/withdraw`, key: `withdraw-${page.id}` },
  html`${textInput({ id: 'reason', label: '为什么撤回', value: reason, maxlength: 500, wrong })}
<div class="row"><button class="danger">撤回申请</button><a href="/my/cases/${page.id}">不撤回</a></div>`,
)}`,
})
