import type { EligibilityOutcome } from '../../rules/service-item/eligibility.ts'
import type { ServiceItem } from '../../rules/service-item/item.ts'
import { html, type Html } from './html.ts'
import type { PageParts } from './layout.ts'

export type Checked = Readonly<Record<string, 'yes' | 'no' | undefined>>

/** The self-check: advice only. Nothing is kept, so it needs no account. */
export function eligibilityPage(item: ServiceItem, answers: Checked, outcome: EligibilityOutcome | undefined): PageParts {
  return {
    title: `${item.name} 条件自查`,
    trail: [[`/items/${item.code}`, item.name]],
    body: html`<h1>看看我能不能办：${item.name}</h1>
${outcome && result(item, outcome)}
<form action="/items/${item.code}/check"><input type="hidden" name="asked" value="true">
${item.eligibility.map(({ id, ask }) => html`<fieldset class="field"><legend>${ask}</legend>${choice(id, 'yes', '是', answers)}${choice(id, 'no', '否', answers)}</fieldset>`)}
<div class="row"><button>看结果</button><a href="/items/${item.code}">回到办事指南</a></div></form>
<p class="soft">这里只是帮您自己看一看，不留记录，也不影响您申请。</p>`,
  }
}

const choice = (id: string, value: 'yes' | 'no', words: string, answers: Checked): Html =>
  html`<label class="choice"><input type="radio" name="q_${id}" value="${value}"${answers[id] === value && html` checked`}>${words}</label>`

function result(item: ServiceItem, { outcome, reasons, unanswered }: EligibilityOutcome): Html {
  if (outcome === 'eligible')
    return html`<div class="note good" role="status"><p><strong>看起来可以办。</strong>最后以审查为准。</p><p><a class="btn" href="/apply/${item.code}">在线申请</a></p></div>`
  if (outcome === 'open') return html`<div class="note" role="status"><p>还有 ${unanswered.length} 个问题没有回答。</p></div>`
  return html`<div class="note" role="status"><p><strong>照您的回答，现在可能办不了：</strong></p><ul>${reasons.map(({ sentence }) => html`<li>${sentence}</li>`)}</ul><p>这只是提醒，您仍然可以<a href="/apply/${item.code}">申请</a>，会得到书面答复。</p></div>`
}
