import fc from 'fast-check'
import type { Result } from '../../refusal.ts'
import { endLeg, extendLeg, resumeLeg, startLeg, stopLeg } from '../clock.ts'
import type { Leg, Limit } from '../leg.ts'
import type { Period } from '../period.ts'
import type { PlainDate } from '../plain-date.ts'
import { anyPeriod, calendarOf, fromPool, someDay } from './arbitraries.ts'
import { d, nextDay, type RawCalendar } from './day-oracle.ts'

export const reviewLimit: Limit = { days: 20, dayType: 'workday', article: '行政许可法 第四十二条' }

/** The value of a result that must not be a refusal. */
export function granted<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`)
  return result.value
}

/** A review leg that starts on a day, 20 working days by law and 10 by promise unless told otherwise. */
export const reviewFrom = (startedOn: string, more: Partial<Leg> = {}): Leg =>
  granted(
    startLeg({
      name: 'review',
      startedOn: d(startedOn),
      startReason: '材料齐全，予以受理',
      startArticle: '行政许可法 第三十二条',
      statutory: reviewLimit,
      promised: { days: 10, dayType: 'workday', article: 'promise' },
      ...more,
    }),
  )

export const expertReview = (from: string, days: number) => ({
  kind: 'expert-review',
  reason: '需要专家评审',
  article: '行政许可法 第四十五条',
  document: '特告〔2026〕1号',
  from: d(from),
  planned: { days, dayType: 'workday' as const },
})

export const extension = (on: string, days = 10) => ({
  days,
  dayType: 'workday' as const,
  article: '行政许可法 第四十二条',
  on: d(on),
  approvedBy: '局长',
  reason: '情况复杂',
})

type Step = { readonly wait: number } & ({ readonly kind: 'stop' | 'extend'; readonly period: Period } | { readonly kind: 'resume' | 'end' })

const wait = fc.integer({ min: 0, max: 12 })
const period = anyPeriod(15, 1)
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('stop' as const), wait, period }) },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('resume' as const), wait }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('extend' as const), wait, period }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('end' as const), wait }) },
)

export interface LegStory {
  readonly raw: RawCalendar
  /** The leg after its start and after every step that was not refused. */
  readonly legs: readonly Leg[]
  /** The day of the last event. */
  readonly last: PlainDate
}

/** A leg on a made-up calendar with random limits, stopped, resumed, extended and ended at random; refused steps are left out. */
export const anyLegStory: fc.Arbitrary<LegStory> = fc
  .record({
    raw: fromPool,
    start: someDay,
    statutory: fc.option(anyPeriod(40)),
    promised: fc.option(anyPeriod(30)),
    steps: fc.array(anyStep, { maxLength: 10 }),
  })
  .map(({ raw, start, statutory, promised, steps }) => {
    const calendar = calendarOf(raw)
    const law = statutory && { ...statutory, article: '法' }
    const longer = law && promised && law.dayType === promised.dayType && promised.days > law.days
    const word = promised && { ...promised, days: longer ? law.days : promised.days, article: 'promise' }
    const legs = [reviewFrom(start, { statutory: law, promised: word })]
    let day = start
    for (const step of steps) {
      day = nextDay(day, step.wait)
      const leg = legs.at(-1)!
      const result =
        step.kind === 'stop'
          ? stopLeg(leg, { ...expertReview(day, 1), planned: step.period }, calendar)
          : step.kind === 'resume'
            ? resumeLeg(leg, day)
            : step.kind === 'extend'
              ? extendLeg(leg, { ...extension(day), ...step.period }, calendar)
              : endLeg(leg, day, '办结')
      if (result.ok) legs.push(result.value)
    }
    return { raw, legs, last: day }
  })
