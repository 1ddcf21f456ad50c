import type { Desk } from './platform/http/desk.ts'
import { calendarsDesk } from './desks/calendars/desk.ts'
import { peopleDesk } from './desks/people/desk.ts'

/** Every desk of the bureau. A desk may ask only those above it, through their public.ts: so the graph has no circle. */
export const desks: readonly Desk[] = [peopleDesk, calendarsDesk]
