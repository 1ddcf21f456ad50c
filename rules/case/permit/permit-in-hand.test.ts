import { describe, expect, it } from 'vitest'
import type { PlainDate } from '../../time/plain-date.ts'
import { grantOf, permitStanding } from '../standing/permit-life.ts'
import { anotherCase, aPortalCase, application, type CaseStory, people, storyOf, versionOf } from '../testing/a-case.ts'
import { anItem, aRenewal } from '../testing/an-item.ts'
import { inHandSaid } from './in-hand-said.ts'
import { grantedTerm } from './permit-in-hand.ts'

const { citizen, clerk, decider, farClerk, head, reviewer } = people
/** An item of one year by which a permit is got, and changed as well: the kind is for whoever looks at it to say. */
const item = anItem({ result: { certificate: '测试经营许可证', validMonths: 12 } })
const standings = (story: CaseStory, ...days: readonly string[]) => days.map((day) => permitStanding(story.state(), day as PlainDate))

const asks = (story: CaseStory, parts: object = {}, of = item) => anotherCase(story, of, parts)
const granted = () => aPortalCase(item).accepted().reviewed().granted()
const names = (story: CaseStory, permit: CaseStory | null, how = 'change', by: typeof clerk | typeof reviewer | typeof head = clerk) =>
  story.does('name-permit-in-hand', { permit: permit?.id ?? null, how }, by)
const grants = { content: '准予变更', conditions: [], opinion: '', ticked: ['lawful'] }

describe('changing a permit at its holder’s wish (行政许可法 49)', () => {
  it('leaves its end where it was, and is noted on it with day, case and article', () => {
    const first = granted().on('2026-06-01')
    const change = names(asks(first), first).accepted().reviewed()
    change.does('grant-case', { basedOnSeq: change.state().seq, ...grants }, decider)
    expect(change.state().decision?.validity).toEqual({ from: '2026-06-01', to: '2027-03-01' })
    expect(first.state().permit).toMatchObject({
      followed: [{ how: 'change', on: '2026-06-01', case: change.id, number: change.state().number, from: '2026-06-01', to: '2027-03-01' }],
    })
    expect(standings(first, '2026-06-01', '2027-03-01', '2027-03-02')).toEqual(['changed', 'changed', 'lapsed'])
    expect(change.tries('name-permit-in-hand', { permit: first.id, how: 'change' }, head)).toBe('permit-followed-already')
  })

  it('may be named while it is checked or reviewed, and after the grant where it was forgotten', () => {
    const first = granted().on('2026-06-01')
    const change = asks(first)
    expect(change.tries('name-permit-in-hand', { permit: first.id, how: 'change' }, citizen)).toBe('act-not-for-role')
    expect(change.tries('name-permit-in-hand', { permit: null, how: 'change' }, clerk)).toBe('nothing-in-hand')
    names(names(change, first), null)
    expect(change.state().inHand).toBeUndefined()
    change.accepted().reviewed().granted()
    expect(first.state().permit?.followed).toBeUndefined()
    names(change.on('2026-06-03'), first, 'change', reviewer)
    expect(first.state().permit?.followed).toMatchObject([{ on: '2026-06-01', case: change.id }])
  })

  it('is of the same holder’s permit in this register, which has not ended', () => {
    const first = granted().on('2026-06-01')
    const change = asks(first)
    const other = { ...application(item), applicant: { ...application(item).applicant, name: '李强', idNumber: '110105194912310038' } }
    const stranger = first.book.do<{ id: string }>('receive-at-counter', other, clerk)
    const strange = storyOf(first.book, 'answer' in stranger ? stranger.answer.id : '', item)
      .accepted()
      .reviewed()
      .granted()
    const tried = (permit: string, how = 'change') => change.tries('name-permit-in-hand', { permit, how }, clerk)
    expect(tried('')).toBe('permit-in-hand-not-found')
    expect(tried(change.id)).toBe('permit-in-hand-not-found')
    expect(tried(asks(first).id)).toBe('permit-in-hand-not-found')
    expect(tried(strange.id)).toBe('permit-of-another')
    expect(change.tries('name-permit-in-hand', { permit: first.id, how: 'change' }, farClerk)).not.toBe('done')
    const late = asks(first.on('2027-03-02'))
    expect(late.tries('name-permit-in-hand', { permit: first.id, how: 'change' }, clerk)).toBe('permit-in-hand-lapsed')
    first.does('cancel-permit', { ground: 'expired', reasons: ['届满'] }, head)
    expect(late.tries('name-permit-in-hand', { permit: first.id, how: 'renewal' }, clerk)).toBe('permit-in-hand-ended')
  })

  it('is of an item whose permits such an application changes, where the item says which', () => {
    const first = granted().on('2026-06-01')
    for (const [of, code] of [
      [['test-permit', 'other'], 'done'],
      [['other'], 'permit-of-other-item'],
    ] as const) {
      const changing = anItem({ code: `test-change-${of.length}`, change: { of } })
      first.book.put(versionOf(changing))
      expect(asks(first, {}, changing).tries('name-permit-in-hand', { permit: first.id, how: 'change' }, clerk)).toBe(code)
    }
  })

  it('is not granted once the permit has ended, and not from a day after its end', () => {
    const first = granted().on('2026-06-01')
    const change = names(asks(first), first).accepted().reviewed()
    const grant = () => ({ basedOnSeq: change.state().seq, ...grants })
    expect(change.tries('grant-case', { ...grant(), validFrom: '2027-03-02' }, decider)).toBe('valid-from-after-end')
    first.does('cancel-permit', { ground: 'other', reasons: ['不再经营'] }, head)
    expect(change.tries('grant-case', grant(), decider)).toBe('permit-in-hand-ended')
  })
})

describe('renewing a permit of the register (行政许可法 50)', () => {
  const renewing = aRenewal({ result: { certificate: '测试经营许可证', validMonths: 12 } })
  const answers = (permitEnd: string) => ({ ...aPortalCase(renewing).state().answers, permitEnd })
  /** Granted on 2026-03-02 for a year; the renewal says another end. */
  const asked = (says: string, day = '2027-02-01') => {
    const first = aPortalCase(renewing, '2026-03-02', { answers: answers('2026-03-01') })
      .accepted()
      .reviewed()
      .granted()
      .on(day)
    return { first, renewal: asks(first, { answers: answers(says) }, renewing) }
  }

  it('follows the end in the register, whatever the form says; the new term begins the day after', () => {
    for (const says of ['2027-02-25', '2028-12-31', '2027-03-01']) {
      const { first, renewal } = asked(says)
      names(renewal, first, 'renewal').accepted()
      expect(renewal.state().renewal).toEqual({ endsOn: '2027-03-01', inTime: true })
      renewal.on('2027-03-01', '23:59')
      expect(renewal.state().phase).toBe('in-review')
      renewal.on('2027-03-02', '00:00')
      expect(renewal.state().decision).toMatchObject({ by: null, validity: { from: '2027-03-02', to: '2028-03-01' } })
      expect(first.state().permit?.followed).toMatchObject([{ how: 'renewal', on: '2027-03-02', case: renewal.id, to: '2028-03-01' }])
      expect(standings(first, '2027-03-01', '2027-03-02', '2030-01-01')).toEqual(['in-force', 'renewed', 'renewed'])
      expect(grantOf(renewal.state())).toMatchObject({ grantedOn: '2027-03-02', deemed: true, decisionNumber: expect.stringContaining('延续字') })
      expect(renewal.book.timerRefusals).toEqual([])
    }
  })

  it.each([
    ['2027-02-10', undefined, '2027-03-02', '2028-03-01'],
    ['2027-03-01', undefined, '2027-03-02', '2028-03-01'],
    ['2027-02-10', '2027-02-15', '2027-02-15', '2028-02-14'],
  ])('decided on %s before the end (from %s), it takes nothing from the time left: from %s to %s', (day, validFrom, from, to) => {
    const { first, renewal } = asked('2027-03-01')
    names(renewal, first, 'renewal').accepted().reviewed().on(day)
    renewal.does('grant-case', { basedOnSeq: renewal.state().seq, ...grants, ...(validFrom && { validFrom }) }, decider)
    expect(renewal.state().decision?.validity).toEqual({ from, to })
    expect(standings(first, '2027-02-14', from)).toEqual(['in-force', 'renewed'])
  })

  it('decided after the end, asked for too late, begins with the decision', () => {
    const { first, renewal } = asked('2027-03-01', '2027-02-22')
    names(renewal, first, 'renewal').accepted().reviewed().on('2027-03-05').granted()
    expect(renewal.state().decision?.validity).toEqual({ from: '2027-03-05', to: '2028-03-04' })
  })

  it('follows the end to which the permit was shortened meanwhile', () => {
    const shortened = () => {
      const { first, renewal } = asked('2027-03-01')
      names(renewal, first, 'renewal').accepted().reviewed()
      const told = { ground: 'law-changed', changeTo: '营业至二十二时', validTo: '2027-02-20', facts: '规定已经修改', replyDays: 1 }
      first.does('tell-intended-measure', told, head).on('2027-02-10')
      const interest = { reasons: ['规定已经修改'], publicInterest: '居民休息', compensation: { loss: false, words: '没有损失' } }
      first.does('change-permit', { ...interest, content: '营业至二十二时', conditions: [], validTo: '2027-02-20' }, head)
      return { first, renewal }
    }
    const decided = shortened()
    expect(decided.renewal.granted().state().decision?.validity).toEqual({ from: '2027-02-21', to: '2028-02-20' })
    const silent = shortened()
    expect(silent.renewal.on('2027-03-02').state().decision?.validity).toEqual({ from: '2027-02-21', to: '2028-02-20' })
    expect(standings(silent.first, '2027-02-20', '2027-02-21')).toEqual(['changed', 'renewed'])
  })

  it('asked for too late by the register is no renewal by silence, though the form says otherwise', () => {
    const { first, renewal } = asked('2027-12-31', '2027-02-22')
    names(renewal, first, 'renewal').accepted()
    expect(renewal.state().renewal).toEqual({ endsOn: '2027-03-01', inTime: false })
    expect(renewal.on('2027-03-02').state().phase).toBe('in-review')
  })

  it('keeps to the register when the form is corrected, and to the form when the naming is taken back', () => {
    const { first, renewal } = asked('2027-02-25')
    names(renewal, first, 'renewal')
    renewal.does('request-supplement', { faults: [{ material: 'form', fault: '届满日填错', correction: '照原证填写' }] }, clerk)
    renewal.does('supplement-materials', { materials: [], answers: answers('2027-06-30') }, clerk)
    expect(renewal.state().renewal?.endsOn).toBe('2027-03-01')
    expect(names(renewal, null).state().renewal?.endsOn).toBe('2027-06-30')
    expect(renewal.tries('name-permit-in-hand', { permit: first.id, how: 'change' }, clerk)).toBe('renewal-is-no-change')
  })

  it('is none by silence where the permit ended before; what was renewed is withdrawn, cancelled and changed where it goes on', () => {
    const { first, renewal } = asked('2027-03-01')
    names(renewal, first, 'renewal').accepted()
    first.does('record-penalty', { penalty: 'forfeiture', organ: '市场监督管理局', number: '罚3号', decidedOn: '2027-02-01' }, reviewer)
    renewal.on('2027-03-02')
    expect(renewal.state()).toMatchObject({ phase: 'in-review', renewal: { inTime: false, endedOn: '2027-02-01' } })
    expect(renewal.book.entries.at(-1)).toMatchObject({ type: 'renewal-not-deemed', data: { endedOn: '2027-02-01' } })
    expect(renewal.on('2027-04-02').book.timerRefusals).toEqual([])

    const going = asked('2027-03-01')
    names(going.renewal, going.first, 'renewal').accepted().on('2027-03-02')
    expect(going.first.tries('cancel-permit', { ground: 'expired', reasons: ['届满'] }, head)).toBe('permit-renewed')
    going.first.does('tell-intended-measure', { ground: 'law-changed', facts: '规定已经修改', replyDays: 1 }, head).on('2027-03-10')
    const withdrawal = { reasons: ['修改'], publicInterest: '安全', compensation: { loss: false, words: '没有' } }
    expect(going.first.tries('withdraw-permit', withdrawal, head)).toBe('permit-renewed')
    const later = asks(going.first, { answers: answers('2028-03-01') }, renewing)
    expect(later.tries('name-permit-in-hand', { permit: going.first.id, how: 'renewal' }, clerk)).toBe('permit-in-hand-renewed')
    expect(later.tries('name-permit-in-hand', { permit: going.renewal.id, how: 'renewal' }, clerk)).toBe('done')
  })
})

describe('the term of what is granted', () => {
  const wishing = (validMonths: number | null) =>
    aRenewal({
      result: { certificate: null, validMonths },
      renewal: { ...aRenewal().renewal!, ...(validMonths === null ? { wished: { endField: 'wishedEnd', maxMonths: 24 } } : {}) },
    })
  const from = '2026-04-01' as PlainDate
  it.each([
    [60, '2027-01-31', '2031-03-31'],
    [null, '2027-01-31', '2027-01-31'],
    [null, '2028-03-31', '2028-03-31'],
    [null, '2030-01-01', '2028-03-31'],
    [null, '2026-03-31', '2028-03-31'],
    [null, '2027-02-30', '2028-03-31'],
  ])('of an item with %s months and %s wished for ends on %s', (validMonths, wishedEnd, to) => {
    const renewal = { endsOn: '2026-03-31' as PlainDate, inTime: true }
    const state = {
      ...aPortalCase(aRenewal(), '2026-03-02', { answers: { ...aPortalCase(aRenewal()).state().answers, permitEnd: '2026-03-31' } }).state(),
    }
    expect(grantedTerm({ state: { ...state, renewal, answers: { wishedEnd } }, item: wishing(validMonths) }, from)).toEqual({ from, to })
  })

  const changing = anItem({
    result: { certificate: null, validMonths: 60 },
    change: { when: { field: 'kind', equals: 'change' }, numberField: 'permitNumber', endField: 'permitEnd' },
  })
  it.each([
    [{ kind: 'change', permitNumber: 'JY1', permitEnd: '2027-01-31' }, '2027-01-31', { how: 'change', number: 'JY1', endsOn: '2027-01-31' }],
    [{ kind: 'change', permitNumber: 'JY1' }, '2031-03-31', { how: 'change', number: 'JY1', endsOn: undefined }],
    [{ kind: 'new', permitEnd: '2027-01-31' }, '2031-03-31', undefined],
  ])('of an application that says %j is to %s', (answers, to, said) => {
    const state = { ...aPortalCase().state(), answers }
    expect(inHandSaid(changing, state)).toEqual(said)
    expect(grantedTerm({ state, item: changing }, from).to).toBe(to)
    // What the register says goes before what the application says.
    const inHand = {
      case: 'c',
      number: '1',
      itemName: '许可',
      how: 'change',
      endsOn: '2028-06-30' as PlainDate,
      on: from,
      by: { id: 's', name: '王' },
    } as const
    expect(grantedTerm({ state: { ...state, inHand }, item: changing }, from).to).toBe('2028-06-30')
  })

  it('is without end where the item says so and nobody renews', () => {
    const state = aPortalCase().state()
    expect(grantedTerm({ state, item: anItem({ result: { certificate: null, validMonths: null } }) }, from).to).toBe('unlimited')
  })
})
