import { Type } from 'typebox'
import { sentenceOf } from '../../contract/refusal-texts.ts'
import { type Refusal, refused } from '../../rules/refusal.ts'
import { parsePlainDate } from '../../rules/time/plain-date.ts'
import { shelfOf } from '../desks/catalogue/public.ts'
import { declareRealName, grantAgency, viewCitizen } from '../desks/people/public.ts'
import { no, seeOther, stream } from '../platform/http/answer.ts'
import { isOwnPath } from '../platform/http/answer-to-reply.ts'
import { endCookie } from '../platform/http/begin-session.ts'
import type { Door } from '../platform/http/door.ts'
import { defineRoute, type RouteRow } from '../platform/http/route-row.ts'
import type { Visit } from '../platform/http/visit.ts'
import { statusOf } from '../platform/refusal-status.ts'
import { accountPage, agencyPage, closePage, newFirmPage, realNamePage } from './account-page.ts'
import type { Wrong } from './form-parts.ts'
import { readDate } from './form-values.ts'
import { show, todayOf } from './frame.ts'
import { mineAtHome } from './mine-at-home.ts'
import { personalCopy } from './personal-copy.ts'

const Text = Type.String({ maxLength: 500 })
const Next = Type.Optional(Type.String({ maxLength: 2000 }))
const Uscc = Type.Object({ uscc: Type.String({ minLength: 18, maxLength: 18 }) })
const itemsOf = async (visit: Visit, door: Door) => (await shelfOf(door.database, visit.bureau, todayOf(door))).items
const nextOf = (next: string | undefined): string => (next !== undefined && isOwnPath(next) ? next : '/account')

/** Puts a refusal beside the input it speaks of. */
const wrongAt = (refusal: Refusal, places: Readonly<Record<string, string>>, otherwise: string): Wrong => ({
  at: places[refusal.code] ?? otherwise,
  words: sentenceOf(refusal),
})
const status = (refusal: Refusal) => ({ status: statusOf(refusal.code) })

/** The citizen's own account. */
export const accountRoutes: readonly RouteRow[] = [
  defineRoute({
    method: 'GET',
    path: '/account',
    permission: 'citizen',
    audit: 'look-at-own-account',
    auditing: 'personal',
    summary: '我的账户',
    schema: { response: 'page' },
    handler: async (visit, door) =>
      show(visit, door, accountPage(await viewCitizen(door, visit.bureau, visit.actor.id), visit.csrf, await itemsOf(visit, door))),
  }),
  defineRoute({
    method: 'GET',
    path: '/account/real-name',
    permission: 'citizen',
    audit: 'look-at-real-name-form',
    summary: '登记姓名和身份证号码',
    schema: { query: Type.Object({ next: Next }), response: 'page' },
    handler: (visit, door) => show(visit, door, realNamePage(visit.csrf, { name: '', residentId: '', next: nextOf(visit.query.next) })),
  }),
  defineRoute({
    method: 'POST',
    path: '/account/real-name',
    permission: 'citizen',
    audit: 'declare-real-name',
    summary: '登记姓名和身份证号码',
    triesPerMinute: 10,
    schema: { body: Type.Object({ name: Text, residentId: Text, next: Next }), response: 'see-other' },
    handler: async (visit, door) => {
      const given = {
        name: visit.body.name.trim(),
        residentId: visit.body.residentId.normalize('NFKC').replace(/\s/g, ''),
        next: nextOf(visit.body.next),
      }
      const done = await declareRealName(visit, door, given)
      if (done.ok) return seeOther(given.next)
      return show(
        visit,
        door,
        realNamePage(visit.csrf, given, wrongAt(done.refusal, { 'resident-id-invalid': 'residentId' }, 'name')),
        status(done.refusal),
      )
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/account/firms/new',
    permission: 'citizen',
    audit: 'look-at-firm-form',
    summary: '登记单位',
    schema: { response: 'page' },
    handler: (visit, door) => show(visit, door, newFirmPage(visit.csrf, { uscc: '', name: '' })),
  }),
  defineRoute({
    method: 'POST',
    path: '/account/firms/new',
    permission: 'citizen',
    audit: 'claim-firm',
    summary: '登记我是法定代表人的单位',
    schema: { body: Type.Object({ uscc: Text, name: Text }), response: 'see-other' },
    handler: async (visit, door) => {
      const given = { uscc: visit.body.uscc.normalize('NFKC').replace(/\s/g, '').toUpperCase(), name: visit.body.name.trim() }
      if (given.name === '') return show(visit, door, newFirmPage(visit.csrf, given, { at: 'name', words: '请填写单位名称。' }), { status: 400 })
      const done = await visit.submit('claim-firm', { ...given, citizen: visit.actor.id })
      if (done.ok) return seeOther('/account')
      return show(visit, door, newFirmPage(visit.csrf, given, wrongAt(done.refusal, {}, 'uscc')), status(done.refusal))
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/account/firms/:uscc/agent',
    permission: 'citizen',
    audit: 'look-at-agency-form',
    summary: '委托代理人',
    schema: { params: Uscc, response: 'page' },
    handler: async (visit, door) => {
      const firm = await ownFirm(visit, door, visit.params.uscc)
      if (firm === undefined) return no(refused('firm-not-found').refusal)
      return show(visit, door, agencyPage(visit.csrf, firm, await itemsOf(visit, door), { agentPhone: '', until: '', scope: 'all', items: [] }))
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/account/firms/:uscc/agent',
    permission: 'citizen',
    audit: 'grant-agency',
    summary: '委托代理人：范围和截止日期',
    triesPerMinute: 20,
    schema: {
      params: Uscc,
      body: Type.Object({
        agentPhone: Text,
        until: Text,
        scope: Type.Optional(Text),
        items: Type.Optional(Type.Union([Text, Type.Array(Text, { maxItems: 500 })])),
      }),
      response: 'see-other',
    },
    handler: async (visit, door) => {
      const firm = await ownFirm(visit, door, visit.params.uscc)
      if (firm === undefined) return no(refused('firm-not-found').refusal)
      const { agentPhone, until, scope = '', items = [] } = visit.body
      const given = {
        agentPhone: agentPhone.normalize('NFKC').replace(/\s/g, ''),
        until: readDate(until.trim()),
        scope,
        items: [items].flat(),
      }
      const again = async (wrong: Wrong, code: number) =>
        show(visit, door, agencyPage(visit.csrf, firm, await itemsOf(visit, door), given, wrong), { status: code })
      const day = parsePlainDate(given.until)
      if (day === undefined) return again({ at: 'until', words: '日期应写成 2026-12-31 这样的格式。' }, 400)
      if (scope !== 'all' && scope !== 'some') return again({ at: 'scope', words: '请选择委托办哪些事。' }, 400)
      const done = await grantAgency(visit, door, {
        uscc: firm.uscc,
        agentPhone: given.agentPhone,
        items: scope === 'all' ? 'all' : given.items,
        until: day,
      })
      if (done.ok) return seeOther('/account')
      return again(wrongAt(done.refusal, { 'agency-over': 'until', 'agency-without-items': 'scope' }, 'agentPhone'), statusOf(done.refusal.code))
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/account/firms/:uscc/agencies/:id/revoke',
    permission: 'citizen',
    audit: 'revoke-agency',
    summary: '收回委托，或不再代理',
    schema: {
      params: Type.Object({ uscc: Uscc.properties.uscc, id: Type.String({ minLength: 1, maxLength: 64 }) }),
      body: Type.Object({}),
      response: 'see-other',
    },
    handler: async (visit) => {
      const done = await visit.submit('revoke-agency', visit.params)
      return done.ok ? seeOther('/account') : no(done.refusal)
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/account/copy',
    permission: 'citizen',
    audit: 'copy-own-data',
    auditing: 'personal',
    summary: '下载我的个人信息（个人信息保护法 第四十五条）',
    schema: { response: 'file' },
    handler: async (visit, door) =>
      stream(JSON.stringify(await personalCopy(visit, door), undefined, 2), {
        'content-type': 'application/json; charset=utf-8',
        'content-disposition': 'attachment; filename="my-data.json"',
        'cache-control': 'private, no-store',
      }),
  }),
  defineRoute({
    method: 'GET',
    path: '/account/close',
    permission: 'citizen',
    audit: 'look-at-close-form',
    summary: '注销账户',
    schema: { response: 'page' },
    handler: async (visit, door) => show(visit, door, closePage(visit.csrf, (await mineAtHome(visit, door)).running)),
  }),
  defineRoute({
    method: 'POST',
    path: '/account/close',
    permission: 'citizen',
    audit: 'close-citizen-account',
    summary: '注销账户，删去账户里的个人信息；已办的件仍在册',
    schema: { body: Type.Object({ reason: Text }), response: 'see-other' },
    handler: async (visit, door) => {
      const reason = visit.body.reason.trim()
      if (reason === '') {
        const { running } = await mineAtHome(visit, door)
        return show(visit, door, closePage(visit.csrf, running, { at: 'reason', words: '请写一句为什么注销。' }), { status: 400 })
      }
      const done = await visit.submit('close-citizen-account', { id: visit.actor.id, reason })
      if (!done.ok) return no(done.refusal)
      await door.sessions.endAllOf(visit.bureau, 'citizen', visit.actor.id, visit.actor.id)
      endCookie(visit)
      return seeOther('/')
    },
  }),
]

async function ownFirm(visit: Visit, door: Door, uscc: string) {
  const { firms } = await viewCitizen(door, visit.bureau, visit.actor.id)
  return firms.find((firm) => firm.uscc === uscc && firm.as === 'representative')
}
