import { Type } from 'typebox'
import { CitizenSignIn, CodeRequest, CodeSent, PasswordChange, SessionView, SignedIn, StaffSignIn } from '../../../contract/people.ts'
import { json, no } from '../../platform/http/answer.ts'
import { beginSession, endCookie } from '../../platform/http/begin-session.ts'
import { defineRoute, type RouteRow } from '../../platform/http/route-row.ts'
import { checkCode, citizenOfPhone, sendCode } from './citizen-sign-in.ts'
import { sessionView } from './session-view.ts'
import { setPassword } from './staff-secret.ts'
import { checkSignIn, confirmPassword } from './staff-sign-in.ts'

/** A whole hall signs in at nine, and on its first day changes its passwords, behind one address; guessing is stopped by the lock of each account. */
export const hallPerMinute = 90

export const sessionRoutes: readonly RouteRow[] = [
  defineRoute({
    method: 'GET',
    path: '/api/session',
    permission: 'public',
    audit: 'look-at-session',
    summary: '当前登录的是谁，有哪些权限',
    schema: { response: SessionView },
    handler: async (visit, door) => json(await sessionView(visit, door)),
  }),
  defineRoute({
    method: 'POST',
    path: '/api/session/staff',
    permission: 'public',
    audit: 'sign-in-staff',
    summary: '工作人员登录',
    triesPerMinute: hallPerMinute,
    schema: { body: StaffSignIn, response: SignedIn },
    handler: async (visit, door) => {
      const checked = await checkSignIn(door.database, visit.bureau, visit.body, door.now())
      if (!checked.ok) return no(checked.refusal)
      const { csrf, token, expiresAt } = await beginSession(visit, door, 'staff', checked.value.id, visit.body.bearer === true)
      const found = await door.sessions.find(visit.bureau, token)
      const mustChangePassword = found?.handle.mustChangePassword ?? false
      return json({ csrf, mustChangePassword, expiresAt, ...(visit.body.bearer === true ? { token } : {}) })
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/session/citizen/code',
    permission: 'public',
    audit: 'send-code',
    summary: '向手机发送登录验证码',
    triesPerMinute: 10,
    schema: { body: CodeRequest, response: CodeSent },
    handler: async (visit, door) => {
      const sent = await sendCode(door, visit.bureau, visit.body.phone)
      if (!sent.ok) return no(sent.refusal)
      const { minutes, shown } = sent.value
      return json({ minutes, ...(shown === undefined ? {} : { shown }) })
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/session/citizen',
    permission: 'public',
    audit: 'sign-in-citizen',
    summary: '群众和企业凭手机验证码登录，未注册的随即注册',
    triesPerMinute: 20,
    schema: { body: CitizenSignIn, response: SignedIn },
    handler: async (visit, door) => {
      const { phone, code, bearer } = visit.body
      const checked = await checkCode(door, visit.bureau, phone, code)
      if (!checked.ok) return no(checked.refusal)
      const citizen = await citizenOfPhone(door, visit.bureau, phone)
      if (!citizen.ok) return no(citizen.refusal)
      const { csrf, token, expiresAt } = await beginSession(visit, door, 'citizen', citizen.value.id, bearer === true)
      return json({ csrf, mustChangePassword: false, expiresAt, ...(bearer === true ? { token } : {}) })
    },
  }),
  defineRoute({
    method: 'DELETE',
    path: '/api/session',
    permission: 'signed-in',
    audit: 'sign-out',
    summary: '退出登录',
    beforePasswordChange: true,
    schema: { response: Type.Object({}) },
    handler: async (visit, door) => {
      await door.sessions.end(visit.bureau, visit.session!.tokenHash, visit.actor.id)
      endCookie(visit)
      return json({})
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/session/password',
    permission: 'staff',
    audit: 'change-password',
    summary: '修改自己的口令；其他地方的登录随即失效',
    beforePasswordChange: true,
    triesPerMinute: hallPerMinute,
    schema: { body: PasswordChange, response: Type.Object({}) },
    handler: async (visit, door) => {
      const { bureau, actor, session } = visit
      const confirmed = await confirmPassword(door.database, bureau, actor.id, visit.body.old, door.now())
      if (!confirmed.ok) return no(confirmed.refusal)
      const { staff } = confirmed.value
      const done = await setPassword(door.database, { bureau, id: actor.id, staff }, visit.body.new, { mustChange: false, at: door.now() })
      if (!done.ok) return no(done.refusal)
      await door.sessions.endAllOf(bureau, 'staff', actor.id, actor.id, session!.tokenHash)
      return json({})
    },
  }),
]
