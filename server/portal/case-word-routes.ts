import { randomUUID } from 'node:crypto'
import { Type } from 'typebox'
import { sentenceOf } from '../../contract/refusal-texts.ts'
import { no, seeOther } from '../platform/http/answer.ts'
import { defineRoute, type RouteRow } from '../platform/http/route-row.ts'
import { statusOf } from '../platform/refusal-status.ts'
import { dataRequestPage } from './data-request-page.ts'
import type { Wrong } from './form-parts.ts'
import { show } from './frame.ts'
import { heldNote } from './held-posted.ts'
import { Held, OfCase, showOwnForm, takeOwnForm } from './own-form.ts'
import { recusalPage } from './recusal-page.ts'
import { statementPage } from './statement-page.ts'

const typedText = (value: unknown): string => (typeof value === 'string' ? value.replace(/\r\n?/g, '\n').trim() : '')

/** What a citizen says and asks in so many words: statements, how to be served, and what is kept of her in the case. */
export const caseWordRoutes: readonly RouteRow[] = [
  defineRoute({
    method: 'GET',
    path: '/my/cases/:id/statement',
    permission: 'citizen',
    audit: 'look-at-statement-form',
    summary: '陈述、申辩',
    schema: { params: OfCase, query: Held, response: 'page' },
    handler: showOwnForm('make-statement', (page, csrf, held) =>
      statementPage(page, csrf, randomUUID(), typedText(held?.statement), undefined, held && heldNote),
    ),
  }),
  defineRoute({
    method: 'POST',
    path: '/my/cases/:id/statement',
    permission: 'public',
    audit: 'make-statement',
    summary: '提交陈述、申辩（行政许可法 第七条、第三十六条）',
    triesPerMinute: 20,
    schema: { params: OfCase, body: Type.Object({ statement: Type.String({ maxLength: 20_000 }) }), response: 'see-other' },
    handler: takeOwnForm(async (page, visit, door) => {
      const statement = typedText(visit.body.statement)
      const again = (words: string, status: number) => show(visit, door, statementPage(page, visit.csrf, randomUUID(), statement, words), { status })
      if (statement.length > 5000) return again(`写了 ${statement.length} 个字，最多 5000 个字。长的请作为材料交到窗口。`, 422)
      const done = await visit.submit('make-statement', { id: page.id, statement })
      return done.ok ? seeOther(`/my/cases/${page.id}?done=statement`) : again(sentenceOf(done.refusal), statusOf(done.refusal.code))
    }),
  }),
  defineRoute({
    method: 'GET',
    path: '/my/cases/:id/recusal',
    permission: 'citizen',
    audit: 'look-at-recusal-form',
    summary: '申请工作人员回避',
    schema: { params: OfCase, query: Held, response: 'page' },
    handler: showOwnForm('request-recusal', (page, csrf, held) =>
      recusalPage(page, csrf, randomUUID(), { against: typedText(held?.against), reason: typedText(held?.reason), note: held && heldNote }),
    ),
  }),
  defineRoute({
    method: 'POST',
    path: '/my/cases/:id/recusal',
    permission: 'public',
    audit: 'request-recusal',
    summary: '提交回避申请（行政许可法 第四十八条）',
    triesPerMinute: 20,
    schema: {
      params: OfCase,
      body: Type.Object({ against: Type.Optional(Type.String({ maxLength: 80 })), reason: Type.String({ maxLength: 5000 }) }),
      response: 'see-other',
    },
    handler: takeOwnForm(async (page, visit, door) => {
      const given = { against: visit.body.against ?? '', reason: typedText(visit.body.reason) }
      const again = (wrong: Wrong, status: number) => show(visit, door, recusalPage(page, visit.csrf, randomUUID(), given, wrong), { status })
      if (given.against === '') return again({ at: 'against', words: '请选择申请谁回避。' }, 422)
      if (given.reason === '') return again({ at: 'reason', words: '请写明为什么要求回避。' }, 422)
      if (given.reason.length > 1000) return again({ at: 'reason', words: `写了 ${given.reason.length} 个字，最多 1000 个字。` }, 422)
      const done = await visit.submit('request-recusal', { id: page.id, party: 'applicant', ...given })
      if (done.ok) return seeOther(`/my/cases/${page.id}?done=recusal`)
      return again({ at: 'reason', words: sentenceOf(done.refusal) }, statusOf(done.refusal.code))
    }),
  }),
  defineRoute({
    method: 'POST',
    path: '/my/cases/:id/consent',
    permission: 'citizen',
    audit: 'change-service-consent',
    summary: '同意或者不同意电子送达，对以后的文书有效',
    triesPerMinute: 20,
    schema: { params: OfCase, body: Type.Object({ consents: Type.Enum(['true', 'false']) }), response: 'see-other' },
    handler: async (visit) => {
      const { id } = visit.params
      const consents = visit.body.consents === 'true'
      const done = await visit.submit('change-service-consent', { id, consents })
      // Pressed twice, or in two tabs: it stands as wished.
      if (!done.ok && done.refusal.code !== 'nothing-changed') return no(done.refusal)
      return seeOther(`/my/cases/${id}?done=${consents ? 'consent' : 'no-consent'}`)
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/my/cases/:id/data-request',
    permission: 'citizen',
    audit: 'look-at-data-request-form',
    summary: '请求更正或者删除个人信息',
    schema: { params: OfCase, query: Held, response: 'page' },
    handler: showOwnForm('request-data-change', (page, csrf, held) =>
      dataRequestPage(page, csrf, randomUUID(), { kind: typedText(held?.kind), wish: typedText(held?.wish) }, undefined, held && heldNote),
    ),
  }),
  defineRoute({
    method: 'POST',
    path: '/my/cases/:id/data-request',
    permission: 'public',
    audit: 'request-data-change',
    summary: '提交更正或者删除个人信息的请求（个人信息保护法 第四十六条、第四十七条）',
    triesPerMinute: 20,
    schema: {
      params: OfCase,
      body: Type.Object({ kind: Type.Optional(Type.String({ maxLength: 20 })), wish: Type.String({ maxLength: 10_000 }) }),
      response: 'see-other',
    },
    handler: takeOwnForm(async (page, visit, door) => {
      const given = { kind: visit.body.kind ?? '', wish: typedText(visit.body.wish) }
      const again = (wrong: Wrong, status: number) => show(visit, door, dataRequestPage(page, visit.csrf, randomUUID(), given, wrong), { status })
      if (given.kind !== 'correction' && given.kind !== 'erasure') return again({ at: 'kind', words: '请选择更正还是删除。' }, 422)
      if (given.wish.length > 2000) return again({ at: 'wish', words: `写了 ${given.wish.length} 个字，最多 2000 个字。` }, 422)
      const done = await visit.submit('request-data-change', { id: page.id, kind: given.kind, wish: given.wish })
      if (done.ok) return seeOther(`/my/cases/${page.id}?done=data-request`)
      return again({ at: 'wish', words: sentenceOf(done.refusal) }, statusOf(done.refusal.code))
    }),
  }),
]
