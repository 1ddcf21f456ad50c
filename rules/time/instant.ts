import { addDays, dayNumber, dayOfNumber, digitsAt, type PlainDate, parsePlainDate } from './plain-date.ts'

const DAY_MILLIS = 86_400_000
const SHANGHAI_MILLIS = 8 * 3_600_000
const shape = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(?:Z|([+-])(\d{2}):?(\d{2}))$/

/** The form in which the product itself writes instants, `2026-03-01T08:00:00.000+08:00`, read without the pattern: it comes by the thousand. */
function millisOfOwnForm(iso: string): number | undefined {
  if (iso.length !== 29 || !iso.endsWith('+08:00') || iso[10] !== 'T' || iso[13] !== ':' || iso[16] !== ':' || iso[19] !== '.') return undefined
  const day = parsePlainDate(iso.slice(0, 10))
  const [hour, minute, second, millis] = [digitsAt(iso, 11, 2), digitsAt(iso, 14, 2), digitsAt(iso, 17, 2), digitsAt(iso, 20, 3)]
  if (day === undefined || !(hour < 24 && minute < 60 && second < 60 && millis < 1000)) return undefined
  return dayNumber(day) * DAY_MILLIS + ((hour * 60 + minute) * 60 + second) * 1000 + millis - SHANGHAI_MILLIS
}

/**
 * Milliseconds since 1970-01-01T00:00Z of an ISO 8601 instant with `Z` or an offset; undefined for anything else.
 * Only instants from 1992 on are meant: before that China had a summer time that this product has no use for.
 */
export function millisOfInstant(iso: string): number | undefined {
  const own = millisOfOwnForm(iso)
  if (own !== undefined) return own
  const match = shape.exec(iso)
  if (!match) return undefined
  const day = parsePlainDate(match[1]!)
  const [hour, minute, second] = [Number(match[2]), Number(match[3]), Number(match[4] ?? 0)]
  const [offsetHours, offsetMinutes] = [Number(match[7] ?? 0), Number(match[8] ?? 0)]
  if (day === undefined || hour > 24 || minute > 59 || second > 59 || offsetHours > 14 || offsetMinutes > 59) return undefined
  if (hour === 24 && (minute > 0 || second > 0)) return undefined
  const millis = Math.floor(Number(`0.${match[5] ?? 0}`) * 1000)
  const offset = (match[6] === '-' ? -1 : 1) * (offsetHours * 60 + offsetMinutes) * 60_000
  return dayNumber(day) * DAY_MILLIS + ((hour * 60 + minute) * 60 + second) * 1000 + millis - offset
}

const two = (value: number) => String(value).padStart(2, '0')

/** ISO 8601 with +08:00 and milliseconds of a count of milliseconds since 1970-01-01T00:00Z. */
export function instantOfMillis(millis: number): string {
  const local = millis + SHANGHAI_MILLIS
  const day = dayOfNumber(Math.floor(local / DAY_MILLIS))
  const rest = local - Math.floor(local / DAY_MILLIS) * DAY_MILLIS
  const seconds = Math.floor(rest / 1000)
  const clock = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
  return `${day}T${clock}.${String(Math.floor(rest % 1000)).padStart(3, '0')}+08:00`
}

/** The day in Asia/Shanghai on which an ISO 8601 instant falls. Throws RangeError for text that is no instant: only a bug hands one in. */
export function plainDateOfInstant(iso: string): PlainDate {
  const millis = millisOfInstant(iso)
  if (millis === undefined) throw new RangeError(`not an instant with an offset: ${iso}`)
  return dayOfNumber(Math.floor((millis + SHANGHAI_MILLIS) / DAY_MILLIS))
}

/** 00:00 of a day in Asia/Shanghai. */
export const instantAtStartOfDay = (day: PlainDate): string => `${day}T00:00:00.000+08:00`

/** 24:00 of a day, which is 00:00 of the next: the last day of a period ends there (民法典 第二百零三条). */
export const instantAtEndOfDay = (day: PlainDate): string => instantAtStartOfDay(addDays(day, 1))

/** HH:MM of a day of 24 hours. */
export const isTimeOfDay = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text)
