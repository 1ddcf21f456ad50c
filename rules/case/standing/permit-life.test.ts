import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Actor } from '../../act.ts'
import type { RevocationGround } from '../../paper/permit-grounds.ts'
import type { PlainDate } from '../../time/plain-date.ts'
import { runs, someDay } from '../../time/testing/arbitraries.ts'
import { leavesTurned, nextDay } from '../../time/testing/day-oracle.ts'
import { type BarList, barListRef, barredUntil } from '../receiving/bar-list.ts'
import { permitStanding } from './permit-life.ts'
import { aCase, application, aPortalCase, type CaseStory, people, storyOf } from '../testing/a-case.ts'
import { anItem } from '../testing/an-item.ts'

const { citizen, clerk, decider, head, reviewer } = people
const guarded = anItem({ publicSafety: true })
const granted = (item = guarded): CaseStory => aPortalCase(item).accepted().reviewed().granted().on('2026-06-01')
const tells = (story: CaseStory, ground: RevocationGround = 'fraud') =>
  story.does('tell-intended-measure', { ground, facts: '租赁合同系伪造', replyDays: 5 }, head)
const revoke = { reasons: ['租赁合同系伪造'], publicInterestWeighed: true }
const paperFacts = (story: CaseStory, kind: string) =>
  (story.book.entries.findLast(({ type, data }) => type === 'paper-issued' && (data as { kind: string }).kind === kind)!.data as { facts: object })
    .facts
const barsOf = (story: CaseStory) => story.book.state<BarList>(barListRef('test-permit'))?.bars ?? []
/** Where an application made now comes to stand. */
const applies = (story: CaseStory, item = guarded, act = 'submit-application', actor: Actor = citizen): CaseStory => {
  const outcome = story.book.do<{ id: string }>(act, application(item), actor)
  if ('refusal' in outcome) throw new Error(outcome.refusal.code)
  return storyOf(story.book, outcome.answer.id, item)
}
const phaseOfNext = (story: CaseStory) => applies(story).state().phase

describe('a permit that was granted', () => {
  it.each([
    ['2026-03-01', 'not-yet'],
    ['2026-03-02', 'in-force'],
    ['2031-03-01', 'in-force'],
    ['2031-03-02', 'lapsed'],
  ] as const)('of the five years from 2026-03-02 stands on %s as %s', (day, standing) => {
    const state = aCase()
      .accepted()
      .does('pass-step', { step: 'review', ticked: ['place'], opinion: '同意' }, reviewer)
      .granted()
      .state()
    expect(state.decision?.validity).toEqual({ from: '2026-03-02', to: '2031-03-01' })
    expect(permitStanding(state, day as PlainDate)).toBe(standing)
  })

  it('was never there where nothing was granted', () => {
    const refused = aPortalCase().accepted().reviewed()
    refused.does('refuse-case', { basedOnSeq: refused.state().seq, reasons: ['不符'], opinion: '' }, decider)
    expect(permitStanding(refused.state(), '2026-06-01' as PlainDate)).toBeNull()
    for (const act of ['revoke-permit', 'cancel-permit', 'tell-intended-measure'])
      expect(refused.tries(act, revoke, head), act).toBe('act-not-in-phase')
  })
})

describe('revoking (行政许可法 69)', () => {
  it('is for the head, after the holder was told and the days have passed', () => {
    const story = granted()
    expect(story.tries('revoke-permit', revoke, head)).toBe('measure-not-told')
    expect(story.tries('tell-intended-measure', { facts: '伪造', replyDays: 5 }, head)).toBe('measure-needs-ground')
    expect(story.tries('tell-intended-measure', { ground: 'fraud', facts: '伪造', replyDays: 5 }, decider)).toBe('act-not-for-role')
    tells(story)
    expect(story.tries('tell-intended-measure', { ground: 'abuse', facts: '又', replyDays: 5 }, head)).toBe('measure-open')
    expect(story.state().measures).toMatchObject([{ kind: 'revocation', ground: 'fraud', replyBy: '2026-06-08', facts: '租赁合同系伪造' }])
    expect(story.on('2026-06-08').tries('revoke-permit', revoke, head)).toBe('measure-may-still-be-answered')
    expect(story.on('2026-06-09').tries('revoke-permit', revoke, decider)).toBe('act-not-for-role')
    expect(story.tries('revoke-permit', { ...revoke, reasons: [' '] }, head)).toBe('reasons-missing')
    expect(story.tries('revoke-permit', { ...revoke, publicInterestWeighed: false }, head)).toBe('public-interest-not-weighed')
    story.does('revoke-permit', revoke, head)
    expect(story.state()).toMatchObject({
      phase: 'granted',
      permit: { revoked: { on: '2026-06-09', ground: 'fraud' }, cancelled: null },
      measures: [{ ended: { on: '2026-06-09', how: 'carried-out' } }],
    })
    expect(permitStanding(story.state(), '2026-06-09' as PlainDate)).toBe('revoked')
    expect(story.tries('revoke-permit', revoke, head)).toBe('permit-ended')
    expect(story.tries('tell-intended-measure', { ground: 'abuse', facts: '又', replyDays: 5 }, head)).toBe('permit-ended')
  })

  it('waits for what the holder says, and not for the days where the holder has spoken', () => {
    const story = granted()
    expect(story.tries('make-statement', { statement: '合同是真的。' }, citizen)).toBe('nothing-to-answer')
    tells(story).does('make-statement', { statement: '合同是真的。' }, citizen)
    expect(story.tries('revoke-permit', revoke, head)).toBe('statement-not-considered')
    const statement = story.state().statements![0]!.id
    story.does('answer-statement', { statement, accepted: false, reasons: '出租人否认。' }, head).does('revoke-permit', revoke, head)
    expect(story.tries('make-statement', { statement: '不服。' }, citizen)).toBe('nothing-to-answer')
  })

  it('is dropped where the answer convinces, with a paper; a permit in the archive can be revoked as well', () => {
    const story = tells(granted()).does('drop-intended-measure', { reason: '经核实合同有效' }, head)
    expect(story.state()).toMatchObject({ measures: [{ ended: { how: 'dropped' } }] })
    expect(story.state().permit).toBeUndefined()
    expect(story.state().papers.at(-1)).toMatchObject({ kind: 'reply-letter' })
    const paper = story.state().papers.find(({ kind }) => kind === 'grant-decision')!.id
    const served = { papers: [paper], method: 'direct', receiver: '张伟', place: '大厅', servedOn: '2026-06-01', servers: ['王'] }
    story.does('serve-papers', served, clerk).does('archive-case', { location: null }, clerk)
    tells(story, 'procedure').on('2026-06-20').does('revoke-permit', revoke, head)
    expect(story.state()).toMatchObject({ phase: 'archived', permit: { revoked: { ground: 'procedure' } } })
  })

  it('got by fraud bars for three years where public safety is concerned, otherwise nobody', () => {
    const story = tells(granted()).on('2026-06-09').does('revoke-permit', revoke, head)
    expect(story.state().barredUntil).toBe('2029-06-09')
    expect(paperFacts(story, 'revocation-decision')).toMatchObject({ ground: 'fraud', barredUntil: '2029-06-09', grantedOn: '2026-03-02' })
    expect(phaseOfNext(story.on('2029-06-09'))).toBe('declined')
    expect(paperFacts(story, 'decline-decision')).toEqual({
      ground: { kind: 'other', basis: '《中华人民共和国行政许可法》第七十九条' },
      reasons: [
        '申请人以欺骗、贿赂等不正当手段取得的该行政许可，2026年6月9日被撤销，在2029年6月9日以前（含当日）不得再次申请；本次申请在此期间提出。期满以后可以再次申请',
      ],
    })
    expect(phaseOfNext(story.on('2029-06-10', '00:00'))).toBe('pre-review')
    for (const other of [tells(granted(anItem())), tells(granted(), 'unqualified')]) {
      other.on('2026-06-09').does('revoke-permit', revoke, head)
      expect(other.state().barredUntil).toBeUndefined()
      expect(barsOf(other)).toEqual([])
    }
  })
})

describe('withdrawing (行政许可法 8)', () => {
  const withdraw = {
    reasons: ['地块划入水源保护区'],
    publicInterest: '饮用水安全',
    compensation: { loss: true, words: '装修损失三万六千元，三十日内支付' },
  }
  const told = (day = '2026-06-01') =>
    granted().on(day).does('tell-intended-measure', { ground: 'circumstances-changed', facts: '地块划入水源保护区', replyDays: 5 }, head)

  it('is for the head, on its own ground, after the holder was told and could answer', () => {
    const story = granted()
    expect(story.tries('withdraw-permit', withdraw, head)).toBe('measure-not-told')
    // What was announced as a revocation is not carried out as a withdrawal, nor the other way round.
    expect(tells(granted()).on('2026-06-09').tries('withdraw-permit', withdraw, head)).toBe('measure-not-told')
    expect(told().on('2026-06-09').tries('revoke-permit', revoke, head)).toBe('measure-not-told')
    const ready = told()
    expect(ready.state().measures).toMatchObject([{ kind: 'withdrawal', ground: 'circumstances-changed', replyBy: '2026-06-08' }])
    expect(paperFacts(ready, 'intended-measure-notice')).toMatchObject({
      measure: 'withdrawal',
      bars: false,
      reply: { article: '行政许可法 第八条' },
    })
    expect(ready.tries('withdraw-permit', withdraw, head)).toBe('measure-may-still-be-answered')
    expect(ready.on('2026-06-09').tries('withdraw-permit', withdraw, decider)).toBe('act-not-for-role')
    ready.does('make-statement', { statement: '装修花了五万。' }, citizen)
    expect(ready.tries('withdraw-permit', withdraw, head)).toBe('statement-not-considered')
    ready.does('answer-statement', { statement: ready.state().statements![0]!.id, accepted: true, reasons: '按评估补偿。' }, head)
    ready.does('withdraw-permit', withdraw, head)
    expect(ready.state()).toMatchObject({
      permit: { withdrawn: { on: '2026-06-09', ground: 'circumstances-changed' }, revoked: null, cancelled: null },
      measures: [{ ended: { how: 'carried-out' } }],
    })
    expect(permitStanding(ready.state(), '2026-06-09' as PlainDate)).toBe('withdrawn')
    expect(paperFacts(ready, 'withdrawal-decision')).toMatchObject({ heard: true, publicInterest: '饮用水安全', compensation: { loss: true } })
    // It is nobody's fault: no bar, and what remains is to cancel it.
    expect(barsOf(ready)).toEqual([])
    expect(ready.tries('revoke-permit', revoke, head)).toBe('permit-ended')
    ready.does('cancel-permit', { ground: 'revoked', reasons: ['已经撤回'] }, head)
  })

  it.each([
    ['reasons-missing', { reasons: [' '] }],
    ['public-interest-missing', { publicInterest: ' ' }],
    ['compensation-missing', { compensation: { loss: true, words: ' ' } }],
    ['compensation-missing', { compensation: { loss: false, words: '' } }],
  ])('says why, for what public interest, and what becomes of the loss: %s', (code, part) => {
    expect(
      told()
        .on('2026-06-09')
        .tries('withdraw-permit', { ...withdraw, ...part }, head),
    ).toBe(code)
  })

  it('is not for a permit that has run out', () => {
    expect(told('2031-02-26').on('2031-03-10').tries('withdraw-permit', withdraw, head)).toBe('permit-lapsed')
  })
})

describe('what the organ that punishes decided (行政处罚法 9)', () => {
  const penalty = { penalty: 'suspension', organ: '市场监督管理局', number: '罚〔2026〕3号', decidedOn: '2026-05-28' }
  const standings = (story: CaseStory, ...days: readonly string[]) => days.map((day) => permitStanding(story.state(), day as PlainDate))

  it('a suspension covers its days and ends with the last one by itself', () => {
    const story = granted().does('record-penalty', { ...penalty, from: '2026-06-03', until: '2026-06-30' }, reviewer)
    expect(standings(story, '2026-06-02', '2026-06-03', '2026-06-30', '2026-07-01')).toEqual(['in-force', 'suspended', 'suspended', 'in-force'])
    expect(story.on('2026-06-15').tries('record-penalty', { ...penalty, number: '罚〔2026〕4号' }, reviewer)).toBe('permit-suspended-already')
    expect(story.on('2026-07-01').tries('lift-suspension', { liftedOn: '2026-07-01', number: '解1号' }, reviewer)).toBe('no-suspension')
    expect(story.tries('record-penalty', { ...penalty, number: '罚〔2026〕4号', decidedOn: '2026-07-01' }, reviewer)).toBe('done')
  })

  it('without a last day it lasts until the organ lifts it; one with a last day may be lifted before', () => {
    for (const until of [undefined, '2026-06-30']) {
      const story = granted().does('record-penalty', { ...penalty, ...(until && { until }) }, reviewer)
      expect(story.tries('lift-suspension', { liftedOn: '2026-05-27', number: '解1号' }, reviewer)).toBe('suspension-reversed')
      story.on('2026-06-10').does('lift-suspension', { liftedOn: '2026-06-09', number: '解1号' }, reviewer)
      expect(standings(story, '2026-05-28', '2026-06-08', '2026-06-09', '2027-01-01')).toEqual(['suspended', 'suspended', 'in-force', 'in-force'])
    }
  })

  it('a forfeiture ends the permit from its own day, and the register cancels it (行政许可法 70(4))', () => {
    const story = granted()
    expect(story.tries('cancel-permit', { ground: 'revoked', reasons: ['吊销'] }, head)).toBe('permit-not-revoked')
    story.does('record-penalty', { ...penalty, penalty: 'forfeiture' }, reviewer)
    expect(standings(story, '2026-06-01', '2031-06-01')).toEqual(['forfeited', 'forfeited'])
    for (const act of ['record-penalty', 'lift-suspension', 'revoke-permit', 'tell-intended-measure'])
      expect(story.tries(act, { ...penalty, ground: 'fraud', facts: '伪', replyDays: 5, reasons: ['伪'] }, head), act).toBe('permit-ended')
    story.does('cancel-permit', { ground: 'revoked', reasons: ['许可证件已被吊销'] }, head)
    expect(standings(story, '2026-06-02')).toEqual(['cancelled'])
    expect(story.state().permit).toMatchObject({ forfeited: { organ: '市场监督管理局', number: '罚〔2026〕3号' } })
  })

  it.each([
    ['decided-in-future', { decidedOn: '2026-06-02' }],
    ['penalty-before-grant', { decidedOn: '2026-03-01' }],
    ['date-invalid', { decidedOn: '2026-02-30' }],
    ['date-invalid', { until: '2026-06-31' }],
    ['suspension-reversed', { from: '2026-05-27' }],
    ['suspension-reversed', { until: '2026-05-27' }],
  ])('is refused as %s where its dates cannot be', (code, part) => {
    expect(granted().tries('record-penalty', { ...penalty, ...part }, reviewer)).toBe(code)
    expect(granted().tries('record-penalty', { ...penalty, ...part }, decider)).toBe('act-not-for-role')
  })

  it('a suspension takes nothing from what the bureau itself may do', () => {
    const story = tells(granted().does('record-penalty', penalty, reviewer))
      .on('2026-06-09')
      .does('revoke-permit', revoke, head)
    expect(story.state().permit).toMatchObject({ revoked: { on: '2026-06-09' }, suspensions: [{ number: '罚〔2026〕3号' }] })
    expect(standings(story, '2026-06-09')).toEqual(['revoked'])
  })
})

describe('cancelling (行政许可法 70)', () => {
  it.each([
    ['expired', '2026-06-01', 'permit-not-expired'],
    ['expired', '2031-03-02', 'done'],
    ['revoked', '2026-06-01', 'permit-not-revoked'],
    ['organisation-ended', '2026-06-01', 'ground-not-for-holder'],
    ['holder-gone', '2026-06-01', 'done'],
    ['force-majeure', '2026-06-01', 'done'],
    ['other', '2026-06-01', 'done'],
  ])('because of %s on %s: %s', (ground, day, code) => {
    const story = granted().on(day)
    expect(story.tries('cancel-permit', { ground, reasons: ['不再经营'] }, decider)).toBe('act-not-for-role')
    expect(story.tries('cancel-permit', { ground, reasons: [] }, head)).toBe('reasons-missing')
    expect(story.tries('cancel-permit', { ground, reasons: ['不再经营'] }, head)).toBe(code)
    if (code === 'done') {
      expect(permitStanding(story.state(), day as PlainDate)).toBe('cancelled')
      expect(story.state().papers.at(-1)).toMatchObject({ kind: 'cancellation-decision' })
      expect(story.tries('cancel-permit', { ground, reasons: ['又'] }, head)).toBe('permit-ended')
    }
  })

  it('follows a revocation, not while one is only announced', () => {
    const story = tells(granted())
    expect(story.tries('cancel-permit', { ground: 'other', reasons: ['不再经营'] }, head)).toBe('measure-open')
    story
      .on('2026-06-09')
      .does('revoke-permit', revoke, head)
      .does('cancel-permit', { ground: 'revoked', reasons: ['已经撤销'] }, head)
    expect(story.state().permit).toMatchObject({ revoked: { on: '2026-06-09' }, cancelled: { ground: 'revoked' } })
  })
})

describe('false statements (行政许可法 78)', () => {
  const refusal = (story: CaseStory, more: object = { falsehood: true }) => ({
    basedOnSeq: story.state().seq,
    reasons: ['材料虚假'],
    opinion: '',
    ...more,
  })
  const told = () => aPortalCase(guarded).accepted().reviewed().does('tell-intended-measure', { facts: '租赁合同系伪造', replyDays: 5 }, decider)

  it('are refused with a warning only after the applicant was told and could answer; a year passes before the next try', () => {
    const unheard = aPortalCase(guarded).accepted().reviewed()
    expect(unheard.tries('refuse-case', refusal(unheard), decider)).toBe('falsehood-not-told')
    const story = told()
    expect(story.tries('refuse-case', refusal(story), decider)).toBe('measure-may-still-be-answered')
    story.on('2026-03-10')
    const grant = { basedOnSeq: story.state().seq, content: '准予', conditions: [], opinion: '', ticked: ['lawful'] }
    expect(story.tries('grant-case', grant, decider)).toBe('measure-open')
    story.does('refuse-case', refusal(story), decider)
    expect(story.state()).toMatchObject({ phase: 'refused', barredUntil: '2027-03-10', measures: [{ ended: { how: 'carried-out' } }] })
    expect(paperFacts(story, 'refusal-decision')).toMatchObject({ falsehood: { barredUntil: '2027-03-10' } })
  })

  it('an application within the bar is taken in and turned away at once in writing, whichever way it comes', () => {
    const story = told().on('2026-03-10')
    story.does('refuse-case', refusal(story), decider)
    for (const [act, actor, by] of [
      ['submit-application', citizen, null],
      ['receive-at-counter', clerk, { id: 's-clerk', name: '王敏' }],
    ] as const) {
      const away = applies(story.on('2026-03-11'), guarded, act, actor)
      expect(away.state()).toMatchObject({ phase: 'declined', decision: { outcome: 'declined', on: '2026-03-11', by } })
      expect(away.state().papers.map(({ kind }) => kind)).toEqual(['receipt', 'decline-decision'])
      expect(paperFacts(story, 'receipt')).toMatchObject({ turnedAway: true })
      expect(away.state().legs.notice!.leg.endedOn).toBe('2026-03-11')
      expect(away.state().decision!.reasons[0]).toContain('隐瞒有关情况或者提供虚假材料，2026年3月10日被决定')
      expect(paperFacts(story, 'decline-decision')).toMatchObject({ ground: { basis: '《中华人民共和国行政许可法》第七十八条' } })
      // Nothing runs on: five days later nobody has accepted it by silence, and there is no bar of its own to lift.
      expect(away.on('2026-03-30').state().phase).toBe('declined')
      expect(away.tries('accept-case', {}, clerk)).toBe('act-not-in-phase')
      expect(away.tries('lift-bar', { reason: '复议' }, head)).toBe('no-bar')
    }
    expect(story.book.timerRefusals).toEqual([])
    // Its papers are numbered on without a gap.
    const numbers = story.book.entries.flatMap(({ type, data }) =>
      type === 'paper-issued' && (data as { kind: string }).kind === 'decline-decision' ? [(data as { number: string }).number] : [],
    )
    expect(numbers.map((number) => /(\d+)号$/.exec(number)![1])).toEqual(['1', '2'])
  })

  it('what came in on paper before the bar and is only entered afterwards is not turned away by it', () => {
    const story = told().on('2026-03-10')
    story.does('refuse-case', refusal(story), decider).on('2026-03-11')
    const before = { ...application(guarded), receivedOn: '2026-03-09', backdatedBecause: '停电' }
    const outcome = story.book.do<{ id: string }>('receive-at-counter', before, clerk)
    expect('answer' in outcome && storyOf(story.book, outcome.answer.id, guarded).state().phase).toBe('pre-review')
  })

  it('before acceptance it is not accepted, though no fault was ever told', () => {
    const story = aPortalCase(guarded).does('tell-intended-measure', { facts: '租赁合同系伪造', replyDays: 1 }, head)
    story.does('make-statement', { statement: '合同是真的。' }, citizen)
    story.does('answer-statement', { statement: story.state().statements![0]!.id, accepted: false, reasons: '出租人否认。' }, clerk)
    const decline = { ground: { kind: 'other', basis: '《行政许可法》第七十八条' }, reasons: ['材料虚假'] }
    expect(story.tries('decline-case', decline, clerk)).toBe('faults-not-told')
    story.does('decline-case', { ...decline, falsehood: true }, clerk)
    expect(story.state()).toMatchObject({ phase: 'declined', barredUntil: '2027-03-02' })
  })

  it('refused for another reason brings neither warning nor bar, and what was announced falls', () => {
    const story = told().on('2026-03-10')
    story.does('refuse-case', refusal(story, {}), decider)
    expect(story.state()).toMatchObject({ measures: [{ ended: { how: 'dropped' } }] })
    expect([story.state().barredUntil, barsOf(story).length, phaseOfNext(story)]).toEqual([undefined, 0, 'pre-review'])
  })

  it('a bar is lifted by the head, and the number kept for it goes', () => {
    const story = told().on('2026-03-10')
    story.does('refuse-case', refusal(story), decider)
    expect(barsOf(story)).toMatchObject([{ case: story.id, from: '2026-03-10', until: '2027-03-10', idNumber: '11010519491231002X' }])
    expect(story.tries('lift-bar', { reason: '复议撤销' }, decider)).toBe('act-not-for-role')
    story.does('lift-bar', { reason: '复议撤销' }, head)
    const erased = story.book.entries.find(({ type, subject }) => type === 'personal-erased' && subject.kind === 'bar-list')!
    const barring = story.book.entries.find(({ type }) => type === 'applicant-barred')!
    expect(erased.data).toMatchObject({ positions: [barring.position] })
    expect(JSON.stringify(barring.data)).not.toContain('11010519491231002X')
    expect([story.state().barredUntil, phaseOfNext(story)]).toEqual([undefined, 'pre-review'])
    expect(story.tries('lift-bar', { reason: '又' }, head)).toBe('no-bar')
  })

  it('ends by itself on its last day, and the number goes', () => {
    const story = told().on('2026-03-10')
    story.does('refuse-case', refusal(story), decider)
    expect(barsOf(story.on('2027-03-10', '23:59'))).toHaveLength(1)
    expect(barsOf(story.on('2027-03-11', '00:00'))).toEqual([])
    expect(story.book.entries.at(-1)).toMatchObject({ type: 'personal-erased', subject: { kind: 'bar-list' } })
    expect(story.book.timerRefusals).toEqual([])
  })

  it('bars the one who applied and nobody else', () => {
    const story = told().on('2026-03-10')
    story.does('refuse-case', refusal(story), decider)
    const firm = { ...application(guarded).applicant, name: '某某公司', idType: 'uscc', idNumber: '91110000802100433B' }
    const other = story.book.do<{ id: string }>(
      'receive-at-counter',
      { ...application(guarded), applicantKind: 'enterprise', applicant: firm },
      clerk,
    )
    expect('answer' in other).toBe(true)
    expect(storyOf(story.book, 'answer' in other ? other.answer.id : '', guarded).state().phase).toBe('pre-review')
  })
})

describe('the last day of a bar', () => {
  it.each([
    ['falsehood', '2026-03-10', '2027-03-10'],
    ['falsehood', '2024-02-29', '2025-02-28'],
    ['fraud', '2024-02-29', '2027-02-28'],
    ['fraud', '2025-02-28', '2028-02-28'],
    ['fraud', '2026-12-31', '2029-12-31'],
  ] as const)('for %s pronounced on %s is %s', (why, on, until) => {
    expect(barredUntil(guarded, why, on as PlainDate)).toBe(until)
    expect(barredUntil(anItem(), why, on as PlainDate)).toBeNull()
  })

  it('turning the leaves of a calendar one by one comes to the same', () => {
    fc.assert(
      fc.property(someDay, fc.constantFrom(['falsehood', 12] as const, ['fraud', 36] as const), (on, [why, months]) => {
        expect(barredUntil(guarded, why, on)).toBe(nextDay(on, leavesTurned(on, months)))
      }),
      { numRuns: Math.min(runs, 500) },
    )
  })
})
