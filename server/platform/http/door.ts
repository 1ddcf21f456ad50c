import type { Calendar } from '../../../rules/time/calendar.ts'
import type { Audit } from '../audit/audit.ts'
import type { Database } from '../database/database.ts'
import type { FileStore } from '../files/store.ts'
import type { CodeSender } from '../identity/code-sender.ts'
import type { RealNameVerifier } from '../identity/real-name-verifier.ts'
import type { Sessions } from '../identity/sessions.ts'
import type { Settings } from '../settings.ts'
import type { Writer } from '../writer/writer.ts'

/** What stands behind every door: handed to each handler, never kept in a module. */
export interface Door {
  readonly settings: Settings
  readonly database: Database
  readonly writer: Writer
  readonly audit: Audit
  readonly files: FileStore
  readonly sessions: Sessions
  readonly codeSender: CodeSender
  readonly realNameVerifier: RealNameVerifier
  /** The clock of this bureau: real time, or a pinned one in tests and in a 演示 bureau. */
  readonly now: () => Date
  /** The bureau's working calendar, from memory. */
  readonly calendarOf: (bureau: string) => Calendar
  /** Takes a calendar that was just entered into force in this process; others follow within seconds. */
  readonly refreshCalendars: () => Promise<void>
  /** The bureau that answers under this host name, else the configured one. */
  readonly bureauOf: (hostname: string) => Promise<string>
  /** A bureau's name or hosts changed: look anew. */
  readonly forgetBureaus: () => void
  /** True where the bureau's first entry says 演示. */
  readonly isDemonstration: (bureau: string) => Promise<boolean>
  /** Where a citizen's browser is sent to sign in, with `?next=`. */
  readonly signInPage: string
}
