import { describe, expect, it } from 'vitest'
import { buildCalendar } from '../../time/calendar.ts'
import { publishedTables } from '../../../data/calendars/load.ts'
import type { PlainDate } from '../../time/plain-date.ts'
import { paperRef } from '../papers/paper-issue.ts'
import type { PaperState } from '../papers/paper-kind.ts'
import { permitStanding } from './permit-life.ts'
import { renewalOf } from './renewal.ts'
import { aCase, calendar, type CaseStory, people } from '../testing/a-case.ts'
import { anItem, aRenewal } from '../testing/an-item.ts'

const { clerk, decider, head, reviewer } = people
const excluded = [{ kind: 'expert-review', name: '专家评审', article: '行政许可法 第四十五条', maxDays: 60, dayType: 'workday' }] as const
const renewing = aRenewal({ result: { certificate: '测试许可证', validMonths: 60 }, limits: { ...anItem().limits, excluded } })
const answers = (permitEnd: string) => ({ ...aCase(renewing).state().answers, permitEnd })
/** Asked for on Monday 2026-03-02; the permit in hand ends on the day given. */
const asked = (permitEnd: string, more: object = {}): CaseStory => aCase(renewing, '2026-03-02', { answers: answers(permitEnd), ...more })

describe('asking for a renewal in time (行政许可法 50)', () => {
  const item = (days: number, dayType: 'workday' | 'calendar' | 'month') => ({ renewal: { endField: 'end', before: { days, dayType, article: '' } } })
  it.each([
    // Thirty natural days before the end: no rest day moves them.
    [30, 'calendar', '2026-03-02', '2026-04-01', true],
    [30, 'calendar', '2026-03-02', '2026-03-31', false],
    [30, 'calendar', '2026-03-06', '2026-04-05', true],
    // Fifteen working days: three weeks without a holiday, longer over one.
    [15, 'workday', '2026-03-02', '2026-03-23', true],
    [15, 'workday', '2026-03-02', '2026-03-22', false],
    [15, 'workday', '2026-04-20', '2026-05-11', false],
    [3, 'month', '2026-01-31', '2026-04-30', true],
    [3, 'month', '2026-01-31', '2026-04-29', false],
    [30, 'calendar', '2026-03-02', '2026-03-01', false],
  ] as const)('%i days (%s) on %s before %s: %s', (days, dayType, receivedOn, end, inTime) => {
    expect(renewalOf(item(days, dayType), { end }, receivedOn as PlainDate, calendar)).toEqual({ renewal: { endsOn: end, inTime } })
  })

  it('is only where the item renews, and for the applications that say so', () => {
    expect(renewalOf({}, { end: '2026-04-01' }, '2026-03-02' as PlainDate, calendar)).toEqual({})
    const some = { renewal: { ...item(30, 'calendar').renewal, when: { field: 'kind', equals: 'renewal' } } }
    expect(renewalOf(some, { end: '2026-04-01', kind: 'new' }, '2026-03-02' as PlainDate, calendar)).toEqual({})
    expect(renewalOf(some, { end: '2026-04-01', kind: 'renewal' }, '2026-03-02' as PlainDate, calendar).renewal?.inTime).toBe(true)
    expect(renewalOf(some, { kind: 'renewal' }, '2026-03-02' as PlainDate, calendar)).toEqual({})
  })
})

describe('a renewal that nobody decided by the end of the permit', () => {
  it('is deemed granted with the last day, from the day after, with a paper and the days of handing over', () => {
    const story = asked('2026-03-31').accepted().on('2026-03-31', '23:59')
    expect(story.state().phase).toBe('in-review')
    story.on('2026-04-01', '00:00')
    expect(story.state()).toMatchObject({
      phase: 'granted',
      decision: { outcome: 'granted', on: '2026-04-01', by: null, validity: { from: '2026-04-01', to: '2031-03-31' } },
      running: null,
      handler: null,
      legs: {
        review: { leg: { endedOn: '2026-04-01' } },
        service: { leg: { startedOn: '2026-04-01', startReason: '视为准予延续之日', endedOn: null } },
      },
    })
    expect(story.state().decision!.reasons[0]).toContain('原许可有效期至2026年3月31日')
    const paper = story.state().papers.at(-1)!
    expect(story.book.state<PaperState>(paperRef(paper.id))).toMatchObject({
      kind: 'renewal-notice',
      number: '秦开审批延续字〔2026〕1号',
      facts: { endedOn: '2026-03-31', certificate: { name: '测试许可证' } },
    })
    expect(permitStanding(story.state(), '2026-04-01' as PlainDate)).toBe('in-force')
    expect(story.book.timerRefusals).toEqual([])
    // It is a permit like any other: served, and taken away only by its own road.
    expect(story.tries('grant-case', {}, decider)).toBe('case-already-decided')
    const served = { papers: [paper.id], method: 'direct', receiver: '张伟', place: '大厅', servedOn: '2026-04-01', servers: ['王'] }
    story.does('serve-papers', served, clerk)
    expect(story.state()).toMatchObject({ servedOn: '2026-04-01', legs: { service: { leg: { endReason: '送达' } } } })
    expect(story.tries('tell-intended-measure', { ground: 'fraud', facts: '伪造', replyDays: 5 }, head)).toBe('done')
  })

  it('comes with the instant itself, however late the server was, before anybody acts', () => {
    const story = asked('2026-03-31').accepted()
    story.book.now = '2026-04-09T10:00:00.000+08:00'
    expect(story.tries('pass-step', { step: 'review', ticked: ['place'], opinion: '同意' }, reviewer)).not.toBe('done')
    expect(story.state().decision).toMatchObject({ on: '2026-04-01', by: null })
  })

  it('is none where it was decided before, either way', () => {
    const granted = asked('2026-03-31').accepted().reviewed().granted()
    const refused = asked('2026-03-31').accepted().reviewed()
    refused.does('refuse-case', { basedOnSeq: refused.state().seq, reasons: ['不符'], opinion: '' }, decider)
    for (const story of [granted, refused]) {
      const { decision, papers } = story.state()
      expect(story.on('2026-04-30').state()).toMatchObject({ decision, papers })
    }
  })

  it('is none for an application that came too late, or is not accepted', () => {
    expect(asked('2026-03-20').accepted().on('2026-04-20').state()).toMatchObject({ phase: 'in-review', renewal: { inTime: false } })
    const waiting = asked('2026-03-31')
    waiting.does('request-supplement', { faults: [{ material: 'lease', fault: '过期', correction: '换新' }] }, clerk)
    expect(waiting.on('2026-04-20').state().phase).toBe('supplementing')
    // Corrected and accepted only after the permit had run out: decided like any other.
    waiting.does('supplement-materials', { materials: [{ material: 'lease', form: 'paper', files: [], originals: 1, copies: 0 }] }, clerk)
    expect(waiting.accepted().on('2026-04-22').state().phase).toBe('in-review')
  })

  it('follows a last day that was corrected', () => {
    const story = asked('2026-03-31')
    story.does('request-supplement', { faults: [{ material: 'form', fault: '届满日填错', correction: '照原证填写' }] }, clerk)
    story.does('supplement-materials', { materials: [], answers: answers('2026-06-30') }, clerk).accepted()
    expect(story.state().renewal).toEqual({ endsOn: '2026-06-30', inTime: true })
    expect(story.on('2026-04-01').state().phase).toBe('in-review')
    expect(story.on('2026-07-01', '00:00').state().decision?.validity?.from).toBe('2026-07-01')
  })

  it('comes also while the clock of the review stands, and what was announced falls', () => {
    const story = asked('2026-03-31').accepted()
    story.does('start-excluded-procedure', { kind: 'expert-review', reason: '疑难', days: 40 }, reviewer)
    story.does('tell-intended-measure', { facts: '合同系伪造', replyDays: 30 }, head)
    expect(story.on('2026-04-01', '00:00').state()).toMatchObject({
      phase: 'granted',
      excluded: [{ endedOn: '2026-04-01' }],
      measures: [{ ended: { how: 'dropped' } }],
    })
  })

  it('does not wait for a calendar: the last day is a date', () => {
    const story = asked('2031-03-31').accepted()
    story.book.calendar = buildCalendar(publishedTables())
    expect(story.on('2031-04-01').state().phase).toBe('granted')
  })
})
