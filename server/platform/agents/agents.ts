import { randomUUID } from 'node:crypto'
import type { Actor } from '../../../rules/act.ts'
import type { Command, Outcome } from '../writer/command.ts'
import type { Database } from '../database/database.ts'
import { type JournalEntry, lastPosition, readEntries } from '../writer/journal.ts'
import { openCheckpoint } from '../writer/projections.ts'
import { restsOf } from './rests.ts'
import type { Writer } from '../writer/writer.ts'

/** What an agent may do: ask the writer. The command is keyed by agent, position and `part`, so that a repeated reaction is the same command. */
interface AgentHands {
  submit(act: string, input: unknown, part?: string): Promise<Outcome>
}

/**
 * Something with an effect outside of the database (a paper typeset, a message handed over) that answers by an act. `react` is called for each entry
 * of the named types, in order, at least once: it first asks whether the effect already has its outcome entry. A failure of the effect is an act too;
 * a throw means that not even this could be told, and the entry is met again later.
 */
export interface Agent {
  readonly name: string
  readonly types: readonly string[]
  react(entry: JournalEntry, hands: AgentHands, bureau: string): Promise<void>
  /** How many entries at once; 1 when absent. The checkpoint moves when all of them are answered. */
  readonly width?: number
}

/**
 * The same agent at a calm pace: after each reaction it rests, so that its own acts never crowd out the clerks'. What it does may wait a moment, and
 * a rest of 100 ms still lets an agent of width 4 react 40 times a second. While the process has its hands full it rests longer.
 */
export function paced(agent: Agent, restMillis: number): Agent {
  const rest = restsOf(restMillis)
  return {
    ...agent,
    async react(entry, hands, bureau) {
      await agent.react(entry, hands, bureau)
      await new Promise((resolve) => setTimeout(resolve, rest()))
    },
  }
}

const leaseSeconds = 15
const chunk = 200

/** One process at a time holds an agent, by a lease on its checkpoint row that it renews while it works. */
const takeLease = `UPDATE checkpoint SET holder = $3, held_until = now() + interval '${leaseSeconds} seconds'
  WHERE bureau = $1 AND follower = $2 AND (holder IS NULL OR holder = $3 OR held_until < now()) RETURNING position`
const moveOn = `UPDATE checkpoint SET position = $4, held_until = now() + interval '${leaseSeconds} seconds' WHERE bureau = $1 AND follower = $2 AND holder = $3`
const giveUp = 'UPDATE checkpoint SET holder = NULL, held_until = NULL WHERE bureau = $1 AND follower = $2 AND holder = $3'

/** Name of this process on the leases. */
export const newHolder = (): string => `${process.pid}-${randomUUID()}`

const agentActor = (name: string): Actor => ({ kind: 'agent', id: name, name: '系统', roles: [] })

/** What the agents run on. `aborted` asks them to leave after the reaction at hand. */
export interface AgentGround {
  readonly database: Database
  readonly writer: Pick<Writer, 'submit'>
  readonly holder: string
  readonly aborted: () => boolean
}

/** Lets an agent react to the next entries. `held` when another process has it, else whether it has come to the end. Throws what a reaction throws. */
export async function stepAgent(ground: AgentGround, agent: Agent, bureau: string): Promise<'held' | 'more' | 'done'> {
  const { database, holder } = ground
  const mine = [bureau, agent.name, holder]
  let lease = (await database.query<{ position: number }>(takeLease, mine)).rows[0]
  if (lease === undefined && (await openCheckpoint(database, bureau, agent.name, true)))
    lease = (await database.query<{ position: number }>(takeLease, mine)).rows[0]
  if (lease === undefined) return 'held'
  const renewal = setInterval(() => database.query(takeLease, mine).catch(() => {}), (leaseSeconds * 1000) / 3)
  try {
    const end = await lastPosition(database, bureau)
    if (end <= lease.position) return 'done'
    const through = Math.min(end, lease.position + chunk)
    const entries = await readEntries(database, bureau, { after: lease.position, through, types: agent.types })
    const width = agent.width ?? 1
    for (let n = 0; n < entries.length && !ground.aborted(); n += width) {
      const now = entries.slice(n, n + width)
      await Promise.all(now.map((entry) => agent.react(entry, handsOf(ground, agent, bureau, entry), bureau)))
      if (!(await move(database, mine, now.at(-1)!.position))) return 'held'
    }
    if (ground.aborted()) return 'done'
    await move(database, mine, through)
    return through < end ? 'more' : 'done'
  } finally {
    clearInterval(renewal)
  }
}

const move = async (database: Database, mine: readonly unknown[], position: number): Promise<boolean> =>
  (await database.query(moveOn, [...mine, position])).rowCount > 0

/** Gives an agent back, so that another process need not wait for the lease to run out. */
export const leaveAgent = async (ground: AgentGround, agent: Agent, bureau: string): Promise<void> => {
  await ground.database.query(giveUp, [bureau, agent.name, ground.holder])
}

function handsOf(ground: AgentGround, agent: Agent, bureau: string, entry: JournalEntry): AgentHands {
  const actor = agentActor(agent.name)
  return {
    submit(act, input, part = '') {
      const command: Command = { bureau, act, input, actor, channel: 'agent', key: `${entry.position}${part && `/${part}`}` }
      return ground.writer.submit(command)
    },
  }
}
