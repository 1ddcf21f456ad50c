import { systemActor } from '../writer/batch-decide.ts'
import { steadyNow } from '../book/steady-clock.ts'
import type { Database } from '../database/database.ts'
import { bureausOf } from '../writer/journal.ts'
import type { Writer } from '../writer/writer.ts'
import { instantOfMillis, millisOfInstant } from '../../../rules/time/instant.ts'

export interface TimerParts {
  readonly database: Database
  readonly writer: Pick<Writer, 'submit'>
  readonly clock: (bureau: string) => string
  /** How often due timers are looked for, in milliseconds. */
  readonly everyMillis?: number
  readonly log?: (what: string, error: unknown) => void
}

const dueSubjects = `SELECT subject_kind AS kind, subject_id AS id, min(due_at) AS due FROM timer WHERE bureau = $1 AND due_at <= $2::timestamptz
  GROUP BY subject_kind, subject_id ORDER BY min(due_at) LIMIT 500`
const oldKeys = `DELETE FROM command_key WHERE bureau = $1 AND at < $2::timestamptz - interval '7 days'`

/**
 * Lets every timer act whose instant has come, in all bureaus, by looking at its subject through the writer, which fires what is due before anything
 * else. A subject whose timer's act fails by a bug is tried again after a minute of the
 * bureau's own clock. Answers how many subjects were looked at.
 */
export async function fireAllDue(parts: TimerParts, failed = new Map<string, string>()): Promise<number> {
  let looked = 0
  for (const bureau of await bureausOf(parts.database)) {
    const now = parts.clock(bureau)
    const { rows } = await parts.database.query<{ kind: string; id: string }>(dueSubjects, [bureau, now])
    const due = rows.filter(({ kind, id }) => (failed.get(`${bureau}\n${kind}\n${id}`) ?? '') < now)
    looked += due.length
    await Promise.all(
      due.map(async (subject) => {
        const input = { subject: { kind: subject.kind, id: subject.id } }
        const outcome = await parts.writer.submit({ bureau, act: 'fire-due-timers', input, actor: systemActor, channel: 'agent' })
        if (!outcome.ok) failed.set(`${bureau}\n${subject.kind}\n${subject.id}`, instantOfMillis(millisOfInstant(now)! + 60_000))
      }),
    )
  }
  return looked
}

/** Takes away the idempotency keys that are over seven days old. */
export async function forgetOldKeys(parts: Pick<TimerParts, 'database' | 'clock'>): Promise<void> {
  for (const bureau of await bureausOf(parts.database)) {
    const at = await steadyNow(parts.database, bureau, new Date(parts.clock(bureau)))
    await parts.database.query(oldKeys, [bureau, at.toISOString()])
  }
}

/** Looks for due timers every second, and for old keys every hour. Resolves its `stop` when the look at hand is over. */
export function startTimerAgent(parts: TimerParts): { stop(): Promise<void> } {
  const every = parts.everyMillis ?? 1000
  const log = parts.log ?? ((what, error) => console.error(what, error))
  const failed = new Map<string, string>()
  let stopped = false
  let wake = () => {}
  let nextCleaning = 0
  const running = (async () => {
    while (!stopped) {
      try {
        const looked = await fireAllDue(parts, failed)
        if (Date.now() >= nextCleaning) {
          await forgetOldKeys(parts)
          nextCleaning = Date.now() + 3_600_000
        }
        if (looked >= 500) continue
      } catch (error) {
        log('due timers could not be fired', error)
      }
      if (stopped) break
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, every)
        wake = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    }
  })()
  return {
    async stop() {
      stopped = true
      wake()
      await running
    },
  }
}
