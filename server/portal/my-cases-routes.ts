import { Type } from 'typebox'
import { sentenceOf } from '../../contract/refusal-texts.ts'
import { caseRef } from '../../rules/case/entries.ts'
import { paperRef } from '../../rules/case/paper-issue.ts'
import type { PaperState } from '../../rules/case/paper-kind.ts'
import type { CaseState } from '../../rules/case/state.ts'
import { paperKinds } from '../../rules/paper/paper-kinds.ts'
import { refused } from '../../rules/refusal.ts'
import { inboxOf, listCases } from '../desks/cases/public.ts'
import { shelfOf } from '../desks/catalogue/public.ts'
import { headersOf } from '../platform/files/file-routes.ts'
import { no, seeOther, stream } from '../platform/http/answer.ts'
import { defineRoute, type RouteRow } from '../platform/http/route-row.ts'
import { statusOf } from '../platform/refusal-status.ts'
import { readSubject } from '../platform/subjects.ts'
import { casePage } from './case-page.ts'
import { beginDraft, openDrafts } from './drafts.ts'
import { show, todayOf } from './frame.ts'
import { messagePage, messagesPage } from './messages-page.ts'
import { myCasesPage } from './my-cases-page.ts'
import { ownCase, supplementDraft } from './own-case.ts'
import { qrOf, wholeAddress } from './qr.ts'
import { markRead, readOf } from './read-notices.ts'
import { receiptPage } from './receipt-page.ts'
import { withdrawPage } from './withdraw-page.ts'

const Id = Type.String({ minLength: 1, maxLength: 80 })
const OfCase = Type.Object({ id: Id })
const After = Type.Object({ after: Type.Optional(Type.String({ maxLength: 300 })) })
const notFound = no(refused('case-not-found').refusal)

const doneWords: Readonly<Record<string, string>> = {
  supplement: '补交的材料收到了。',
  withdraw: '申请已经撤回。',
  request: '听证申请收到了，会通知您时间和地点。',
  waive: '已经记下：您不要求听证。',
}

/** What a citizen sees of the own cases and does about them. */
export const myCasesRoutes: readonly RouteRow[] = [
  defineRoute({
    method: 'GET',
    path: '/my/cases',
    permission: 'citizen',
    audit: 'look-at-own-cases',
    summary: '我的办件',
    schema: { query: After, response: 'page' },
    handler: async (visit, door) => {
      const { after } = visit.query
      const { rows, next } = await listCases(door.database, {
        bureau: visit.bureau,
        scope: { kind: 'account', of: visit.actor.id },
        query: { sort: 'newest', limit: 20, ...(after === undefined ? {} : { after }) },
        me: visit.actor.id,
        today: todayOf(door),
      })
      const drafts = await openDrafts(door.database, visit.bureau, visit.actor.id)
      const { items } = await shelfOf(door.database, visit.bureau, todayOf(door))
      return show(visit, door, myCasesPage({ rows, next, drafts, items, csrf: visit.csrf, firstPage: after === undefined }))
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/my/cases/:id',
    permission: 'citizen',
    audit: 'look-at-case',
    auditing: 'personal',
    summary: '我的一个办件',
    schema: {
      params: OfCase,
      query: Type.Object({ done: Type.Optional(Type.Enum(['supplement', 'withdraw', 'request', 'waive'])) }),
      response: 'page',
    },
    handler: async (visit, door) => {
      const page = await ownCase(visit, door, visit.params.id)
      if (page === undefined) return notFound
      const { done } = visit.query
      return show(visit, door, casePage({ page, csrf: visit.csrf, today: todayOf(door), done: done && doneWords[done] }))
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/my/cases/:id/receipt',
    permission: 'citizen',
    audit: 'look-at-receipt',
    auditing: 'personal',
    summary: '提交成功：编号、凭证、接下来',
    schema: { params: OfCase, response: 'page' },
    handler: async (visit, door) => {
      const page = await ownCase(visit, door, visit.params.id)
      if (page === undefined) return notFound
      const qr = await qrOf(wholeAddress(visit, `/progress?number=${page.number}`), '查进度的网址')
      return show(visit, door, receiptPage(page, qr, todayOf(door)))
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/my/cases/:id/papers/:paper',
    permission: 'citizen',
    audit: 'look-at-paper',
    auditing: 'personal',
    summary: '文书的 PDF',
    schema: { params: Type.Object({ id: Id, paper: Id }), query: Type.Object({ inline: Type.Optional(Type.Boolean()) }), response: 'file' },
    handler: async (visit, door) => {
      const paper = (await readSubject<PaperState>(door.database, visit.bureau, paperRef(visit.params.paper)))?.state
      if (paper === undefined || paper.account !== visit.actor.id || paper.case.id !== visit.params.id || paper.status === 'voided')
        return no(refused('paper-not-found').refusal)
      const file = paper.digest === null ? undefined : await door.files.read(paper.digest)
      if (file === undefined) return no(refused('paper-not-ready').refusal)
      await visit.looked(paperRef(visit.params.paper))
      await markRead(door.database, visit.bureau, visit.actor.id, visit.params.paper, door.now())
      return stream(
        file.stream,
        headersOf('application/pdf', `${paperKinds[paper.kind].title} ${paper.number}.pdf`, file.size, visit.query.inline === true),
      )
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/my/cases/:id/supplement',
    permission: 'citizen',
    audit: 'begin-supplement',
    summary: '开始补正',
    triesPerMinute: 120,
    schema: { params: OfCase, body: Type.Object({}), response: 'see-other' },
    handler: async (visit, door) => {
      const found = await ownCase(visit, door, visit.params.id)
      if (found === undefined) return notFound
      if (!found.acts.some(({ act }) => act === 'supplement-materials' || act === 'meet-shortfall')) return seeOther(`/my/cases/${found.id}`)
      const begun = (await openDrafts(door.database, visit.bureau, visit.actor.id)).find(({ caseId }) => caseId === found.id)
      if (begun !== undefined) return seeOther(`/drafts/${begun.id}`)
      const { state } = (await readSubject<CaseState>(door.database, visit.bureau, caseRef(found.id)))!
      const id = await beginDraft(door.database, visit.bureau, supplementDraft(state, visit.actor.id), door.now())
      return seeOther(`/drafts/${id}`)
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/my/cases/:id/hearing',
    permission: 'citizen',
    audit: 'answer-hearing-right',
    summary: '要求或者不要求听证',
    triesPerMinute: 120,
    schema: { params: OfCase, body: Type.Object({ answer: Type.Enum(['request', 'waive']) }), response: 'see-other' },
    handler: async (visit) => {
      const { id } = visit.params
      const { answer } = visit.body
      const done = await visit.submit(answer === 'request' ? 'request-hearing' : 'waive-hearing', { id, party: 'applicant' })
      return done.ok ? seeOther(`/my/cases/${id}?done=${answer}`) : no(done.refusal)
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/my/cases/:id/withdraw',
    permission: 'citizen',
    audit: 'look-at-withdraw-form',
    summary: '撤回申请',
    schema: { params: OfCase, response: 'page' },
    handler: async (visit, door) => {
      const page = await ownCase(visit, door, visit.params.id)
      return page === undefined ? notFound : show(visit, door, withdrawPage(page, visit.csrf))
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/my/cases/:id/withdraw',
    permission: 'citizen',
    audit: 'withdraw-application',
    summary: '撤回申请',
    triesPerMinute: 120,
    schema: { params: OfCase, body: Type.Object({ reason: Type.String({ maxLength: 500 }) }), response: 'see-other' },
    handler: async (visit, door) => {
      const page = await ownCase(visit, door, visit.params.id)
      if (page === undefined) return notFound
      const reason = visit.body.reason.trim()
      if (reason === '') return show(visit, door, withdrawPage(page, visit.csrf, '请写一句为什么撤回。'), { status: 422 })
      const done = await visit.submit('withdraw-application', { id: page.id, reason })
      if (done.ok) return seeOther(`/my/cases/${page.id}?done=withdraw`)
      return show(visit, door, withdrawPage(page, visit.csrf, sentenceOf(done.refusal)), { status: statusOf(done.refusal.code) })
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/my/messages',
    permission: 'citizen',
    audit: 'look-at-own-inbox',
    summary: '我的消息',
    schema: { query: After, response: 'page' },
    handler: async (visit, door) => {
      const { notices, next } = await inboxOf(door.database, visit.bureau, visit.actor.id, { after: visit.query.after, limit: 20 })
      return show(visit, door, messagesPage(notices, await readOf(door.database, visit.bureau, visit.actor.id, notices), next))
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/my/messages/:paper',
    permission: 'citizen',
    audit: 'look-at-message',
    auditing: 'personal',
    summary: '一条消息',
    schema: { params: Type.Object({ paper: Id }), response: 'page' },
    handler: async (visit, door) => {
      const { paper } = visit.params
      const found = (await readSubject<PaperState>(door.database, visit.bureau, paperRef(paper)))?.state
      if (found === undefined || found.account !== visit.actor.id || found.status === 'voided') return no(refused('paper-not-found').refusal)
      await markRead(door.database, visit.bureau, visit.actor.id, paper, door.now())
      const { kind, number, date: on, servedOn } = found
      const about = { case: found.case.id, caseNumber: found.case.number, itemName: found.case.itemName, ready: found.status === 'typeset' }
      return show(visit, door, messagePage({ paper, kind, title: paperKinds[kind].title, number, on, servedOn, ...about }))
    },
  }),
]
