import type { Static, TSchema } from 'typebox'
import type { Permission } from '../../../contract/permissions.ts'
import type { SubjectRef } from '../../../rules/act.ts'
import type { Answer } from './answer.ts'
import type { Door } from './door.ts'
import type { Visit } from './visit.ts'

/**
 * Who may pass: a named permission (staff only); `staff` any staff member at work; `citizen` a signed-in citizen;
 * `signed-in` staff or citizen (the handler then looks at whose thing it is); `public` anybody.
 */
export type Access = Permission | 'staff' | 'citizen' | 'signed-in' | 'public'

export interface RouteSchema {
  readonly params?: TSchema
  readonly query?: TSchema
  /** `multipart` for uploads: the handler takes the parts itself with `visit.receiveParts`. */
  readonly body?: TSchema | 'multipart'
  /** A schema for JSON; `page` for HTML; `file` for a stream; `see-other` for a form that answers with a redirect (or the page again). */
  readonly response: TSchema | 'page' | 'file' | 'see-other'
}

/** One door of the house. `defineRoute` makes it with checked types; `registerRoutes` refuses rows that lack a schema, a permission or an audit name. */
export interface RouteRow {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly path: string
  readonly permission: Access
  /** The word under which tries at this door stand in the audit, kebab-case: `look-at-case`. */
  readonly audit: string
  /**
   * `personal`: the answer shows personal data, so the look is in the audit before the answer leaves. `soon`: within a second.
   * `refusals`: only what was refused; the default for public GET, everything else is `soon`.
   */
  readonly auditing?: 'personal' | 'soon' | 'refusals'
  /**
   * Name of the act this door submits; then no handler is needed. The act's input is `{ ...params, ...body }` without `seq`;
   * `schema.response` describes the act's answer, which goes out as `{ actId, replayed, seqs, answer }`.
   */
  readonly act?: string
  /** The subject whose `seq` the user saw. Needed where the body has a `seq`. */
  readonly subject?: (input: Readonly<Record<string, unknown>>) => SubjectRef
  readonly schema: RouteSchema
  /** Chinese, one line, shown in /api/docs. */
  readonly summary: string
  /** Tries allowed for one address in a minute; for sign-in and codes. */
  readonly triesPerMinute?: number
  /** Open also to a staff member who must change the password first. */
  readonly beforePasswordChange?: boolean
  /** Largest body in bytes; 1 MiB unless said (files go by `multipart`, which has its own limit). */
  readonly bodyLimit?: number
  /** Runs after the act is committed: to forget cached sessions, to wake somebody. */
  readonly after?: (visit: Visit, door: Door) => void | Promise<void>
  /** Public pages may be kept by browsers and caches for so long; everything else goes out with `no-store`. */
  readonly cacheSeconds?: number
  /**
   * The answer's view makes it field by field and a test holds it to the schema, so it goes out as it is, not picked over again by the schema: for the
   * few large answers that are asked for all day.
   */
  readonly asIs?: true
  readonly handler?: (visit: Visit, door: Door) => Promise<Answer> | Answer
}

type Shape<S> = S extends TSchema ? Static<S> : unknown

interface TypedRow<P extends TSchema | undefined, Q extends TSchema | undefined, B extends TSchema | 'multipart' | undefined>
  extends Omit<RouteRow, 'schema' | 'handler'> {
  readonly schema: { readonly params?: P; readonly query?: Q; readonly body?: B; readonly response: RouteSchema['response'] }
  readonly handler?: (visit: Visit<Shape<P>, Shape<Q>, Shape<B>>, door: Door) => Promise<Answer> | Answer
}

/** Gives the handler the types of its own schemas. */
export function defineRoute<
  P extends TSchema | undefined = undefined,
  Q extends TSchema | undefined = undefined,
  B extends TSchema | 'multipart' | undefined = undefined,
>(row: TypedRow<P, Q, B>): RouteRow {
  return row as unknown as RouteRow
}
