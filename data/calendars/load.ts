import { readdirSync, readFileSync } from 'node:fs'
import type { CalendarNotice, CalendarTable, NamedDay } from '../../rules/time/calendar.ts'
import { type PlainDate, parsePlainDate } from '../../rules/time/plain-date.ts'

type Raw = { readonly [name: string]: unknown }

/** Reads one field or says which file and field is wrong: a table with a slip in it must never reach a due date. */
function fieldsOf(file: string) {
  const wrong = (field: string, value: unknown) => new Error(`data/calendars/${file}: ${field} is not valid: ${JSON.stringify(value)}`)
  const text = (raw: Raw, field: string): string => {
    const value = raw[field]
    if (typeof value !== 'string' || value === '') throw wrong(field, value)
    return value
  }
  const day = (raw: Raw, field: string): PlainDate => {
    const value = parsePlainDate(text(raw, field))
    if (value === undefined) throw wrong(field, raw[field])
    return value
  }
  const list = (raw: Raw, field: string): readonly Raw[] => {
    const value = raw[field]
    if (!Array.isArray(value)) throw wrong(field, value)
    return value
  }
  const named = (raw: Raw): NamedDay => ({ day: day(raw, 'day'), name: text(raw, 'name') })
  const notice = (raw: Raw): CalendarNotice => {
    if (raw.source !== 'read' && raw.source !== 'recalled') throw wrong('source', raw.source)
    return {
      notice: text(raw, 'notice'),
      noticeTitle: text(raw, 'noticeTitle'),
      noticeDate: day(raw, 'noticeDate'),
      source: raw.source,
      off: list(raw, 'off').map(named),
      work: list(raw, 'work').map(named),
    }
  }
  return (raw: Raw): CalendarTable => {
    if (!Number.isInteger(raw.year) || file !== `${raw.year}.json`) throw wrong('year', raw.year)
    const amendments = raw.amendments === undefined ? [] : list(raw, 'amendments').map(notice)
    return { year: Number(raw.year), ...notice(raw), ...(amendments.length > 0 && { amendments }) }
  }
}

/** One calendar table as JSON text, `file` being its name (`2026.json`), which must say the year. Throws an Error naming file and field. */
export const readTable = (file: string, json: string): CalendarTable => fieldsOf(file)(JSON.parse(json))

/** The tables that ship with the product, one file per year beside this one, in order of years. Throws if one of them is broken. */
export function publishedTables(): CalendarTable[] {
  const names = readdirSync(import.meta.dirname).filter((name) => /^\d{4}\.json$/.test(name))
  return names.toSorted().map((name) => readTable(name, readFileSync(`${import.meta.dirname}/${name}`, 'utf8')))
}
