import { budgetDesk } from './desks/budget/desk.ts'
import { calendarsDesk } from './desks/calendars/desk.ts'
import { casesDesk } from './desks/cases/desk.ts'
import { catalogueDesk } from './desks/catalogue/desk.ts'
import { papersDesk } from './desks/papers/desk.ts'
import { peopleDesk } from './desks/people/desk.ts'
import type { Desk } from './platform/http/desk.ts'
import { portalDesk } from './portal/portal.ts'

/** Every desk of the bureau. A desk may ask only those above it, through their public.ts: so the graph has no circle. */
export const desks: readonly Desk[] = [peopleDesk, calendarsDesk, catalogueDesk, casesDesk, papersDesk, budgetDesk, portalDesk]
