import { describe, expect, it } from 'vitest'
import type { ServiceItem } from '../../service-item/item.ts'
import { permitStanding } from '../standing/permit-life.ts'
import type { Json } from '../../act.ts'
import type { PlainDate } from '../../time/plain-date.ts'
import { anotherCase, application, aPortalCase, type CaseStory, firmCode, people, storyOf, versionOf } from '../testing/a-case.ts'
import { anItem, aRenewal } from '../testing/an-item.ts'

const { citizen, clerk, head, reviewer } = people
const number = { id: 'permitNumber', label: '原许可编号', required: false, type: 'text' } as const
const asking = (item: ServiceItem): ServiceItem['form'] => [{ ...item.form[0]!, fields: [...item.form[0]!.fields, number] }]
const permit = anItem({ result: { certificate: null, validMonths: 12 } })
const change = anItem({ code: 'change', name: '变更', form: asking(anItem()), change: { of: ['test-permit'], numberField: 'permitNumber' } })
const renewal = aRenewal({
  code: 'renewal',
  name: '延续',
  form: asking(aRenewal()),
  renewal: { ...aRenewal().renewal!, numberField: 'permitNumber' },
  result: { certificate: null, validMonths: 12 },
})
const givingUp = anItem({ code: 'giving-up', name: '注销', form: asking(anItem()), cancellation: { numberField: 'permitNumber' } })

/** Granted on 2026-03-02 for a year. */
function granted(item = permit, parts: object = {}): CaseStory {
  const story = aPortalCase(item, '2026-03-02', parts).accepted().reviewed().granted()
  for (const other of [change, renewal, givingUp]) story.book.put(versionOf(other))
  return story
}
const asks = (first: CaseStory, item: ServiceItem, parts: object = {}) => anotherCase(first, item, { permit: first.id, ...parts })
const answersOf = (item: ServiceItem, more: Readonly<Record<string, Json>>) => ({ answers: { ...application(item).answers, ...more } })

describe('a permit named in the application itself', () => {
  it('is borne by the case from its receipt, and what is granted is noted on it', () => {
    const first = granted().on('2026-06-01')
    const asked = asks(first, change)
    expect(asked.state().inHand).toEqual({
      case: first.id,
      number: first.state().number,
      itemName: '测试经营许可',
      how: 'change',
      endsOn: '2027-03-01',
      on: '2026-06-01',
      by: null,
    })
    asked.accepted().reviewed().granted()
    expect(asked.state().decision?.validity).toEqual({ from: '2026-06-01', to: '2027-03-01' })
    expect(first.state().permit?.followed).toMatchObject([{ how: 'change', case: asked.id }])
  })

  it('of a renewal, gives the end by which it is deemed renewed, whatever the form says', () => {
    const first = granted().on('2027-02-01')
    const asked = asks(first, renewal, answersOf(renewal, { permitEnd: '2027-12-31' })).accepted()
    expect(asked.state().renewal).toEqual({ endsOn: '2027-03-01', inTime: true })
    expect(asked.on('2027-03-02', '00:00').state().decision).toMatchObject({ by: null, validity: { from: '2027-03-02', to: '2028-03-01' } })
    expect(first.state().permit?.followed).toMatchObject([{ how: 'renewal', case: asked.id }])
    expect(asked.book.timerRefusals).toEqual([])
  })

  it('given up, is cancelled with the day of the decision; by that decision nothing is held', () => {
    const first = granted().on('2026-06-01')
    const asked = asks(first, givingUp).accepted().reviewed().granted()
    expect(asked.state().decision).toMatchObject({ outcome: 'granted', validity: null, givesUp: true })
    expect(permitStanding(asked.state(), '2026-06-01' as PlainDate)).toBeNull()
    expect(asked.tries('cancel-permit', { ground: 'other', reasons: ['不再经营'] }, head)).toBe('no-permit')
    expect(asked.tries('tell-intended-measure', { ground: 'fraud', facts: '伪造', replyDays: 5 }, head)).toBe('no-permit')
    expect(first.state().permit).toMatchObject({ cancelled: null, followed: [{ how: 'cancellation', on: '2026-06-01', case: asked.id }] })
    expect(permitStanding(first.state(), '2026-06-01' as PlainDate)).toBe('cancelled')
    expect(first.tries('cancel-permit', { ground: 'other', reasons: ['不再经营'] }, head)).toBe('permit-ended')
    expect(asks(first, change).state().inHand).toBeUndefined()
    // Named only after the grant, it is noted all the same.
    const late = granted().on('2026-06-01')
    const forgotten = asks(late, givingUp, { permit: undefined }).accepted().reviewed().granted().on('2026-06-02')
    forgotten.does('name-permit-in-hand', { permit: late.id, how: 'cancellation' }, reviewer)
    expect(late.state().permit?.followed).toMatchObject([{ how: 'cancellation', on: '2026-06-01', case: forgotten.id }])
  })

  it.each([
    ['of another item', 'change', (first: CaseStory) => anotherCase(first, givingUp).accepted().reviewed().granted().id],
    ['that was never granted', 'change', (first: CaseStory) => anotherCase(first, permit).id],
    ['that nobody knows', 'change', () => 'nothing'],
    ['that has run out', 'change', (first: CaseStory) => first.on('2027-03-02').id],
    ['that was cancelled', 'renewal', (first: CaseStory) => first.does('cancel-permit', { ground: 'other', reasons: ['不再经营'] }, head).id],
    ['where a permit is asked for the first time', 'test-permit', (first: CaseStory) => first.id],
  ])('%s is not borne by the case, which is taken in all the same', (_what, code, permitOf) => {
    const first = granted().on('2026-06-01')
    const item = [change, renewal, permit].find((one) => one.code === code)!
    const named = permitOf(first)
    const parts = item === renewal ? answersOf(renewal, { permitEnd: '2027-12-31' }) : {}
    expect(asks(first, item, { permit: named, ...parts }).state()).toMatchObject({ phase: 'pre-review' })
    expect(asks(first, item, { permit: named, ...parts }).state().inHand).toBeUndefined()
  })

  it('of another holder is not borne either, and nothing tells whose it is', () => {
    const first = granted().on('2026-06-01')
    const firm = { ...application(change).applicant, name: '某某公司', idType: 'uscc', idNumber: firmCode }
    const taken = first.book.do<{ id: string }>(
      'receive-at-counter',
      { ...application(change), applicantKind: 'enterprise', applicant: firm, permit: first.id },
      clerk,
    )
    expect(storyOf(first.book, 'answer' in taken ? taken.answer.id : '', change).state().inHand).toBeUndefined()
  })

  it('follows a corrected form, unless staff have named one', () => {
    const first = granted().on('2026-06-01')
    const second = anotherCase(first, permit).accepted().reviewed().granted()
    const asked = asks(first, change)
    const corrects = (named: string | undefined) => {
      asked.does('request-supplement', { faults: [{ material: 'form', fault: '编号填错', correction: '照证填写' }], reason: '又错' }, clerk)
      asked.does('supplement-materials', { materials: [], answers: application(change).answers, permit: named }, citizen)
      return asked.state().inHand
    }
    expect(corrects(second.id)).toMatchObject({ case: second.id, by: null })
    expect(corrects(undefined)).toBeUndefined()
    asked.does('name-permit-in-hand', { permit: first.id, how: 'change' }, clerk)
    expect(corrects(second.id)).toMatchObject({ case: first.id, by: { id: 's-clerk' } })
  })

  it('that a registration brought into being is held by the body registered, whoever applied for it', () => {
    const name = { id: 'bodyName', label: '拟登记名称', required: true, type: 'text' } as const
    const registration = anItem({
      form: [{ ...permit.form[0]!, fields: [...permit.form[0]!.fields, name] }],
      result: { certificate: null, validMonths: null, holderField: 'bodyName' },
    })
    const first = granted(registration, answersOf(registration, { bodyName: '秦皇岛市 书法（研究）会' })).on('2026-06-01')
    const changes = (applicant: object) => {
      const taken = first.book.do<{ id: string }>(
        'receive-at-counter',
        { ...application(change), applicantKind: 'enterprise', applicant: { ...application(change).applicant, ...applicant }, permit: first.id },
        clerk,
      )
      return storyOf(first.book, 'answer' in taken ? taken.answer.id : '', change).state().inHand?.case
    }
    expect(changes({ name: '秦皇岛市书法(研究)会', idType: 'uscc', idNumber: firmCode })).toBe(first.id)
    expect(changes({ name: '别的会', idType: 'uscc', idNumber: firmCode })).toBeUndefined()
    // The one who applied for it is not the body.
    expect(asks(first, change).state().inHand).toBeUndefined()
  })
})
