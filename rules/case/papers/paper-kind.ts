import type { BookEntry, EntryTexts, Json, SubjectKind } from '../../act.ts'
import type { PaperKind } from '../../paper/paper-kinds.ts'
import type { PlainDate } from '../../time/plain-date.ts'
import type { PaperCase } from './paper-issue.ts'

/** A paper of the bureau: issued by an act, set by the typesetter, perhaps voided or corrected. Its number stays taken whatever becomes of it. */
export interface PaperState {
  readonly kind: PaperKind
  readonly number: string
  readonly date: PlainDate
  readonly issuedAt: string
  readonly case: Pick<PaperCase, 'id' | 'number' | 'itemName' | 'procedure' | 'receivedOn'>
  readonly account: string | null
  readonly applicantKind: 'person' | 'organisation'
  /** Null once erased; a paper already typeset keeps its file, which is erased by its digest. */
  readonly applicant: { readonly name: string; readonly agent: string | null } | null
  readonly facts: { readonly [name: string]: Json }
  /** Names of the facts that are personal data. */
  readonly personalFacts: readonly string[]
  readonly status: 'issued' | 'typeset' | 'failed' | 'voided'
  /** SM3 of the PDF in the file store. */
  readonly digest: string | null
  /** Why it could not be set: a missing glyph by its code point, or a fact that the wording lacks. */
  readonly problem: string | null
  readonly voided: { readonly on: PlainDate; readonly reason: string } | null
  /** Id of the paper that corrects it. */
  readonly correctedBy: string | null
  readonly servedOn: PlainDate | null
  readonly personalAt: readonly number[]
}

interface IssuedData {
  readonly kind: PaperKind
  readonly number: string
  readonly date: PlainDate
  readonly case: PaperState['case']
  readonly account: string | null
  readonly applicantKind: PaperState['applicantKind']
  readonly facts: { readonly [name: string]: Json }
}

interface IssuedPersonal {
  readonly applicant: { readonly name: string; readonly agent: string | null }
  readonly facts: { readonly [name: string]: Json }
}

function foldPaper(state: PaperState | undefined, entry: BookEntry): PaperState {
  if (entry.type === 'paper-issued') {
    const { kind, number, date, case: about, account, applicantKind, facts } = entry.data as unknown as IssuedData
    const personal = entry.personal as unknown as IssuedPersonal | undefined
    return {
      kind,
      number,
      date,
      issuedAt: entry.occurredAt,
      case: about,
      account,
      applicantKind,
      applicant: personal?.applicant ?? null,
      facts: { ...facts, ...personal?.facts },
      // In an order of their own: the database gives names of a JSON object back in its order.
      personalFacts: Object.keys(personal?.facts ?? {}).sort(),
      status: 'issued',
      digest: null,
      problem: null,
      voided: null,
      correctedBy: null,
      servedOn: null,
      personalAt: personal === undefined ? [] : [entry.position],
    }
  }
  if (state === undefined) throw new Error(`a paper begins by being issued, not with ${entry.type}`)
  const data = entry.data as { readonly [name: string]: Json }
  switch (entry.type) {
    case 'paper-typeset':
      return { ...state, status: state.status === 'voided' ? 'voided' : 'typeset', digest: String(data.digest), problem: null }
    case 'paper-failed':
      return { ...state, status: state.status === 'voided' ? 'voided' : 'failed', problem: String(data.problem) }
    case 'paper-setting-asked':
      return { ...state, status: state.status === 'failed' ? 'issued' : state.status, problem: null }
    case 'paper-voided':
      return { ...state, status: 'voided', voided: { on: String(data.on) as PlainDate, reason: String(data.reason) } }
    case 'paper-corrected':
      return { ...state, correctedBy: String(data.by) }
    case 'paper-served':
      return { ...state, servedOn: String(data.on) as PlainDate }
    default:
      return state
  }
}

/** What stands on a paper is for its reader: that it was issued, and of which case, anybody may read. */
const texts: EntryTexts = {
  open: {
    '*': ['on'],
    'paper-issued': [
      'kind',
      'number',
      'date',
      'case.id',
      'case.number',
      'case.itemName',
      'case.procedure',
      'case.receivedOn',
      'account',
      'applicantKind',
    ],
    'paper-typeset': ['digest'],
    'paper-failed': ['problem'],
    'paper-corrected': ['by'],
    'paper-served': ['method'],
  },
  veiled: { 'paper-issued': ['facts.**'], 'paper-voided': ['reason'] },
}

export const paperKindOfSubject: SubjectKind<PaperState> = { kind: 'paper', texts, fold: foldPaper }
