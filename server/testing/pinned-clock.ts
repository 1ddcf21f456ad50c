import { instantOfMillis, millisOfInstant } from '../../rules/time/instant.ts'

/** A clock that stands until a test moves it. Days and times are Asia/Shanghai. */
export interface PinnedClock {
  readonly now: () => Date
  /** `set('2026-03-05')` is nine in the morning of that day; `set('2026-03-05', '17:40')`. */
  set(day: string, time?: string): void
  advance(by: { readonly days?: number; readonly hours?: number; readonly minutes?: number; readonly seconds?: number }): void
  /** As entries have it: ISO 8601 with +08:00. */
  instant(): string
}

export function pinClock(day: string): PinnedClock {
  let millis = at(day, '09:00')
  return {
    now: () => new Date(millis),
    set(newDay, time = '09:00') {
      millis = at(newDay, time)
    },
    advance({ days = 0, hours = 0, minutes = 0, seconds = 0 }) {
      millis += (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000
    },
    instant: () => instantOfMillis(millis),
  }
}

function at(day: string, time: string): number {
  const millis = millisOfInstant(`${day}T${time}:00+08:00`)
  if (millis === undefined) throw new Error(`not a time: ${day} ${time}`)
  return millis
}
