import type { Period } from './period.ts'
import { addMonths, daysBetween, parsePlainDate } from './plain-date.ts'

/** The fewest and the most natural days that a period comes to, whatever day it starts on and however the holidays fall. */
export interface Reach {
  readonly least: number
  readonly most: number
}

/**
 * Five working days are seven days, but for make-up days around a holiday (at most three too few in the published tables) and for the holidays
 * themselves (at most nine days at once, fewer than thirty in a year). Two more of each are allowed for what may yet be published.
 */
const workdayReach = (days: number): Reach => ({
  least: Math.max(days, Math.floor((days * 7) / 5) - 5),
  most: days === 0 ? 0 : Math.ceil((days * 7) / 5) + 12 + Math.ceil(days / 12),
})

/** Years round 2100, which has no leap day: the shortest and the longest months, alone and in a row, lie among them. */
const starts = Array.from({ length: 17 * 12 }, (_, i) => `${2088 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`)
  .flatMap((month) => ['01', '28', '29', '30', '31'].map((day) => parsePlainDate(`${month}-${day}`)))
  .filter((day) => day !== undefined)

function monthReach(months: number): Reach {
  const lengths = starts.map((start) => daysBetween(start, addMonths(start, months)))
  return { least: Math.min(...lengths), most: Math.max(...lengths) }
}

export const reachOf = ({ days, dayType }: Period): Reach =>
  dayType === 'workday' ? workdayReach(days) : dayType === 'calendar' ? { least: days, most: days } : monthReach(days)

/** An end in natural days or months on a rest day moves on by less than this. */
const farthestRoll = 11
const rolls = ({ days, dayType }: Period) => days > 0 && dayType !== 'workday'

/**
 * Whether `period` ends later than `other` when both begin on the same day: `never` and `always` hold on whatever day that is, `sometimes` is for the
 * calendar to say case by case.
 */
export function endsLater(period: Period, other: Period): 'never' | 'sometimes' | 'always' {
  if (period.dayType === other.dayType) return period.days > other.days ? 'always' : 'never'
  const [own, its] = [reachOf(period), reachOf(other)]
  if (own.most + (rolls(period) && !rolls(other) ? farthestRoll : 0) <= its.least) return 'never'
  return own.least > its.most + (rolls(other) && !rolls(period) ? farthestRoll : 0) ? 'always' : 'sometimes'
}
