import { Type } from 'typebox'
import { CalendarTable, CalendarView, ExtraordinaryDay } from '../../../contract/calendars.ts'
import { publishedTables } from '../../../data/calendars/load.ts'
import { type CalendarBook, emptyBook } from '../../../rules/calendar/calendar-book.ts'
import { json } from '../../platform/http/answer.ts'
import { defineRoute, type RouteRow } from '../../platform/http/route-row.ts'
import { calendarView } from './calendar-view.ts'

const shipped = publishedTables()

export const calendarRoutes: readonly RouteRow[] = [
  defineRoute({
    method: 'GET',
    path: '/api/calendars',
    permission: 'staff',
    audit: 'look-at-calendars',
    summary: '工作日历：各年放假安排、特殊日、从哪天起只是暂定',
    schema: { response: CalendarView },
    handler: async (visit, door) => {
      const { rows } = await door.database.query<{ state: CalendarBook }>(
        "select state from subject where bureau = $1 and kind = 'calendar' and id = 'workdays'",
        [visit.bureau],
      )
      return json(calendarView(shipped, rows[0]?.state ?? emptyBook))
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/calendars/tables',
    permission: 'administer-calendar',
    audit: 'publish-calendar-table',
    act: 'publish-calendar-table',
    after: (_visit, door) => door.refreshCalendars(),
    summary: '录入一年的放假安排（国务院办公厅通知）；在办件的期限随之重算',
    schema: { body: CalendarTable, response: Type.Object({ year: Type.Integer() }) },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/calendars/extraordinary-days',
    permission: 'administer-calendar',
    audit: 'declare-extraordinary-day',
    act: 'declare-extraordinary-day',
    after: (_visit, door) => door.refreshCalendars(),
    summary: '依文件把某日改为上班或休息；在办件的期限随之重算',
    schema: { body: ExtraordinaryDay, response: Type.Object({ day: Type.String() }) },
  }),
]
