import { Type } from 'typebox'
import { AbsenceFields, Id, Login, RoleName, Seq, StaffAdded, StaffFields, StaffLine, StaffView, WithReason } from '../../../contract/people.ts'
import { administrators } from '../../../rules/people/roles.ts'
import { staffRef } from '../../../rules/people/staff.ts'
import { refused } from '../../../rules/refusal.ts'
import { json, no } from '../../platform/http/answer.ts'
import type { Door } from '../../platform/http/door.ts'
import { defineRoute, type RouteRow } from '../../platform/http/route-row.ts'
import type { Visit } from '../../platform/http/visit.ts'
import { newStaffId } from './new-staff-id.ts'
import { askForNewPassword, firstPassword, passwordHashOf, setPassword } from './staff-secret.ts'
import { listStaff, viewStaff } from './staff-view.ts'

const Done = Type.Object({ id: Type.String() })
const ById = Type.Object({ id: Id })
const subject = (input: Readonly<Record<string, unknown>>) => staffRef(String(input.id))

/** Roles, office or standing changed: the next request asks anew. Who holds a delegation of this person is forgotten as well. */
const forget = (_visit: Visit, door: Door) => door.sessions.forgetAll()

export const staffRoutes: readonly RouteRow[] = [
  defineRoute({
    method: 'GET',
    path: '/api/people/staff',
    permission: 'see-people',
    audit: 'look-at-staff-list',
    summary: '人员名单，可按姓名、登录名、科室查找',
    schema: {
      query: Type.Object({ q: Type.Optional(Type.String({ maxLength: 50 })), office: Type.Optional(Id), left: Type.Optional(Type.Boolean()) }),
      response: Type.Array(StaffLine),
    },
    handler: async (visit, door) => json(await listStaff(door.database, visit.bureau, visit.query)),
  }),
  defineRoute({
    method: 'GET',
    path: '/api/people/staff/:id',
    permission: 'see-people',
    audit: 'look-at-staff',
    auditing: 'personal',
    summary: '一名工作人员：科室、角色、窗口、请假和代理',
    schema: { params: ById, response: StaffView },
    handler: async (visit, door) => {
      const self = visit.actor.id === visit.params.id
      const view = await viewStaff(door.database, visit.bureau, visit.params.id, {
        phone: self || visit.may('administer-people'),
        passwordReset: self || visit.may('administer-accounts'),
        at: door.now(),
      })
      return view === undefined ? no(refused('staff-not-found').refusal) : json(view)
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/people/staff',
    permission: 'administer-people',
    audit: 'add-staff',
    summary: '增加工作人员；首次口令只显示这一次',
    schema: { body: Type.Object({ login: Login, ...StaffFields }), response: StaffAdded },
    handler: async (visit, door) => {
      const done = await visit.submit<{ id: string }>('add-staff', { ...visit.body, id: newStaffId(visit.actor.id, visit.idempotencyKey) })
      if (!done.ok) return no(done.refusal)
      const { id } = done.answer
      // The same command again (its answer was lost): the first password cannot be shown twice, the security administrator resets it.
      if ((await passwordHashOf(door.database, visit.bureau, id)) !== undefined) return json({ id, firstPassword: null })
      const password = firstPassword(visit.body.login)
      const set = await setPassword(door.database, { bureau: visit.bureau, id, staff: { login: visit.body.login, roles: [] } }, password, {
        mustChange: true,
        at: door.now(),
      })
      return set.ok ? json({ id, firstPassword: password }) : no(set.refusal)
    },
  }),
  defineRoute({
    method: 'PUT',
    path: '/api/people/staff/:id',
    permission: 'administer-people',
    audit: 'change-staff',
    act: 'change-staff',
    subject,
    after: forget,
    summary: '更改姓名、科室、窗口、电话',
    schema: { params: ById, body: Type.Object({ seq: Type.Optional(Seq), ...StaffFields }), response: Done },
  }),
  defineRoute({
    method: 'PUT',
    path: '/api/people/staff/:id/roles',
    permission: 'grant-roles',
    audit: 'grant-roles',
    act: 'grant-roles',
    subject,
    after: async (visit, door) => {
      const { id } = visit.params as { id: string }
      const { roles } = visit.body as { roles: string[] }
      if (roles.some((role) => (administrators as readonly string[]).includes(role))) await askForNewPassword(door.database, visit.bureau, id)
      door.sessions.forgetAll()
    },
    summary: '授予和收回角色（一次列出全部）',
    schema: { params: ById, body: Type.Object({ seq: Type.Optional(Seq), roles: Type.Array(RoleName, { maxItems: 12 }) }), response: Done },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/people/staff/:id/disable',
    permission: 'administer-people',
    audit: 'disable-staff',
    act: 'disable-staff',
    subject,
    after: async (visit, door) => {
      const { id } = visit.params as { id: string }
      await door.sessions.endAllOf(visit.bureau, 'staff', id, visit.actor.id)
      door.sessions.forgetAll()
    },
    summary: '停用（离岗）：收回全部角色，登录立即失效',
    schema: { params: ById, body: Type.Object({ seq: Type.Optional(Seq), ...WithReason.properties }), response: Done },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/people/staff/:id/enable',
    permission: 'administer-people',
    audit: 'enable-staff',
    act: 'enable-staff',
    subject,
    after: forget,
    summary: '恢复账号；角色须重新授予',
    schema: { params: ById, body: Type.Object({ seq: Type.Optional(Seq), ...WithReason.properties }), response: Done },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/people/staff/:id/absences',
    permission: 'staff',
    audit: 'record-absence',
    act: 'record-absence',
    after: forget,
    summary: '登记请假（外出）和代理人；本人或系统管理员',
    schema: { params: ById, body: Type.Object(AbsenceFields), response: Type.Object({ absence: Type.String() }) },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/people/staff/:id/absences/:absence/end',
    permission: 'staff',
    audit: 'end-absence',
    act: 'end-absence',
    after: forget,
    summary: '提前结束请假（外出）',
    schema: { params: Type.Object({ id: Id, absence: Id }), body: Type.Object({}), response: Type.Object({ absence: Type.String() }) },
  }),
]
