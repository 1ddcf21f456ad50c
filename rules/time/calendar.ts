import type { PlainDate } from './plain-date.ts'

/** `final` while every day walked lies in published tables; `provisional` beyond them, and in the last three days of the last published year. */
export type Certainty = 'final' | 'provisional'

/** Which days are working days (行政许可法 82), as published by the State Council year by year, with extraordinary days added by notice. */
export interface Calendar {
  /** Changes whenever any table or extraordinary day changes; written into every entry that computes a due date. */
  readonly version: string
  isWorkday(day: PlainDate): boolean
  certaintyOf(day: PlainDate): Certainty
}
