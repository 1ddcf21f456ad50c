import { permitSince, phaseTitles } from '../../contract/case-texts.ts'
import type { CasePage } from '../../contract/cases.ts'
import { isInForce } from '../../rules/case/standing/permit-life.ts'
import type { CaseState } from '../../rules/case/standing/state.ts'
import type { PaperState } from '../../rules/case/papers/paper-kind.ts'
import { printedTitle } from '../../rules/paper/printed-title.ts'
import { maskName } from '../../rules/identifier/masking.ts'
import { errorSummary, postForm, textInput, type Wrong } from './form-parts.ts'
import { html } from './html.ts'
import type { PageParts } from './layout.ts'
import { spokenDay } from './spoken-time.ts'

/** Progress for who has the number and part of the applicant's numbers, without an account. */
export const progressForm = (csrf: string, given: { readonly number: string; readonly last: string }, wrong?: Wrong): PageParts => ({
  title: '进度查询',
  section: 'progress',
  body: html`<h1>进度查询</h1>${errorSummary(wrong ? [wrong] : [])}
${postForm(
  { csrf, action: '/progress' },
  html`${textInput({ id: 'number', label: '办件编号', value: given.number, maxlength: 60, hint: '在收件凭证上', wrong: wrong?.at === 'number' ? wrong.words : undefined })}
${textInput({ id: 'last', label: '申请人手机号或证件号码的后四位', value: given.last, maxlength: 10, short: true, wrong: wrong?.at === 'last' ? wrong.words : undefined })}
<div class="row"><button>查询</button></div>`,
)}
<p class="soft">自己提交的申请，<a href="/my/cases">登录后</a>能看到全部情况。</p>`,
})

/** Only what somebody with a slip of paper may know: no names, no answers, no papers. */
export const progressPage = (state: CaseState, next: string, permit: CasePage['permit']): PageParts => ({
  title: `进度 ${state.number}`,
  section: 'progress',
  trail: [['/progress', '进度查询']],
  body: html`<h1>${state.item.name}</h1><p class="lead"><span class="tag state">${phaseTitles[state.phase]}</span> 编号 ${state.number}</p>
<dl class="facts"><dt>收到</dt><dd>${spokenDay(state.origin.receivedOn)}</dd>${state.acceptance && html`<dt>受理</dt><dd>${spokenDay(state.acceptance.on)}</dd>`}${state.decision && html`<dt>办结</dt><dd>${spokenDay(state.decision.on)}</dd>`}${permit !== null && html`<dt>许可现在</dt><dd>${permit.title}${permitSince(permit)}</dd>`}</dl>
<div class="note"><p><strong>接下来：</strong>${next}</p></div><p><a href="/progress">再查一个</a></p>`,
})

export const verifyForm = (csrf: string, given: { readonly paper: string; readonly number: string }, wrong?: Wrong): PageParts => ({
  title: '文书核验',
  body: html`<h1>文书核验</h1>${errorSummary(wrong ? [wrong] : [])}
<p>扫文书上的二维码，或者填文号和办件编号，看文书是不是本局出的、现在还有没有效。</p>
${postForm(
  { csrf, action: '/verify' },
  html`${textInput({ id: 'paper', label: '文号', value: given.paper, maxlength: 60, hint: '如 秦开审批准字〔2026〕1号', wrong: wrong?.at === 'paper' ? wrong.words : undefined })}
${textInput({ id: 'number', label: '办件编号', value: given.number, maxlength: 60 })}
<div class="row"><button>核验</button></div>`,
)}`,
})

/** What the book says of a paper; the holder's name shortened, so that a code found in the street tells little. */
export function verifiedPage(paper: PaperState, bureau: string, permit: CasePage['permit']): PageParts {
  const name = paper.applicant === null ? '（已删除）' : paper.applicantKind === 'person' ? maskName(paper.applicant.name) : paper.applicant.name
  const ended = permit !== null && !isInForce(permit.standing) && permit.standing !== 'not-yet'
  const standing =
    paper.voided !== null
      ? `已于${spokenDay(paper.voided.on)}作废`
      : paper.correctedBy !== null
        ? '有效，其中笔误已另文更正'
        : ended
          ? '由本局出具'
          : '有效，由本局出具'
  return {
    title: '文书核验结果',
    trail: [['/verify', '文书核验']],
    body: html`<h1>核验结果</h1><div class="note${paper.voided === null && !ended && ' good'}" role="status"><p class="big${paper.voided !== null && ' seal'}">${standing}</p>${permit !== null && html`<p class="big${ended && ' seal'}">许可现在：${permit.title}</p>${permit.since !== null && html`<p>${permitSince(permit)}</p>`}`}</div>
<dl class="facts"><dt>文书</dt><dd>${printedTitle(paper.kind, paper.case, paper.facts)}</dd><dt>文号</dt><dd>${paper.number}</dd><dt>日期</dt><dd>${spokenDay(paper.date)}</dd><dt>出具</dt><dd>${bureau}</dd><dt>事项</dt><dd>${paper.case.itemName}</dd><dt>办件编号</dt><dd>${paper.case.number}</dd><dt>当事人</dt><dd>${name}</dd></dl>
<p class="soft">请与手里的文书逐项对照，不一样的是假的，请打 12345 举报。</p>`,
  }
}
