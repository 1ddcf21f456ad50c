import { Type } from 'typebox'
import { Digest, Id, Maybe, shape, Words } from '../../../contract/case-parts.ts'
import { CaseAsks, CaseCounts, CaseList, CaseListQuery, CasePage } from '../../../contract/cases.ts'
import { Inbox } from '../../../contract/inbox.ts'
import { PermitsInHand, PermitsInHandAsked } from '../../../contract/permits-in-hand.ts'
import type { Answers } from '../../../rules/service-item/condition.ts'
import { caseRef } from '../../../rules/case/standing/entries.ts'
import { type Refusal, refused } from '../../../rules/refusal.ts'
import { instantOfMillis, plainDateOfInstant } from '../../../rules/time/instant.ts'
import { type PlainDate, parsePlainDate } from '../../../rules/time/plain-date.ts'
import { headersOf } from '../../platform/files/file-routes.ts'
import { json, no, stream } from '../../platform/http/answer.ts'
import type { Door } from '../../platform/http/door.ts'
import { defineRoute, type RouteRow } from '../../platform/http/route-row.ts'
import type { Visit } from '../../platform/http/visit.ts'
import { asksWithin } from './asks-view.ts'
import { answersOf } from '../../../rules/service-item/answer-text.ts'
import { type ListAsked, listCases } from './case-list-view.ts'
import { applicantOf, caseOnOnePage } from './case-page-view.ts'
import { exportCases } from './export-cases.ts'
import { countCases } from './counts-view.ts'
import { inboxOf } from './inbox-view.ts'
import { openCaseFor, openWholeCase } from './open-case.ts'
import { publishedItem } from './item-versions.ts'
import { permitsInHand } from './permits-in-hand.ts'
import { scopeOfVisit } from './scope.ts'

const ById = Type.Object({ id: Id })
const Paging = Type.Object({
  after: Type.Optional(Type.String({ maxLength: 300 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
})
const notFound = no(refused('case-not-found').refusal)

export const todayOf = (door: Door): PlainDate => plainDateOfInstant(instantOfMillis(door.now().getTime()))

/** Staff need the permission to see cases; a citizen sees the own ones, which the scope takes care of. */
export const mayLook = (visit: Visit): boolean => visit.actor.kind === 'citizen' || visit.may('see-cases')

/** Where a visitor asks for the own office only, a bureau-wide scope narrows. */
function scopeAsked(visit: Visit, of: 'mine' | 'office' | 'all' | undefined) {
  const scope = scopeOfVisit(visit)
  return of === 'office' && scope.kind === 'bureau' && visit.actor.office ? { kind: 'office' as const, of: [visit.actor.office] } : scope
}

const dayFields = ['receivedFrom', 'receivedTo', 'dueFrom', 'dueTo'] as const

/** What the list is asked for, on the screen as in the spreadsheet; a no where a day does not exist. */
function listAsked(visit: Visit<unknown, CaseListQuery>, door: Door): ListAsked | Refusal {
  const { bureau, query, actor } = visit
  for (const field of dayFields) {
    const date = query[field]
    if (date !== undefined && parsePlainDate(date) === undefined) return refused('date-invalid', { detail: { date } }).refusal
  }
  return { bureau, scope: scopeAsked(visit, query.of), query, me: actor.id, today: todayOf(door) }
}

export const lookRoutes: readonly RouteRow[] = [
  defineRoute({
    method: 'GET',
    path: '/api/cases',
    permission: 'see-cases',
    audit: 'look-at-cases',
    summary: '办件清单：按当前时限排列，可筛选、搜索、翻页',
    schema: { query: CaseListQuery, response: CaseList },
    asIs: true,
    handler: async (visit, door) => {
      const asked = listAsked(visit, door)
      return 'code' in asked ? no(asked) : json(await listCases(door.database, asked))
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/api/cases/export',
    permission: 'export-cases',
    audit: 'export-cases',
    auditing: 'personal',
    summary: '按同样的筛选导出办件清单（XLSX）',
    schema: { query: CaseListQuery, response: 'file' },
    handler: async (visit, door) => {
      const asked = listAsked(visit, door)
      if ('code' in asked) return no(asked)
      await visit.looked(`cases ${JSON.stringify(visit.query)}`)
      return stream(exportCases(door.database, asked), {
        'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        'content-disposition': `attachment; filename="cases-${asked.today}.xlsx"; filename*=UTF-8''${encodeURIComponent(`办件清单${asked.today}.xlsx`)}`,
      })
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/api/cases/counts',
    permission: 'see-cases',
    audit: 'look-at-case-counts',
    summary: '办件数：按灯号、状态，我的、待领办、今日收件和办结',
    schema: { query: Type.Object({ of: Type.Optional(Type.Union([Type.Literal('office'), Type.Literal('all')])) }), response: CaseCounts },
    handler: async (visit, door) =>
      json(await countCases(door.database, visit.bureau, scopeAsked(visit, visit.query.of), visit.actor.id, todayOf(door))),
  }),
  defineRoute({
    method: 'GET',
    path: '/api/cases/asks',
    permission: 'see-cases',
    audit: 'look-at-case-asks',
    summary: '申请人的话：等待答复的陈述申辩、更正和删除个人信息的请求',
    schema: { response: CaseAsks },
    handler: async (visit, door) => json(await asksWithin(door.database, visit.bureau, scopeOfVisit(visit))),
  }),
  defineRoute({
    method: 'POST',
    path: '/api/cases/permits-in-hand',
    permission: 'receive-case',
    audit: 'look-at-permits-in-hand',
    auditing: 'personal',
    summary: '收件时查原许可：准予给这位申请人、这件变更、延续、注销申请用得上的许可（行政许可法 第四十九条、第五十条、第七十条）',
    schema: { body: PermitsInHandAsked, response: Maybe(PermitsInHand) },
    handler: async (visit, door) => {
      const { item: code, itemVersion, holder, answers } = visit.body
      const item = await publishedItem(door.database, visit.bureau, code, itemVersion)
      if (item === undefined) return no(refused('item-not-found', { detail: { code } }).refusal)
      await visit.looked(`permits-in-hand ${code}`)
      return json(await permitsInHand(door.database, visit.bureau, { item, holder, answers: answers as Answers }, todayOf(door)))
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/api/cases/:id',
    permission: 'signed-in',
    audit: 'look-at-case',
    auditing: 'personal',
    summary: '一个办件的全部情况：材料、表单、环节、文书、时限及理由、可办动作',
    schema: { params: ById, response: CasePage },
    asIs: true,
    handler: async (visit, door) => {
      const found = mayLook(visit) ? await openWholeCase(door.database, visit, visit.params.id) : undefined
      if (!found) return notFound
      const asked = { visit, now: door.now(), calendar: door.calendarOf(visit.bureau) }
      // The look is in the audit before the answer leaves; the page is read meanwhile.
      const [page] = await Promise.all([caseOnOnePage(door.database, found, asked), visit.looked(caseRef(visit.params.id))])
      return json(page)
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/cases/:id/reveal',
    permission: 'see-personal-data',
    audit: 'reveal-personal-data',
    auditing: 'personal',
    summary: '说明用途后查看未遮盖的个人信息',
    schema: {
      params: ById,
      body: Type.Object({ purpose: Words(200) }, shape),
      response: Type.Object({ applicant: CasePage.properties.applicant, answers: CasePage.properties.answers }),
    },
    handler: async (visit, door) => {
      const found = mayLook(visit) ? await openCaseFor(door.database, visit, visit.params.id) : undefined
      if (!found) return notFound
      await visit.looked(`case/${visit.params.id} ${visit.body.purpose}`)
      return json({ applicant: applicantOf(found.state, false), answers: answersOf(found.item, found.state.answers, false) })
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/api/cases/:id/files/:digest',
    permission: 'signed-in',
    audit: 'look-at-case-file',
    auditing: 'personal',
    summary: '办件中的一个文件；inline=true 时 PDF 和图片在页面中预览',
    schema: { params: Type.Object({ id: Id, digest: Digest }), query: Type.Object({ inline: Type.Optional(Type.Boolean()) }), response: 'file' },
    handler: async (visit, door) => {
      const found = mayLook(visit) ? await openCaseFor(door.database, visit, visit.params.id) : undefined
      const { materials = [], inspections = [], servicePhotos = [] } = found?.state ?? {}
      const named = [...materials.flatMap(({ files }) => files), ...inspections.flatMap(({ photos }) => photos), ...servicePhotos]
      const file = named.find(({ digest }) => digest === visit.params.digest)
      const bytes = file && (await door.files.read(file.digest))
      if (!file || !bytes) return no(refused(file && found?.state.erasedOn ? 'personal-data-erased' : 'file-not-found').refusal)
      await visit.looked(caseRef(visit.params.id))
      return stream(bytes.stream, headersOf(file.mediaType, file.name, bytes.size, visit.query.inline === true))
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/api/my/cases',
    permission: 'citizen',
    audit: 'look-at-own-cases',
    summary: '我的办件，新的在前',
    schema: { query: Paging, response: CaseList },
    handler: async (visit, door) =>
      json(
        await listCases(door.database, {
          bureau: visit.bureau,
          scope: scopeOfVisit(visit),
          query: visit.query,
          me: visit.actor.id,
          today: todayOf(door),
        }),
      ),
  }),
  defineRoute({
    method: 'GET',
    path: '/api/my/inbox',
    permission: 'citizen',
    audit: 'look-at-own-inbox',
    summary: '我的消息：各办件出具的文书，新的在前',
    schema: { query: Paging, response: Inbox },
    handler: async (visit, door) => json(await inboxOf(door.database, visit.bureau, visit.actor.id, visit.query)),
  }),
]
