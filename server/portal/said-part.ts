import type { CasePage } from '../../contract/cases.ts'
import { movedNote } from '../../contract/reason-texts.ts'
import { html, type Html, lines } from './html.ts'
import { spokenDay } from './spoken-time.ts'

const asked = { correction: '请求更正个人信息', erasure: '请求删除个人信息' } as const

/** What the applicant said and asked, each with its answer or with what comes next. */
export function saidPart(
  { statements, recusals, dataRequests }: Pick<CasePage, 'statements' | 'recusals' | 'dataRequests'>,
  concluded: boolean,
): Html | false {
  if (statements.length + recusals.length + dataRequests.length === 0) return false
  const waits = concluded ? '办件已经结束，没有答复。' : '等待答复，答复后才能作出决定。'
  return html`<h2>我的话和答复</h2>
${statements.map(({ on, text, answer }) => html`<section class="card"><h3>陈述、申辩，${spokenDay(on)}</h3><p>${lines(text)}</p>${answer === null ? html`<p class="soft">${waits}</p>` : html`<p><strong>${answer.accepted ? '采纳' : '不采纳'}</strong>（${spokenDay(answer.on)}）：${lines(answer.reasons)}</p>`}</section>`)}
${recusals.map(({ on, against, reason, answer }) => html`<section class="card"><h3>申请${against.name}回避，${spokenDay(on)}</h3><p>${lines(reason)}</p>${answer === null ? html`<p class="soft">${concluded ? '办件已经结束，没有答复。' : `等待决定，其间${against.name}不主持听证、不审查、不决定。`}</p>` : html`<p><strong>${answer.granted ? '同意回避' : '不同意回避'}</strong>（${spokenDay(answer.on)}）：${lines(answer.reasons)}</p>`}</section>`)}
${dataRequests.map(({ kind, on, answerBy, moved, wish, answer }) => html`<section class="card"><h3>${asked[kind]}，${spokenDay(on)}</h3><p>${lines(wish)}</p>${answer === null ? html`<p class="soft">最迟${spokenDay(answerBy)}答复${movedNote(moved)}（个人信息保护法 第五十条）。</p>` : html`<p><strong>${answer.done ? '已经照办' : '不能照办'}</strong>（${spokenDay(answer.on)}）：${lines(answer.reasons)}</p>`}</section>`)}`
}
