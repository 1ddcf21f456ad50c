import { Type } from 'typebox'
import { OwnSessionLine, SessionId, TokenMade, TokenRequest } from '../../../contract/people.ts'
import { refused } from '../../../rules/refusal.ts'
import { json, no } from '../../platform/http/answer.ts'
import { defineRoute, type RouteRow } from '../../platform/http/route-row.ts'
import { hallPerMinute } from './session-routes.ts'
import { confirmPassword } from './staff-sign-in.ts'

const dayMillis = 86_400_000

/** Tokens for other systems: each is made by its own bearer, with the password again, and by nobody else in the bearer's name. */
export const tokenRoutes: readonly RouteRow[] = [
  defineRoute({
    method: 'GET',
    path: '/api/session/own',
    permission: 'staff',
    audit: 'look-at-own-sessions',
    summary: '自己现有的登录和接口令牌',
    schema: { response: Type.Array(OwnSessionLine) },
    handler: async ({ bureau, actor, session }, door) => {
      const lines = await door.sessions.listOf(door.database, bureau, 'staff', actor.id)
      return json(lines.map((line) => ({ ...line, current: line.id === session!.tokenHash })))
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/session/tokens',
    permission: 'staff',
    audit: 'make-token',
    summary: '为另一系统制发接口令牌：以自己的名义，再输一次口令，可限定权限；令牌只显示这一次',
    triesPerMinute: hallPerMinute,
    schema: { body: TokenRequest, response: TokenMade },
    handler: async (visit, door) => {
      const { bureau, actor, body, ip } = visit
      // What was cut down to some permissions makes nothing that has all of them.
      if (visit.request.found?.onlyPermissions !== undefined) return no(refused('not-permitted').refusal)
      const confirmed = await confirmPassword(door.database, bureau, actor.id, body.password, door.now())
      if (!confirmed.ok) return no(confirmed.refusal)
      const begun = await door.sessions.begin({
        bureau,
        holder: 'staff',
        holderId: actor.id,
        kind: 'bearer',
        ip,
        label: body.label,
        expiresAt: new Date(door.now().getTime() + body.days * dayMillis),
        ...(body.permissions === undefined ? {} : { permissions: body.permissions }),
      })
      return json({ token: begun.token, id: begun.handle.tokenHash, expiresAt: begun.expiresAt.toISOString() })
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/session/own/:session/end',
    permission: 'staff',
    audit: 'end-own-session',
    summary: '结束自己的一个登录或作废自己的一个接口令牌',
    schema: { params: Type.Object({ session: SessionId }), body: Type.Object({}), response: Type.Object({}) },
    handler: async ({ bureau, actor, params }, door) => {
      const own = await door.sessions.listOf(door.database, bureau, 'staff', actor.id)
      if (!own.some(({ id }) => id === params.session)) return no(refused('session-not-found').refusal)
      await door.sessions.end(bureau, params.session, actor.id)
      return json({})
    },
  }),
]
