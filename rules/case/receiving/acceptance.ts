import type { Calendar } from '../../time/calendar.ts'
import type { PlainDate } from '../../time/plain-date.ts'
import { type CaseOutcome, happened } from '../case-act.ts'
import { type Known, runningStep } from '../standing/known.ts'
import { ended, limitFacts, reviewLeg, startOfReview, startWords } from '../clock/legs.ts'
import { draftPaper, type PaperDraft } from '../papers/paper-issue.ts'
import type { Acceptance, CaseState } from '../standing/state.ts'
import { stepLeg } from '../clock/step-leg.ts'

/** How a case comes to be accepted: the ground, the day, and what was let come later. */
export interface AcceptanceTerms {
  readonly ground: Acceptance['ground']
  readonly on: PlainDate
  readonly at: string
  readonly by: Acceptance['by']
  readonly shortfall: readonly { readonly material: string; readonly name: string; readonly due: PlainDate }[]
}

/**
 * Acceptance in any of its ways: the notice leg ends, the review leg starts with the item's own event, the notice of acceptance goes out with
 * both limits. Shared by accepting, accepting with shortfall and being deemed accepted: then nobody could review before the five days had passed, so
 * the first step begins with their end.
 */
export function acceptance({ state, item, context }: Known, terms: AcceptanceTerms): CaseOutcome {
  const { calendar } = context
  const short = terms.shortfall.length > 0
  const completeOn = short ? null : state.completeOn
  const from = startOfReview(item, { receivedOn: state.origin.countsFrom ?? state.origin.receivedOn, completeOn, acceptedOn: terms.on })
  const { startEvent } = item.limits.statutory
  const favour = short && startEvent === 'documents-complete' ? '容缺受理之日' : undefined
  const afterHours = startEvent !== 'accepted' && from === state.origin.countsFrom ? `${startWords(item)}（下班后或者休息日提交）` : undefined
  const review = reviewLeg('review', item, from, calendar, favour ?? afterHours)
  const step = stepLeg(item, 0, terms.ground === 'deemed' ? (state.legs.notice?.dates.statutoryDue ?? terms.on) : terms.on, calendar)
  const facts = {
    acceptedOn: terms.on,
    statutory: limitFacts(review, 'statutory'),
    promised: limitFacts(review, 'promised'),
    excluded: item.limits.excluded.map(({ name }) => name),
    ...(item.superior ? { superior: item.superior } : {}),
  }
  const [first, ...rest] = terms.shortfall.map(({ name, due }) => ({ material: name, due }))
  const paper: PaperDraft = first
    ? draftPaper('shortfall-notice', { ...facts, missing: [first, ...rest] })
    : draftPaper('acceptance-notice', { ...facts, ground: terms.ground === 'shortfall' ? 'complete' : terms.ground })
  return happened<'case-accepted'>({
    type: 'case-accepted',
    data: {
      acceptance: { on: terms.on, ground: terms.ground, at: terms.at, by: terms.by },
      shortfall: terms.shortfall.map(({ material, due }) => ({ material, due })),
      running: runningStep(item, 0),
      phase: 'in-review',
      legs: { ...endOfNotice(state, terms, calendar), review, step },
    },
    papers: [paper],
  })
}

/** The notice leg ends on the day of acceptance; deemed acceptance looks back to the receipt, but the leg ran its five days all the same. */
function endOfNotice(state: CaseState, terms: AcceptanceTerms, calendar: Calendar) {
  const due = state.legs.notice?.dates.statutoryDue
  const deemed = terms.ground === 'deemed'
  return ended(
    state,
    ['notice'],
    deemed && due ? due : terms.on,
    deemed ? '逾期未告知，视为受理' : '受理',
    calendar,
    `行政许可法 第三十二条第一款第${deemed ? '四' : '五'}项`,
  )
}
