import type { Act, Decision, Loaded, NewEntry, SubjectRef } from '../act.ts'
import type { PaperKind } from '../paper/paper-kinds.ts'
import { type Bureau, bureauRef } from '../people/bureau.ts'
import type { Refusal } from '../refusal.ts'
import type { ServiceItem } from '../service-item/item.ts'
import { itemVersionRef } from '../service-item/refs.ts'
import { rolesInCase } from './standing/case-roles.ts'
import { type CaseEntries, caseEntry, caseRef, type Effects } from './standing/entries.ts'
import { type Known, refuse } from './standing/known.ts'
import { issuePapers, type PaperCase, paperCounter, type PaperDraft } from './papers/paper-issue.ts'
import { type CaseAct, isActOfPhase, isPermitted, type CasePhase } from './standing/permitted-acts.ts'
import { recusalFault } from './standing/recusals.ts'
import type { CaseState } from './standing/state.ts'

/** The answer to every act on a case. */
export type CaseAnswer = {
  readonly id: string
  readonly number: string
  readonly phase: CasePhase
  readonly papers: readonly { readonly id: string; readonly kind: PaperKind; readonly number: string }[]
}

/** What an act does, once nothing stands in its way. */
export interface CaseOutcome<T extends keyof CaseEntries = keyof CaseEntries> {
  readonly type: T
  readonly data: CaseEntries[T] & Omit<Effects, 'papers'>
  readonly personal?: unknown
  readonly papers?: readonly PaperDraft[]
  readonly occurredAt?: string
  /** The papers of this act do not name the applicant: the personal data goes with it. */
  readonly nameless?: boolean
  /** Entries for other subjects (a voided paper), or a further one for the case. */
  readonly others?: readonly NewEntry[]
}

export const happened = <T extends keyof CaseEntries>(outcome: CaseOutcome<T>): CaseOutcome => outcome as unknown as CaseOutcome

export interface CaseActSpec<Input> {
  readonly name: CaseAct
  /** Kinds of papers it may issue: their counters are loaded. */
  readonly papers?: readonly PaperKind[]
  /** What else it must know: asked first without, then with the case's state. */
  readonly more?: (input: Input, state: CaseState | undefined) => readonly SubjectRef[]
  /** What stands in the way whatever the input: the console shows it on the button. */
  readonly hindrance?: (known: Known) => Refusal | undefined
  readonly decide: (input: Input, known: Known) => CaseOutcome | { readonly refusal: Refusal }
}

export interface CaseActOf<Input> extends Act<Input, CaseAnswer> {
  readonly name: CaseAct
  readonly hindrance?: (known: Known) => Refusal | undefined
}

type OfCase = { readonly id: string } | { readonly subject: SubjectRef; readonly timer: string }

const caseIdOf = (input: OfCase): string => ('id' in input ? input.id : input.subject.id)

const acceptingActs: readonly CaseAct[] = ['accept-case', 'accept-with-shortfall']
const concludingActs: readonly CaseAct[] = ['grant-case', 'refuse-case', 'acknowledge-filing']

/** Why not: the case is past it (then who was first and when), or it is for others to do. */
function notPermitted(state: CaseState, act: CaseAct): Refusal {
  if (isActOfPhase(state.phase, act)) return { code: 'act-not-for-role', detail: { act } }
  if (acceptingActs.includes(act) && state.acceptance)
    return { code: 'case-already-accepted', detail: { by: state.acceptance.by?.name ?? '系统', on: state.acceptance.on, at: state.acceptance.at } }
  if (concludingActs.includes(act) && state.decision)
    return { code: 'case-already-decided', detail: { by: state.decision.by?.name ?? '系统', on: state.decision.on } }
  return { code: 'act-not-in-phase', detail: { act, phase: state.phase } }
}

/** First why the act is not open to this actor in this phase at all, or not to one who stands aside, then what hinders it at this moment. */
export function hindranceOf(act: Pick<CaseActOf<never>, 'name' | 'hindrance'>, known: Known): Refusal | undefined {
  if (!isPermitted(known.state.phase, known.roles, act.name)) return notPermitted(known.state, act.name)
  return recusalFault(known.state, act.name, known.context.actor.id) ?? act.hindrance?.(known)
}

const paperCase = (state: CaseState): PaperCase => ({
  id: state.id,
  number: state.number,
  itemName: state.item.name,
  procedure: state.item.procedure,
  receivedOn: state.origin.receivedOn,
  account: state.account,
  applicantKind: state.applicantKind === 'natural-person' ? 'person' : 'organisation',
  applicantName: state.applicant.name ?? '申请人',
  agentName: state.applicant.agentName,
})

const nameless = (about: PaperCase): PaperCase => ({ ...about, applicantName: '申请人', agentName: null })

/**
 * An act on a case that exists: loads the case and the item version it began under, asks the one table whether this actor may do it in this
 * phase, then lets the act's own file decide. Refusals common to all: `case-not-found` (also for a stranger, who is not to learn that the case
 * exists), `act-not-for-role`, `act-not-in-phase`, `case-already-accepted`, `case-already-decided`, `recusal-undecided`, `recusal-granted`.
 */
export function caseAct<Input extends OfCase>(spec: CaseActSpec<Input>): CaseActOf<Input> {
  const counters = (spec.papers ?? []).map(paperCounter)
  return {
    name: spec.name,
    ...(spec.hindrance ? { hindrance: spec.hindrance } : {}),
    needs(input, loaded) {
      const own = caseRef(caseIdOf(input))
      const fixed = [own, ...(counters.length > 0 ? [bureauRef, ...counters] : [])]
      const state = loaded<CaseState>(own)
      if (!state) return [...fixed, ...(spec.more?.(input, undefined) ?? [])]
      return [...fixed, itemVersionRef(state.item.code, state.item.version), ...(spec.more?.(input, state) ?? [])]
    },
    decide(input, loaded, context): Decision<CaseAnswer> {
      const state = loaded<CaseState>(caseRef(caseIdOf(input)))
      const roles = state ? rolesInCase(context.actor, state) : []
      if (!state || roles.length === 0) return refuse('case-not-found')
      const known: Known = { state, item: itemOfCase(loaded, state), roles, loaded, context }
      const hindrance = hindranceOf(spec, known)
      if (hindrance) return { refusal: hindrance }
      const outcome = spec.decide(input, known)
      return 'refusal' in outcome ? outcome : written(outcome, known)
    },
  }
}

/** The item version a case began under. It was there when the case began and versions are never taken out, so its absence is a bug. */
export function itemOfCase(loaded: Loaded, state: CaseState): ServiceItem {
  const found = loaded<{ readonly item: ServiceItem }>(itemVersionRef(state.item.code, state.item.version))
  if (!found) throw new Error(`item ${state.item.code}@${state.item.version} of case ${state.id} is not in the book`)
  return found.item
}

function written(outcome: CaseOutcome, { state, loaded, context }: Known): Decision<CaseAnswer> {
  const drafts = outcome.papers ?? []
  const issued =
    drafts.length > 0
      ? issuePapers(drafts, outcome.nameless ? nameless(paperCase(state)) : paperCase(state), loaded<Bureau>(bureauRef), loaded, context, 0)
      : { papers: [], entries: [] }
  const entry = caseEntry(state.id, outcome.type, { ...outcome.data, ...(issued.papers.length > 0 ? { papers: issued.papers } : {}) } as never, {
    personal: outcome.personal,
    ...(outcome.occurredAt === undefined ? {} : { occurredAt: outcome.occurredAt }),
  })
  const papers = issued.papers.map(({ id, kind, number }) => ({ id, kind, number }))
  const answer: CaseAnswer = { id: state.id, number: state.number, phase: outcome.data.phase ?? state.phase, papers }
  return { entries: [entry, ...issued.entries, ...(outcome.others ?? [])], answer }
}
