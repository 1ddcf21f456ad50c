import type { Json, NewEntry, SubjectRef } from '../../act.ts'
import type { PaperKind } from '../../paper/paper-kinds.ts'
import type { CancellationGround, RevocationGround, TakingGround, WithdrawalGround } from '../../paper/permit-grounds.ts'
import type { ApplicantKind } from '../../service-item/item.ts'
import type { PlainDate } from '../../time/plain-date.ts'
import type { CasePhase } from './permitted-acts.ts'
import type {
  Acceptance,
  ApplicantData,
  CaseDecision,
  CaseItem,
  CaseLeg,
  CaseOrigin,
  CaseRenewal,
  CrossedLine,
  DataRequestKind,
  ExcludedRun,
  Extension,
  Fault,
  IntendedMeasure,
  LegName,
  PassedStep,
  Remedies,
  RunningStep,
  ServiceAnnouncement,
} from './state.ts'
import type { FoundInHand, Penalty, PermitFollower, Suspension } from './permit-state.ts'
import type { StaffName } from './staff-name.ts'

/** What any entry of a case may carry besides its own data: the new phase, the legs it moved, the papers it issued. The fold applies these first. */
export interface Effects {
  readonly phase?: CasePhase
  readonly legs?: { readonly [leg in LegName]?: CaseLeg }
  readonly papers?: readonly {
    readonly id: string
    readonly kind: PaperKind
    readonly number: string
    readonly on: PlainDate
    readonly apart?: true
  }[]
}

/** A penalty of another organ as it was noted here: when and by whom. */
interface Noted {
  readonly on: PlainDate
  readonly by: StaffName
}

/** Turned away for false statements, with a warning (行政许可法 78). */
export interface Falsehood {
  /** Where it was announced. */
  readonly measure: string
  readonly barredUntil: PlainDate | null
}

/** A file without its name: names are personal data and lie in `FileNames` by digest. */
export interface BareFile {
  readonly digest: string
  readonly size: number
  readonly mediaType: string
}

export type FileNames = Readonly<Record<string, string>>

export interface BareMaterial {
  readonly material: string
  readonly form: 'paper' | 'electronic'
  readonly files: readonly BareFile[]
  readonly originals: number
  readonly copies: number
}

export interface OpenedData {
  readonly number: string
  readonly item: CaseItem
  readonly institution: string
  readonly office: string
  readonly receivingOffice: string | null
  readonly origin: CaseOrigin
  readonly applicantKind: ApplicantKind
  readonly idType: ApplicantData['idType']
  readonly account: string | null
  readonly actsFor: string | null
  readonly consentsToElectronicService: boolean
  readonly materials: readonly BareMaterial[]
  readonly renewal?: CaseRenewal
  /** The permit that the application names, where the register has it as the applicant's own. */
  readonly inHand?: FoundInHand
}

export interface OpenedPersonal {
  readonly applicant: Omit<ApplicantData, 'idType'>
  readonly answers: Readonly<Record<string, Json>>
  readonly fileNames: FileNames
}

interface MaterialsData {
  readonly on: PlainDate
  readonly materials: readonly BareMaterial[]
  /** The day from which the documents are complete, where this handing-in completed them. */
  readonly completeOn?: PlainDate
}

/** Data of each entry type of a case, newest version. Older versions stay readable by `fold.ts` for ever; a new shape gets a new version. */
export interface CaseEntries {
  'application-submitted': OpenedData
  'application-received': OpenedData
  'materials-supplemented': MaterialsData & {
    readonly answersRound: number | null
    readonly answersChanged: boolean
    readonly renewal?: CaseRenewal
    /** Where the corrected form names another permit in hand than before, or (null) none any more. */
    readonly inHand?: FoundInHand | null
  }
  'application-withdrawn': { readonly decision: CaseDecision }
  'supplement-requested': { readonly ordinal: number; readonly on: PlainDate; readonly faults: readonly Fault[]; readonly reason: string | null }
  /** The applicant said that she will not correct what the notice asked for. */
  'supplement-given-up': { readonly ordinal: number; readonly on: PlainDate }
  'case-accepted': {
    readonly acceptance: Acceptance
    readonly shortfall: readonly { readonly material: string; readonly due: PlainDate }[]
    readonly running: RunningStep
  }
  'shortfall-met': MaterialsData
  'not-permit-matter-declared': { readonly decision: CaseDecision }
  'case-declined': { readonly decision: CaseDecision; readonly falsehood?: Falsehood }
  'case-claimed': { readonly handler: StaffName }
  'case-handed-over': { readonly from: StaffName | null; readonly handler: StaffName; readonly reason: string }
  'case-taken-over': { readonly from: StaffName | null; readonly handler: StaffName; readonly reason: string }
  'step-passed': { readonly passed: PassedStep; readonly step: number; readonly running: RunningStep }
  'step-returned': {
    readonly from: string
    readonly step: number
    readonly to: string
    readonly by: StaffName
    readonly on: PlainDate
    readonly reason: string
    readonly running: RunningStep
  }
  'site-inspection-recorded': {
    readonly step: string
    readonly on: PlainDate
    readonly inspectors: readonly string[]
    readonly conforms: boolean
    readonly photos: readonly BareFile[]
  }
  'excluded-procedure-started': { readonly run: Omit<ExcludedRun, 'endedOn' | 'overran' | 'moved'>; readonly reason: string; readonly by: StaffName }
  'excluded-procedure-ended': { readonly on: PlainDate; readonly result: string }
  'excluded-procedure-overran': { readonly on: PlainDate; readonly announcedEnd: PlainDate }
  'review-extended': { readonly extension: Extension }
  'third-party-informed': {
    readonly id: string
    readonly kind: 'person' | 'organisation'
    readonly on: PlainDate
    readonly replyBy: PlainDate
    /** Absent from older entries. */
    readonly replyDays?: number
    readonly interest: string
  }
  'third-party-statement-recorded': { readonly party: string; readonly on: PlainDate; readonly gist: string; readonly answer: string }
  'statement-made': { readonly id: string; readonly on: PlainDate }
  'statement-answered': { readonly statement: string; readonly on: PlainDate; readonly by: StaffName; readonly accepted: boolean }
  'hearing-right-told': { readonly party: string; readonly on: PlainDate; readonly requestBy: PlainDate | null }
  'hearing-requested': { readonly party: string; readonly on: PlainDate; readonly holdBy: PlainDate }
  'hearing-waived': { readonly party: string; readonly on: PlainDate }
  'hearing-announced': {
    readonly on: PlainDate
    readonly heldOn: PlainDate
    readonly startsAt?: string
    readonly place: string
    readonly chair: StaffName
    /** For everybody to read; so is the reason why an announced day was given up. */
    readonly matter?: string
    readonly postponed?: { readonly from: PlainDate; readonly because: string }
  }
  'hearing-overdue': { readonly on: PlainDate; readonly holdBy: PlainDate }
  'recusal-requested': { readonly id: string; readonly on: PlainDate; readonly party: string; readonly against: StaffName }
  'recusal-decided': {
    readonly recusal: string
    readonly on: PlainDate
    readonly by: StaffName
    readonly granted: boolean
    /** Who follows where the case was in the person's hands (null: it waits to be claimed), and where the person was to preside. */
    readonly handler?: StaffName | null
    readonly chair?: StaffName
  }
  'hearing-held': { readonly on: PlainDate; readonly chair: StaffName; readonly minutes: string }
  'case-granted': { readonly decision: CaseDecision; readonly passed: PassedStep; readonly content: string; readonly conditions: readonly string[] }
  'permit-deemed-renewed': { readonly decision: CaseDecision }
  /** The permit that the application is about was looked up in the register, or what was looked up is taken back (null). */
  'permit-in-hand-named': {
    readonly on: PlainDate
    readonly by: StaffName
    readonly permit: FoundInHand | null
    readonly renewal?: CaseRenewal
  }
  /** The permit in hand had ended before its last day: there is nothing to renew. */
  'renewal-not-deemed': { readonly on: PlainDate; readonly endedOn: PlainDate }
  'permit-followed': PermitFollower
  'case-refused': { readonly decision: CaseDecision; readonly passed: PassedStep; readonly falsehood?: Falsehood }
  'case-forwarded': { readonly decision: CaseDecision; readonly passed: PassedStep; readonly superior: string; readonly agrees: boolean }
  'superior-decided': {
    readonly recordedOn: PlainDate
    readonly by: StaffName
    readonly on: PlainDate
    readonly granted: boolean
    readonly number: string
  }
  'filing-acknowledged': { readonly decision: CaseDecision; readonly passed: PassedStep }
  'filing-returned': { readonly ordinal: number; readonly on: PlainDate; readonly faults: readonly Fault[]; readonly reason: string | null }
  'intended-measure-told': {
    readonly id: string
    readonly kind: IntendedMeasure['kind']
    readonly on: PlainDate
    readonly by: StaffName
    readonly replyBy: PlainDate
    readonly replyDays?: number
    readonly ground?: TakingGround
    readonly validTo?: PlainDate
  }
  'intended-measure-dropped': { readonly measure: string; readonly on: PlainDate; readonly by: StaffName }
  'permit-revoked': {
    readonly on: PlainDate
    readonly by: StaffName
    readonly ground: RevocationGround
    readonly reasons: readonly string[]
    readonly barredUntil: PlainDate | null
  }
  'permit-withdrawn': {
    readonly on: PlainDate
    readonly by: StaffName
    readonly ground: WithdrawalGround
    readonly reasons: readonly string[]
    readonly publicInterest: string
    readonly compensation: { readonly loss: boolean; readonly words: string }
  }
  'permit-changed': CaseEntries['permit-withdrawn'] & {
    readonly content: string
    readonly conditions: readonly string[]
    /** Its last day from now on, where that is brought forward. */
    readonly validTo?: PlainDate
  }
  'permit-suspended': Noted & Omit<Suspension, 'lifted'>
  'suspension-lifted': {
    readonly suspension: string
    readonly recordedOn: PlainDate
    readonly by: StaffName
    readonly on: PlainDate
    readonly number: string
  }
  'permit-forfeited': Noted & Penalty
  'permit-cancelled': { readonly on: PlainDate; readonly by: StaffName; readonly ground: CancellationGround; readonly reasons: readonly string[] }
  'applicant-bar-lifted': { readonly on: PlainDate; readonly by: StaffName; readonly reason: string }
  'clerical-error-corrected': { readonly paper: string; readonly on: PlainDate }
  'paper-voided': { readonly paper: string; readonly on: PlainDate; readonly reason: string; readonly by: StaffName }
  'papers-served': {
    /** Ids of the papers served; `papers` are those that this act itself issued. */
    readonly served: readonly string[]
    readonly on: PlainDate
    readonly method: string
    readonly reference: string | null
    readonly ends: boolean
    readonly remedies?: Remedies
    readonly postedOn?: PlainDate
    readonly photos?: readonly BareFile[]
    /** Where thirty days after an announcement have passed: which one. */
    readonly announcement?: string
  }
  'service-announced': Omit<ServiceAnnouncement, 'receiver' | 'because'>
  'case-archived': { readonly on: PlainDate; readonly location: string | null }
  'case-reminded': { readonly on: PlainDate; readonly by: StaffName; readonly text: string }
  'yellow-line-crossed': CrossedLine
  'promise-overdue': CrossedLine
  'statute-overdue': CrossedLine
  /** A step over its share of the promised days: whose it was then, where somebody had claimed it. */
  'step-overdue': CrossedLine & { readonly step: string; readonly handler: StaffName | null }
  /** The last day to correct comes near, or has passed without the corrections. */
  'supplement-day-near': CrossedLine & { readonly due: PlainDate }
  'supplement-overdue': CrossedLine
  'shortfall-overdue': { readonly on: PlainDate; readonly materials: readonly string[] }
  'deadlines-moved': {
    readonly on: PlainDate
    readonly calendarVersion: string
    /** Where days of a hearing moved: the last day to ask of each party told, and of holding it. */
    readonly hearing?: {
      readonly parties: readonly { readonly party: string; readonly requestBy: PlainDate | null }[]
      readonly holdBy: PlainDate | null
    }
    /** Which notice or document moved them; absent from older entries. */
    readonly because?: string
    /** Last days to speak, of third parties and of whom a measure was announced to, and to bring what was let come later, where they moved. */
    readonly replies?: readonly { readonly party: string; readonly replyBy: PlainDate }[]
    readonly measures?: readonly { readonly measure: string; readonly replyBy: PlainDate }[]
    readonly shortfall?: readonly { readonly material: string; readonly due: PlainDate }[]
    /** The announced end of the excluded procedure that runs, and the days to answer requests about personal data, where they moved. */
    readonly announcedEnd?: PlainDate
    readonly requests?: readonly { readonly request: string; readonly answerBy: PlainDate }[]
  }
  'applicant-data-corrected': { readonly on: PlainDate; readonly fields: readonly string[]; readonly reason: string }
  'data-change-requested': { readonly id: string; readonly kind: DataRequestKind; readonly on: PlainDate; readonly answerBy: PlainDate }
  'data-request-answered': { readonly request: string; readonly on: PlainDate; readonly by: StaffName; readonly done: boolean }
  'service-consent-changed': { readonly on: PlainDate; readonly consents: boolean }
  'personal-erased': { readonly on: PlainDate; readonly reason: string; readonly positions: readonly number[] }
}

/** Personal data of an inspection: its place may be a home. Version 1 kept the place in the entry's data. */
export interface InspectionPersonal {
  readonly place: string
  readonly present: readonly { readonly name: string; readonly role: string }[]
  readonly fileNames: FileNames
}

export type CaseEntryType = keyof CaseEntries

/** Versions now written. A type is at 1 unless it stands here. */
const entryVersions: Partial<Record<CaseEntryType, number>> = { 'site-inspection-recorded': 2 }

export const caseRef = (id: string): SubjectRef => ({ kind: 'case', id })

/** Plain JSON of a value made of typed parts: leaves out what is undefined, as JSON does. A part without such a gap is handed on as it is. */
export function toJson(value: unknown): Json {
  if (typeof value !== 'object' || value === null) return value as Json
  return Array.isArray(value) ? listToJson(value) : fieldsToJson(value as Record<string, unknown>)
}

function listToJson(list: readonly unknown[]): Json {
  let json: Json[] | undefined
  for (let n = 0; n < list.length; n++) {
    const inner = toJson(list[n])
    if (json === undefined && inner !== list[n]) json = list.slice(0, n) as Json[]
    json?.push(inner)
  }
  return json ?? (list as readonly Json[])
}

function fieldsToJson(fields: Readonly<Record<string, unknown>>): Json {
  let json: Record<string, Json> | undefined
  for (const name of Object.keys(fields)) {
    const value = fields[name]
    const inner = value === undefined ? undefined : toJson(value)
    if (json === undefined) {
      if (inner !== undefined && inner === value) continue
      json = fieldsBefore(fields, name)
    }
    if (inner !== undefined) json[name] = inner
  }
  return json ?? (fields as Json)
}

function fieldsBefore(fields: Readonly<Record<string, unknown>>, end: string): Record<string, Json> {
  const before: Record<string, Json> = {}
  for (const name of Object.keys(fields)) {
    if (name === end) return before
    before[name] = fields[name] as Json
  }
  return before
}

/** One entry of a case, its data held to its type. */
export function caseEntry<T extends CaseEntryType>(
  id: string,
  type: T,
  data: CaseEntries[T] & Effects,
  more: { readonly personal?: unknown; readonly occurredAt?: string } = {},
): NewEntry {
  return {
    subject: caseRef(id),
    type,
    version: entryVersions[type] ?? 1,
    data: toJson(data),
    ...(more.personal === undefined ? {} : { personal: toJson(more.personal) }),
    ...(more.occurredAt === undefined ? {} : { occurredAt: more.occurredAt }),
  }
}
