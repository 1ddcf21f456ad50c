import { describe, expect, it } from 'vitest'
import { paperRef } from '../papers/paper-issue.ts'
import type { PaperState } from '../papers/paper-kind.ts'
import { aCase, aPortalCase, people } from '../testing/a-case.ts'
import { aFiling, anItem } from '../testing/an-item.ts'

const paper = (material: string) => ({ material, form: 'paper', files: [], originals: 1, copies: 0 })
const only = (...materials: string[]) => ({ materials: materials.map(paper) })
const fault = (...materials: string[]) => ({ faults: materials.map((material) => ({ material, fault: '有误', correction: '改正' })) })
const { clerk, citizen } = people

describe('acceptance', () => {
  it('ends the notice leg and starts the review with the item’s event', () => {
    const { legs, phase, acceptance, running, papers } = aCase().on('2026-03-04').accepted().state()
    expect(phase).toBe('in-review')
    expect(acceptance).toMatchObject({ on: '2026-03-04', ground: 'complete', by: { id: 's-clerk' } })
    expect(legs.notice?.leg.endedOn).toBe('2026-03-04')
    expect(legs.review?.leg.startedOn).toBe('2026-03-04')
    expect(legs.review?.dates).toMatchObject({ statutoryDue: '2026-04-01', promisedDue: '2026-03-18' })
    expect(running).toEqual({ id: 'review', name: '审查', role: 'reviewer' })
    expect(papers.map(({ kind }) => kind)).toEqual(['receipt', 'acceptance-notice'])
  })

  it.each([
    ['received', '2026-03-02'],
    ['documents-complete', '2026-03-03'],
    ['accepted', '2026-03-04'],
  ] as const)('a limit from %s runs from %s', (startEvent, day) => {
    const limits = anItem().limits
    const item = anItem({ limits: { ...limits, statutory: { ...limits.statutory, startEvent }, promised: { ...limits.promised, startEvent } } })
    // The lease comes a day late, on the spot.
    const story = aCase(item, '2026-03-02', only('application')).on('2026-03-03').does('supplement-materials', only('lease'), clerk)
    expect(story.on('2026-03-04').accepted().state().legs.review?.leg.startedOn).toBe(day)
  })

  it('waits for every necessary material', () => {
    const story = aCase(anItem(), '2026-03-02', only('application'))
    expect(story.tries('accept-case', {}, clerk)).toBe('materials-missing')
    expect(story.does('supplement-materials', only('lease'), clerk).tries('accept-case', {}, clerk)).toBe('done')
  })

  it('tells who was first', () => {
    const story = aCase().accepted()
    const second = story.book.do('accept-case', { id: story.id }, people.otherClerk)
    expect(second).toMatchObject({ refusal: { code: 'case-already-accepted', detail: { by: '王敏', on: '2026-03-02' } } })
  })
})

describe('acceptance with shortfall', () => {
  const short = () => aCase(anItem(), '2026-03-02', only('application'))

  it('lets the named material come within the item’s days and stops the decision until then', () => {
    const story = short().does('accept-with-shortfall', { materials: ['lease'] }, clerk)
    expect(story.state().shortfall).toEqual([{ material: 'lease', due: '2026-03-16', metOn: null, overdue: false }])
    expect(story.state().papers.at(-1)?.kind).toBe('shortfall-notice')
    story.reviewed()
    const decide = { basedOnSeq: 99, content: '', conditions: [], opinion: '', ticked: ['lawful'], reasons: ['缺件'] }
    expect(story.tries('grant-case', decide, people.decider)).toBe('shortfall-open')
    expect(story.tries('refuse-case', decide, people.decider)).toBe('shortfall-open')
    story.does('meet-shortfall', only('lease'), clerk)
    expect(story.state().shortfall[0]?.metOn).toBe('2026-03-02')
    story.granted()
  })

  it('after its day nothing can be granted without it, but refused', () => {
    const story = short()
      .does('accept-with-shortfall', { materials: ['lease'] }, clerk)
      .reviewed()
      .on('2026-03-17')
    expect(story.state().shortfall[0]?.overdue).toBe(true)
    const { seq } = story.state()
    expect(story.tries('grant-case', { basedOnSeq: seq, content: '', conditions: [], opinion: '', ticked: ['lawful'] }, people.decider)).toBe(
      'shortfall-unmet',
    )
    expect(story.tries('refuse-case', { basedOnSeq: seq, reasons: ['逾期未补'], opinion: '' }, people.decider)).toBe('done')
  })

  it.each([
    ['an item that does not offer it', anItem({ shortfall: null }), ['application'], ['lease'], 'shortfall-not-offered'],
    ['nothing missing', anItem(), ['application', 'lease'], ['lease'], 'nothing-missing'],
    ['a material that may not come later', anItem(), ['lease'], ['application'], 'material-may-not-come-later'],
    ['a material that is there', anItem(), ['application'], ['application'], 'material-not-missing'],
  ] as const)('%s', (_what, item, brought, named, code) => {
    expect(aCase(item, '2026-03-02', only(...brought)).tries('accept-with-shortfall', { materials: named }, clerk)).toBe(code)
  })

  it('asks that every missing material be named', () => {
    const two = anItem({ materials: anItem().materials.map((material) => ({ ...material, necessary: true, maySupplyLater: true })) })
    expect(aCase(two, '2026-03-02', only('application')).tries('accept-with-shortfall', { materials: ['lease'] }, clerk)).toBe('materials-missing')
  })

  it('takes only what is awaited', () => {
    const story = short().does('accept-with-shortfall', { materials: ['lease'] }, clerk)
    expect(story.tries('meet-shortfall', only('application'), clerk)).toBe('material-not-awaited')
    expect(story.tries('meet-shortfall', only(), clerk)).toBe('nothing-handed-in')
    expect(story.does('meet-shortfall', only('lease'), clerk).tries('meet-shortfall', only('lease'), clerk)).toBe('no-shortfall')
  })
})

describe('the five working days', () => {
  it('unanswered, the case is accepted as of its receipt, at the end of the fifth day and not before', () => {
    const story = aPortalCase().on('2026-03-09', '23:59')
    expect(story.state().phase).toBe('pre-review')
    story.on('2026-03-10', '00:00')
    const { phase, acceptance, legs, crossed } = story.state()
    expect(phase).toBe('in-review')
    expect(acceptance).toMatchObject({ on: '2026-03-02', ground: 'deemed', by: null, at: '2026-03-02T09:00:00.000+08:00' })
    expect(legs.notice?.leg.endedOn).toBe('2026-03-09')
    expect(legs.review).toMatchObject({ leg: { startedOn: '2026-03-02' }, dates: { promisedDue: '2026-03-16' } })
    expect(crossed).toEqual([{ leg: 'notice', line: 'yellow', at: '2026-03-06', on: '2026-03-06' }])
    const entry = story.book.entries.find(({ type }) => type === 'case-accepted')
    expect(entry).toMatchObject({ occurredAt: '2026-03-10T00:00:00.000+08:00', actor: { kind: 'system' } })
    expect(story.book.timerRefusals).toEqual([])
  })

  it('a late clerk finds the case accepted already', () => {
    const story = aPortalCase()
    story.book.now = '2026-03-10T09:00:00.000+08:00'
    expect(story.tries('accept-case', {}, clerk)).toBe('case-already-accepted')
    expect(story.state().acceptance?.ground).toBe('deemed')
  })

  it('run anew from a full correction', () => {
    const story = aPortalCase().on('2026-03-06').does('request-supplement', fault('lease', 'form'), clerk)
    expect(story.on('2026-03-20').state().phase).toBe('supplementing')
    story.does('supplement-materials', only('lease'), citizen)
    expect(story.state().phase).toBe('supplementing')
    story.on('2026-03-23').does('supplement-materials', { materials: [], answers: { address: '改正后的地址' } }, citizen)
    expect(story.state()).toMatchObject({ phase: 'pre-review', completeOn: '2026-03-23', answers: { address: '改正后的地址' } })
    expect(story.state().supplements[0]).toMatchObject({ ordinal: 1, answeredOn: '2026-03-23', brought: ['lease', 'form'] })
    expect(story.state().legs.notice?.dates.statutoryDue).toBe('2026-03-30')
    expect(story.on('2026-03-31', '00:00').state().acceptance).toMatchObject({
      ground: 'deemed',
      on: '2026-03-23',
      at: '2026-03-23T00:00:00.000+08:00',
    })
  })

  it('over a provisional stretch alarm instead of accepting', () => {
    const story = aPortalCase(anItem(), '2026-12-30')
    expect(story.state().legs.notice?.dates.certainty).toBe('provisional')
    expect(story.on('2027-01-10').state().phase).toBe('pre-review')
    expect(story.book.alarms).toContain('deem-accepted')
  })
})

describe('the notice of faults', () => {
  it('tells all at once; a second one needs its reason and is counted', () => {
    const story = aPortalCase().does('request-supplement', fault('lease'), clerk).does('supplement-materials', only('lease'), citizen)
    expect(story.tries('request-supplement', fault('lease'), clerk)).toBe('second-notice-needs-reason')
    story.does('request-supplement', { ...fault('lease'), reason: '补正的合同仍然过期' }, clerk)
    expect(story.state().supplements.map(({ ordinal, reason }) => [ordinal, reason])).toEqual([
      [1, null],
      [2, '补正的合同仍然过期'],
    ])
    const second = story.book.state<PaperState>(paperRef(story.state().papers.at(-1)!.id))
    expect(second).toMatchObject({ kind: 'supplement-notice', number: '秦开审批补字〔2026〕2号', facts: { round: { first: false, ordinal: 2 } } })
  })

  it.each([
    ['no fault', { faults: [] }, 'faults-missing'],
    ['a material the item does not ask for', fault('other'), 'material-unknown'],
    ['one material twice', fault('lease', 'lease'), 'material-twice'],
  ])('%s', (_what, input, code) => {
    expect(aPortalCase().tries('request-supplement', input, clerk)).toBe(code)
  })

  it('comes before an application is turned away for its faults', () => {
    const other = { ground: { kind: 'other', basis: '第三十二条' }, reasons: ['材料不全'] }
    const story = aPortalCase()
    expect(story.tries('decline-case', other, clerk)).toBe('faults-not-told')
    expect(story.tries('decline-case', { ...other, reasons: [' '] }, clerk)).toBe('reasons-missing')
    story.does('request-supplement', fault('lease'), clerk).on('2026-03-17').does('decline-case', other, clerk)
    expect(story.state()).toMatchObject({ phase: 'declined', decision: { outcome: 'declined', reasons: ['材料不全'] } })
  })

  it('returns a filing, whose leg begins anew when the faults are cured', () => {
    const story = aPortalCase(aFiling()).does('return-filing', fault('lease'), clerk)
    expect(story.state().legs.filing?.leg.endedOn).toBe('2026-03-02')
    story.on('2026-03-10').does('supplement-materials', only('lease'), citizen)
    expect(story.state()).toMatchObject({
      phase: 'filing-check',
      legs: { filing: { leg: { startedOn: '2026-03-10', endedOn: null }, dates: { promisedDue: '2026-03-11' } } },
    })
    expect(story.tries('acknowledge-filing', { ticked: [] }, clerk)).toBe('checklist-incomplete')
    story.does('acknowledge-filing', { ticked: ['complete'] }, clerk)
    expect(story.state()).toMatchObject({ phase: 'filed', decision: { outcome: 'filed' } })
    expect(story.state().papers.map(({ kind }) => kind)).toEqual(['receipt', 'supplement-notice', 'filing-receipt'])
    const receipt = story.book.state<PaperState>(paperRef(story.state().papers.at(-1)!.id))!
    expect(receipt.facts.content).toEqual([{ label: '地址', value: story.state().answers!.address }])
    expect(receipt.personalFacts).toEqual(['content'])
  })

  it('a filing without its materials is not acknowledged', () => {
    expect(aPortalCase(aFiling(), '2026-03-02', only('lease')).tries('acknowledge-filing', { ticked: ['complete'] }, clerk)).toBe('materials-missing')
  })
})
