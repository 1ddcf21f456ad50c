import type { Act, BookEntry, EntryTexts, Loaded, NewEntry, SubjectKind, SubjectRef } from '../../act.ts'
import { refused } from '../../refusal.ts'
import type { ServiceItem } from '../../service-item/item.ts'
import { instantAtEndOfDay } from '../../time/instant.ts'
import { addMonths, type PlainDate } from '../../time/plain-date.ts'

/**
 * Who may not apply again, until when (行政许可法 78, 79): a subject for each item in whose procedure it was pronounced. What may not be applied for again is
 * the permit (该行政许可), by whichever form: the bar is read by every item under which the same permit is got, changed or renewed. Giving one up is not
 * applying for it. Such an application is taken in and turned away at once, in writing. The number of the barred person lies in the entry's personal part
 * and is erased when the bar ends or is lifted.
 */
export interface BarList {
  readonly bars: readonly Bar[]
}

export interface Bar {
  /** The case in which it was pronounced. */
  readonly case: string
  readonly from: PlainDate
  /** The last day on which an application is turned away. */
  readonly until: PlainDate
  readonly article: (typeof articles)[keyof typeof articles]
  /** Null once erased. */
  readonly idNumber: string | null
  /** Where in the book the number lies. */
  readonly position: number
}

export const barListRef = (item: string): SubjectRef => ({ kind: 'bar-list', id: item })

/** One year after false statements, three after a permit got by fraud or bribes; only in matters of public safety, health, life and property. */
const barMonths = { falsehood: 12, fraud: 36 } as const
const articles = { falsehood: '行政许可法 第七十八条', fraud: '行政许可法 第七十九条' } as const

/**
 * The last day of the bar, the corresponding day one or three years on (民法典 202); null where the item bars nobody. It is no period in which something
 * must be done, so an end on a rest day does not move.
 */
export const barredUntil = (item: Pick<ServiceItem, 'publicSafety'>, why: keyof typeof barMonths, on: PlainDate): PlainDate | null =>
  item.publicSafety === true ? addMonths(on, barMonths[why]) : null

const sameNumber = (a: string | null, b: string | null): boolean => a !== null && b !== null && a.trim().toUpperCase() === b.trim().toUpperCase()

/** The lists in which bars on applying for an item may stand: its own, and those of the other items of the same permit. */
export const barListsOf = ({ code, samePermit = [] }: Pick<ServiceItem, 'code' | 'samePermit'>): readonly SubjectRef[] =>
  [code, ...samePermit].map(barListRef)

/** The bar that stands longest against somebody's application of a day. */
export const barAgainst = (loaded: Loaded, item: Pick<ServiceItem, 'code' | 'samePermit'>, idNumber: string | null, on: PlainDate): Bar | undefined =>
  barListsOf(item)
    .flatMap((list) => loaded<BarList>(list)?.bars ?? [])
    .filter((bar) => sameNumber(bar.idNumber, idNumber) && bar.from <= on && on <= bar.until)
    .reduce<Bar | undefined>((longest, bar) => (longest === undefined || bar.until > longest.until ? bar : longest), undefined)

/** A bar with the entry that brings it; neither where the item bars nobody or the number is erased already. */
export interface Barring {
  readonly until: PlainDate | null
  readonly entries: readonly NewEntry[]
}

export const noBar: Barring = { until: null, entries: [] }

export function barred(
  item: Pick<ServiceItem, 'code' | 'publicSafety'>,
  why: keyof typeof barMonths,
  who: { readonly case: string; readonly idNumber: string | null },
  on: PlainDate,
): Barring {
  const until = barredUntil(item, why, on)
  if (until === null || who.idNumber === null) return noBar
  const data = { case: who.case, from: on, until, article: articles[why] }
  const personal = { idNumber: who.idNumber }
  return { until, entries: [{ subject: barListRef(item.code), type: 'applicant-barred', version: 1, data, personal }] }
}

const erased = (subject: SubjectRef, bars: readonly Bar[], on: PlainDate, reason: string): NewEntry => ({
  subject,
  type: 'personal-erased',
  version: 1,
  data: { on, reason, positions: bars.map(({ position }) => position) },
})

/** Takes a bar back, say because the decision behind it fell, and erases the number. */
export const lifted = (subject: SubjectRef, bar: Bar, on: PlainDate, reason: string): readonly NewEntry[] => [
  { subject, type: 'bar-lifted', version: 1, data: { case: bar.case, on, reason } },
  erased(subject, [bar], on, '再次申请限制已经撤销'),
]

const texts: EntryTexts = {
  open: { '*': ['case', 'on'], 'applicant-barred': ['from', 'until', 'article'] },
  veiled: { 'bar-lifted': ['reason'], 'personal-erased': ['reason'] },
}

export const barListKind: SubjectKind<BarList> = {
  kind: 'bar-list',
  texts,
  fold(state = { bars: [] }, entry: BookEntry) {
    const data = entry.data as unknown
    switch (entry.type) {
      case 'applicant-barred': {
        const idNumber = (entry.personal as { readonly idNumber?: string } | undefined)?.idNumber ?? null
        return { bars: [...state.bars, { ...(data as Omit<Bar, 'idNumber' | 'position'>), idNumber, position: entry.position }] }
      }
      case 'bar-lifted':
        return { bars: state.bars.filter((bar) => bar.case !== (data as { readonly case: string }).case) }
      case 'bars-ended':
        return { bars: state.bars.filter(({ until }) => until >= (data as { readonly on: PlainDate }).on) }
      case 'personal-erased':
      case 'personal-corrected':
        return state
      default:
        throw new Error(`unknown entry ${entry.type}`)
    }
  },
  timers: ({ bars }) =>
    bars.length === 0
      ? []
      : [
          {
            name: 'bars-end',
            dueAt: instantAtEndOfDay(bars.map(({ until }) => until).reduce((a, b) => (a < b ? a : b))),
            act: 'end-bars',
            certainty: 'final',
          },
        ],
}

/** By itself, when a bar's last day has passed: it is taken off the list, and the number with it. Refusals: `not-due-yet`. */
export const endBars: Act<{ readonly subject: SubjectRef; readonly timer: string }> = {
  name: 'end-bars',
  needs: ({ subject }) => [subject],
  decide({ subject }, loaded, { today }) {
    const over = loaded<BarList>(subject)?.bars.filter(({ until }) => until < today) ?? []
    if (over.length === 0) return refused('not-due-yet')
    return {
      entries: [{ subject, type: 'bars-ended', version: 1, data: { on: today } }, erased(subject, over, today, '再次申请限制已经届满')],
      answer: {},
    }
  },
}
