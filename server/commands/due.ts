import type { Readable, Writable } from 'node:stream'
import { publishedTables } from '../../data/calendars/load.ts'
import { buildCalendar, type Calendar } from '../../rules/time/calendar.ts'
import { dueDate, endsInReach } from '../../rules/time/period.ts'
import { parsePlainDate } from '../../rules/time/plain-date.ts'
import { answerLines } from './answer-lines.ts'

/** The answer's last two fields for one line, or the code of what is wrong with it. */
function answerTo(line: string, calendar: Calendar): string {
  const fields = line.split(',')
  if (line === '') return ',error:blank-line'
  if (fields.length !== 3) return ',error:field-count'
  const start = parsePlainDate(fields[0]!)
  if (start === undefined) return ',error:received'
  if (!/^[0-9]+$/.test(fields[1]!)) return ',error:days'
  const dayType = fields[2]
  if (dayType !== 'workday' && dayType !== 'calendar') return ',error:day-type'
  const period = { days: Number(fields[1]), dayType } as const
  if (!endsInReach(start, period, calendar)) return ',error:days-out-of-range'
  const { due, certainty } = dueDate(start, period, calendar)
  return `${due},${certainty}`
}

/**
 * Reads lines `received,days,day_type` (`workday` or `calendar`) and answers `received,days,day_type,due,certainty`.
 * A bad line is answered by itself and `,,error:<code>`: `blank-line`, `field-count`, `received`, `days`, `day-type`, `days-out-of-range`.
 */
export async function run(input: Readable, output: Writable): Promise<void> {
  const calendar = buildCalendar(publishedTables())
  await answerLines(input, output, (line) => `${line},${answerTo(line, calendar)}`)
}
