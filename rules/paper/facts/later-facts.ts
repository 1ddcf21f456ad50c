import type { PlainDate } from '../../time/plain-date.ts'
import type { PaperFacts } from './shared-facts.ts'

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
