import { describe, expect, it } from 'vitest'
import { aCase, aPortalCase, people } from '../testing/a-case.ts'
import { anItem } from '../testing/an-item.ts'

const { reviewer, otherReviewer, decider, head } = people
const pass = { step: 'review', ticked: ['place'], opinion: '符合条件。' }
const stop = { kind: 'expert-review', reason: '疑难', days: 5 }

describe('a step’s share of the promised days', () => {
  it('runs from acceptance, and from each passing for the next step', () => {
    const story = aCase().accepted()
    expect(story.state().legs.step).toMatchObject({ leg: { startedOn: '2026-03-02', statutory: null }, dates: { promisedDue: '2026-03-10' } })
    story.on('2026-03-04').does('pass-step', pass, reviewer)
    expect(story.state().legs.step).toMatchObject({
      leg: { startedOn: '2026-03-04', startReason: '决定环节开始' },
      dates: { promisedDue: '2026-03-10' },
    })
    story.granted()
    expect(story.state().legs.step?.leg).toMatchObject({ endedOn: '2026-03-04', endReason: '作出准予决定' })
  })

  it('used up is noted once, with the step and who had it, though the whole is in time', () => {
    const story = aCase().accepted().does('claim-case', {}, reviewer).on('2026-03-10', '23:59')
    expect(story.state().crossed.filter(({ leg }) => leg === 'step')).toEqual([])
    story.on('2026-03-11', '00:00').on('2026-03-12')
    expect(story.state().crossed.filter(({ leg }) => leg === 'step')).toEqual([
      { leg: 'step', line: 'promised', at: '2026-03-10', on: '2026-03-11', step: 'review' },
    ])
    const noted = story.book.entries.filter(({ type }) => type === 'step-overdue')
    expect(noted).toMatchObject([
      { occurredAt: '2026-03-11T00:00:00.000+08:00', data: { step: 'review', handler: { id: 's-reviewer', name: '赵建国' } } },
    ])
    expect(story.state().legs.review?.dates.promisedDue).toBe('2026-03-16')
    expect(story.state().crossed.some(({ line, leg }) => line === 'promised' && leg === 'review')).toBe(false)
  })

  it('stands still with the review and is extended with it', () => {
    const story = aCase().accepted().on('2026-03-04').does('start-excluded-procedure', stop, reviewer)
    expect(story.state().legs.step?.dates).toMatchObject({ stopped: true, promisedDue: null, projectedPromisedDue: '2026-03-17' })
    story.on('2026-03-09').does('end-excluded-procedure', { result: '同意' }, reviewer)
    expect(story.state().legs.step?.dates.promisedDue).toBe('2026-03-13')
    story.does('extend-review', { reason: '复杂', days: 4 }, head)
    expect(story.state().legs.step?.dates.promisedDue).toBe('2026-03-19')
    expect(story.book.entries.some(({ type }) => type === 'step-overdue')).toBe(false)
  })

  it('begins anew when the case is given back', () => {
    const story = aCase().accepted().on('2026-03-05').does('pass-step', pass, reviewer)
    story.on('2026-03-09').does('return-step', { to: 'review', reason: '补充' }, decider)
    expect(story.state().legs.step).toMatchObject({ leg: { startedOn: '2026-03-09' }, dates: { promisedDue: '2026-03-17' } })
    story.does('hand-over-case', { to: 's-reviewer2', reason: '换人' }, head).does('pass-step', pass, otherReviewer)
  })

  it('of a case deemed accepted begins when the five days were over, for nobody could review before', () => {
    const story = aPortalCase().on('2026-03-10')
    expect(story.state().acceptance?.on).toBe('2026-03-02')
    expect(story.state().legs.step).toMatchObject({ leg: { startedOn: '2026-03-09' }, dates: { promisedDue: '2026-03-17' } })
  })

  it('is in natural days where the promise is in months', () => {
    const limits = { ...anItem().limits, statutory: { ...anItem().limits.statutory, days: 3, dayType: 'month' as const } }
    const item = anItem({ limits: { ...limits, promised: { ...limits.promised, days: 1, dayType: 'month' }, extension: null } })
    const story = aCase(item).accepted()
    expect(story.state().legs.review?.dates).toMatchObject({ promisedDue: '2026-04-02', statutoryDue: '2026-06-02' })
    // Six natural days end on a Sunday.
    expect(story.state().legs.step?.dates.promisedDue).toBe('2026-03-09')
  })

  it('ends with a withdrawal', () => {
    const story = aPortalCase().accepted().does('withdraw-application', { reason: '不办了' }, people.citizen)
    expect(story.state().legs.step?.leg.endedOn).toBe('2026-03-02')
  })
})
