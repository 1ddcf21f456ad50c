import { type Agent, leaveAgent, newHolder, stepAgent } from './agents.ts'
import type { Database } from '../database/database.ts'
import { bureausOf } from '../writer/journal.ts'
import { type Projection, stepProjection } from '../writer/projections.ts'
import type { Writer } from '../writer/writer.ts'
import { restsOf } from './rests.ts'

export interface FollowerParts {
  readonly database: Database
  readonly writer: Writer
  readonly projections: readonly Projection[]
  readonly agents: readonly Agent[]
  /** How often the book is looked at for what other processes wrote, in milliseconds. */
  readonly pollMillis?: number
  /** How long a follower lets entries gather before it takes them, in milliseconds: none when absent; longer while the process has its hands full. */
  readonly gatherMillis?: number
  readonly log?: (what: string, error: unknown) => void
}

export interface Followers {
  /** Resolves when every follower that this process holds has come to where the book ends now. */
  settled(): Promise<void>
  /** Lets each finish the chunk at hand and gives the agents back. */
  stop(): Promise<void>
}

const longestPause = 60_000

/** Runs the projections and agents of every bureau: woken by this process's writer, and by looking again after a while for other processes' entries. */
export function startFollowers(parts: FollowerParts): Followers {
  const { writer } = parts
  const database = parts.database.following
  const log = parts.log ?? ((what, error) => console.error(what, error))
  let stopping = false
  const ground = { database, writer, holder: newHolder(), aborted: () => stopping }
  const steps = [
    ...parts.projections.map((one) => ({ name: one.name, step: (bureau: string) => stepProjection(database, one, bureau) })),
    ...parts.agents.map((one) => ({ name: one.name, step: (bureau: string) => stepAgent(ground, one, bureau) })),
  ]
  const threads = new Map<string, Thread>()
  const wake = (bureau: string): void => {
    for (const { name, step } of steps) {
      const key = `${bureau}\n${name}`
      let thread = threads.get(key)
      if (thread === undefined) {
        thread = startThread(
          () => step(bureau),
          (error, failures) => log(`${name} of ${bureau} failed (${failures})`, error),
          parts.gatherMillis ?? 0,
        )
        threads.set(key, thread)
      }
      thread.wake()
    }
  }
  const off = writer.onCommit(wake)
  const look = () =>
    bureausOf(database)
      .then((bureaus) => bureaus.forEach(wake))
      .catch((error: unknown) => log('the followers cannot read the bureaus', error))
  let looking = look()
  const poll = setInterval(() => (looking = look()), parts.pollMillis ?? 250)
  return {
    async settled() {
      // An agent's act makes the book longer, so it is looked at until it stays as it was.
      for (let before = ''; ; ) {
        await look()
        await Promise.all([...threads.values()].map((thread) => thread.rest()))
        const { rows } = await database.query('SELECT bureau, max(position) AS position FROM journal GROUP BY bureau ORDER BY bureau')
        const now = JSON.stringify(rows)
        if (now === before) return
        before = now
      }
    },
    async stop() {
      stopping = true
      clearInterval(poll)
      off()
      await looking
      await Promise.all([...threads.values()].map((thread) => thread.stop()))
      for (const agent of parts.agents) for (const bureau of await bureausOf(database)) await leaveAgent(ground, agent, bureau)
    },
  }
}

interface Thread {
  wake(): void
  rest(): Promise<void>
  stop(): Promise<void>
}

/** One follower of one bureau: steps until it is done, sleeps until woken; after a failure it waits twice as long each time, up to a minute. */
function startThread(
  step: () => Promise<'held' | 'more' | 'done'>,
  failed: (error: unknown, failures: number) => void,
  gatherMillis: number,
): Thread {
  let wanted = false
  let stopped = false
  let running: Promise<void> | undefined
  let endPause = () => {}
  let failing = false
  const rest = restsOf(gatherMillis)

  const pause = (millis: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, millis)
      endPause = () => {
        clearTimeout(timer)
        resolve()
      }
    })

  async function run(): Promise<void> {
    let failures = 0
    while (wanted && !stopped) {
      // While many clerks work, one look takes what a hundred commits wrote.
      if (gatherMillis > 0) await pause(rest())
      wanted = false
      try {
        if ((await step()) === 'more') wanted = true
        failures = 0
      } catch (error) {
        failures++
        failed(error, failures)
        wanted = true
        failing = true
        await pause(Math.min(100 * 2 ** failures, longestPause))
        failing = false
      }
    }
    running = undefined
  }

  return {
    wake() {
      wanted = true
      if (!stopped && running === undefined) running = run()
    },
    rest: () => (failing ? Promise.resolve() : (running ?? Promise.resolve())),
    async stop() {
      stopped = true
      endPause()
      await running
    },
  }
}
