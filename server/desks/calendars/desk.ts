import type { Act, SubjectKind } from '../../../rules/act.ts'
import { calendarKind, declareExtraordinaryDay, publishCalendarTable } from '../../../rules/calendar/calendar-book.ts'
import type { Desk } from '../../platform/http/desk.ts'
import { calendarRoutes } from './routes.ts'

/** 工作日历: the working days that every legal period is counted by. */
export const calendarsDesk: Desk = {
  name: 'calendars',
  kinds: [calendarKind as SubjectKind],
  acts: [publishCalendarTable, declareExtraordinaryDay] as readonly Act[],
  rows: [],
  routes: calendarRoutes,
}
