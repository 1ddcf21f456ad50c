import { hash } from 'node:crypto'
import type { Act } from '../../rules/act.ts'
import { newActId } from './act-id.ts'
import { runBatch } from './batch-run.ts'
import { type Command, type Outcome, refuse, type Waiting } from './command.ts'
import { assertRowMaker } from './rows.ts'
import { isStorable } from './storable.ts'
import { SubjectCache } from './subject-cache.ts'
import type { WriterParts } from './writer-parts.ts'
import { fireDueTimersAct } from './fire-due-timers.ts'

export type { Command, Done, Outcome } from './command.ts'
export type { RowMaker } from './rows.ts'
export type { WriterParts } from './writer-parts.ts'

type CommitListener = (bureau: string, position: number) => void

export interface Writer {
  /** Decides and writes one command; answers after it is durable. Never throws for what a caller did: a "no" is an outcome. */
  submit(command: Command): Promise<Outcome>
  /** Calls the listener after each commit that made the book longer. Returns the hand that takes it away. */
  onCommit(listener: CommitListener): () => void
  /** Refuses new commands, finishes those that wait. */
  stop(): Promise<void>
}

const mostCommands = 256
const mostBytes = 8 * 1024 * 1024

interface Lane {
  readonly waiting: Waiting[]
  readonly cache: SubjectCache
  running: Promise<void> | undefined
}

const byName = <T>(list: readonly T[], nameOf: (item: T) => string, what: string): Map<string, T> => {
  const map = new Map(list.map((item) => [nameOf(item), item]))
  if (map.size !== list.length) throw new Error(`two ${what} bear one name among ${list.map(nameOf).sort().join(', ')}`)
  return map
}

/** The only hand that writes in the book. One per process; several processes take turns by the head row of the bureau. */
export function createWriter(parts: WriterParts): Writer {
  const vocabulary = {
    kinds: byName(parts.kinds, (kind) => kind.kind, 'subject kinds'),
    acts: byName([...parts.acts, fireDueTimersAct as Act], (act) => act.name, 'acts'),
  }
  parts.rows.forEach(assertRowMaker)
  const makers = Map.groupBy(parts.rows, (maker) => maker.kind)
  const log = parts.log ?? ((what, error) => console.error(what, error))
  const lanes = new Map<string, Lane>()
  const listeners = new Set<CommitListener>()
  let stopping = false

  function laneOf(bureau: string): Lane {
    let lane = lanes.get(bureau)
    if (lane === undefined) {
      lane = { waiting: [], cache: new SubjectCache(), running: undefined }
      lanes.set(bureau, lane)
    }
    return lane
  }

  async function work(bureau: string, lane: Lane): Promise<void> {
    while (lane.waiting.length > 0) {
      let bytes = 0
      let count = 0
      while (count < lane.waiting.length && count < mostCommands) {
        bytes += lane.waiting[count]!.bytes
        if (count > 0 && bytes > mostBytes) break
        count++
      }
      const batch = lane.waiting.splice(0, count)
      const before = lane.cache.position
      await runBatch({ ...parts, vocabulary, makers, log }, bureau, lane.cache, batch)
      if (lane.cache.position > before) for (const listener of listeners) listener(bureau, lane.cache.position)
    }
    lane.running = undefined
  }

  return {
    submit(command) {
      if (stopping) return Promise.resolve(refuse('server-stopping'))
      if (!vocabulary.acts.has(command.act)) return Promise.resolve(refuse('act-unknown', { act: command.act }))
      const text = JSON.stringify(command.input) ?? 'null'
      const rest = `${command.bureau}${command.key ?? ''}${command.channel}${command.onBehalfOf ?? ''}`
      if (!isStorable(command.input, text) || !rest.isWellFormed() || rest.includes('\0')) return Promise.resolve(refuse('text-not-storable'))
      const body = command.key === undefined ? '' : hash('sha256', `${command.act}\n${command.onBehalfOf ?? ''}\n${text}`, 'base64')
      const lane = laneOf(command.bureau)
      return new Promise((resolve) => {
        lane.waiting.push({ command, body, bytes: text.length, actId: newActId(Date.now()), resolve })
        lane.running ??= work(command.bureau, lane)
      })
    },
    onCommit(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async stop() {
      stopping = true
      await Promise.all([...lanes.values()].map((lane) => lane.running))
    },
  }
}
