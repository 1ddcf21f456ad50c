import type { Act, SubjectKind } from '../../../rules/act.ts'
import type { Calendar } from '../../../rules/time/calendar.ts'
import type { RowMaker } from '../database/rows.ts'
import type { Database } from '../database/tx.ts'

/** What the writer is made from: the book's place, everything the desks know and can do, the calendar and the clock. */
export interface WriterParts {
  readonly database: Database
  readonly kinds: readonly SubjectKind[]
  readonly acts: readonly Act[]
  readonly rows: readonly RowMaker[]
  /** The bureau's calendar, from memory. */
  readonly calendarOf: (bureau: string) => Calendar
  /** Now, ISO 8601 with offset: asked once per batch. */
  readonly clock: (bureau: string) => string
  /** Where bugs are told; the error stream when absent. */
  readonly log?: (what: string, error: unknown) => void
}
