import type { ServiceReceiptFacts } from '../../paper/facts/later-facts.ts'
import type { PaperKind } from '../../paper/paper-kinds.ts'
import { printedTitle } from '../../paper/printed-title.ts'
import type { Refusal } from '../../refusal.ts'
import { endLeg } from '../../time/clock.ts'
import { dueDate } from '../../time/period.ts'
import { maxDate, type PlainDate } from '../../time/plain-date.ts'
import { type CaseOutcome, happened } from '../case-act.ts'
import { moved, runningLeg } from '../clock/legs.ts'
import type { BareFile } from '../standing/entries.ts'
import type { Known } from '../standing/known.ts'
import { grantPapers } from '../standing/permit-life.ts'
import type { PaperRef, Remedies } from '../standing/state.ts'
import { draftPaper, paperRef } from './paper-issue.ts'
import type { PaperState } from './paper-kind.ts'
import { paperEntry, standingPaper } from './paper-of-case.ts'

/** Papers of which the service leg waits: those that carry the decision. */
const decisions: readonly string[] = [...grantPapers, 'refusal-decision']

/** Papers that burden somebody and print remedies: their days run from service. */
const burdening: readonly PaperKind[] = [
  'not-permit-matter-notice',
  'decline-decision',
  'refusal-decision',
  'revocation-decision',
  'withdrawal-decision',
  'change-decision',
  'cancellation-decision',
]

/** The last days for 行政复议 (行政复议法 20: sixty days) and for a suit (行政诉讼法 46: six months), from the day of service. */
const remediesFrom = (on: PlainDate, calendar: Known['context']['calendar']): Remedies => ({
  review: dueDate(on, { days: 60, dayType: 'calendar' }, calendar).due,
  suit: dueDate(on, { days: 6, dayType: 'month' }, calendar).due,
})

/** Papers that still stand and have not been served. Refusals: `paper-not-found`, `paper-already-voided`, `paper-already-served`, `nothing-to-serve`. */
export function papersToServe({ state }: Pick<Known, 'state'>, ids: readonly string[]): readonly PaperRef[] | { readonly refusal: Refusal } {
  const papers: PaperRef[] = []
  for (const id of new Set(ids)) {
    const paper = standingPaper(state, id)
    if ('refusal' in paper) return paper
    if (paper.servedOn !== null) return { refusal: { code: 'paper-already-served', detail: { number: paper.number, on: paper.servedOn } } }
    papers.push(paper)
  }
  return papers.length === 0 ? { refusal: { code: 'nothing-to-serve' } } : papers
}

/** The day on which the newest of them was issued: nothing is served before. */
export const issuedOn = (papers: readonly PaperRef[]): PlainDate => papers.map((paper) => paper.on).reduce(maxDate)

export interface Service {
  readonly papers: readonly PaperRef[]
  readonly on: PlainDate
  /** What the proof of service says beside the papers and the day. */
  readonly receipt: Omit<ServiceReceiptFacts, 'bureau' | 'number' | 'date' | 'case' | 'verification' | 'papers' | 'servedOn'>
  /** Facts of the receipt that are personal data. */
  readonly personal: readonly (keyof Service['receipt'])[]
  readonly data?: { readonly postedOn?: PlainDate; readonly photos?: readonly BareFile[]; readonly announcement?: string }
  readonly entryPersonal: object
}

/**
 * What service does: the papers are served, their proof is issued, the leg of 行政许可法 44 ends with the decision, and the days of the remedies begin.
 * Refusals: those of `endLeg`.
 */
export function serviceOutcome({ state, context, loaded }: Known, service: Service): CaseOutcome | { readonly refusal: Refusal } {
  const { papers, on, receipt, personal, data, entryPersonal } = service
  const [first, ...others] = papers.map(({ id, kind, number }) => ({
    title: printedTitle(kind, state.item, loaded<PaperState>(paperRef(id))?.facts ?? {}),
    number,
  }))
  const ends = papers.some(({ kind }) => decisions.includes(kind))
  const leg =
    ends && runningLeg(state, 'service')
      ? moved(state, 'service', context.calendar, (running) => endLeg(running, on, '送达', running.startArticle))
      : { legs: {} }
  if ('refusal' in leg) return leg
  const remedies = papers.some(({ kind }) => burdening.includes(kind)) ? { remedies: remediesFrom(on, context.calendar) } : {}
  const { method, reference = null } = receipt
  return happened<'papers-served'>({
    type: 'papers-served',
    data: { served: papers.map(({ id }) => id), on, method, reference, ends, ...remedies, ...data, legs: leg.legs },
    personal: entryPersonal,
    papers: [draftPaper('service-receipt', { papers: [first!, ...others], servedOn: on, ...receipt }, personal)],
    others: papers.map(({ id }) => paperEntry(id, 'paper-served', { on, method })),
  })
}
