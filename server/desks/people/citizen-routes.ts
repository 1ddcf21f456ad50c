import { Type } from 'typebox'
import { AgencyGrant, CitizenView, FoundCitizen, Id, RealName, Uscc, WithReason } from '../../../contract/people.ts'
import { maskIdNumber, maskPhone } from '../../../rules/identifier/masking.ts'
import type { Citizen } from '../../../rules/people/citizen.ts'
import { refused } from '../../../rules/refusal.ts'
import { json, no } from '../../platform/http/answer.ts'
import { defineRoute, type RouteRow } from '../../platform/http/route-row.ts'
import { findCitizenByPhone } from './citizen-sign-in.ts'
import { viewCitizen } from './citizen-view.ts'
import { declareRealName, grantAgency } from './citizen-wishes.ts'
import { statesOf } from './directory.ts'

const Name = Type.String({ minLength: 1, maxLength: 100 })
const Document = Type.String({ minLength: 1, maxLength: 100 })
const forget = (_visit: unknown, door: { sessions: { forgetAll(): void } }) => door.sessions.forgetAll()

/** What a citizen does with the own account, and what a clerk verifies at the counter. */
export const citizenRoutes: readonly RouteRow[] = [
  defineRoute({
    method: 'GET',
    path: '/api/me',
    permission: 'citizen',
    audit: 'look-at-own-account',
    auditing: 'personal',
    summary: '我的账号：实名等级、单位、委托',
    schema: { response: CitizenView },
    handler: async (visit, door) => json(await viewCitizen(door, visit.bureau, visit.actor.id)),
  }),
  defineRoute({
    method: 'POST',
    path: '/api/me/real-name',
    permission: 'citizen',
    audit: 'declare-real-name',
    summary: '实名登记',
    triesPerMinute: 10,
    schema: { body: RealName, response: Type.Object({ level: Type.Integer() }) },
    handler: async (visit, door) => {
      const done = await declareRealName(visit, door, visit.body)
      return done.ok ? json(done.answer) : no(done.refusal)
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/me/firms',
    permission: 'citizen',
    audit: 'claim-firm',
    summary: '登记我是法定代表人的单位',
    schema: { body: Type.Object({ uscc: Uscc, name: Name }), response: Type.Object({ uscc: Type.String() }) },
    handler: async (visit) => {
      const done = await visit.submit('claim-firm', { ...visit.body, citizen: visit.actor.id })
      return done.ok ? json(done.answer) : no(done.refusal)
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/me/firms/:uscc/agencies',
    permission: 'citizen',
    audit: 'grant-agency',
    summary: '委托代理人：范围和截止日期',
    triesPerMinute: 20,
    schema: { params: Type.Object({ uscc: Uscc }), body: AgencyGrant, response: Type.Object({ id: Type.String() }) },
    handler: async (visit, door) => {
      const done = await grantAgency(visit, door, { uscc: visit.params.uscc, ...visit.body })
      return done.ok ? json(done.answer) : no(done.refusal)
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/me/firms/:uscc/agencies/:id/revoke',
    permission: 'citizen',
    audit: 'revoke-agency',
    act: 'revoke-agency',
    summary: '收回委托，或辞去代理',
    schema: { params: Type.Object({ uscc: Uscc, id: Id }), body: Type.Object({}), response: Type.Object({ id: Type.String() }) },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/me/close',
    permission: 'citizen',
    audit: 'close-citizen-account',
    summary: '注销账号，删去账号里的个人信息；已办的件仍在册',
    schema: { body: WithReason, response: Type.Object({}) },
    handler: async (visit, door) => {
      const done = await visit.submit('close-citizen-account', { id: visit.actor.id, reason: visit.body.reason })
      if (!done.ok) return no(done.refusal)
      await door.sessions.endAllOf(visit.bureau, 'citizen', visit.actor.id, visit.actor.id)
      return json({})
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/people/citizens/find',
    permission: 'receive-case',
    audit: 'find-citizen',
    auditing: 'personal',
    summary: '窗口按手机号查找已注册的用户',
    schema: { body: Type.Object({ phone: Type.String({ maxLength: 20 }) }), response: FoundCitizen },
    handler: async (visit, door) => {
      const id = await findCitizenByPhone(door, visit.bureau, visit.body.phone)
      const citizen = id === undefined ? undefined : (await statesOf<Citizen>(door.database, visit.bureau, 'citizen', [id])).get(id)
      if (id === undefined || citizen === undefined) return no(refused('citizen-not-found').refusal)
      await visit.looked({ kind: 'citizen', id })
      return json({
        id,
        level: citizen.level,
        name: citizen.name,
        residentId: maskIdNumber(citizen.residentId),
        phone: maskPhone(citizen.phone),
      })
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/people/citizens/:id/verify',
    permission: 'receive-case',
    audit: 'verify-citizen',
    act: 'verify-citizen',
    after: forget,
    summary: '窗口核验证件，确认实名',
    schema: {
      params: Type.Object({ id: Id }),
      body: Type.Object({ ...RealName.properties, document: Document }),
      response: Type.Object({ level: Type.Integer() }),
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/people/firms/:uscc/verify',
    permission: 'receive-case',
    audit: 'verify-representative',
    act: 'verify-representative',
    summary: '窗口核验执照，确认法定代表人',
    schema: {
      params: Type.Object({ uscc: Uscc }),
      body: Type.Object({ name: Name, citizen: Id, document: Document }),
      response: Type.Object({ uscc: Type.String() }),
    },
  }),
]
