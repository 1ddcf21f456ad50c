import type { ServiceMethod } from '../../paper/service-words.ts'
import type { Refusal } from '../../refusal.ts'
import { parsePlainDate, type PlainDate } from '../../time/plain-date.ts'
import type { FileName, CaseState } from '../standing/state.ts'

/*
 * How a paper reaches somebody. The permit law says only by when (44); what each way demands is that of 民事诉讼法 87–91, which organs follow for want of a
 * rule of their own. Service by announcement (95) takes thirty days and has acts of its own.
 */

export interface ServedHow {
  readonly method: Exclude<ServiceMethod, 'announced'>
  /** By post the number of the letter, entrusted the body that serves, electronically the address where it is not the portal's inbox. */
  readonly reference?: string
  /** Left behind: why it was not accepted, and who of the neighbourhood's or the employer's body saw it, or what was recorded. */
  readonly refusedBecause?: string
  readonly witnesses?: readonly { readonly name: string; readonly unit: string }[]
  readonly photos?: readonly FileName[]
  /** The day the letter was posted. */
  readonly postedOn?: string
}

const blank = (text: string | undefined): boolean => (text ?? '').trim() === ''

type Served = Pick<CaseState, 'consentsToElectronicService' | 'account'>

/**
 * What the method demands and was not given. Refusals: `left-needs-reason`, `left-needs-witness`, `post-needs-reference`, `date-invalid`, `served-before-posted`,
 * `entrusted-needs-body`, `no-consent-to-electronic-service`, `electronic-needs-address`.
 */
export function serviceFault(how: ServedHow, on: PlainDate, { consentsToElectronicService, account }: Served): Refusal | undefined {
  switch (how.method) {
    case 'direct':
      return undefined
    case 'left': {
      const article = '民事诉讼法 第八十九条'
      if (blank(how.refusedBecause)) return { code: 'left-needs-reason', article }
      const seen = (how.witnesses ?? []).some(({ name, unit }) => !blank(name) && !blank(unit)) || (how.photos ?? []).length > 0
      return seen ? undefined : { code: 'left-needs-witness', article }
    }
    case 'post': {
      if (blank(how.reference)) return { code: 'post-needs-reference', article: '民事诉讼法 第九十一条' }
      if (how.postedOn === undefined) return undefined
      const posted = parsePlainDate(how.postedOn)
      if (posted === undefined) return { code: 'date-invalid', detail: { date: how.postedOn } }
      return on < posted ? { code: 'served-before-posted', article: '民事诉讼法 第九十一条', detail: { date: on, posted } } : undefined
    }
    case 'entrusted':
      return blank(how.reference) ? { code: 'entrusted-needs-body', article: '民事诉讼法 第九十一条' } : undefined
    case 'electronic': {
      const article = '民事诉讼法 第九十条'
      if (!consentsToElectronicService) return { code: 'no-consent-to-electronic-service', article }
      // Without an account there is no inbox here: the system that it went to must be named.
      return account === null && blank(how.reference) ? { code: 'electronic-needs-address', article } : undefined
    }
  }
}
