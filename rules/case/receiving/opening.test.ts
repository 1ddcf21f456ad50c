import { describe, expect, it } from 'vitest'
import type { Actor } from '../../act.ts'
import { checkCaseNumber } from '../../identifier/case-number.ts'
import type { CaseAnswer } from '../case-act.ts'
import { caseRef } from '../standing/entries.ts'
import { paperRef } from '../papers/paper-issue.ts'
import type { PaperState } from '../papers/paper-kind.ts'
import type { CaseState } from '../standing/state.ts'
import { aBureau, application, firmCode, people, residentId, nobodyElse } from '../testing/a-case.ts'
import { aFiling, anItem } from '../testing/an-item.ts'

const item = anItem()
const submit = (parts: object, actor: Actor = people.citizen, today = '2026-03-02') => {
  const book = aBureau([item, aFiling()], today)
  const outcome = book.do<CaseAnswer>('submit-application', application(item, parts), actor)
  return { book, outcome, code: 'refusal' in outcome ? outcome.refusal.code : 'done' }
}
const receive = (parts: object, actor: Actor = people.clerk, today = '2026-03-02') => {
  const book = aBureau([item], today)
  const outcome = book.do<CaseAnswer>('receive-at-counter', application(item, parts), actor)
  return { book, outcome, code: 'refusal' in outcome ? outcome.refusal.code : 'done' }
}
const person = { name: '张伟', idType: 'resident-id', idNumber: residentId, phone: '13800000001', ...nobodyElse }
const firm = { applicantKind: 'enterprise', actsFor: firmCode, applicant: { ...person, name: '某某公司', idType: 'uscc', idNumber: firmCode } }

describe('an application over the portal', () => {
  it('opens a case with number, receipt and the five working days of art. 32', () => {
    const { book, outcome } = submit({})
    if ('refusal' in outcome) throw new Error(outcome.refusal.code)
    const { id, number, papers } = outcome.answer
    expect(checkCaseNumber(number).valid).toBe(true)
    const state = book.state<CaseState>(caseRef(id))!
    expect(state.legs.notice?.dates).toMatchObject({ statutoryDue: '2026-03-09', certainty: 'final' })
    expect(state).toMatchObject({
      phase: 'pre-review',
      account: 'c-1',
      receivingOffice: 'general-counter',
      materialsSeq: 1,
      origin: { channel: 'portal' },
    })
    expect(book.state<PaperState>(paperRef(papers[0]!.id))).toMatchObject({
      kind: 'receipt',
      number: '秦开审批收字〔2026〕1号',
      applicant: { name: '张伟' },
    })
  })

  it('keeps names, numbers and answers out of the public data of the book', () => {
    const { book } = submit({})
    const open = JSON.stringify(
      book.entries.filter(({ subject }) => subject.kind === 'case' || subject.kind === 'paper').map(({ data, actor }) => [data, actor]),
    )
    for (const secret of ['张伟', residentId, '13800000001']) expect(open).not.toContain(secret)
  })

  it('numbers cases of one day and unit without gaps, and a refused one takes no number', () => {
    const { book } = submit({})
    book.do('submit-application', application(item, { item: 'nothing' }), people.citizen)
    const second = book.do<CaseAnswer>('submit-application', application(item), people.citizen)
    expect('answer' in second && second.answer.number.slice(18, 23)).toBe('00002')
    expect('answer' in second && second.answer.papers[0]!.number).toBe('秦开审批收字〔2026〕2号')
  })

  it('starts a filing on its own leg', () => {
    const book = aBureau([aFiling()])
    const outcome = book.do<CaseAnswer>('submit-application', application(aFiling()), people.citizen)
    if ('refusal' in outcome) throw new Error(outcome.refusal.code)
    const state = book.state<CaseState>(caseRef(outcome.answer.id))!
    expect(state.phase).toBe('filing-check')
    expect(state.legs.filing?.dates).toMatchObject({ promisedDue: '2026-03-03', statutoryDue: '2026-03-09' })
  })

  it('takes an incomplete application all the same: what is missing is for the notice of art. 32', () => {
    expect(submit({ materials: [] }).code).toBe('done')
  })

  it.each([
    ['a person who is not declared', {}, { kind: 'citizen', id: 'c-unknown', name: '', roles: [] } as Actor, 'sign-in-needed'],
    ['staff', {}, people.clerk, 'not-permitted'],
    ['somebody else as the applicant', { applicant: { ...person, name: '王五' } }, people.citizen, 'applicant-is-not-you'],
    ['a firm without an agency', { applicantKind: 'enterprise' }, people.citizen, 'firm-not-named'],
    ['a firm, by its agent', firm, people.citizen, 'done'],
    ['a firm, by somebody who is not its agent', firm, people.otherCitizen, 'agency-missing'],
    [
      'another firm than the one acted for',
      { ...firm, applicant: { ...firm.applicant, idNumber: '911100001000000000' } },
      people.citizen,
      'applicant-is-not-the-firm',
    ],
    ['an unknown item', { item: 'nothing' }, people.citizen, 'item-not-found'],
    ['another version than the one in force', { itemVersion: 2 }, people.citizen, 'item-version-superseded'],
    [
      'a kind of applicant the item is not for',
      { applicantKind: 'administrative-organ', actsFor: firmCode, applicant: firm.applicant },
      people.citizen,
      'applicant-kind-not-allowed',
    ],
    ['no phone', { applicant: { ...person, phone: ' ' } }, people.citizen, 'applicant-data-missing'],
    ['a required answer missing', { answers: {} }, people.citizen, 'answers-invalid'],
    ['an answer nobody asked for', { answers: { address: '一号', more: 'x' } }, people.citizen, 'answers-invalid'],
    [
      'an unknown material',
      { materials: [{ material: 'x', form: 'paper', files: [], originals: 1, copies: 0 }] },
      people.citizen,
      'material-unknown',
    ],
    [
      'an empty material',
      { materials: [{ material: 'lease', form: 'electronic', files: [], originals: 1, copies: 0 }] },
      people.citizen,
      'material-empty',
    ],
  ])('answers %s', (_what, parts, actor, code) => {
    expect(submit(parts, actor as Actor).code).toBe(code)
  })

  it('refuses an agency that has run out', () => {
    expect(submit(firm, people.citizen, '2026-06-30').code).toBe('done')
    expect(submit(firm, people.citizen, '2026-07-01').code).toBe('agency-missing')
  })
})

describe('a receipt at the counter', () => {
  it.each([
    ['today', {}, 'done'],
    ['five working days ago with a reason', { receivedOn: '2026-02-24', backdatedBecause: '系统停电' }, 'done'],
    ['six working days ago', { receivedOn: '2026-02-20', backdatedBecause: '系统停电' }, 'backdated-too-far'],
    ['yesterday without a reason', { receivedOn: '2026-02-28' }, 'backdating-needs-reason'],
    ['tomorrow', { receivedOn: '2026-03-03', backdatedBecause: 'x' }, 'received-in-future'],
    ['no day at all', { receivedOn: '2026-02-30', backdatedBecause: 'x' }, 'date-invalid'],
    ['an account that does not exist', { account: 'c-none' }, 'citizen-not-found'],
    ['a wrong resident id', { applicant: { ...person, idNumber: '110105194912310021' } }, 'resident-id-invalid'],
    ['a person with a firm’s number', { applicant: { ...person, idType: 'uscc', idNumber: firmCode } }, 'applicant-id-type-wrong'],
    [
      'a firm with a wrong number',
      { applicantKind: 'enterprise', applicant: { ...person, idType: 'uscc', idNumber: '911100008021004330' } },
      'uscc-invalid',
    ],
    [
      'the same material twice',
      { materials: ['lease', 'lease'].map((material) => ({ material, form: 'paper', files: [], originals: 1, copies: 0 })) },
      'material-twice',
    ],
  ])('%s', (_what, parts, code) => {
    expect(receive(parts).code).toBe(code)
  })

  it('is for window clerks', () => {
    expect(receive({}, people.reviewer).code).toBe('not-permitted')
  })

  it('flags a backdated receipt, counts from its day and says so in the book', () => {
    const { book, outcome } = receive({ receivedOn: '2026-02-27', backdatedBecause: '停电' })
    if ('refusal' in outcome) throw new Error(outcome.refusal.code)
    const state = book.state<CaseState>(caseRef(outcome.answer.id))!
    expect(state.origin).toMatchObject({ receivedOn: '2026-02-27', recordedOn: '2026-03-02', backdatedBecause: '停电' })
    // 2026-02-28 is a Saturday at work.
    expect(state.legs.notice?.dates.statutoryDue).toBe('2026-03-05')
    expect(book.entries.find(({ type }) => type === 'application-received')?.occurredAt).toBe('2026-02-27T00:00:00.000+08:00')
  })
})
