import { Type } from 'typebox'
import { Id, SessionId, SessionLine } from '../../../contract/people.ts'
import type { Staff } from '../../../rules/people/staff.ts'
import { refused } from '../../../rules/refusal.ts'
import { json, no } from '../../platform/http/answer.ts'
import { defineRoute, type RouteRow } from '../../platform/http/route-row.ts'
import { statesOf } from './directory.ts'
import { firstPassword, setPassword } from './staff-secret.ts'
import { forgetFailures } from './staff-sign-in.ts'

const ById = Type.Object({ id: Id })

/**
 * What the security administrator does to accounts: sees what logins and tokens there are, ends them, but holds nobody's (三员分立). None of it is in the
 * book: it changes secrets and sessions; the audit has it.
 */
export const accountRoutes: readonly RouteRow[] = [
  defineRoute({
    method: 'POST',
    path: '/api/people/staff/:id/unlock',
    permission: 'administer-accounts',
    audit: 'unlock-account',
    summary: '解除连续输错口令的锁定',
    schema: { params: ById, body: Type.Object({}), response: Type.Object({ wasLocked: Type.Boolean() }) },
    handler: async (visit, door) => {
      const staff = (await statesOf<Staff>(door.database, visit.bureau, 'staff', [visit.params.id])).get(visit.params.id)
      if (staff === undefined) return no(refused('staff-not-found').refusal)
      return json({ wasLocked: await forgetFailures(door.database, visit.bureau, staff.login) })
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/people/staff/:id/reset-password',
    permission: 'administer-accounts',
    audit: 'reset-password',
    summary: '重置口令；新口令只显示这一次，原有登录立即失效',
    schema: { params: ById, body: Type.Object({}), response: Type.Object({ firstPassword: Type.String() }) },
    handler: async (visit, door) => {
      const { bureau, params, actor } = visit
      const staff = (await statesOf<Staff>(door.database, bureau, 'staff', [params.id])).get(params.id)
      if (staff === undefined) return no(refused('staff-not-found').refusal)
      if (params.id === actor.id) return no(refused('own-account').refusal)
      const password = firstPassword(staff.login)
      const set = await setPassword(door.database, { bureau, id: params.id, staff }, password, {
        mustChange: true,
        at: door.now(),
        resetBy: actor.id,
      })
      if (!set.ok) return no(set.refusal)
      await door.sessions.endAllOf(bureau, 'staff', params.id, actor.id)
      await forgetFailures(door.database, bureau, staff.login)
      return json({ firstPassword: password })
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/api/people/:holder/:id/sessions',
    permission: 'administer-accounts',
    audit: 'look-at-sessions',
    summary: '某人现有的登录和接口令牌',
    schema: {
      params: Type.Object({ holder: Type.Union([Type.Literal('staff'), Type.Literal('citizens')]), id: Id }),
      response: Type.Array(SessionLine),
    },
    handler: async (visit, door) => json(await door.sessions.listOf(door.database, visit.bureau, holderOf(visit.params.holder), visit.params.id)),
  }),
  defineRoute({
    method: 'POST',
    path: '/api/people/:holder/:id/cut-off',
    permission: 'administer-accounts',
    audit: 'cut-off-sessions',
    summary: '强制下线：此人的全部登录和令牌立即失效',
    schema: {
      params: Type.Object({ holder: Type.Union([Type.Literal('staff'), Type.Literal('citizens')]), id: Id }),
      body: Type.Object({}),
      response: Type.Object({ ended: Type.Integer() }),
    },
    handler: async (visit, door) => {
      const ended = await door.sessions.endAllOf(visit.bureau, holderOf(visit.params.holder), visit.params.id, visit.actor.id)
      return json({ ended })
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/people/sessions/:session/end',
    permission: 'administer-accounts',
    audit: 'end-session',
    summary: '结束一个登录或作废一个接口令牌',
    schema: { params: Type.Object({ session: SessionId }), body: Type.Object({}), response: Type.Object({}) },
    handler: async (visit, door) =>
      (await door.sessions.end(visit.bureau, visit.params.session, visit.actor.id)) ? json({}) : no(refused('session-not-found').refusal),
  }),
]

const holderOf = (word: 'staff' | 'citizens'): 'staff' | 'citizen' => (word === 'staff' ? 'staff' : 'citizen')
