declare const plainDate: unique symbol

/** A calendar day in Asia/Shanghai, `YYYY-MM-DD`. Not a Date: a day has no hour and no zone, and strings of this shape sort by time. */
export type PlainDate = string & { readonly [plainDate]: 'PlainDate' }

/** The first and last day the product reckons with. */
export const FIRST_DAY = '1900-01-01' as PlainDate
export const LAST_DAY = '2199-12-31' as PlainDate

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const isLeap = (year: number) => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)

/** Days in a month, `month` 1–12. */
const daysInMonth = (year: number, month: number): number => (month === 2 && isLeap(year) ? 29 : monthLengths[month - 1]!)

/** Days since 1970-01-01 of a civil date in the proleptic Gregorian calendar: years are counted from March so that the leap day comes last. */
function numberOfCivil(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468
}

/** A number written in so many digits; NaN where anything else stands. */
export const digitsAt = (text: string, from: number, length: number): number => {
  let value = 0
  for (let i = from; i < from + length; i++) {
    const digit = text.charCodeAt(i) - 48
    if (!(digit >= 0 && digit <= 9)) return Number.NaN
    value = value * 10 + digit
  }
  return value
}

/** Year, month (1–12) and day of month of a day. */
export const partsOf = (day: PlainDate) => ({ year: digitsAt(day, 0, 4), month: digitsAt(day, 5, 2), dayOfMonth: digitsAt(day, 8, 2) })

/** Days since 1970-01-01 (negative before): the number that calendars and sums work on. */
export const dayNumber = (day: PlainDate): number => numberOfCivil(digitsAt(day, 0, 4), digitsAt(day, 5, 2), digitsAt(day, 8, 2))

const padded = (value: number) => (value < 10 ? `0${value}` : String(value))
const written = (year: number, month: number, day: number) => `${year}-${padded(month)}-${padded(day)}` as PlainDate

export const FIRST_DAY_NUMBER = dayNumber(FIRST_DAY)
export const LAST_DAY_NUMBER = dayNumber(LAST_DAY)

/** The day of a day number. Throws RangeError outside 1900–2199: callers hold periods within bounds, so only a bug gets there. */
export function dayOfNumber(n: number): PlainDate {
  if (!(n >= FIRST_DAY_NUMBER && n <= LAST_DAY_NUMBER)) throw new RangeError(`day number ${n} lies outside ${FIRST_DAY} to ${LAST_DAY}`)
  const shifted = n + 719468
  const era = Math.floor(shifted / 146097)
  const dayOfEra = shifted - era * 146097
  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365)
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return written(year, month, dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1)
}

/** A real day written strictly `YYYY-MM-DD`, of the years 1900–2199; undefined for anything else. */
export function parsePlainDate(text: string): PlainDate | undefined {
  if (text.length !== 10 || text[4] !== '-' || text[7] !== '-') return undefined
  const year = digitsAt(text, 0, 4)
  const month = digitsAt(text, 5, 2)
  const day = digitsAt(text, 8, 2)
  if (!(year >= 1900 && year <= 2199 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month))) return undefined
  return text as PlainDate
}

/** The day `n` natural days later (earlier when negative). */
export const addDays = (day: PlainDate, n: number): PlainDate => dayOfNumber(dayNumber(day) + n)

/** Natural days from `from` to `to`: 1 from a day to the next, negative backwards. */
export const daysBetween = (from: PlainDate, to: PlainDate): number => dayNumber(to) - dayNumber(from)

/** 1 Monday … 7 Sunday. */
export const weekdayOf = (day: PlainDate): number => weekdayOfNumber(dayNumber(day))
export const weekdayOfNumber = (n: number): number => ((((n + 3) % 7) + 7) % 7) + 1

export const maxDate = (a: PlainDate, b: PlainDate): PlainDate => (a > b ? a : b)
export const minDate = (a: PlainDate, b: PlainDate): PlainDate => (a < b ? a : b)

/**
 * The last day of something valid from `first` on, that day included, for `n` months: the eve of the corresponding day, or the last day of a month that
 * has none (民法典 第二百零二条).
 */
export function lastDayOfMonths(first: PlainDate, n: number): PlainDate {
  const end = addMonths(first, n)
  return partsOf(end).dayOfMonth === partsOf(first).dayOfMonth ? addDays(end, -1) : end
}

/** The corresponding day `n` months later; where the month has none, its last day (民法典 第二百零二条). */
export function addMonths(day: PlainDate, n: number): PlainDate {
  const { year, month, dayOfMonth } = partsOf(day)
  const months = year * 12 + (month - 1) + n
  const toYear = Math.floor(months / 12)
  const toMonth = months - toYear * 12 + 1
  const result = parsePlainDate(written(toYear, toMonth, Math.min(dayOfMonth, daysInMonth(toYear, toMonth))))
  if (result === undefined) throw new RangeError(`${n} months from ${day} lie outside ${FIRST_DAY} to ${LAST_DAY}`)
  return result
}
