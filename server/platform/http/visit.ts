import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Permission, Scope } from '../../../contract/permissions.ts'
import type { Actor, Json, SubjectRef } from '../../../rules/act.ts'
import type { Refusal } from '../../../rules/refusal.ts'
import type { Seen } from '../writer/command.ts'
import type { ReceivedParts } from '../files/receive-parts.ts'
import type { SessionHandle } from '../identity/session-handle.ts'

/** What came of an act: the act's own answer, or the lawful no. */
export type Submitted<A = Json> =
  | {
      readonly ok: true
      readonly actId: string
      readonly answer: A
      readonly replayed: boolean
      readonly seqs: readonly Seen[]
    }
  | { readonly ok: false; readonly refusal: Refusal }

/** One request that has passed the door: checked, known, allowed. */
export interface Visit<Params = unknown, Query = unknown, Body = unknown> {
  readonly bureau: string
  readonly params: Params
  readonly query: Query
  readonly body: Body
  /** Who is here. Somebody not signed in is the citizen `anonymous`, who has no right to anything. */
  readonly actor: Actor
  readonly signedIn: boolean
  readonly session: SessionHandle | undefined
  readonly permissions: ReadonlySet<Permission>
  /** What part of the bureau's cases this visitor sees. */
  readonly scope: Scope
  /** The offices of that scope: the own one, and those of absent colleagues for whom this visitor stands in. */
  readonly offices: readonly string[]
  readonly channel: 'portal' | 'console' | 'api'
  /** Goes into forms as the hidden field `csrf`, into scripts as the header `x-csrf-token`; empty for bearer tokens and when nobody is signed in. */
  readonly csrf: string
  /** From the header `Idempotency-Key` or a form's hidden field `idempotency_key`. */
  readonly idempotencyKey: string | undefined
  readonly ip: string
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  may(permission: Permission): boolean
  /** Submits an act as this visitor, under this request's idempotency key (a second act of one request needs its own `key`). */
  submit<A = Json>(act: string, input: unknown, more?: { expected?: Seen; key?: string; onBehalfOf?: string }): Promise<Submitted<A>>
  /** Says in the audit what was looked at, before the answer goes out. */
  looked(subject: SubjectRef | string): Promise<void>
  /** Takes a multipart body: files go to the store while they arrive. */
  receiveParts(): Promise<ReceivedParts>
}
