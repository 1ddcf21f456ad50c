import { Type } from 'typebox'
import { refused } from '../../rules/refusal.ts'
import { checkEligibility } from '../../rules/service-item/eligibility.ts'
import { disclosedBudgets } from '../desks/budget/public.ts'
import { guideOf, shelfOf } from '../desks/catalogue/public.ts'
import { no, seeOther } from '../platform/http/answer.ts'
import { isOwnPath } from '../platform/http/answer-to-reply.ts'
import { defineRoute, type RouteRow } from '../platform/http/route-row.ts'
import { type Checked, eligibilityPage } from './eligibility-page.ts'
import { citizenOf, frameOf, largeTypeCookie, show, todayOf } from './frame.ts'
import { guidePage } from './guide-page.ts'
import { disclosuresPage } from './disclosures-page.ts'
import { helpPage } from './help-page.ts'
import { homePage } from './home-page.ts'
import { itemsPage } from './items-page.ts'
import { mineAtHome } from './mine-at-home.ts'
import { popularItems } from './popular-items.ts'
import { qrOf, wholeAddress } from './qr.ts'

const Code = Type.Object({ code: Type.String({ minLength: 1, maxLength: 80 }) })
const notFound = no(refused('page-not-found').refusal)

/** Pages for anybody: home, search, guide, self-check. */
export const publicRoutes: readonly RouteRow[] = [
  defineRoute({
    method: 'GET',
    path: '/',
    permission: 'public',
    audit: 'look-at-home',
    summary: '网上办事大厅首页',
    schema: { response: 'page' },
    handler: async (visit, door) => {
      const { items } = await shelfOf(door.database, visit.bureau, todayOf(door))
      const popular = await popularItems(door, visit.bureau)
      const { bureau } = await frameOf(visit, door)
      return show(
        visit,
        door,
        homePage({
          bureau,
          items: [...items.values()],
          popular: popular.flatMap((code) => items.get(code) ?? []),
          mine: citizenOf(visit) === undefined ? undefined : await mineAtHome(visit, door),
        }),
      )
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/items',
    permission: 'public',
    audit: 'search-items',
    summary: '搜索事项',
    schema: {
      query: Type.Object({
        q: Type.Optional(Type.String({ maxLength: 100 })),
        field: Type.Optional(Type.String({ maxLength: 40 })),
        who: Type.Optional(Type.Union([Type.Literal('person'), Type.Literal('firm')])),
        page: Type.Optional(Type.Integer({ minimum: 1, maximum: 10_000 })),
      }),
      response: 'page',
    },
    handler: async (visit, door) => {
      const { q = '', field, who } = visit.query
      const shelf = await shelfOf(door.database, visit.bureau, todayOf(door))
      const all = [...shelf.items.values()]
      const answer = q.trim() === '' ? undefined : shelf.search.answer(q, 60)
      const matches = answer
        ? answer.items.map(({ code, matched }) => ({ item: shelf.items.get(code)!, matched }))
        : all.sort((a, b) => a.field.localeCompare(b.field, 'zh') || a.name.localeCompare(b.name, 'zh')).map((item) => ({ item, matched: '' }))
      const found = matches
        .filter(({ item }) => field === undefined || field === '' || item.field === field)
        .filter(({ item }) => who === undefined || item.applicants.some((kind) => (kind === 'natural-person') === (who === 'person')))
      const astray = answer !== undefined && (found.length === 0 || !answer.sure)
      const popular = astray ? (await popularItems(door, visit.bureau)).flatMap((code) => shelf.items.get(code) ?? []) : []
      const fields = [...new Set(all.map((item) => item.field))]
      return show(visit, door, itemsPage({ asked: { ...visit.query, q: q.trim() }, found, answer, fields, popular }))
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/items/:code',
    permission: 'public',
    audit: 'look-at-guide',
    summary: '办事指南',
    schema: { params: Code, response: 'page' },
    handler: async (visit, door) => {
      const { items } = await shelfOf(door.database, visit.bureau, todayOf(door))
      const item = items.get(visit.params.code)
      if (item === undefined) return notFound
      return show(visit, door, guidePage(guideOf(item), await qrOf(wholeAddress(visit, `/items/${item.code}`), `${item.name}办事指南的网址`)))
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/items/:code/check',
    permission: 'public',
    audit: 'check-eligibility',
    summary: '条件自查',
    schema: { params: Code, query: Type.Record(Type.String({ maxLength: 80 }), Type.Unknown(), { maxProperties: 60 }), response: 'page' },
    handler: async (visit, door) => {
      const { items } = await shelfOf(door.database, visit.bureau, todayOf(door))
      const item = items.get(visit.params.code)
      if (item === undefined) return notFound
      const answers: Checked = Object.fromEntries(
        item.eligibility.map(({ id }) => [id, visit.query[`q_${id}`] === 'yes' ? 'yes' : visit.query[`q_${id}`] === 'no' ? 'no' : undefined]),
      )
      const outcome = visit.query.asked === undefined ? undefined : checkEligibility(item.eligibility, answers)
      return show(visit, door, eligibilityPage(item, answers, outcome))
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/type-size',
    permission: 'public',
    audit: 'choose-type-size',
    summary: '大字版和标准字号',
    schema: { query: Type.Object({ large: Type.Boolean(), back: Type.Optional(Type.String({ maxLength: 2000 })) }), response: 'see-other' },
    handler: (visit, door) => {
      const { large, back = '/' } = visit.query
      const cookie = { path: '/', httpOnly: true, sameSite: 'lax', secure: door.settings.secureCookies } as const
      if (large) visit.reply.setCookie(largeTypeCookie, '1', { ...cookie, maxAge: 31_536_000 })
      else visit.reply.clearCookie(largeTypeCookie, cookie)
      return seeOther(isOwnPath(back) && !back.startsWith('/type-size') ? back : '/')
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/help',
    permission: 'public',
    audit: 'look-at-help',
    summary: '使用帮助和隐私说明',
    schema: { response: 'page' },
    handler: async (visit, door) => show(visit, door, helpPage(door.settings)),
  }),
  defineRoute({
    method: 'GET',
    path: '/disclosure',
    permission: 'public',
    audit: 'look-at-disclosures',
    summary: '预决算公开：各年目录',
    schema: { response: 'page' },
    handler: async (visit, door) => show(visit, door, disclosuresPage(await disclosedBudgets(door.database, visit.bureau))),
  }),
]
