import { hash } from 'node:crypto'
import type { Act } from '../../../rules/act.ts'
import { newActId } from './act-id.ts'
import { type Command, type Outcome, refuse } from './command.ts'
import { type Lane, openLane } from './lane.ts'
import { assertRowMaker } from '../database/rows.ts'
import { isStorable } from '../storable.ts'
import type { WriterParts } from './writer-parts.ts'
import { fireDueTimersAct } from './fire-due-timers.ts'

export type { Command, Done, Outcome } from './command.ts'
export type { RowMaker } from '../database/rows.ts'
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
  const desk = { ...parts, vocabulary, makers, log }
  const lanes = new Map<string, Lane>()
  const listeners = new Set<CommitListener>()
  let stopping = false

  function laneOf(bureau: string): Lane {
    let lane = lanes.get(bureau)
    if (lane === undefined) {
      lane = openLane(desk, bureau, (position) => {
        for (const listener of listeners) listener(bureau, position)
      })
      lanes.set(bureau, lane)
    }
    return lane
  }

  return {
    submit(command) {
      if (stopping) return Promise.resolve(refuse('server-stopping'))
      if (!vocabulary.acts.has(command.act)) return Promise.resolve(refuse('act-unknown', { act: command.act }))
      const text = JSON.stringify(command.input) ?? 'null'
      const rest = `${command.bureau}${command.key ?? ''}${command.channel}${command.onBehalfOf ?? ''}`
      if (!isStorable(command.input, text) || !rest.isWellFormed() || rest.includes('\0')) return Promise.resolve(refuse('text-not-storable'))
      const body = command.key === undefined ? '' : hash('sha256', `${command.act}\n${command.onBehalfOf ?? ''}\n${text}`, 'base64')
      return new Promise((resolve) => {
        laneOf(command.bureau).add({ command, body, bytes: text.length, actId: newActId(Date.now()), resolve })
      })
    },
    onCommit(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async stop() {
      stopping = true
      await Promise.all([...lanes.values()].map((lane) => lane.rest()))
    },
  }
}
