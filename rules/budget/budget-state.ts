import type { BookEntry, EntryTexts, SubjectKind } from '../act.ts'
import type { StoredDeadlines } from '../time/light.ts'
import type { PlainDate } from '../time/plain-date.ts'
import type { BudgetDocument } from './budget-document.ts'
import { type BudgetLegs, type CrossedLine, ended, legFrom, legTimers } from './budget-legs.ts'
import type { BudgetKey } from './budget-ref.ts'
import type { OriginalFault } from './original-faults.ts'

export const budgetPhases = ['drafting', 'submitted', 'reviewed', 'approved', 'published'] as const
export type BudgetPhase = (typeof budgetPhases)[number]

export type Person = { readonly id: string; readonly name: string }
type Step = { readonly by: Person; readonly on: PlainDate }

/**
 * What an officer decided on one place of the original: to correct it, or (`kept`) to leave it as it was published. `fault` names the fault decided
 * on; a correction made while filling in has none. Values as they are printed.
 */
export type FaultDecision = {
  readonly fault?: string
  readonly kept?: true
  readonly path: string
  readonly was: string
  readonly becomes: string
  readonly reason: string
  readonly by: Person
  readonly on: PlainDate
}

/** A file that the budget was read from. `original`: the document as it was published before. */
export type BudgetSource = { readonly name: string; readonly digest: string | null; readonly original: boolean }

/** A point in the budget's history that can be looked at again and compared: the entry with this sequence number. */
export type BudgetVersion = {
  readonly seq: number
  readonly what: 'opened' | 'imported' | 'edited' | 'submitted' | 'published'
  readonly by: Person
  readonly on: PlainDate
}

export type BudgetState = BudgetKey & {
  readonly phase: BudgetPhase
  readonly content: BudgetDocument
  readonly source: BudgetSource | null
  /** Everybody who wrote in it since it was opened or last published: none of them may review or approve it. */
  readonly writers: readonly Person[]
  readonly submitted: Step | null
  readonly reviewed: Step | null
  readonly approved: Step | null
  readonly published: Step | null
  /** Why it came back, while it is being drafted again. */
  readonly returned: (Step & { readonly reason: string }) | null
  /** What the audit found in the original when it was imported; `id` names a fault for good. */
  readonly faults: readonly (OriginalFault & { readonly id: string })[]
  readonly decisions: readonly FaultDecision[]
  /** 批复: from its day the twenty days of 预算法 第十四条 run. */
  readonly reply: { readonly on: PlainDate; readonly document: string; readonly deadlines: StoredDeadlines } | null
  /** The twenty days of disclosure; where the department has units below it, the reply to them and their own disclosure too. */
  readonly legs: BudgetLegs
  /** Lines that time has crossed. */
  readonly crossed: readonly CrossedLine[]
  readonly versions: readonly BudgetVersion[]
}

/** Only what changed: whole sections, and single projects by their place. */
export type BudgetChanges = Partial<BudgetDocument>

/** Data of the entries, by type. Every one says by whom and on which day. */
export type BudgetEntryData = {
  'budget-opened': Step & BudgetKey & { readonly content: BudgetDocument }
  'budget-imported': Step &
    BudgetKey & { readonly content: BudgetDocument; readonly source: BudgetSource; readonly faults?: readonly OriginalFault[] }
  'budget-edited': Step & {
    readonly changes: BudgetChanges
    readonly project: { readonly at: number; readonly value: BudgetDocument['projects'][number] } | null
  }
  'original-fault-decided': FaultDecision
  'budget-submitted': Step
  'budget-returned': Step & { readonly reason: string }
  'budget-reviewed': Step
  'budget-approved': Step
  /** `units`: the fifteen days within which units below are replied to; null or absent where there are none. */
  'budget-reply-recorded': Step & NonNullable<BudgetState['reply']> & { readonly units?: StoredDeadlines | null }
  'unit-reply-recorded': { readonly by: Person; readonly on: PlainDate; readonly document: string; readonly deadlines: StoredDeadlines }
  'unit-disclosure-recorded': { readonly by: Person; readonly on: PlainDate; readonly where: string }
  'yellow-line-crossed': CrossedLine
  'statute-overdue': CrossedLine
  'deadlines-moved': { readonly on: PlainDate; readonly calendarVersion: string; readonly legs: BudgetLegs }
  'budget-published': Step
}
export type BudgetEntryType = keyof BudgetEntryData

const fault = ['rule', 'severity', 'quote', 'message', 'path', 'becomes']
/** The budget is made to be published (预算法 14); what colleagues wrote to each other about it is not. */
const texts: EntryTexts = {
  open: {
    '*': ['by.id', 'by.name', 'on', 'kind', 'content.**', 'legs.**'],
    'budget-edited': ['changes.**'],
    'budget-imported': ['source.digest', ...fault.map((name) => `faults.*.${name}`)],
    'original-fault-decided': ['fault', 'path', 'was', 'becomes'],
    'budget-reply-recorded': ['document', 'deadlines.**', 'units.**'],
    'unit-reply-recorded': ['document', 'deadlines.**'],
    'unit-disclosure-recorded': ['where'],
    'deadlines-moved': ['calendarVersion', 'because'],
    'yellow-line-crossed': ['leg', 'line', 'at'],
    'statute-overdue': ['leg', 'line', 'at'],
  },
  veiled: { 'budget-imported': ['source.name'], 'budget-returned': ['reason'], 'original-fault-decided': ['reason'] },
}

export const budgetKind: SubjectKind<BudgetState> = {
  kind: 'budget',
  texts,
  fold(state, entry: BookEntry) {
    const type = entry.type as BudgetEntryType
    if (type === 'budget-opened' || type === 'budget-imported') return begun(state, type, entry)
    if (state === undefined) throw new Error(`a budget begins with opening or import, not with ${type}`)
    return folded(state, type, entry)
  },
  timers: (state) => legTimers(legsOf(state), crossedOf(state)),
}

function begun(state: BudgetState | undefined, type: 'budget-opened' | 'budget-imported', entry: BookEntry): BudgetState {
  const data = entry.data as unknown as BudgetEntryData['budget-opened'] & Partial<BudgetEntryData['budget-imported']>
  const { year, kind, content, by, on } = data
  const version: BudgetVersion = { seq: entry.seq, what: type === 'budget-opened' ? 'opened' : 'imported', by, on }
  return {
    year,
    kind,
    phase: 'drafting',
    content,
    source: data.source ?? null,
    writers: withPerson(state?.writers ?? [], by),
    submitted: null,
    reviewed: null,
    approved: null,
    published: state?.published ?? null,
    returned: null,
    faults: (data.faults ?? []).map((fault, index) => ({ ...fault, id: faultId(entry.seq, index) })),
    decisions: state?.decisions ?? [],
    reply: state?.reply ?? null,
    legs: state?.legs ?? {},
    crossed: state?.crossed ?? [],
    versions: [...(state?.versions ?? []), version],
  }
}

function folded(state: BudgetState, type: Exclude<BudgetEntryType, 'budget-opened' | 'budget-imported'>, entry: BookEntry): BudgetState {
  const data = entry.data as unknown
  switch (type) {
    case 'budget-edited': {
      const { by, on, changes, project } = data as BudgetEntryData[typeof type]
      return {
        ...state,
        content: edited(state.content, changes, project),
        writers: withPerson(state.writers, by),
        versions: noted(state, entry.seq, 'edited', by, on),
      }
    }
    case 'original-fault-decided':
      return { ...state, decisions: [...state.decisions, data as FaultDecision] }
    case 'budget-submitted': {
      const step = stepOf(data)
      return { ...state, phase: 'submitted', submitted: step, returned: null, versions: noted(state, entry.seq, 'submitted', step.by, step.on) }
    }
    case 'budget-returned': {
      const { reason } = data as BudgetEntryData[typeof type]
      return { ...state, phase: 'drafting', submitted: null, reviewed: null, approved: null, returned: { ...stepOf(data), reason } }
    }
    case 'budget-reviewed':
      return { ...state, phase: 'reviewed', reviewed: stepOf(data) }
    case 'budget-approved':
      return { ...state, phase: 'approved', approved: stepOf(data) }
    case 'budget-reply-recorded': {
      const { on, document, deadlines, units } = data as BudgetEntryData[typeof type]
      return { ...state, reply: { on, document, deadlines }, legs: legsAfterReply(state, on, deadlines, units ?? null) }
    }
    case 'unit-reply-recorded': {
      const { on, document, deadlines } = data as BudgetEntryData[typeof type]
      const legs = ended(legsOf(state), 'unit-reply', on, `已向所属单位批复（${document}）`)
      return { ...state, legs: { ...legs, 'unit-disclosure': { leg: legFrom('unit-disclosure', state.kind, on), dates: deadlines } } }
    }
    case 'unit-disclosure-recorded': {
      const { on, where } = data as BudgetEntryData[typeof type]
      return { ...state, legs: ended(legsOf(state), 'unit-disclosure', on, `所属单位已公开（${where}）`) }
    }
    case 'yellow-line-crossed':
    case 'statute-overdue':
      return { ...state, crossed: [...crossedOf(state), data as CrossedLine] }
    case 'deadlines-moved':
      return { ...state, legs: { ...legsOf(state), ...(data as BudgetEntryData[typeof type]).legs } }
    case 'budget-published': {
      const step = stepOf(data)
      const versions = noted(state, entry.seq, 'published', step.by, step.on)
      const legs = ended(legsOf(state), 'disclosure', step.on, '已向社会公开')
      return { ...state, phase: 'published', published: step, writers: [], versions, legs }
    }
  }
}

/** A document that was public before the reply has nothing left to wait for. */
function legsAfterReply(state: BudgetState, on: PlainDate, dates: StoredDeadlines, units: StoredDeadlines | null): BudgetLegs {
  const disclosure = { leg: legFrom('disclosure', state.kind, on), dates }
  const below = units === null ? {} : { 'unit-reply': { leg: legFrom('unit-reply', state.kind, on), dates: units } }
  const legs: BudgetLegs = { disclosure, ...below }
  return state.published === null ? legs : ended(legs, 'disclosure', state.published.on > on ? state.published.on : on, '已向社会公开')
}

const stepOf = (data: unknown): Step => {
  const { by, on } = data as Step
  return { by, on }
}

/** Names a fault for good: the entry that imported the original, and its number in the list. */
export const faultId = (seq: number, index: number): string => `${seq}-${index + 1}`

/** States folded before these were kept have none of them. */
export const faultsOf = ({ faults }: Pick<BudgetState, 'faults'>): BudgetState['faults'] => faults ?? []
export const legsOf = ({ legs }: Pick<BudgetState, 'legs'>): BudgetLegs => legs ?? {}
export const crossedOf = ({ crossed }: Pick<BudgetState, 'crossed'>): readonly CrossedLine[] => crossed ?? []

/** The content with sections put in place of the old ones, and one project in its place. */
export function edited(content: BudgetDocument, changes: BudgetChanges, project: BudgetEntryData['budget-edited']['project']): BudgetDocument {
  const next = { ...content, ...changes }
  return project === null ? next : { ...next, projects: next.projects.with(project.at, project.value) }
}

const withPerson = (people: readonly Person[], one: Person): readonly Person[] => (people.some(({ id }) => id === one.id) ? people : [...people, one])

/** Edits of one person on one day are one version: the last of them. */
function noted(state: BudgetState, seq: number, what: BudgetVersion['what'], by: Person, on: PlainDate): readonly BudgetVersion[] {
  const last = state.versions.at(-1)
  const goesOn = what === 'edited' && last?.what === 'edited' && last.by.id === by.id && last.on === on
  return [...(goesOn ? state.versions.slice(0, -1) : state.versions), { seq, what, by, on }]
}
