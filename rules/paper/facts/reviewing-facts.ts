import type { Certainty } from '../../time/calendar.ts'
import type { DayType } from '../../time/period.ts'
import type { PlainDate } from '../../time/plain-date.ts'
import type { ApplicantFacts, LimitFacts, MaterialFacts, PaperFacts } from './shared-facts.ts'

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
  /** The day announced before, and why it was given up. */
  readonly postponed?: { readonly from: PlainDate; readonly because: string }
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
