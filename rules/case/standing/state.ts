import type { Json } from '../../act.ts'
import type { PaperKind } from '../../paper/paper-kinds.ts'
import type { TakingGround } from '../../paper/permit-grounds.ts'
import type { ApplicantKind, ServiceItem, Step } from '../../service-item/item.ts'
import type { Leg } from '../../time/leg.ts'
import type { StoredDeadlines } from '../../time/light.ts'
import type { PlainDate } from '../../time/plain-date.ts'
import type { PermitInHand, PermitLife } from './permit-state.ts'
import type { StaffName } from './staff-name.ts'
import type { CasePhase } from './permitted-acts.ts'

/** What the case keeps of its item: enough for lists and for finding the version it began under. */
export interface CaseItem {
  readonly code: string
  readonly version: number
  readonly name: string
  readonly procedure: ServiceItem['procedure']
  /** Absent where whoever applied holds what is granted. */
  readonly holderField?: string
}

/** The application would renew a permit (行政许可法 50): that permit's last day, and whether it was asked for as early before it as the law wants. */
export interface CaseRenewal {
  readonly endsOn: PlainDate
  readonly inTime: boolean
  /** That permit was revoked, withdrawn, forfeited or cancelled before: nothing is renewed by silence. */
  readonly endedOn?: PlainDate
}

/** How the application came in. `backdated` only at the counter, at most five working days, with its reason. */
export interface CaseOrigin {
  readonly channel: 'portal' | 'counter'
  /** The day of receipt (收到申请之日) for every leg, unless `countsFrom` says another. */
  readonly receivedOn: PlainDate
  /** Submitted after hours where the bureau counts that from the next working day. */
  readonly countsFrom?: PlainDate
  readonly receivedAt: string
  readonly recordedOn: PlainDate
  readonly backdatedBecause: string | null
  /** Null where the portal received it. */
  readonly receivedBy: StaffName | null
}

/** Personal data of the applicant; null throughout once erased (个人信息保护法 47). */
export interface ApplicantData {
  readonly name: string | null
  /** 统一社会信用代码 of an organisation, 公民身份号码 or another document of a person. */
  readonly idType: 'uscc' | 'resident-id' | 'passport' | 'other'
  readonly idNumber: string | null
  readonly phone: string | null
  readonly address: string | null
  readonly legalRepresentative: string | null
  readonly agentName: string | null
  readonly agentIdNumber: string | null
  readonly agentPhone: string | null
}

export interface FileName {
  /** SM3 of the bytes, hex: the file's name in the store. */
  readonly digest: string
  readonly name: string
  readonly size: number
  readonly mediaType: string
}

/** One material as it now lies in the case: the newest handing-in counts, earlier ones stay in the book. */
export interface CaseMaterial {
  /** Id of the item's material. */
  readonly material: string
  readonly form: 'paper' | 'electronic'
  readonly files: readonly FileName[]
  readonly originals: number
  readonly copies: number
  readonly handedInOn: PlainDate
}

export interface Fault {
  /** Id of the item's material, or `form` for the answers. */
  readonly material: string
  readonly fault: string
  readonly correction: string
}

interface SupplementRound {
  readonly ordinal: number
  readonly notifiedOn: PlainDate
  readonly faults: readonly Fault[]
  /** Why a second notice was needed; null for the first. */
  readonly reason: string | null
  /** Ids of materials (and `form`) handed in since the notice. */
  readonly brought: readonly string[]
  /** The day of the full correction. */
  readonly answeredOn: PlainDate | null
  /** The day on which the applicant said that she will not correct. */
  readonly givenUpOn?: PlainDate
}

export interface Acceptance {
  readonly on: PlainDate
  readonly ground: 'complete' | 'corrected' | 'deemed' | 'shortfall'
  /** The instant of acceptance: it orders permits of limited number (行政许可法 57). */
  readonly at: string
  /** Null where it was deemed. */
  readonly by: StaffName | null
}

/** A last day that another calendar moved: where it stood before, when and why it moved. */
export interface MovedDay {
  readonly on: PlainDate
  readonly from: PlainDate
  readonly because: string
  /** Only the bureau's own days may come to stand earlier. */
  readonly earlier?: true
}

interface ShortfallMaterial {
  readonly material: string
  readonly due: PlainDate
  readonly metOn: PlainDate | null
  readonly overdue: boolean
  readonly moved?: readonly MovedDay[]
}

export interface RunningStep {
  readonly id: string
  readonly name: string
  readonly role: Step['role']
}

export interface PassedStep {
  readonly step: string
  readonly by: StaffName
  readonly on: PlainDate
  readonly opinion: string
  readonly ticked: readonly string[]
}

interface SiteInspection {
  readonly step: string
  readonly on: PlainDate
  readonly inspectors: readonly string[]
  /** Null once erased. */
  readonly place: string | null
  readonly conforms: boolean
  readonly photos: readonly FileName[]
}

export interface ExcludedRun {
  readonly kind: string
  readonly name: string
  readonly article: string
  readonly startedOn: PlainDate
  /** The time that the written notice announced; later than on the paper where the calendar took working days out of it. */
  readonly announcedEnd: PlainDate
  readonly moved?: readonly MovedDay[]
  readonly endedOn: PlainDate | null
  readonly overran: boolean
}

export interface Extension {
  readonly on: PlainDate
  readonly by: StaffName
  readonly days: number
  readonly reason: string
}

interface ThirdParty {
  readonly id: string
  readonly informedOn: PlainDate
  readonly replyBy: PlainDate
  /** Working days to speak, as told; absent from older entries, where the notice has them. */
  readonly replyDays?: number
  readonly moved?: readonly MovedDay[]
  readonly kind: 'person' | 'organisation'
  /** Null once erased. */
  readonly name: string | null
  readonly statements: readonly { readonly on: PlainDate; readonly gist: string; readonly answer: string }[]
}

/** What the applicant stated and argued outside a hearing (行政许可法 7, 36), and how it was considered. */
export interface Statement {
  readonly id: string
  readonly on: PlainDate
  /** Null once erased, like the answer's reasons. */
  readonly text: string | null
  readonly answer: { readonly on: PlainDate; readonly by: StaffName; readonly accepted: boolean; readonly reasons: string | null } | null
}

/** The applicant asked to have personal data of the submitted case corrected or erased (个人信息保护法 46, 47). */
export interface DataRequest {
  readonly id: string
  readonly kind: DataRequestKind
  readonly on: PlainDate
  readonly answerBy: PlainDate
  readonly moved?: readonly MovedDay[]
  readonly wish: string | null
  readonly answer: { readonly on: PlainDate; readonly by: StaffName; readonly done: boolean; readonly reasons: string | null } | null
}

/** What the bureau said that it means to do to the applicant or holder: refuse for false statements (行政许可法 78), revoke (69), withdraw or change (8). */
export interface IntendedMeasure {
  readonly id: string
  readonly kind: 'refusal' | 'revocation' | 'withdrawal' | 'change'
  readonly on: PlainDate
  readonly by: StaffName
  /** The last day to state and argue, and the working days that were told. */
  readonly replyBy: PlainDate
  readonly replyDays?: number
  readonly moved?: readonly MovedDay[]
  readonly ground?: TakingGround
  /** Null once erased. */
  readonly facts: string | null
  /** Of a change: what the permit is to say, and its last day where that is to come earlier. */
  readonly changeTo?: string | null
  readonly validTo?: PlainDate
  /** How many statements the case had when it was told: a further one is the answer. */
  readonly statementsBefore: number
  readonly ended: { readonly on: PlainDate; readonly how: 'carried-out' | 'dropped' } | null
}

/** The opinion that went up, and the decision that came back. */
export interface Forwarded {
  readonly superior: string
  readonly agrees: boolean
  readonly decided: { readonly on: PlainDate; readonly granted: boolean; readonly number: string } | null
}

export type DataRequestKind = 'correction' | 'erasure'

/** A party told of the right to a hearing: `applicant` or the id of a third party. */
export interface HearingParty {
  readonly party: string
  readonly toldOn: PlainDate
  /** The last of the five days for asking; null where the law itself demands the hearing (46) and nobody need ask. */
  readonly requestBy: PlainDate | null
  readonly moved?: readonly MovedDay[]
  readonly answer: 'requested' | 'waived' | null
  readonly answeredOn: PlainDate | null
}

/** A hearing that was announced for a day and is held on another. */
export interface PostponedHearing {
  readonly on: PlainDate
  readonly from: PlainDate
  readonly because: string
}

/** A party asked that somebody stand aside (回避), and what was decided. */
export interface Recusal {
  readonly id: string
  readonly on: PlainDate
  /** `applicant` or the id of a third party. */
  readonly party: string
  readonly against: StaffName
  /** Null once erased, like the answer's reasons. */
  readonly reason: string | null
  readonly answer: { readonly on: PlainDate; readonly by: StaffName; readonly granted: boolean; readonly reasons: string | null } | null
}

export interface Hearing {
  readonly parties: readonly HearingParty[]
  readonly requestedOn: PlainDate | null
  readonly holdBy: PlainDate | null
  readonly moved?: readonly MovedDay[]
  /** It was not held by then. */
  readonly overdue?: true
  readonly announced: {
    readonly on: PlainDate
    readonly heldOn: PlainDate
    readonly startsAt?: string
    readonly place: string
    readonly chair: StaffName
    /** What the hearing is about, in words for everybody; absent where none were given, or by an older version. */
    readonly matter?: string
    /** Days that were announced before, and why they were given up. */
    readonly postponed?: readonly PostponedHearing[]
  } | null
  readonly held: { readonly on: PlainDate; readonly chair: StaffName; readonly minutes: string } | null
}

export interface CaseDecision {
  readonly outcome: 'granted' | 'refused' | 'forwarded' | 'filed' | 'not-permit-matter' | 'declined' | 'withdrawn'
  readonly on: PlainDate
  /** Null where the law itself decides: whoever may not apply again is turned away, a renewal that nobody decided is granted. */
  readonly by: StaffName | null
  readonly reasons: readonly string[]
  /** The `seq` of the case that the decision was made on. */
  readonly basedOnSeq: number | null
  readonly validity: { readonly from: PlainDate; readonly to: PlainDate | 'unlimited' } | null
  /** Granted was that a permit is given up: nothing is held by it. */
  readonly givesUp?: true
}

/** Papers served by announcement: counted as served on `due`, unless they reach the receiver otherwise before. */
export interface ServiceAnnouncement {
  readonly id: string
  /** Ids of the papers. */
  readonly of: readonly string[]
  readonly on: PlainDate
  readonly due: PlainDate
  readonly publishedIn: string
  readonly by: StaffName
  /** Null once erased. */
  readonly receiver: string | null
  readonly because: string | null
}

/** The last days to ask for reconsideration and to sue, from service of the newest paper that burdens somebody. */
export interface Remedies {
  readonly review: PlainDate
  readonly suit: PlainDate
}

export interface PaperRef {
  readonly id: string
  readonly kind: PaperKind
  readonly number: string
  readonly on: PlainDate
  readonly voidedOn: PlainDate | null
  readonly servedOn: PlainDate | null
  /** For a third party: not among the applicant's papers. */
  readonly apart?: true
}

/**
 * Legs of a case, each with its own limits and lights. `supplement` is the applicant's time to correct, absent where an older notice named no day; `step` the
 * running step's share of the review; cases begun before it was kept have none.
 */
export const legNames = ['notice', 'supplement', 'filing', 'review', 'step', 'service'] as const
export type LegName = (typeof legNames)[number]

/** A leg with the dates that follow from it, as the entry that moved it reckoned them. */
export type CaseLeg = { readonly leg: Leg; readonly dates: StoredDeadlines }

/** A line that was crossed, each leg and line at most once: it stays though the leg later ends. */
export interface CrossedLine {
  readonly leg: LegName
  readonly line: 'yellow' | 'promised' | 'statutory'
  /** The day the line stood at: a leg that was extended may cross its new line again. */
  readonly at: PlainDate
  readonly on: PlainDate
  /** Id of the step whose share ran out; only of the leg `step`. */
  readonly step?: string
}

/** The fold of a case's entries. Dates and limits lie in it as the entries wrote them: nothing here needs a calendar to be read. */
export interface CaseState {
  readonly id: string
  /** 办件编号 */
  readonly number: string
  readonly phase: CasePhase
  /** The phase before the end, once archived; otherwise the same as `phase`. */
  readonly outcome: CasePhase
  readonly item: CaseItem
  /** Unit code of the deciding institution, and the office whose people see and work on the case. */
  readonly institution: string
  readonly office: string
  /** The office that took it in; null where it came over the portal and the bureau has set no office for that: every window clerk answers it. */
  readonly receivingOffice: string | null
  readonly origin: CaseOrigin
  readonly applicantKind: ApplicantKind
  /** Account that applied (for itself or as agent); null for a walk-in without an account. */
  readonly account: string | null
  /** 统一社会信用代码 of the firm that the account acts for, as its representative or agent. */
  readonly actsFor: string | null
  readonly consentsToElectronicService: boolean
  readonly applicant: ApplicantData
  /** Answers to the item's form, by field id; null once erased. */
  readonly answers: { readonly [field: string]: Json } | null
  readonly materials: readonly CaseMaterial[]
  /** Seq of the last entry that changed materials, answers or the applicant's data: a decision made on an earlier seq is refused. */
  readonly materialsSeq: number
  readonly seq: number
  readonly supplements: readonly SupplementRound[]
  /** The day on which all valid documents were there: receipt, or the last full correction. */
  readonly completeOn: PlainDate
  readonly acceptance: Acceptance | null
  readonly shortfall: readonly ShortfallMaterial[]
  /** Index into the item's steps of the step now running; the number of steps once decided. */
  readonly step: number
  /** The step now running, by name and role; null before acceptance and after the decision. */
  readonly running: RunningStep | null
  readonly stepSince: PlainDate | null
  readonly passedSteps: readonly PassedStep[]
  /** Staff ids of all who ever passed a step, also of steps later returned: none of them may decide where the item separates (分离). */
  readonly reviewers: readonly string[]
  readonly handler: StaffName | null
  readonly inspections: readonly SiteInspection[]
  readonly excluded: readonly ExcludedRun[]
  readonly extension: Extension | null
  readonly thirdParties: readonly ThirdParty[]
  readonly hearing: Hearing | null
  /** Absent where nobody ever asked. */
  readonly recusals?: readonly Recusal[]
  /** Absent where no permit is to be renewed. */
  readonly renewal?: CaseRenewal
  /** Absent where no permit of this bureau's was named. */
  readonly inHand?: PermitInHand
  /** Absent where the applicant never stated anything; so with the requests. */
  readonly statements?: readonly Statement[]
  readonly dataRequests?: readonly DataRequest[]
  readonly decision: CaseDecision | null
  /** Sent up to the organ that decides, and what it decided (行政许可法 35); absent where this organ decides. */
  readonly forwarded?: Forwarded
  /** Absent where nothing was ever announced; so with what became of the permit and until when the applicant may not apply again. */
  readonly measures?: readonly IntendedMeasure[]
  readonly permit?: PermitLife
  readonly barredUntil?: PlainDate
  readonly papers: readonly PaperRef[]
  readonly servedOn: PlainDate | null
  /** Absent where nothing was announced; so with the remedies where nothing that burdens was served, or by an older version. */
  readonly announcements?: readonly ServiceAnnouncement[]
  readonly remedies?: Remedies
  /** Pictures of papers that were left behind. */
  readonly servicePhotos?: readonly FileName[]
  readonly legs: { readonly [leg in LegName]?: CaseLeg }
  readonly crossed: readonly CrossedLine[]
  readonly reminders: number
  /** Where in the book personal data of this case lies: what an erasure names. */
  readonly personalAt: readonly number[]
  /** The personal data was erased on this day. */
  readonly erasedOn: PlainDate | null
}
