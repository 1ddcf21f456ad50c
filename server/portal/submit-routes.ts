import { Type } from 'typebox'
import { sentenceOf } from '../../contract/refusal-texts.ts'
import { receiptDay } from '../../rules/case/standing/receipt-day.ts'
import { bureauKind, bureauRef } from '../../rules/people/bureau.ts'
import { checkAnswers } from '../../rules/service-item/check-answers.ts'
import { countedAnswers } from '../../rules/service-item/visible-form.ts'
import { instantOfMillis } from '../../rules/time/instant.ts'
import { shelfOf } from '../desks/catalogue/public.ts'
import { type Answer, seeOther } from '../platform/http/answer.ts'
import type { Door } from '../platform/http/door.ts'
import { defineRoute, type RouteRow } from '../platform/http/route-row.ts'
import type { Visit } from '../platform/http/visit.ts'
import { statusOf } from '../platform/refusal-status.ts'
import { readSubject } from '../platform/writer/subjects.ts'
import { contactWrongs, withDraft } from './draft-routes.ts'
import { addressOf } from './draft-steps.ts'
import { closeDraft, saveDraft } from './drafts.ts'
import { show, todayOf } from './frame.ts'
import { inHandOfDraft } from './in-hand-part.ts'
import { type OpenDraft, whoApplies } from './open-draft.ts'
import { reviewPage } from './review-page.ts'
import { submitDraft } from './submit-draft.ts'

const OfDraft = Type.Object({ id: Type.String({ minLength: 1, maxLength: 64 }) })

export const submitRoutes: readonly RouteRow[] = [
  defineRoute({
    method: 'GET',
    path: '/drafts/:id/review',
    permission: 'citizen',
    audit: 'look-at-draft',
    auditing: 'personal',
    summary: '核对后提交',
    schema: { params: OfDraft, query: Type.Object({ changed: Type.Optional(Type.Boolean()) }), response: 'page' },
    handler: (visit, door) =>
      withDraft(visit, door, async (open) => {
        const newest = (await shelfOf(door.database, visit.bureau, todayOf(door))).items.get(open.item.code)
        if (open.theCase === undefined && newest !== undefined && newest.version !== open.item.version) {
          // The guide was changed while this was being filled: what was answered stays, the new form is asked.
          await saveDraft(door.database, visit.bureau, open.draft, { itemVersion: newest.version }, door.now())
          return seeOther(`${addressOf(open.draft, 'review')}?changed=true`)
        }
        const note = visit.query.changed === true ? '这件事的办事指南刚刚更新，请按新的要求核对一遍。' : undefined
        return review(visit, door, open, { note })
      }),
  }),
  defineRoute({
    method: 'POST',
    path: '/drafts/:id/submit',
    permission: 'citizen',
    audit: 'submit-application',
    summary: '提交申请或补正',
    triesPerMinute: 120,
    schema: { params: OfDraft, body: Type.Object({ consents: Type.Optional(Type.Literal('true')) }), response: 'see-other' },
    handler: (visit, door) =>
      withDraft(visit, door, async (open) => {
        const consents = visit.body.consents === 'true'
        if ((await wrongsIn(visit, door, open)).found) return review(visit, door, open, { status: 422, consents })
        const done = await submitDraft(visit, door, open, consents)
        if (!done.ok) return review(visit, door, open, { problem: sentenceOf(done.refusal), status: statusOf(done.refusal.code), consents })
        await closeDraft(door.database, visit.bureau, open.draft, done.answer.id, door.now())
        return seeOther(open.theCase === undefined ? `/my/cases/${done.answer.id}/receipt` : `/my/cases/${done.answer.id}?done=supplement`)
      }),
  }),
]

async function wrongsIn(visit: Visit, door: Door, open: OpenDraft) {
  const who = await whoApplies(visit, door, open.draft.actsFor)
  const faults = open.asksForm ? checkAnswers(open.item.form, countedAnswers(open.item.form, open.draft.answers)) : []
  const wrongs = open.theCase === undefined ? contactWrongs(open.draft.contact, who.firm !== undefined) : []
  return { who, faults, contactWrongs: wrongs, found: faults.length + wrongs.length > 0 }
}

async function review(
  visit: Visit,
  door: Door,
  open: OpenDraft,
  said: { readonly problem?: string; readonly note?: string | undefined; readonly status?: number; readonly consents?: boolean },
): Promise<Answer> {
  const { who, faults, contactWrongs: wrongs } = await wrongsIn(visit, door, open)
  const bureau = (await readSubject(door.database, visit.bureau, bureauKind, bureauRef.id))?.state
  const now = instantOfMillis(door.now().getTime())
  const receipt = receiptDay(bureau, { now, today: todayOf(door), calendar: door.calendarOf(visit.bureau) })
  const page = reviewPage({
    open,
    who,
    faults,
    contactWrongs: wrongs,
    csrf: visit.csrf,
    problem: said.problem,
    note: said.note,
    consents: said.consents,
    countsFrom: receipt.because === null ? undefined : receipt.on,
    inHand: await inHandOfDraft(visit, door, open),
  })
  return show(visit, door, page, said.status === undefined ? {} : { status: said.status })
}
