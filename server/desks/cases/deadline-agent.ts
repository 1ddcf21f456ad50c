import { spokenDate } from '../../../contract/reason-texts.ts'
import { publishedTables } from '../../../data/calendars/load.ts'
import { calendarKind, calendarOfBook, calendarRef, emptyBook } from '../../../rules/calendar/calendar-book.ts'
import type { CalendarTable, ExtraordinaryDay } from '../../../rules/time/calendar.ts'
import type { Agent } from '../../platform/agents/agents.ts'
import type { Database } from '../../platform/database/database.ts'
import { readSubject } from '../../platform/writer/subjects.ts'

const page = 500

/** Cases with a running leg, those that wait for a correction, and those in which something was announced or asked that may still be answered, though the case itself be over. */
const concerned = `select id from (
    (select id from case_row where bureau = $1 and leg is not null and id > $2 order by id limit $3)
    union (select id from case_row where bureau = $1 and supplement_due is not null and id > $2 order by id limit $3)
    union (select distinct case_id from paper_row where bureau = $1 and kind = 'intended-measure-notice' and case_id > $2 order by case_id limit $3)
    union (select id from case_row where bureau = $1 and asked_on is not null and id > $2 order by id limit $3)
  ) as concerned order by id limit $3`

/** What moved the days, in words: the notice of a year's table, or the document of one day. */
function reasonOf({ type, data }: { readonly type: string; readonly data: unknown }): string {
  if (type === 'calendar-table-published') {
    const { year, notice } = data as CalendarTable
    return `${year}年放假安排（${notice}）公布`
  }
  const { day, workday, document, reason } = data as ExtraordinaryDay
  return `${spokenDate(day)}改为${workday ? '上班' : '休息'}（${document}：${reason}）`
}

/**
 * When the working calendar changes, every case whose legs or told days it moves gets a `deadlines-moved` entry. Cases opened meanwhile are reckoned by the new calendar
 * already and answer that nothing changed.
 */
export const deadlineAgent = (database: Database): Agent => {
  const shipped = publishedTables()
  return {
    name: 'case-deadlines',
    types: ['calendar-table-published', 'extraordinary-day-declared'],
    async react(entry, hands, bureau) {
      const because = reasonOf(entry)
      const book = (await readSubject(database, bureau, calendarKind, calendarRef.id))?.state ?? emptyBook
      const calendarVersion = calendarOfBook(shipped, book).version
      for (let after = ''; ; ) {
        const { rows } = await database.query<{ id: string }>(concerned, [bureau, after, page])
        const outcomes = await Promise.all(rows.map(({ id }) => hands.submit('move-deadlines', { id, calendarVersion, because }, id)))
        const late = outcomes.find((outcome) => !outcome.ok && outcome.refusal.code === 'calendar-not-in-memory-yet')
        // The calendars of this process are read again every few seconds: the agent comes back to this entry.
        if (late) throw new Error('the new calendar is not in memory yet')
        if (rows.length < page) return
        after = rows.at(-1)!.id
      }
    },
  }
}
