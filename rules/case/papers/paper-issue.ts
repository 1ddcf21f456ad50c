import type { ActContext, Loaded, NewEntry, SubjectRef } from '../../act.ts'
import type { FactsOf } from '../../paper/facts/facts-of.ts'
import type { PaperFacts } from '../../paper/facts/shared-facts.ts'
import type { PaperKind } from '../../paper/paper-kinds.ts'
import { formatPaperNumber } from '../../paper/paper-number.ts'
import type { Bureau } from '../../people/bureau.ts'
import { partsOf, type PlainDate } from '../../time/plain-date.ts'
import { counterRef, nextNumber, numberTaken } from '../standing/counter.ts'
import { toJson } from '../standing/entries.ts'

/** What a kind of paper needs beside what every paper has. */
export type OwnFacts<K extends PaperKind> = Omit<FactsOf[K], keyof PaperFacts>

/** A paper as an act wants it. `personal` names the facts that hold personal data: they lie apart in the book. */
export interface PaperDraft {
  readonly kind: PaperKind
  readonly facts: Readonly<Record<string, unknown>>
  readonly personal: readonly string[]
  /** For a third party: it does not come into the applicant's inbox. */
  readonly apart?: boolean
}

export const draftPaper = <K extends PaperKind>(kind: K, facts: OwnFacts<K>, personal: readonly (keyof OwnFacts<K> & string)[] = []): PaperDraft => ({
  kind,
  facts: facts as Readonly<Record<string, unknown>>,
  personal,
})

export const paperRef = (id: string): SubjectRef => ({ kind: 'paper', id })

/** The counter that numbers a kind of paper; its periods are years. */
export const paperCounter = (kind: PaperKind): SubjectRef => counterRef(`paper-number/${kind}`)

/** What a paper says of the case it belongs to, as it stood when the paper was issued. */
export interface PaperCase {
  readonly id: string
  readonly number: string
  readonly itemName: string
  readonly procedure: 'permit' | 'registration' | 'filing'
  readonly receivedOn: PlainDate
  readonly account: string | null
  readonly applicantKind: 'person' | 'organisation'
  readonly applicantName: string
  readonly agentName: string | null
}

export interface IssuedPaper {
  readonly id: string
  readonly kind: PaperKind
  readonly number: string
  readonly on: PlainDate
  readonly apart?: true
}

/**
 * Issues papers: a number each, without gaps per kind and year, and a `paper-issued` entry with all that is to stand on it. Typesetting follows
 * the book. `firstId` is the first of the act's ids not used otherwise; a kind stands at most once in one act.
 */
export function issuePapers(
  drafts: readonly PaperDraft[],
  about: PaperCase,
  bureau: Bureau | undefined,
  loaded: Loaded,
  context: ActContext,
  firstId: number,
): { readonly papers: readonly IssuedPaper[]; readonly entries: readonly NewEntry[] } {
  const { year } = partsOf(context.today)
  const papers: IssuedPaper[] = []
  const entries: NewEntry[] = []
  drafts.forEach((draft, n) => {
    const counter = paperCounter(draft.kind)
    const serial = nextNumber(loaded, counter, String(year))
    const number = formatPaperNumber({ letterCode: bureau?.letterCode ?? '', kind: draft.kind, year, serial })
    const apart = draft.apart ? { apart: true as const } : {}
    const paper: IssuedPaper = { id: context.newId(firstId + n), kind: draft.kind, number, on: context.today, ...apart }
    const isPersonal = (name: string) => draft.personal.includes(name)
    const facts = Object.entries(draft.facts)
    entries.push(numberTaken(counter, String(year), serial), {
      subject: paperRef(paper.id),
      type: 'paper-issued',
      version: 1,
      data: toJson({
        kind: draft.kind,
        number,
        year,
        serial,
        date: context.today,
        case: { id: about.id, number: about.number, itemName: about.itemName, procedure: about.procedure, receivedOn: about.receivedOn },
        account: draft.apart ? null : about.account,
        applicantKind: about.applicantKind,
        facts: Object.fromEntries(facts.filter(([name]) => !isPersonal(name))),
      }),
      personal: toJson({
        applicant: { name: about.applicantName, agent: about.agentName },
        facts: Object.fromEntries(facts.filter(([name]) => isPersonal(name))),
      }),
    })
    papers.push(paper)
  })
  return { papers, entries }
}
