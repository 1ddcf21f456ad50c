import { caseKind } from '../../rules/case/case-kind.ts'
import { Type } from 'typebox'
import { sentenceOf } from '../../contract/refusal-texts.ts'
import { no, seeOther } from '../platform/http/answer.ts'
import { defineRoute, type RouteRow } from '../platform/http/route-row.ts'
import { statusOf } from '../platform/refusal-status.ts'
import { readSubject } from '../platform/writer/subjects.ts'
import { correctPage } from './correct-page.ts'
import { beginDraft, openDrafts } from './drafts.ts'
import { show } from './frame.ts'
import { giveUpPage } from './give-up-page.ts'
import { heldNote } from './held-posted.ts'
import { ownCase, supplementDraft } from './own-case.ts'
import { Held, notFound, OfCase, showOwnForm, takeOwnForm } from './own-form.ts'
import { isPhone, phoneSentence, plainPhone } from './phone.ts'
import { withdrawPage } from './withdraw-page.ts'

const typed = (value: unknown): string => (typeof value === 'string' ? value : '')

/** What a citizen may do about an own case. */
export const caseWishRoutes: readonly RouteRow[] = [
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
      const { state } = (await readSubject(door.database, visit.bureau, caseKind, found.id))!
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
    schema: { params: OfCase, query: Held, response: 'page' },
    handler: showOwnForm('withdraw-application', (page, csrf, held) =>
      withdrawPage(page, csrf, { reason: typed(held?.reason), note: held && heldNote }),
    ),
  }),
  defineRoute({
    method: 'POST',
    path: '/my/cases/:id/withdraw',
    permission: 'public',
    audit: 'withdraw-application',
    summary: '撤回申请',
    triesPerMinute: 120,
    schema: { params: OfCase, body: Type.Object({ reason: Type.String({ maxLength: 500 }) }), response: 'see-other' },
    handler: takeOwnForm(async (page, visit, door) => {
      const reason = visit.body.reason.trim()
      const again = (wrong: string, status: number) => show(visit, door, withdrawPage(page, visit.csrf, { reason, wrong }), { status })
      if (reason === '') return again('请写一句为什么撤回。', 422)
      const done = await visit.submit('withdraw-application', { id: page.id, reason })
      if (done.ok) return seeOther(`/my/cases/${page.id}?done=withdraw`)
      return again(sentenceOf(done.refusal), statusOf(done.refusal.code))
    }),
  }),
  defineRoute({
    method: 'GET',
    path: '/my/cases/:id/give-up',
    permission: 'citizen',
    audit: 'look-at-give-up-form',
    summary: '表示不再补正',
    schema: { params: OfCase, query: Held, response: 'page' },
    handler: showOwnForm('give-up-supplement', (page, csrf) => giveUpPage(page, csrf)),
  }),
  defineRoute({
    method: 'POST',
    path: '/my/cases/:id/give-up',
    permission: 'public',
    audit: 'give-up-supplement',
    summary: '表示不再补正（行政许可法 第三十二条）',
    triesPerMinute: 20,
    schema: { params: OfCase, body: Type.Object({}), response: 'see-other' },
    handler: takeOwnForm(async (page, visit, door) => {
      const done = await visit.submit('give-up-supplement', { id: page.id })
      if (done.ok) return seeOther(`/my/cases/${page.id}?done=give-up`)
      return show(visit, door, giveUpPage(page, visit.csrf, sentenceOf(done.refusal)), { status: statusOf(done.refusal.code) })
    }),
  }),
  defineRoute({
    method: 'GET',
    path: '/my/cases/:id/correct',
    permission: 'citizen',
    audit: 'look-at-correct-form',
    auditing: 'personal',
    summary: '更正联系方式',
    schema: { params: OfCase, query: Held, response: 'page' },
    handler: showOwnForm('correct-applicant-data', (page, csrf, held) =>
      correctPage(
        page,
        csrf,
        held ? { phone: typed(held.phone), address: typed(held.address), note: heldNote } : { phone: '', address: page.applicant.address ?? '' },
      ),
    ),
  }),
  defineRoute({
    method: 'POST',
    path: '/my/cases/:id/correct',
    permission: 'public',
    audit: 'correct-applicant-data',
    summary: '更正联系方式（个人信息保护法 第四十六条）',
    triesPerMinute: 120,
    schema: {
      params: OfCase,
      body: Type.Object({ phone: Type.String({ maxLength: 40 }), address: Type.String({ maxLength: 300 }) }),
      response: 'see-other',
    },
    handler: takeOwnForm(async (page, visit, door) => {
      const given = { phone: plainPhone(visit.body.phone), address: visit.body.address.trim() }
      const again = (words: string, status: number) => show(visit, door, correctPage(page, visit.csrf, given, { at: 'phone', words }), { status })
      if (given.phone !== '' && !isPhone(given.phone)) return again(phoneSentence, 422)
      const address = given.address === '' ? null : given.address
      const applicant = { ...(given.phone === '' ? {} : { phone: given.phone }), ...(address === page.applicant.address ? {} : { address }) }
      const done = await visit.submit('correct-applicant-data', { id: page.id, applicant, reason: '申请人更正联系方式' })
      return done.ok ? seeOther(`/my/cases/${page.id}?done=correct`) : again(sentenceOf(done.refusal), statusOf(done.refusal.code))
    }),
  }),
]
