import type { Calendar, Certainty } from './calendar.ts'
import { deadlinesOf } from './deadline.ts'
import { type Leg, openStop } from './leg.ts'
import type { PlainDate } from './plain-date.ts'

/** `red-promise`: over the promise, the law still kept. `red`: over the law's limit. `stopped`: the clock stands and nothing is overdue. */
export type Light = 'green' | 'yellow' | 'red-promise' | 'red' | 'stopped'

/** What an entry stores when a clock starts or moves, so that a colour needs no calendar later and a fold nothing outside the book. */
export type StoredDeadlines = {
  readonly stopped: boolean
  readonly plannedEnd: PlainDate | null
  readonly yellowOn: PlainDate | null
  readonly promisedDue: PlainDate | null
  readonly statutoryDue: PlainDate | null
  /** What the dates become if an open stop ends as announced. */
  readonly projectedPromisedDue: PlainDate | null
  readonly projectedStatutoryDue: PlainDate | null
  /** Of the least certain date here. */
  readonly certainty: Certainty
  /** Of each line for itself, so that a promise in December fires though the law's limit lies beyond the tables; absent from older entries. */
  readonly lines?: { readonly yellow: Certainty; readonly promised: Certainty; readonly statutory: Certainty }
  readonly calendarVersion: string
}

/** The dates to store for a leg. The yellow line is the promise's, or the law's where nothing is promised. */
export function storedDeadlines(leg: Leg, calendar: Calendar): StoredDeadlines {
  const { statutory, promised } = deadlinesOf(leg, calendar)
  const open = openStop(leg)
  return {
    stopped: open !== undefined,
    plannedEnd: open?.plannedEnd ?? null,
    yellowOn: (promised ?? statutory)?.yellowOn ?? null,
    promisedDue: promised?.due ?? null,
    statutoryDue: statutory?.due ?? null,
    projectedPromisedDue: promised?.projected ?? null,
    projectedStatutoryDue: statutory?.projected ?? null,
    certainty: statutory?.certainty === 'provisional' || promised?.certainty === 'provisional' ? 'provisional' : 'final',
    lines: {
      yellow: (promised ?? statutory)?.yellowCertainty ?? 'final',
      promised: promised?.certainty ?? 'final',
      statutory: statutory?.certainty ?? 'final',
    },
    calendarVersion: calendar.version,
  }
}

/** The light of a running leg on a day, from stored dates alone. The due day itself is not overdue. */
export function lightOf(stored: Pick<StoredDeadlines, 'stopped' | 'yellowOn' | 'promisedDue' | 'statutoryDue'>, today: PlainDate): Light {
  if (stored.statutoryDue !== null && today > stored.statutoryDue) return 'red'
  if (stored.promisedDue !== null && today > stored.promisedDue) return 'red-promise'
  if (stored.stopped) return 'stopped'
  return stored.yellowOn !== null && today >= stored.yellowOn ? 'yellow' : 'green'
}
