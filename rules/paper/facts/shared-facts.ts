import type { Certainty } from '../../time/calendar.ts'
import type { DayType } from '../../time/period.ts'
import type { PlainDate } from '../../time/plain-date.ts'
import type { SealPlace } from '../sheet.ts'

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

export interface BarFacts {
  readonly barredUntil: PlainDate | null
}
