import { publishedTables } from '../../data/calendars/load.ts'
import type { Act, Actor, BookEntry, Json, SubjectRef } from '../../rules/act.ts'
import { emptyBudget } from '../../rules/budget/budget-document.ts'
import type { OriginalFault } from '../../rules/budget/original-faults.ts'
import { aPortalCase, type CaseStory, people } from '../../rules/case/testing/a-case.ts'
import { anItem } from '../../rules/case/testing/an-item.ts'
import { citizenRef } from '../../rules/people/citizen.ts'
import { openPlay } from '../../rules/people/testing/play.ts'
import { buildCalendar } from '../../rules/time/calendar.ts'
import type { PlainDate } from '../../rules/time/plain-date.ts'
import { desks } from '../../server/desks.ts'

const day = (text: string) => text as PlainDate
const staff = (id: string, ...roles: string[]): Actor => ({ kind: 'staff', id, name: id, roles })
const system: Actor = { kind: 'system', id: 'system', name: '系统', roles: [] }
const [administrator, security] = [staff('系统管理员', 'system-administrator'), staff('安全管理员', 'security-administrator')]
const citizen = (id: string): Actor => ({ kind: 'citizen', id, name: '申请人', roles: [] })
const acts = new Map(desks.flatMap((desk) => desk.acts.map((act) => [act.name, act])))

/** What a story has done so far, by the acts that the desks offer; an act that is refused ends it. */
function aStory(today = '2026-03-02') {
  const play = openPlay(
    desks.flatMap(({ kinds }) => [...kinds]),
    day(today),
    buildCalendar(publishedTables()),
  )
  const done: string[] = []
  return {
    play,
    done,
    does(actor: Actor, name: string, input: Json): Readonly<Record<string, string>> {
      const answer = play.does(actor, acts.get(name)!, input)
      if (typeof answer === 'string') throw new Error(`${name}: ${answer}`)
      done.push(name)
      return (answer ?? {}) as Readonly<Record<string, string>>
    },
  }
}
export type Story = { readonly entries: readonly BookEntry[]; readonly done: readonly string[]; state(ref: SubjectRef): unknown }

function theBureauAndItsPeople(): Story {
  const { play, done, does } = aStory()
  const bureau = {
    name: '审批局',
    heading: '审批局',
    letterCode: '秦开审批',
    region: '130371',
    receivingOffice: null,
    uscc: '',
    hosts: ['a.example'],
  }
  does(system, 'open-bureau', { ...bureau, demonstration: true })
  does(administrator, 'change-bureau', { ...bureau, reviewOrgan: '市政府', afterHoursReceipt: 'next-working-day', closesAt: '17:30' })
  does(administrator, 'set-seal-image', { digest: 'a'.repeat(64), title: '行政许可专用章', from: '2026-03-02', until: null })
  const office = { kind: 'department', parent: 'bureau', unitCode: '442002', divisionCode: '' }
  does(administrator, 'add-office', { ...office, id: 'bureau', kind: 'institution', parent: null, name: '审批局' })
  does(administrator, 'add-office', { ...office, id: 'social', name: '社会事务科' })
  does(administrator, 'change-office', { ...office, id: 'social', name: '社会事务审批科' })
  does(administrator, 'add-office', { ...office, id: 'old', name: '旧科' })
  does(administrator, 'close-office', { id: 'old', people: 0 })
  does(administrator, 'set-division', { code: '130371', name: '开发区' })
  does(administrator, 'set-division', { code: '130371005', name: '船厂路街道' })
  does(administrator, 'set-division', { code: '130371005', name: '船厂路街道办事处' })
  does(administrator, 'close-division', { code: '130371005' })
  const person = { name: '王敏', office: 'social', windows: ['3号'], phone: '13900000000' }
  does(administrator, 'add-staff', { ...person, id: 's-1', login: 'wangmin' })
  does(administrator, 'add-staff', { ...person, id: 's-2', login: 'lina', name: '李娜' })
  does(administrator, 'change-staff', { ...person, id: 's-1', windows: ['3号', '4号'] })
  does(security, 'grant-roles', { id: 's-1', roles: ['window-clerk'] })
  const leave = { id: 's-1', from: '2026-03-03', until: '2026-03-20', delegate: 's-2', reason: '休假' }
  const { absence } = does(administrator, 'record-absence', leave)
  play.today = day('2026-03-06')
  does(administrator, 'end-absence', { id: 's-1', absence: absence! })
  does(security, 'disable-staff', { id: 's-2', reason: '离职' })
  does(security, 'enable-staff', { id: 's-2', reason: '返聘' })
  return { entries: play.entries, done, state: (ref) => play.state(ref) }
}

/** An account as it was closed before closing erased what it held. */
const closedAsBefore: Act<{ readonly id: string }> = {
  name: 'closed-as-before',
  needs: ({ id }) => [citizenRef(id)],
  decide: ({ id }) => ({
    entries: [{ subject: citizenRef(id), type: 'citizen-account-closed', version: 1, data: { reason: '不用了' } }],
    answer: {},
  }),
}

function citizensAndFirms(): Story {
  const { play, done, does } = aStory()
  const [one, other, early] = ['d1', 'd2', 'd5'].map(
    (digest, at) => does(system, 'register-citizen', { phone: `1390000000${at}`, phoneDigest: digest }).id!,
  )
  does(system, 'change-phone', { id: one!, phone: '13911112222', phoneDigest: 'd3' })
  const name = { name: '张伟', residentId: '11010519491231002X' }
  for (const id of [one!, other!]) does(citizen(id), 'declare-real-name', { id, ...name, level: 1 })
  does(staff('窗口', 'window-clerk'), 'verify-citizen', { id: one!, ...name, document: '居民身份证' })
  const firm = { uscc: '91110000802100433B', name: '某公司' }
  does(citizen(one!), 'claim-firm', { ...firm, citizen: one! })
  does(staff('窗口', 'window-clerk'), 'verify-representative', { ...firm, citizen: one!, document: '营业执照' })
  const granted = does(citizen(one!), 'grant-agency', { uscc: firm.uscc, agent: other!, items: 'all', until: '2026-12-31' })
  does(citizen(one!), 'revoke-agency', { uscc: firm.uscc, id: granted.id! })
  does(citizen(other!), 'close-citizen-account', { id: other!, reason: '不用了' })
  play.does(system, closedAsBefore, { id: early! })
  does(system, 'erase-closed-account', { id: early! })
  return { entries: play.entries, done, state: (ref) => play.state(ref) }
}

function theCatalogueAndTheCalendar(): Story {
  const { play, done, does } = aStory()
  const [editor, approver] = [staff('编辑', 'catalogue-editor'), staff('审核', 'catalogue-approver')]
  const item = anItem()
  const { code } = item
  does(administrator, 'add-office', { id: item.office, name: '社会事务科', kind: 'institution', parent: null, unitCode: '', divisionCode: '' })
  does(system, 'load-opening-item', { item, effectiveFrom: '2026-01-01' } as unknown as Json)
  const draft = (name: string) => does(editor, 'draft-item-version', { item: { ...item, name }, note: '改名', source: 'editor' } as unknown as Json)
  draft('新的名称')
  does(editor, 'propose-item-version', { code, version: 2 })
  does(approver, 'return-item-version', { code, version: 2, reason: '再核' })
  does(editor, 'propose-item-version', { code, version: 2 })
  does(approver, 'approve-item-version', { code, version: 2 })
  does(approver, 'publish-item-version', { code, version: 2, effectiveFrom: '2026-05-01' })
  does(approver, 'retire-item-version', { code, version: 2, reason: '撤回' })
  does(editor, 'propose-item-retirement', { code, from: '2026-07-01', reason: '误提' })
  does(approver, 'drop-item-retirement', { code, reason: '仍需办理' })
  does(editor, 'propose-item-retirement', { code, from: '2026-06-01', reason: '下放' })
  does(approver, 'retire-item', { code })
  does(administrator, 'publish-calendar-table', { ...publishedTables().at(-1)!, document: '本局转发' } as unknown as Json)
  does(administrator, 'declare-extraordinary-day', { day: '2026-03-20', workday: false, document: '秦开办〔2026〕3号', reason: '暴雪' })
  return { entries: play.entries, done, state: (ref) => play.state(ref) }
}

function aYearsBudget(): Story {
  const { play, done, does } = aStory()
  const [officer, reviewer, head] = [staff('财务', 'finance-officer'), staff('复核', 'finance-reviewer'), staff('局长', 'head')]
  const [last, key] = [
    { year: 2025, kind: 'budget' },
    { year: 2026, kind: 'budget' },
  ]
  const fault = (carried: boolean): OriginalFault => ({
    rule: 'PRECISION',
    severity: 'warning',
    line: 3,
    quote: '470.9万元',
    message: '应为两位小数',
    path: carried ? 'asPublished/income/0' : null,
    carried,
    becomes: '',
  })
  const content = { ...emptyBudget('某局', 2025, 'budget'), safeguards: ['加强管理'], asPublished: { income: ['收入470.9万元。'] } }
  const source = { name: '2025.docx', digest: 'b'.repeat(64), original: true }
  const imported = { ...last, content, source, faults: [fault(true), fault(false)] } as unknown as Json
  does(officer, 'import-budget', imported)
  does(officer, 'decide-original-faults', { ...last, faults: ['1-1'], decision: 'keep', reason: '照旧' })
  does(officer, 'decide-original-faults', { ...last, faults: ['1-2'], decision: 'correct', reason: '统一格式' })
  does(officer, 'edit-budget', { ...last, changes: { safeguards: ['加强管理', '按季检查'] }, reason: '补充' })
  does(officer, 'open-budget', { ...key, department: '某局', from: 'last-year' })
  const document = { department: '某局', unitCodes: ['442002', '442003'], year: 2026, kind: 'budget' }
  does(officer, 'edit-budget', { ...key, changes: { document } })
  does(officer, 'record-budget-reply', { ...key, on: '2026-03-02', document: '财〔2026〕1号' })
  const snow = { day: day('2026-03-23'), workday: false, document: '秦开办〔2026〕3号', reason: '暴雪' }
  const calendar = buildCalendar(publishedTables(), [snow])
  play.calendar = calendar
  does(system, 'move-budget-deadlines', { ...key, calendarVersion: calendar.version })
  play.today = day('2026-03-18')
  const subject = { kind: 'budget', id: '2026' }
  for (const timer of ['unit-reply/yellow', 'unit-reply/statutory']) does(system, 'note-budget-deadline', { subject, timer })
  does(officer, 'record-unit-reply', { ...key, on: '2026-03-18', document: '局〔2026〕1号' })
  does(officer, 'record-unit-disclosure', { ...key, on: '2026-03-18', where: '门户网站' })
  does(officer, 'submit-budget', key)
  does(reviewer, 'return-budget', { ...key, reason: '再核' })
  does(officer, 'submit-budget', key)
  does(reviewer, 'review-budget', key)
  does(head, 'approve-budget', key)
  does(head, 'publish-budget', key)
  return { entries: play.entries, done, state: (ref) => play.state(ref) }
}

/** A paper that could not be set at first. */
export function aPaperSetAgain(): CaseStory {
  const story = aPortalCase().accepted()
  const { id } = story.state().papers.at(-1)!
  story.does('record-paper-failure', { id, problem: '缺字 U+2B7F9' }, people.agent).does('set-paper-again', { id }, people.clerk)
  return story.does('record-typeset-paper', { id, digest: 'c'.repeat(64) }, people.agent)
}

/** Stories that together do every act of every desk but the cases', which keep their own. */
export const deskStories: Readonly<Record<string, () => Story>> = {
  'the bureau, its offices, places and people': theBureauAndItsPeople,
  'citizens, their firms and those who act for them': citizensAndFirms,
  'the catalogue and the calendar': theCatalogueAndTheCalendar,
  'a budget from last year’s document to publication': aYearsBudget,
}
