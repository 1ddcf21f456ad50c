import { printedTitle } from '../../paper/printed-title.ts'
import { endLeg } from '../../time/clock.ts'
import { maxDate, parsePlainDate } from '../../time/plain-date.ts'
import { caseAct, happened } from '../case-act.ts'
import { refuse } from '../standing/known.ts'
import { moved, runningLeg } from '../clock/legs.ts'
import { draftPaper, paperRef } from './paper-issue.ts'
import type { PaperState } from './paper-kind.ts'
import { grantPapers } from '../standing/permit-life.ts'
import { paperEntry, standingPaper } from './paper-of-case.ts'
import type { PaperRef } from '../standing/state.ts'

export interface ServePapersInput {
  readonly id: string
  readonly papers: readonly string[]
  readonly method: 'direct' | 'left' | 'post' | 'entrusted' | 'electronic' | 'announced'
  readonly receiver: string
  readonly place: string
  readonly servedOn: string
  readonly reference?: string
  readonly servers: readonly string[]
}

/** Papers of which the service leg waits: those that carry the decision. */
const decisions: readonly string[] = [...grantPapers, 'refusal-decision']

/**
 * Serves papers (送达) and keeps the proof: method, receiver, day. Serving the decision ends the service leg (行政许可法 44). By electronic means only where
 * the applicant consented. Refusals: `paper-not-found`, `paper-already-voided`, `paper-already-served`, `no-consent-to-electronic-service`,
 * `date-invalid`, `served-in-future`, `served-before-issued`, `post-needs-reference`.
 */
export const servePapers = caseAct<ServePapersInput>({
  name: 'serve-papers',
  papers: ['service-receipt'],
  more: ({ papers }) => papers.map(paperRef),
  hindrance: ({ state }) =>
    state.papers.some(({ voidedOn, servedOn }) => voidedOn === null && servedOn === null) ? undefined : { code: 'nothing-to-serve' },
  decide(input, { state, context, loaded }) {
    const papers: PaperRef[] = []
    for (const id of new Set(input.papers)) {
      const paper = standingPaper(state, id)
      if ('refusal' in paper) return paper
      if (paper.servedOn !== null) return refuse('paper-already-served', { detail: { number: paper.number, on: paper.servedOn } })
      papers.push(paper)
    }
    const [first, ...others] = papers.map(({ id, kind, number }) => ({
      title: printedTitle(kind, state.item, loaded<PaperState>(paperRef(id))?.facts ?? {}),
      number,
    }))
    if (!first) return refuse('nothing-to-serve')
    if (input.method === 'electronic' && !state.consentsToElectronicService) return refuse('no-consent-to-electronic-service')
    if (input.method === 'post' && !input.reference?.trim()) return refuse('post-needs-reference')
    const on = parsePlainDate(input.servedOn)
    if (on === undefined) return refuse('date-invalid', { detail: { date: input.servedOn } })
    if (on > context.today) return refuse('served-in-future', { detail: { date: on } })
    const issued = papers.map((paper) => paper.on).reduce(maxDate)
    if (on < issued) return refuse('served-before-issued', { detail: { date: on, issued } })
    const ends = papers.some(({ kind }) => decisions.includes(kind))
    const service =
      ends && runningLeg(state, 'service')
        ? moved(state, 'service', context.calendar, (leg) => endLeg(leg, on, '送达', leg.startArticle))
        : { legs: {} }
    if ('refusal' in service) return service
    const { method, receiver, place, reference, servers } = input
    return happened<'papers-served'>({
      type: 'papers-served',
      data: { served: papers.map(({ id }) => id), on, method, reference: reference ?? null, ends, legs: service.legs },
      personal: { receiver, place },
      papers: [
        draftPaper(
          'service-receipt',
          {
            papers: [first, ...others],
            recipient: receiver,
            place,
            method,
            ...(reference === undefined ? {} : { reference }),
            servedOn: on,
            servers,
          },
          ['recipient', 'place'],
        ),
      ],
      others: papers.map(({ id }) => paperEntry(id, 'paper-served', { on, method })),
    })
  },
})
