import { Type } from 'typebox'
import { sentenceOf } from '../../contract/refusal-texts.ts'
import type { Refusal } from '../../rules/refusal.ts'
import { checkCode, citizenOfPhone, sendCode } from '../desks/people/public.ts'
import { no, seeOther } from '../platform/http/answer.ts'
import { isOwnPath } from '../platform/http/answer-to-reply.ts'
import { beginSession, endCookie } from '../platform/http/begin-session.ts'
import { defineRoute, type RouteRow } from '../platform/http/route-row.ts'
import { statusOf } from '../platform/refusal-status.ts'
import { citizenOf, show } from './frame.ts'
import { codePage, phonePage } from './sign-in-page.ts'

const Next = Type.Optional(Type.String({ maxLength: 2000 }))
const Phone = Type.String({ maxLength: 40 })
const codeMinutes = 5

/** Where to go after signing in: a page of this house, and not again to the door. */
const nextOf = (next: string | undefined): string => (next !== undefined && isOwnPath(next) && !/^\/sign-(in|out)/.test(next) ? next : '/')

/** Digits as typed: full-width or with blanks between. */
const digits = (text: string): string => text.normalize('NFKC').replace(/[\s-]/g, '')
const wrongOf = (refusal: Refusal) => [sentenceOf(refusal), { status: statusOf(refusal.code) }] as const

export const signInRoutes: readonly RouteRow[] = [
  defineRoute({
    method: 'GET',
    path: '/sign-in',
    permission: 'public',
    audit: 'look-at-sign-in',
    summary: '登录或注册',
    schema: { query: Type.Object({ next: Next, ended: Type.Optional(Type.Boolean()) }), response: 'page' },
    handler: (visit, door) => {
      const next = nextOf(visit.query.next)
      return citizenOf(visit) === undefined ? show(visit, door, phonePage({ next, phone: '', ended: visit.query.ended === true })) : seeOther(next)
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/sign-in/code',
    permission: 'public',
    audit: 'send-code',
    summary: '发送登录验证码',
    triesPerMinute: 10,
    schema: { body: Type.Object({ phone: Phone, next: Next }), response: 'page' },
    handler: async (visit, door) => {
      const next = nextOf(visit.body.next)
      const phone = digits(visit.body.phone)
      const sent = await sendCode(door, visit.bureau, phone)
      if (sent.ok) return show(visit, door, codePage({ next, phone, ...sent.value }))
      const [wrong, status] = wrongOf(sent.refusal)
      if (sent.refusal.code === 'code-too-soon')
        return show(visit, door, codePage({ next, phone, wrong, minutes: codeMinutes, shown: undefined }), status)
      return show(visit, door, phonePage({ next, phone, wrong }), status)
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/sign-in',
    permission: 'public',
    audit: 'sign-in-citizen',
    summary: '凭验证码登录',
    triesPerMinute: 20,
    schema: { body: Type.Object({ phone: Phone, code: Type.String({ maxLength: 40 }), next: Next }), response: 'see-other' },
    handler: async (visit, door) => {
      const next = nextOf(visit.body.next)
      const phone = digits(visit.body.phone)
      const checked = await checkCode(door, visit.bureau, phone, digits(visit.body.code))
      if (!checked.ok) {
        const [wrong, status] = wrongOf(checked.refusal)
        if (checked.refusal.code === 'phone-invalid') return show(visit, door, phonePage({ next, phone, wrong }), status)
        return show(visit, door, codePage({ next, phone, wrong, minutes: codeMinutes, shown: undefined }), status)
      }
      const citizen = await citizenOfPhone(door, visit.bureau, phone)
      if (!citizen.ok) return no(citizen.refusal)
      await beginSession(visit, door, 'citizen', citizen.value.id, false)
      return seeOther(citizen.value.isNew ? `/account/real-name?next=${encodeURIComponent(next)}` : next)
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/sign-out',
    permission: 'citizen',
    audit: 'sign-out',
    summary: '退出登录；everywhere 为真时所有手机和电脑都退出',
    schema: { body: Type.Object({ everywhere: Type.Enum(['true', 'false']) }), response: 'see-other' },
    handler: async (visit, door) => {
      if (visit.body.everywhere === 'true') await door.sessions.endAllOf(visit.bureau, 'citizen', visit.actor.id, visit.actor.id)
      else await door.sessions.end(visit.bureau, visit.session!.tokenHash, visit.actor.id)
      endCookie(visit)
      return seeOther('/')
    },
  }),
]
