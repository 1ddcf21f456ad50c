import { publishedTables } from '../../../data/calendars/load.ts'
import { calendarKind, calendarOfBook, calendarRef, emptyBook } from '../../../rules/calendar/calendar-book.ts'
import { budgetId } from '../../../rules/budget/budget-ref.ts'
import type { Agent } from '../../platform/agents/agents.ts'
import type { Database } from '../../platform/database/database.ts'
import { readSubject } from '../../platform/writer/subjects.ts'
import { listBudgets } from './budget-shelf.ts'

/** When the working calendar changes, the running legs of every budget get a `deadlines-moved` entry, as those of cases do. */
export const budgetDeadlineAgent = (database: Database): Agent => {
  const shipped = publishedTables()
  return {
    name: 'budget-deadlines',
    types: ['calendar-table-published', 'extraordinary-day-declared'],
    async react(_entry, hands, bureau) {
      const book = (await readSubject(database, bureau, calendarKind, calendarRef.id))?.state ?? emptyBook
      const calendarVersion = calendarOfBook(shipped, book).version
      for (const { key } of await listBudgets(database, bureau)) {
        const outcome = await hands.submit('move-budget-deadlines', { ...key, calendarVersion }, budgetId(key))
        // The calendars of this process are read again every few seconds: the agent comes back to this entry.
        if (!outcome.ok && outcome.refusal.code === 'calendar-not-in-memory-yet') throw new Error('the new calendar is not in memory yet')
      }
    },
  }
}
