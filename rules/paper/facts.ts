import type { Certainty } from '../time/calendar.ts'
import type { DayType } from '../time/period.ts'
import type { PlainDate } from '../time/plain-date.ts'
import type { CancellationGround, RevocationGround, TakingGround, WithdrawalGround } from './permit-grounds.ts'
import type { SealPlace } from './sheet.ts'

/** What the bureau says of itself on every paper. Configuration, with validity dates kept elsewhere. */
export interface BureauFacts {
  readonly name: string
  /** 发文机关标志; mostly the name, some bureaus add 文件. */
  readonly heading: string
  /** 机关代字: 秦开审批. */
  readonly letterCode: string
  /** Where reconsideration is asked (行政复议法 24): a local question for a development zone. */
  readonly reviewOrgan: string
  /** Web address for asking reconsideration; must be offered where papers are served online (行政复议法 22). */
  readonly onlineReview?: string
  /** Court of the first instance for an administrative suit. */
  readonly court: string
  readonly address: string
  readonly phone: string
  readonly seal: SealPlace
  /** 样张 · 演示; set for every bureau without a licensed seal. */
  readonly watermark?: string
}

export interface ApplicantFacts {
  readonly name: string
  /** A natural person is addressed 你, a firm or another body 你单位. */
  readonly kind: 'person' | 'organisation'
  /** Who acts for the applicant, where someone does. */
  readonly agent?: string
}

export interface CaseFacts {
  /** 办件编号 */
  readonly number: string
  readonly itemName: string
  /** permit 行政许可 · registration 登记 · filing 备案: the word the decision uses. */
  readonly procedure: 'permit' | 'registration' | 'filing'
  readonly applicant: ApplicantFacts
  /** The day the application was received (收到申请之日). */
  readonly receivedOn: PlainDate
}

/** Where the reader checks that the paper is real: the QR code's text, and the words under it. */
export interface VerificationFacts {
  readonly text: string
  readonly caption: string
}

/** What every paper of a case needs. Each kind adds its own; a fact left out is a compile error, never a gap in print. */
export interface PaperFacts {
  readonly bureau: BureauFacts
  /** Complete number, from `formatPaperNumber`. */
  readonly number: string
  readonly date: PlainDate
  readonly case: CaseFacts
  readonly verification?: VerificationFacts
}

/** A period with its end, as a clock computed it. `from` is the day of the event; counting starts the next day (民法典 201). */
export interface LimitFacts {
  readonly days: number
  readonly dayType: DayType
  readonly from: PlainDate
  readonly due: PlainDate
  readonly certainty: Certainty
  /** Article or 承诺. */
  readonly article: string
}

export interface MaterialFacts {
  readonly name: string
  readonly form: 'paper' | 'electronic'
  /** Both 0 for an electronic one. */
  readonly originals: number
  readonly copies: number
}

export interface ReceiptFacts extends PaperFacts {
  readonly materials: readonly MaterialFacts[]
  /** HH:MM, Asia/Shanghai. */
  readonly receivedAt: string
  readonly channel: 'portal' | 'counter' | 'post'
  /** The clerk or, for the portal, the system's own name. */
  readonly receivedBy: string
  /** The working day from which it counts, where it came after hours. */
  readonly countsFrom?: PlainDate
  /** By when the applicant is told of acceptance or of all faults (行政许可法 32(1)(4)); a filing has its own. */
  readonly answerBy: LimitFacts
  /** Who may not apply again yet was turned away in the same breath: there is nothing left to answer. */
  readonly turnedAway?: true
}

export interface NotPermitMatterFacts extends PaperFacts {
  /** Why the matter needs no permit, as a clause without a full stop. */
  readonly reason: string
  /** 法律依据 in words, without 《行政许可法》第三十二条, which the paper names itself. */
  readonly basis?: string
  /** What the applicant may do instead. */
  readonly advice?: string
}

export interface FaultFacts {
  readonly material: string
  readonly fault: string
  /** What to hand in so that the fault is cured. */
  readonly correction: string
}

export interface SupplementFacts extends PaperFacts {
  /** Complete: whatever is not listed may not be asked for later (一次性告知). */
  readonly faults: readonly [FaultFacts, ...FaultFacts[]]
  /** A second notice needs its reason (the first correction was bad). */
  readonly round: { readonly first: true } | { readonly first: false; readonly ordinal: number; readonly reason: string }
  /** Where and how the correction may be handed in. */
  readonly handIn: string
  /** The last day to correct; older notices named none. */
  readonly within?: LimitFacts
  /** Only where the item's own law lets an application lapse uncorrected. */
  readonly lapse?: { readonly on: PlainDate; readonly basis: string }
}

export interface AcceptanceFacts extends PaperFacts {
  /** complete 材料齐全 · corrected 全部补正 · deemed 逾期未告知视为受理. */
  readonly ground: 'complete' | 'corrected' | 'deemed'
  readonly acceptedOn: PlainDate
  readonly statutory: LimitFacts
  readonly promised: LimitFacts
  /** Procedures whose time will not be counted, as far as known now: 听证、专家评审. */
  readonly excluded: readonly string[]
  /** The higher organ that decides, where this one only examines (行政许可法 35): the limits are then those of examining. */
  readonly superior?: string
}

export interface ShortfallFacts extends Omit<AcceptanceFacts, 'ground'> {
  readonly missing: readonly [MissingMaterialFacts, ...MissingMaterialFacts[]]
}

export interface MissingMaterialFacts {
  readonly material: string
  readonly due: PlainDate
}

export interface DeclineFacts extends PaperFacts {
  /** other-organ: not this organ's power, name the right one (32(1)(2)); otherwise a reason with its basis. */
  readonly ground:
    | { readonly kind: 'other-organ'; readonly rightOrgan: string; readonly rightOrganAddress?: string }
    | { readonly kind: 'other'; readonly basis: string }
  readonly reasons: readonly [string, ...string[]]
  /** For false statements, as with a refusal. */
  readonly falsehood?: BarFacts
}

export interface InspectorFacts {
  readonly name: string
  /** 执法证号 */
  readonly licence?: string
}

export interface InspectionFacts extends PaperFacts {
  readonly place: string
  readonly on: PlainDate
  /** HH:MM, Asia/Shanghai. */
  readonly hours?: { readonly from: string; readonly to: string }
  /** At least two (行政许可法 34). */
  readonly inspectors: readonly [InspectorFacts, InspectorFacts, ...InspectorFacts[]]
  /** Of the applicant's side, and witnesses. */
  readonly present: readonly { readonly name: string; readonly role: string }[]
  /** Whether the inspectors showed their papers and told the applicant of the right to be heard; printed only where so. */
  readonly rightsTold: boolean
  readonly findings: readonly { readonly point: string; readonly found: string; readonly conforms: boolean }[]
  readonly conforms: boolean
  readonly remarks?: string
}

export interface ThirdPartyFacts extends PaperFacts {
  readonly thirdParty: ApplicantFacts
  /** In what way the matter directly concerns a major interest of this party. */
  readonly interest: string
  /** What the applicant asks for, in words that may be shown to others. */
  readonly applicationGist: string
  readonly reply: LimitFacts
}

/** When and where the hearing is held, and by whom (48): to the applicant and every interested party. */
export interface HearingFacts extends PaperFacts {
  readonly told: ApplicantFacts
  /** 46 or 47. */
  readonly article: string
  readonly heldOn: PlainDate
  /** HH:MM; absent where only the day was set. */
  readonly startsAt?: string
  readonly place: string
  readonly chair: string
}

export interface HearingRightFacts extends PaperFacts {
  readonly told: ApplicantFacts
  /** announced: the law or the public interest demands it (46); interests: a major conflict of interests (47). */
  readonly ground:
    | { readonly kind: 'interests'; readonly interest: string /** Five days from being told (47). */; readonly request: LimitFacts }
    | { readonly kind: 'announced'; readonly basis: string }
  /** What the organ means to decide, with reasons, where it says so beforehand. */
  readonly intention?: string
}

export interface ExcludedProcedureFacts extends PaperFacts {
  /** 听证、招标、拍卖、检验、检测、检疫、鉴定、专家评审, or that of the item's own law. */
  readonly procedure: string
  /** The law that demands the procedure. */
  readonly basis: string
  /** The article that leaves its time out of the period: 行政许可法 45, or that of the item's own law. */
  readonly exclusionArticle: string
  readonly reason: string
  /** The time needed: 45 demands that it be told. */
  readonly needed: LimitFacts
  readonly startsOn: PlainDate
}

export interface ExtensionFacts extends PaperFacts {
  readonly reason: string
  readonly article: string
  readonly days: number
  readonly dayType: DayType
  readonly approver: 'organ-head' | 'government-head'
  readonly oldDue: PlainDate
  readonly newDue: PlainDate
  readonly certainty: Certainty
}

export interface GrantFacts extends PaperFacts {
  readonly acceptedOn: PlainDate
  /** 依据: laws and articles by name. */
  readonly basis: readonly [string, ...string[]]
  /** What is granted, as a clause. */
  readonly content: string
  readonly conditions: readonly string[]
  readonly validity?: { readonly from: PlainDate; readonly to: PlainDate | 'unlimited' }
  /** The certificate that follows within ten days (44). */
  readonly certificate?: { readonly name: string; readonly number?: string; readonly deliverBy: LimitFacts }
  /** The title, where the item's result has its own: 准予社会团体成立登记决定书. */
  readonly resultName?: string
  readonly inHand?: InHandFacts
}

/** The permit that is changed, renewed or given up (行政许可法 49, 50, 70), by the number of the case that granted it. */
export interface InHandFacts {
  readonly how: 'change' | 'renewal' | 'cancellation'
  readonly number: string
}

/** The permit in hand ran out undecided: deemed renewed (行政许可法 50). */
export interface RenewalFacts extends PaperFacts {
  readonly acceptedOn: PlainDate
  readonly endedOn: PlainDate
  readonly validity: { readonly from: PlainDate; readonly to: PlainDate | 'unlimited' }
  readonly inHand?: InHandFacts
  readonly certificate?: { readonly name: string; readonly deliverBy: LimitFacts }
}

export interface RefusalFacts extends PaperFacts {
  readonly acceptedOn: PlainDate
  readonly basis: readonly [string, ...string[]]
  readonly reasons: readonly [string, ...string[]]
  /** Turned away for false statements: with a warning, in matters of public safety with a bar (行政许可法 78). */
  readonly falsehood?: BarFacts
  readonly resultName?: string
}

export interface BarFacts {
  readonly barredUntil: PlainDate | null
}

export interface IntendedMeasureFacts extends PaperFacts {
  readonly measure: 'refusal' | 'revocation' | 'withdrawal' | 'change'
  /** Of a permit: of revoking it which of 行政许可法 69, of withdrawing or changing it which of 8. */
  readonly ground?: TakingGround
  /** What a changed permit is to say. */
  readonly changeTo?: string
  readonly validTo?: PlainDate
  readonly facts: string
  /** The measure will bar from applying again. */
  readonly bars: boolean
  readonly reply: LimitFacts
}

/** What granted a permit, as a later paper about it names it. */
export interface GrantedFacts {
  readonly grantedOn: PlainDate
  /** The law itself did: nobody decided by the end of the permit to be renewed (行政许可法 50). */
  readonly deemed?: true
  /** The paper that granted it, where it stands. */
  readonly decisionNumber?: string
}

export interface RevocationFacts extends PaperFacts, GrantedFacts {
  readonly ground: RevocationGround
  readonly reasons: readonly [string, ...string[]]
  readonly basis: readonly [string, ...string[]]
  /** The holder said something to what was announced. */
  readonly heard: boolean
  readonly barredUntil: PlainDate | null
}

export interface WithdrawalFacts extends Omit<RevocationFacts, 'ground' | 'barredUntil'> {
  readonly ground: WithdrawalGround
  readonly publicInterest: string
  readonly compensation: { readonly loss: boolean; readonly words: string }
}

export interface ChangeFacts extends WithdrawalFacts {
  readonly content: string
  readonly conditions: readonly string[]
  /** Its last day, where that was brought forward. */
  readonly validTo?: PlainDate
}

export interface CancellationFacts extends PaperFacts, GrantedFacts {
  readonly ground: CancellationGround
  readonly reasons: readonly [string, ...string[]]
}

export interface FirstReviewFacts extends PaperFacts {
  /** The organ that decides, to which the paper is addressed. */
  readonly superior: string
  readonly acceptedOn: PlainDate
  readonly basis: readonly [string, ...string[]]
  readonly agrees: boolean
  readonly reasons: readonly [string, ...string[]]
  /** All that the applicant handed in goes along. */
  readonly materials: readonly MaterialFacts[]
}

export interface FilingReceiptFacts extends PaperFacts {
  readonly filedOn: PlainDate
  readonly filingNumber?: string
  readonly content: readonly { readonly label: string; readonly value: string }[]
  readonly basis: readonly [string, ...string[]]
}

export interface CorrectionFacts extends PaperFacts {
  readonly original: { readonly title: string; readonly number: string; readonly date: PlainDate }
  readonly corrections: readonly [CorrectedPlace, ...CorrectedPlace[]]
}

export interface CorrectedPlace {
  readonly place: string
  readonly wrong: string
  readonly right: string
}

export interface ReplyFacts extends PaperFacts {
  /** What is answered: a statement (行政许可法 36), a request for correction or erasure of personal data (个人信息保护法 46, 47); or what becomes of a measure announced. */
  readonly about: 'statement' | 'correction' | 'erasure' | 'measure'
  readonly askedOn: PlainDate
  /** Taken up or carried out, or not. */
  readonly agreed: boolean
  readonly reasons: string
}

export interface ServiceReceiptFacts extends PaperFacts {
  readonly papers: readonly [ServedPaper, ...ServedPaper[]]
  readonly recipient: string
  readonly place: string
  readonly method: 'direct' | 'left' | 'post' | 'entrusted' | 'electronic' | 'announced'
  /** EMS number, the recipient's electronic address, the announcement's number. */
  readonly reference?: string
  readonly servedOn: PlainDate | null
  readonly servers: readonly string[]
}

export interface ServedPaper {
  readonly title: string
  readonly number: string
}

/** The facts each kind of paper needs. */
export interface FactsOf {
  readonly receipt: ReceiptFacts
  readonly 'not-permit-matter-notice': NotPermitMatterFacts
  readonly 'supplement-notice': SupplementFacts
  readonly 'acceptance-notice': AcceptanceFacts
  readonly 'shortfall-notice': ShortfallFacts
  readonly 'decline-decision': DeclineFacts
  readonly 'inspection-record': InspectionFacts
  readonly 'third-party-notice': ThirdPartyFacts
  readonly 'hearing-right-notice': HearingRightFacts
  readonly 'hearing-notice': HearingFacts
  readonly 'excluded-procedure-notice': ExcludedProcedureFacts
  readonly 'extension-notice': ExtensionFacts
  readonly 'grant-decision': GrantFacts
  readonly 'renewal-notice': RenewalFacts
  readonly 'refusal-decision': RefusalFacts
  readonly 'filing-receipt': FilingReceiptFacts
  readonly 'correction-notice': CorrectionFacts
  readonly 'reply-letter': ReplyFacts
  readonly 'first-review-opinion': FirstReviewFacts
  readonly 'intended-measure-notice': IntendedMeasureFacts
  readonly 'revocation-decision': RevocationFacts
  readonly 'withdrawal-decision': WithdrawalFacts
  readonly 'change-decision': ChangeFacts
  readonly 'cancellation-decision': CancellationFacts
  readonly 'service-receipt': ServiceReceiptFacts
}
