import { publishedTables } from '../../../data/calendars/load.ts'
import type { Actor, Json, NewEntry } from '../../act.ts'
import { bureauRef } from '../../people/bureau.ts'
import { citizenRef } from '../../people/citizen.ts'
import { firmRef } from '../../people/firm.ts'
import { staffRef } from '../../people/staff.ts'
import type { ServiceItem } from '../../service-item/item.ts'
import { itemEntry, itemVersionEntry } from '../../service-item/item-entries.ts'
import { sampleInput } from '../../service-item/sample-input.ts'
import { buildCalendar, type Calendar } from '../../time/calendar.ts'
import type { PlainDate } from '../../time/plain-date.ts'
import type { CaseAnswer } from '../case-act.ts'
import { caseRef } from '../standing/entries.ts'
import type { CaseState } from '../standing/state.ts'
import { anItem } from './an-item.ts'
import { type MemoryBook, openMemoryBook } from './book.ts'

export const calendar: Calendar = buildCalendar(publishedTables())

const staff = (id: string, name: string, office: string, ...roles: string[]): Actor => ({ kind: 'staff', id, name, office, roles })

/** The people of the tests. */
export const people = {
  clerk: staff('s-clerk', '王敏', 'general-counter', 'window-clerk'),
  otherClerk: staff('s-clerk2', '李娜', 'general-counter', 'window-clerk'),
  farClerk: staff('s-far', '秦芳', 'place-130371200', 'window-clerk'),
  reviewer: staff('s-reviewer', '赵建国', 'social-affairs', 'reviewer'),
  otherReviewer: staff('s-reviewer2', '孙丽', 'social-affairs', 'reviewer'),
  strangeReviewer: staff('s-reviewer3', '周强', 'business-permits', 'reviewer'),
  decider: staff('s-decider', '陈志远', 'policy-and-law', 'decision-maker'),
  head: staff('s-head', '刘海峰', 'general-office', 'head'),
  supervisor: staff('s-supervisor', '冯伟', 'supervision-office', 'supervisor'),
  citizen: { kind: 'citizen', id: 'c-1', name: '张伟', roles: [] },
  otherCitizen: { kind: 'citizen', id: 'c-2', name: '李强', roles: [] },
  agent: { kind: 'agent', id: 'typesetter', name: '系统', roles: [] },
} as const satisfies Record<string, Actor>

export const residentId = '11010519491231002X'
export const firmCode = '91110000802100433B'

/** The entries by which an item is in force. */
export function versionOf(item: ServiceItem): readonly NewEntry[] {
  const effectiveFrom = '2015-01-01' as PlainDate
  const by = { id: 'test', name: '测试' }
  return [
    itemVersionEntry(item.code, item.version, 'item-version-drafted', { item, source: 'opening', note: '', by }),
    itemVersionEntry(item.code, item.version, 'item-version-published', { by, effectiveFrom }),
    itemEntry(item.code, 'item-version-in-force', { version: item.version, effectiveFrom }),
  ]
}

/** A bureau with these people, one verified citizen, a firm whose agent is that citizen, and the items. */
export function aBureau(items: readonly ServiceItem[] = [anItem()], today = '2026-03-02', on: Calendar = calendar): MemoryBook {
  const book = openMemoryBook(on, `${today}T09:00:00.000+08:00`)
  const bureau = {
    name: '审批局',
    heading: '审批局',
    letterCode: '秦开审批',
    region: '130371',
    uscc: '',
    hosts: [],
    receivingOffice: 'general-counter',
    demonstration: true,
  }
  book.put([{ subject: bureauRef, type: 'bureau-opened', version: 1, data: bureau }])
  for (const { kind, id, name, roles, ...more } of Object.values(people) as readonly Actor[]) {
    if (kind === 'staff')
      book.put([
        {
          subject: staffRef(id),
          type: 'staff-added',
          version: 1,
          data: { name, login: id, office: more.office ?? '', windows: [] },
          personal: { phone: '' },
        },
        { subject: staffRef(id), type: 'roles-granted', version: 1, data: { roles: [...roles] } },
      ])
    if (kind === 'citizen')
      book.put([
        { subject: citizenRef(id), type: 'citizen-registered', version: 1, data: { phoneDigest: id }, personal: { phone: '13800000001' } },
        { subject: citizenRef(id), type: 'real-name-declared', version: 1, data: { level: 1 }, personal: { name, residentId } },
      ])
  }
  book.put([
    { subject: firmRef(firmCode), type: 'firm-claimed', version: 1, data: { name: '某某公司', citizen: 'c-9' } },
    {
      subject: firmRef(firmCode),
      type: 'agency-granted',
      version: 1,
      data: { id: 'a-1', agent: 'c-1', items: ['test-permit'], from: '2026-01-01', until: '2026-06-30', grantedBy: 'c-9' },
    },
  ])
  for (const item of items) book.put(versionOf(item))
  return book
}

export const nobodyElse = { address: null, legalRepresentative: null, agentName: null, agentIdNumber: null, agentPhone: null }

/** A complete application of the person 张伟, on paper. Parts can be replaced. */
export function application(item: ServiceItem = anItem(), parts: object = {}) {
  const { answers, materials } = sampleInput(item)
  return {
    item: item.code,
    itemVersion: item.version,
    applicantKind: 'natural-person',
    applicant: { name: '张伟', idType: 'resident-id', idNumber: residentId, phone: '13800000001', ...nobodyElse },
    answers: answers as Readonly<Record<string, Json>>,
    materials: materials.map((material) => ({ material, form: 'paper', files: [], originals: 1, copies: 0 })),
    consentsToElectronicService: true,
    ...parts,
  }
}

/** A case on its way, told step by step; every telling must succeed, `tries` says what came of an act that may not. */
export interface CaseStory {
  readonly book: MemoryBook
  readonly id: string
  state(): CaseState
  /** Nine in the morning of a day; timers due by then have fired. */
  on(day: string, time?: string): CaseStory
  does(act: string, input: object, actor: Actor): CaseStory
  /** The refusal's code, or `done`. */
  tries(act: string, input: object, actor: Actor): string
  accepted(): CaseStory
  reviewed(): CaseStory
  granted(): CaseStory
}

export function storyOf(book: MemoryBook, id: string, item: ServiceItem): CaseStory {
  const story: CaseStory = {
    book,
    id,
    state: () => book.state<CaseState>(caseRef(id))!,
    on(day, time = '09:00') {
      book.now = `${day}T${time}:00.000+08:00`
      book.fireTimers()
      return story
    },
    does(act, input, actor) {
      const code = story.tries(act, input, actor)
      if (code !== 'done') throw new Error(`${act} by ${actor.name} refused: ${code}`)
      return story
    },
    tries(act, input, actor) {
      const outcome = book.do(act, { id, ...input }, actor)
      return 'refusal' in outcome ? outcome.refusal.code : 'done'
    },
    accepted: () => story.does('accept-case', {}, people.clerk),
    reviewed() {
      for (const step of item.steps.slice(story.state().step, -1)) {
        const ticked = step.checklist.filter(({ necessary }) => necessary).map((point) => point.id)
        story.does('pass-step', { step: step.id, ticked, opinion: '符合条件。' }, step.role === 'head' ? people.head : people.reviewer)
      }
      return story
    },
    granted() {
      const ticked = item.steps.at(-1)!.checklist.map((point) => point.id)
      return story.does('grant-case', { basedOnSeq: story.state().seq, content: '准予', conditions: [], opinion: '准予。', ticked }, people.decider)
    },
  }
  return story
}

/** A walk-in received on a day by the clerk, complete unless the application says otherwise. */
export function aCase(item: ServiceItem = anItem(), today = '2026-03-02', parts: object = {}, on: Calendar = calendar): CaseStory {
  const book = aBureau([item], today, on)
  const opened = book.do<CaseAnswer>('receive-at-counter', application(item, parts), people.clerk)
  if ('refusal' in opened) throw new Error(`not received: ${JSON.stringify(opened.refusal)}`)
  return storyOf(book, opened.answer.id, item)
}

/** An application over the portal by the citizen herself. */
export function aPortalCase(item: ServiceItem = anItem(), today = '2026-03-02', parts: object = {}): CaseStory {
  const book = aBureau([item], today)
  const opened = book.do<CaseAnswer>('submit-application', application(item, parts), people.citizen)
  if ('refusal' in opened) throw new Error(`not submitted: ${JSON.stringify(opened.refusal)}`)
  return storyOf(book, opened.answer.id, item)
}

/** A further application of the citizen of another story, in the same book. */
export function anotherCase({ book }: CaseStory, item: ServiceItem, parts: object = {}): CaseStory {
  const opened = book.do<CaseAnswer>('submit-application', application(item, parts), people.citizen)
  if ('refusal' in opened) throw new Error(`not submitted: ${JSON.stringify(opened.refusal)}`)
  return storyOf(book, opened.answer.id, item)
}
