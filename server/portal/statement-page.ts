import type { CasePage } from '../../contract/cases.ts'
import { errorSummary, postForm, textArea } from './form-parts.ts'
import { html, type Html } from './html.ts'
import type { PageParts } from './layout.ts'

/** To state and argue at any time before the decision (行政许可法 7, 36). */
export const statementPage = (page: CasePage, csrf: string, key: string, given: string, wrong?: string, note?: Html): PageParts => ({
  title: `陈述、申辩 ${page.number}`,
  section: 'cases',
  trail: [
    ['/my/cases', '我的办件'],
    [`/my/cases/${page.id}`, page.number],
  ],
  body: html`<h1>陈述、申辩</h1>${note}${errorSummary(wrong === undefined ? [] : [{ at: 'statement', words: wrong }])}
<p>${page.item.name}，编号 ${page.number}。您对审查有话要说，有事实、理由、证据要讲，都可以写在这里（行政许可法 第七条、第三十六条）。</p>
<p><strong>接下来：</strong>审查人员会看到，必须先答复您是否采纳和理由，才能作出决定。答复书在“消息”里看。办理期限照常计算。</p>
${postForm(
  { csrf, action: `/my/cases/${page.id}/statement`, key },
  html`${textArea({ id: 'statement', label: '您的意见', value: given, maxlength: 5000, hint: '最多 5000 字。也可以到窗口当面说，工作人员会记下来。', wrong })}
<div class="row"><button>提交</button><a href="/my/cases/${page.id}">不说了</a></div>`,
)}`,
})
