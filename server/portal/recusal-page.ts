import type { CasePage } from '../../contract/cases.ts'
import { errorSummary, postForm, textArea, type Wrong } from './form-parts.ts'
import { html, type Html } from './html.ts'
import type { PageParts } from './layout.ts'

interface Given {
  readonly against: string
  readonly reason: string
  readonly note?: Html | undefined
}

/** Asks that somebody who has to do with the case stand aside, and why. */
export function recusalPage(page: CasePage, csrf: string, key: string, { against, reason, note }: Given, wrong?: Wrong): PageParts {
  const at = (id: string) => (wrong?.at === id ? wrong.words : undefined)
  const asked = new Set(page.recusals.map((one) => one.against.id))
  const people = page.concerned.filter(({ id }) => !asked.has(id))
  return {
    title: `申请回避 ${page.number}`,
    section: 'cases',
    trail: [
      ['/my/cases', '我的办件'],
      [`/my/cases/${page.id}`, page.number],
    ],
    body: html`<h1>申请工作人员回避</h1>${note}${errorSummary(wrong ? [wrong] : [])}
<p>认为听证主持人、经办人跟这件事有直接利害关系的，可以要求换人（行政许可法 第四十八条）。由负责人决定，答复书在“消息”里看；决定之前，这个人不主持听证、不审查、不决定。</p>
${
  people.length === 0
    ? html`<p>可以申请回避的人，您都已经申请过了。</p><p><a href="/my/cases/${page.id}">回到办件</a></p>`
    : postForm(
        { csrf, action: `/my/cases/${page.id}/recusal`, key },
        html`<fieldset class="field${at('against') && ' bad'}"><legend>申请谁回避</legend>${at('against') && html`<p class="wrong">${at('against')}</p>`}
${people.map(({ id, name, as }, n) => html`<label class="choice"><input type="radio" name="against" value="${id}"${n === 0 && html` id="against"`}${id === against && html` checked`}><span>${name}（${as}）</span></label>`)}</fieldset>
${textArea({ id: 'reason', label: '理由', value: reason, maxlength: 1000, hint: '例如：他和相邻的商户是亲属', wrong: at('reason') })}
<div class="row"><button>提交申请</button><a href="/my/cases/${page.id}">不申请了</a></div>`,
      )
}`,
  }
}
