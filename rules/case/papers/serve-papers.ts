import { parsePlainDate } from '../../time/plain-date.ts'
import { caseAct } from '../case-act.ts'
import { bareFile, namesOf } from '../standing/files.ts'
import { refuse } from '../standing/known.ts'
import type { CaseState } from '../standing/state.ts'
import { paperRef } from './paper-issue.ts'
import { type ServedHow, serviceFault } from './service-methods.ts'
import { issuedOn, papersToServe, serviceOutcome } from './service-outcome.ts'

export interface ServePapersInput extends ServedHow {
  readonly id: string
  readonly papers: readonly string[]
  readonly receiver: string
  readonly place: string
  readonly servedOn: string
  readonly servers: readonly string[]
}

/** Stands in the way of any service: nothing that stands is left to be served. */
export const nothingToServe = ({ state }: { readonly state: CaseState }) =>
  state.papers.some(({ voidedOn, servedOn }) => voidedOn === null && servedOn === null) ? undefined : { code: 'nothing-to-serve' }

/**
 * Serves papers (送达) and keeps the proof: method, receiver, day, and what the method demands. Serving the decision ends the service leg (行政许可法 44);
 * with a decision that burdens somebody the days of the remedies begin. Refusals: those of `papersToServe` and `serviceFault`, `date-invalid`,
 * `served-in-future`, `served-before-issued`.
 */
export const servePapers = caseAct<ServePapersInput>({
  name: 'serve-papers',
  papers: ['service-receipt'],
  more: ({ papers }) => papers.map(paperRef),
  hindrance: nothingToServe,
  decide(input, known) {
    const { state, context } = known
    const papers = papersToServe(known, input.papers)
    if ('refusal' in papers) return papers
    const on = parsePlainDate(input.servedOn)
    if (on === undefined) return refuse('date-invalid', { detail: { date: input.servedOn } })
    const fault = serviceFault(input, on, state)
    if (fault) return { refusal: fault }
    if (on > context.today) return refuse('served-in-future', { detail: { date: on } })
    const issued = issuedOn(papers)
    if (on < issued) return refuse('served-before-issued', { detail: { date: on, issued } })
    const { method, receiver, place, reference, servers, refusedBecause, witnesses = [], photos = [] } = input
    const postedOn = input.postedOn === undefined ? undefined : parsePlainDate(input.postedOn)!
    const left = method === 'left' ? { left: { because: refusedBecause!.trim(), witnesses, photos: photos.length } } : {}
    return serviceOutcome(known, {
      papers,
      on,
      receipt: { recipient: receiver, place, method, ...(reference === undefined ? {} : { reference }), servers, ...left },
      personal: method === 'left' ? ['recipient', 'place', 'left'] : ['recipient', 'place'],
      data: { ...(postedOn && { postedOn }), ...(photos.length > 0 ? { photos: photos.map(bareFile) } : {}) },
      entryPersonal: { receiver, place, ...left, ...(photos.length > 0 ? { fileNames: namesOf(photos) } : {}) },
    })
  },
})
