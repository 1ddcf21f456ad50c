import { Type } from 'typebox'
import { paperRef } from '../../rules/case/papers/paper-issue.ts'
import { paperKindOfSubject } from '../../rules/case/papers/paper-kind.ts'
import { paperKinds } from '../../rules/paper/paper-kinds.ts'
import { refused } from '../../rules/refusal.ts'
import { inboxOf, listCases } from '../desks/cases/public.ts'
import { shelfOf } from '../desks/catalogue/public.ts'
import { headersOf } from '../platform/files/file-routes.ts'
import { no, stream } from '../platform/http/answer.ts'
import { defineRoute, type RouteRow } from '../platform/http/route-row.ts'
import { readSubject } from '../platform/writer/subjects.ts'
import { casePage } from './case-page.ts'
import { openDrafts } from './drafts.ts'
import { show, todayOf } from './frame.ts'
import { messagePage, messagesPage } from './messages-page.ts'
import { myCasesPage } from './my-cases-page.ts'
import { ownCase } from './own-case.ts'
import { notFound, OfCase } from './own-form.ts'
import { qrOf, wholeAddress } from './qr.ts'
import { markRead, readOf } from './read-notices.ts'
import { receiptPage } from './receipt-page.ts'
import { waitsOf } from './waits.ts'

const Id = Type.String({ minLength: 1, maxLength: 80 })
const After = Type.Object({ after: Type.Optional(Type.String({ maxLength: 300 })) })

const doneWords: Readonly<Record<string, string>> = {
  supplement: '补交的材料收到了。',
  withdraw: '申请已经撤回。',
  recusal: '回避申请收到了，负责人决定以后出具答复书；其间被申请的人不主持、不审查、不决定。',
  'give-up': '已经记下：您表示不再补正，窗口会说明理由作出决定。',
  request: '听证申请收到了，会通知您时间和地点。',
  waive: '已经记下：您不要求听证。',
  correct: '联系方式改好了。',
  statement: '您的意见收到了，审查人员会答复是否采纳和理由。',
  consent: '已经记下：您同意电子送达，对以后送达的文书有效。',
  'no-consent': '已经记下：您不再同意电子送达，以后的文书另行送达。',
  'data-request': '您的请求收到了，最迟三十日内答复，答复书在“消息”里看。',
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
      const waits = await waitsOf(
        door,
        visit.bureau,
        rows.map(({ id }) => id),
      )
      const { items } = await shelfOf(door.database, visit.bureau, todayOf(door))
      return show(visit, door, myCasesPage({ rows, waits, next, drafts, items, firstPage: after === undefined }))
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
      query: Type.Object({ done: Type.Optional(Type.Enum(Object.keys(doneWords))) }),
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
      const paper = (await readSubject(door.database, visit.bureau, paperKindOfSubject, visit.params.paper))?.state
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
      const found = (await readSubject(door.database, visit.bureau, paperKindOfSubject, paper))?.state
      if (found === undefined || found.account !== visit.actor.id || found.status === 'voided') return no(refused('paper-not-found').refusal)
      await markRead(door.database, visit.bureau, visit.actor.id, paper, door.now())
      const { kind, number, date: on, servedOn } = found
      const about = { case: found.case.id, caseNumber: found.case.number, itemName: found.case.itemName, ready: found.status === 'typeset' }
      return show(visit, door, messagePage({ paper, kind, title: paperKinds[kind].title, number, on, servedOn, ...about }))
    },
  }),
]
