import type { PlainDate } from '../../time/plain-date.ts'
import type { ServiceMethod } from '../service-words.ts'
import type { ApplicantFacts, PaperFacts } from './shared-facts.ts'

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
  readonly about: 'statement' | 'correction' | 'erasure' | 'measure' | 'recusal'
  /** Where not the applicant asked. */
  readonly told?: ApplicantFacts
  readonly askedOn: PlainDate
  /** Taken up or carried out, or not. */
  readonly agreed: boolean
  readonly reasons: string
}

export interface ServiceReceiptFacts extends PaperFacts {
  readonly papers: readonly [ServedPaper, ...ServedPaper[]]
  readonly recipient: string
  readonly place: string
  readonly method: ServiceMethod
  /** EMS number, the body entrusted, the recipient's electronic address. */
  readonly reference?: string
  readonly servedOn: PlainDate | null
  readonly servers: readonly string[]
  /** Left behind: why it was not accepted, who saw it, how many pictures were taken (民事诉讼法 89). */
  readonly left?: {
    readonly because: string
    readonly witnesses: readonly { readonly name: string; readonly unit: string }[]
    readonly photos: number
  }
  /** Announced: when, and why no other way could be taken (民事诉讼法 95). */
  readonly announced?: { readonly on: PlainDate; readonly because: string }
}

export interface ServedPaper {
  readonly title: string
  readonly number: string
}
