import { Type } from 'typebox'
import { checkGroup } from '../../rules/service-item/check-answers.ts'
import type { ApplicantKind, FormGroup } from '../../rules/service-item/item.ts'
import { countedAnswers, visibleGroups } from '../../rules/service-item/visible-form.ts'
import { refused } from '../../rules/refusal.ts'
import { answerText } from '../desks/cases/public.ts'
import { shelfOf } from '../desks/catalogue/public.ts'
import { viewCitizen } from '../desks/people/public.ts'
import { type Answer, no, seeOther } from '../platform/http/answer.ts'
import type { Door } from '../platform/http/door.ts'
import { defineRoute, type RouteRow } from '../platform/http/route-row.ts'
import type { Visit } from '../platform/http/visit.ts'
import { contactLabels, contactNames, contactPage, dropPage, groupPage, savedPage, startPage } from './draft-pages.ts'
import { addressOf, pathAfter, pathToGoOn } from './draft-steps.ts'
import { beginDraft, type Contact, dropDraft, openDrafts, saveDraft } from './drafts.ts'
import type { Wrong } from './form-parts.ts'
import { wrongsOf } from './form-field.ts'
import { changeRows, type Posted, readGroup, withoutEmptyRows } from './form-values.ts'
import { citizenOf, show, todayOf } from './frame.ts'
import { answersOfPermit, inHandOfGroup, takesPermit } from './in-hand-part.ts'
import { heldNote, heldOf, hold } from './held-posted.ts'
import { html, type Html } from './html.ts'
import { withKnownAnswers } from './known-answers.ts'
import { type OpenDraft, openDraft, whoApplies, withAnswers } from './open-draft.ts'
import { isPhone, phoneSentence, plainPhone } from './phone.ts'
import { clashNote, type Merged, mergePages } from './two-pages.ts'

const Code = Type.Object({ code: Type.String({ minLength: 1, maxLength: 80 }) })
const Id = Type.String({ minLength: 1, maxLength: 64 })
const Draft = Type.Object({ id: Id })
/** Which fields there are depends on the item: the rules of the item check them one by one. */
const AnyFields = Type.Record(Type.String({ maxLength: 200 }), Type.Unknown(), { maxProperties: 3000 })
const bodyLimit = 1024 * 1024
const notFound = no(refused('page-not-found').refusal)
const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')

/** The draft as it is first shown: what is known of the applicant need not be typed again. */
async function withKnown(visit: Visit, door: Door, open: OpenDraft): Promise<OpenDraft> {
  const answers = withKnownAnswers(open, await whoApplies(visit, door, open.draft.actsFor))
  return { ...open, draft: { ...open.draft, answers } }
}

const filledNote = html`<div class="note" role="status"><p>您登记过的已经替您填上，请核对。</p></div>`
const moreNote = html`<div class="note" role="status"><p>刚才的已经保存。照您的回答，本页还有几个问题，请接着填。</p></div>`

/** Begins, fills and leaves an application. Whatever is sent is saved, right or wrong; only handing in needs all of it right. */
export const draftRoutes: readonly RouteRow[] = [
  defineRoute({
    method: 'GET',
    path: '/apply/:code',
    permission: 'citizen',
    audit: 'look-at-apply',
    summary: '开始申请',
    schema: { params: Code, response: 'page' },
    handler: (visit, door) => start(visit, door, visit.params.code),
  }),
  defineRoute({
    method: 'POST',
    path: '/apply/:code',
    permission: 'citizen',
    audit: 'begin-draft',
    summary: '选择替谁申请，开始填写',
    triesPerMinute: 120,
    schema: {
      params: Code,
      body: Type.Object({ for: Type.Optional(Type.String({ maxLength: 40 })), kind: Type.Optional(Type.String({ maxLength: 40 })) }),
      response: 'see-other',
    },
    handler: async (visit, door) => {
      const { items } = await shelfOf(door.database, visit.bureau, todayOf(door))
      const item = items.get(visit.params.code)
      if (item === undefined) return notFound
      const me = await viewCitizen(door, visit.bureau, visit.actor.id)
      const whom = visit.body.for
      const firmKinds = item.applicants.filter((kind) => kind !== 'natural-person')
      const kind: ApplicantKind | undefined =
        whom === 'self' ? item.applicants.find((one) => one === 'natural-person') : (firmKinds.find((one) => one === visit.body.kind) ?? firmKinds[0])
      const isKnown = whom === 'self' || me.firms.some(({ uscc }) => uscc === whom)
      if (whom === undefined || kind === undefined || !isKnown || me.level === 0)
        return start(visit, door, item.code, { at: 'for', words: '请选择替谁申请。' })
      const actsFor = whom === 'self' ? null : whom
      const who = await whoApplies(visit, door, actsFor)
      const contact = { phone: who.citizen.phone, address: '', legalRepresentative: who.represents ? who.citizen.name : who.representative }
      const id = await beginDraft(
        door.database,
        visit.bureau,
        { citizen: visit.actor.id, item: item.code, itemVersion: item.version, caseId: null, applicantKind: kind, actsFor, contact, answers: {} },
        door.now(),
      )
      return seeOther(`/drafts/${id}/contact`)
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/drafts/:id',
    permission: 'citizen',
    audit: 'go-on-with-draft',
    summary: '接着填写',
    schema: { params: Draft, response: 'see-other' },
    handler: (visit, door) => withDraft(visit, door, async (open) => seeOther(pathToGoOn(open))),
  }),
  defineRoute({
    method: 'GET',
    path: '/drafts/:id/contact',
    permission: 'citizen',
    audit: 'look-at-draft',
    summary: '联系方式',
    schema: { params: Draft, query: Type.Object({ held: Type.Optional(Id) }), response: 'page' },
    handler: (visit, door) =>
      withDraft(visit, door, async (open) => {
        const held = await heldOf(visit, door, visit.query.held)
        const stored = open.draft.contact
        const contact = held === undefined ? stored : mergeContact(held, stored).contact
        const who = await whoApplies(visit, door, open.draft.actsFor)
        return show(visit, door, contactPage(open, who, contact, visit.csrf, [], { note: held && heldNote, stored }))
      }),
  }),
  defineRoute({
    method: 'POST',
    path: '/drafts/:id/contact',
    permission: 'public',
    audit: 'save-draft',
    summary: '保存联系方式',
    triesPerMinute: 600,
    schema: { params: Draft, body: AnyFields, response: 'see-other' },
    handler: (visit, door) =>
      citizenOf(visit) === undefined
        ? hold(visit, door)
        : withDraft(visit, door, async (open) => {
            const { contact, note } = mergeContact(visit.body, open.draft.contact)
            await saveDraft(door.database, visit.bureau, open.draft, { contact }, door.now())
            if (visit.body.do === 'save' && note === undefined) return seeOther(addressOf(open.draft, 'saved'))
            const who = await whoApplies(visit, door, open.draft.actsFor)
            const wrongs = contactWrongs(contact, who.firm !== undefined)
            if (wrongs.length > 0 || note !== undefined)
              return show(visit, door, contactPage(open, who, contact, visit.csrf, wrongs, { note, stored: contact }), {
                status: wrongs.length > 0 ? 422 : 409,
              })
            return seeOther(pathAfter(open, 'contact'))
          }),
  }),
  defineRoute({
    method: 'GET',
    path: '/drafts/:id/form/:group',
    permission: 'citizen',
    audit: 'look-at-draft',
    summary: '填写一组问题',
    schema: {
      params: Type.Object({ id: Id, group: Id }),
      query: Type.Object({ held: Type.Optional(Id), more: Type.Optional(Type.Boolean()), back: Type.Optional(Type.Literal('review')) }),
      response: 'page',
    },
    handler: (visit, door) =>
      withDraft(visit, door, async (asked) => {
        const { held, more, back = '' } = visit.query
        const fields = await heldOf(visit, door, held)
        const group = groupOf(asked, visit.params.group)
        if (group === undefined) return seeOther(pathToGoOn(asked))
        const known = await withKnown(visit, door, asked)
        const open = fields === undefined ? known : merged(known, group, fields).open
        const isFilled = group.fields.some(({ id }) => known.draft.answers[id] !== asked.draft.answers[id])
        const inHand = await inHandOfGroup(visit, door, open, group)
        const note = fields !== undefined ? heldNote : more === true ? moreNote : isFilled ? filledNote : undefined
        return show(
          visit,
          door,
          groupPage(open, groupOf(open, group.id) ?? group, visit.csrf, [], { back, note, inHand, stored: known.draft.answers }),
        )
      }),
  }),
  defineRoute({
    method: 'POST',
    path: '/drafts/:id/form/:group',
    permission: 'public',
    audit: 'save-draft',
    summary: '保存一组问题',
    triesPerMinute: 600,
    bodyLimit,
    schema: { params: Type.Object({ id: Id, group: Id }), body: AnyFields, response: 'see-other' },
    handler: (visit, door) =>
      citizenOf(visit) === undefined
        ? hold(visit, door)
        : withDraft(visit, door, async (open) => saveGroup(visit, door, await withKnown(visit, door, open), visit.params.group, visit.body)),
  }),
  defineRoute({
    method: 'GET',
    path: '/drafts/:id/saved',
    permission: 'citizen',
    audit: 'look-at-draft',
    summary: '已经保存',
    schema: { params: Draft, response: 'page' },
    handler: (visit, door) => withDraft(visit, door, (open) => show(visit, door, savedPage(open))),
  }),
  defineRoute({
    method: 'GET',
    path: '/drafts/:id/drop',
    permission: 'citizen',
    audit: 'look-at-draft',
    summary: '删去没有提交的申请',
    schema: { params: Draft, response: 'page' },
    handler: (visit, door) => withDraft(visit, door, (open) => show(visit, door, dropPage(open, visit.csrf))),
  }),
  defineRoute({
    method: 'POST',
    path: '/drafts/:id/drop',
    permission: 'citizen',
    audit: 'drop-draft',
    summary: '删去没有提交的申请',
    schema: { params: Draft, body: Type.Object({}), response: 'see-other' },
    handler: async (visit, door) => {
      await dropDraft(door.database, visit.bureau, visit.actor.id, visit.params.id)
      return seeOther('/my/cases')
    },
  }),
]

async function start(visit: Visit, door: Door, code: string, wrong?: Wrong): Promise<Answer> {
  const item = (await shelfOf(door.database, visit.bureau, todayOf(door))).items.get(code)
  if (item === undefined) return notFound
  const me = await viewCitizen(door, visit.bureau, visit.actor.id)
  const drafts = (await openDrafts(door.database, visit.bureau, visit.actor.id)).filter((draft) => draft.item === code && draft.caseId === null)
  return show(visit, door, startPage(item, me, drafts, visit.csrf, wrong), wrong ? { status: 422 } : {})
}

/** Runs with the citizen's own draft. One that was handed in leads to its receipt, so that “back” and a second press do no harm. */
export async function withDraft(visit: Visit, door: Door, work: (open: OpenDraft) => Promise<Answer>): Promise<Answer> {
  const open = await openDraft(visit, door, (visit.params as { id: string }).id)
  if (open === undefined) return notFound
  if (open.draft.submitted !== null)
    return seeOther(open.draft.caseId === null ? `/my/cases/${open.draft.submitted}/receipt` : `/my/cases/${open.draft.submitted}`)
  return work(withAnswers(open))
}

const groupOf = ({ draft, item, asksForm }: OpenDraft, id: string): FormGroup | undefined =>
  asksForm ? visibleGroups(item.form, countedAnswers(item.form, draft.answers)).find((group) => group.id === id) : undefined

/** What was sent from a page, put together with what another page of the same draft has saved since this one was drawn. */
function merged(open: OpenDraft, whole: FormGroup, posted: Posted): { readonly open: OpenDraft; readonly merge: Merged; readonly shown: FormGroup } {
  // The fields that were shown are read, as they are in the item: what the page did not show is not touched.
  const names = text(posted.shown).split(' ')
  const fields = names.flatMap((name) => whole.fields.find(({ id }) => id === name) ?? [])
  const shown = { ...whole, fields }
  const merge = mergePages(
    fields.map(({ id }) => id),
    fields.length === names.length ? text(posted.seen) : '',
    readGroup(shown, posted),
    open.draft.answers,
  )
  const answers = { ...open.draft.answers, ...merge.values }
  return { open: withAnswers({ ...open, draft: { ...open.draft, answers } }), merge, shown }
}

async function saveGroup(visit: Visit, door: Door, open: OpenDraft, id: string, posted: Posted): Promise<Answer> {
  const whole = open.item.form.find((group) => group.id === id)
  if (whole === undefined) return notFound
  const { open: read, merge, shown } = merged(open, whole, posted)
  const wish = text(posted.do)
  const list = /^(?:add|remove):([^:]*)/.exec(wish)?.[1]
  // The rows that another page has put there are not the ones whose number was pressed here.
  const rowsChanged = shown.fields.some((field) => field.id === list) && !merge.moved.includes(list ?? '')
  const values = Object.fromEntries(shown.fields.map((field) => [field.id, read.draft.answers[field.id] ?? '']))
  const changes = rowsChanged ? changeRows(values, wish) : withoutEmptyRows(values)
  const answers = { ...read.draft.answers, ...changes }
  const now = withAnswers({ ...read, draft: { ...read.draft, answers } })
  await saveDraft(door.database, visit.bureau, open.draft, { answers: changes }, door.now())
  const clashes = shown.fields.filter((field) => merge.clashes.includes(field.id))
  const note =
    clashes.length === 0 ? undefined : clashNote(clashes.map((field) => [field.label, answerText(field, open.draft.answers[field.id], false)]))
  if (wish === 'save' && note === undefined) return seeOther(addressOf(open.draft, 'saved'))
  const back = posted.back === 'review' ? 'review' : ''
  const group = groupOf(now, id)
  const here = addressOf(open.draft, `form/${id}`)
  if (list !== undefined && note === undefined) return seeOther(`${here}${back && '?back=review'}#a_${list}`)
  if (group === undefined) return seeOther(pathToGoOn(now))
  const inHand = await inHandOfGroup(visit, door, now, group)
  if (wish.startsWith(takesPermit) && note === undefined) {
    const taken = answersOfPermit(inHand, wish)
    if (taken) await saveDraft(door.database, visit.bureau, open.draft, { answers: taken }, door.now())
    return seeOther(`${here}${back && '?back=review'}#in-hand`)
  }
  const isShown = new Set(shown.fields.map((field) => field.id))
  const faults = checkGroup(group, now.item.form, countedAnswers(now.item.form, answers))
  const wrongs = wrongsOf(faults.filter(({ path }) => isShown.has(path.split(/[.[]/)[0]!)))
  if (wrongs.length > 0 || note !== undefined)
    return show(visit, door, groupPage(now, group, visit.csrf, wrongs, { back, note, inHand }), { status: wrongs.length > 0 ? 422 : 409 })
  if (group.fields.some((field) => !isShown.has(field.id))) return seeOther(`${here}?more=true${back && '&back=review'}`)
  // A number that the register does not know as hers is told once; pressed again, it stands.
  if (inHand?.typed?.permit === null && answers[inHand.numberField] !== open.draft.answers[inHand.numberField])
    return seeOther(`${here}${back && '?back=review'}#in-hand`)
  return seeOther(back === '' ? pathAfter(now, `form/${id}`) : addressOf(open.draft, 'review'))
}

const readContact = (posted: Posted): Contact => ({
  phone: plainPhone(text(posted.phone)),
  address: text(posted.address).slice(0, 300),
  legalRepresentative: text(posted.legalRepresentative).slice(0, 100),
})

/** The contact that was sent, put together in the same way. */
function mergeContact(posted: Posted, stored: Contact): { readonly contact: Contact; readonly note: Html | undefined } {
  const { values, clashes } = mergePages(contactNames, text(posted.seen), { ...readContact(posted) }, { ...stored })
  const said = contactNames.filter((name) => clashes.includes(name)).map((name) => [contactLabels[name], stored[name]] as const)
  return { contact: values as unknown as Contact, note: said.length === 0 ? undefined : clashNote(said) }
}

export function contactWrongs(contact: Contact, forFirm: boolean): readonly Wrong[] {
  return [
    ...(isPhone(contact.phone) ? [] : [{ at: 'phone', words: phoneSentence }]),
    ...(forFirm && contact.legalRepresentative === '' ? [{ at: 'legalRepresentative', words: '请填写法定代表人姓名。' }] : []),
  ]
}
