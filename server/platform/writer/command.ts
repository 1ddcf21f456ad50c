import type { Actor, Json, SubjectRef } from '../../../rules/act.ts'
import type { Refusal } from '../../../rules/refusal.ts'

/** What a caller asks of the writer. `key` is the idempotency key; `expected` are the sequence numbers that the caller saw. */
export interface Command {
  readonly bureau: string
  readonly act: string
  readonly input: unknown
  readonly actor: Actor
  readonly channel: string
  readonly key?: string | undefined
  readonly onBehalfOf?: string | undefined
  readonly expected?: readonly Seen[] | undefined
}

export interface Seen {
  readonly subject: SubjectRef
  readonly seq: number
}

export interface Done {
  readonly ok: true
  readonly actId: string
  readonly answer: Json
  /** First and last position of the act's entries; null when it wrote none. */
  readonly positions: readonly [number, number] | null
  readonly seqs: readonly Seen[]
  /** True when the same command had been done before and this is its answer again. */
  readonly replayed: boolean
}

export type Outcome = Done | { readonly ok: false; readonly refusal: Refusal }

/** A command that waits for its batch. */
export interface Waiting {
  readonly command: Command
  /** Digest of act and input, where there is a key. */
  readonly body: string
  readonly bytes: number
  /** Chosen once, so that a replayed batch makes the same ids. */
  readonly actId: string
  readonly resolve: (outcome: Outcome) => void
}

export const refuse = (code: string, detail?: Refusal['detail']): Outcome => ({
  ok: false,
  refusal: detail === undefined ? { code } : { code, detail },
})

/** The actor as idempotency keys know it. */
export const actorKey = (actor: Actor): string => `${actor.kind}:${actor.id}`
