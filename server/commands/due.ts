import type { Readable, Writable } from 'node:stream'
import { publishedTables } from '../../data/calendars/load.ts'
import { buildCalendar, type Calendar } from '../../rules/time/calendar.ts'
import { dueDate, endsInReach } from '../../rules/time/period.ts'
import { parsePlainDate } from '../../rules/time/plain-date.ts'
import { answerLines, wrongCall } from './answer-lines.ts'

const usage = `用法：oneseal due < 文件
  每行 收到日,天数,workday 或 calendar（如 2026-03-02,5,workday），逐行答复到期日和 final（确定）或 provisional（暂定）。
`

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
 * It takes no arguments: whoever gives some is told how it is called, rather than left waiting for lines.
 */
export async function run(input: Readable, output: Writable, args: readonly string[]): Promise<number> {
  if (args.length > 0) return wrongCall(usage)
  const calendar = buildCalendar(publishedTables())
  return answerLines(input, output, (line) => `${line},${answerTo(line, calendar)}`)
}
