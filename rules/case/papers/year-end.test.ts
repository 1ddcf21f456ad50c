import { describe, expect, it } from 'vitest'
import { aCase, aPortalCase, people } from '../testing/a-case.ts'
import { anItem } from '../testing/an-item.ts'

const { clerk, reviewer, decider } = people
const pass = { step: 'review', ticked: ['place'], opinion: '符合条件。' }

describe('days on the edge', () => {
  it.each([
    // A Saturday; the last Friday before the Spring Festival with its Saturday at work; inside the festival; the eve of National Day; a Sunday at work.
    ['2026-03-07', '2026-03-13'],
    ['2026-02-13', '2026-02-27'],
    ['2026-02-14', '2026-02-28'],
    ['2026-02-18', '2026-02-28'],
    ['2026-09-30', '2026-10-13'],
    ['2026-09-20', '2026-09-28'],
    ['2024-02-28', '2024-03-06'],
  ])('received on %s, the five days are over on %s', (received, due) => {
    const story = aPortalCase(anItem(), received)
    expect(story.state().legs.notice?.dates.statutoryDue).toBe(due)
    expect(story.on(due, '23:59').state().phase).toBe('pre-review')
    expect(
      story.on(due === '2026-02-28' ? '2026-03-01' : `${due.slice(0, 8)}${String(Number(due.slice(8)) + 1).padStart(2, '0')}`, '00:00').state(),
    ).toMatchObject({
      phase: 'in-review',
      acceptance: { ground: 'deemed', on: received },
    })
  })

  it('an evening’s application is received that day, for the five days run from receipt', () => {
    const story = aPortalCase()
    expect(story.state().origin).toMatchObject({ receivedOn: '2026-03-02' })
    const late = aCase(anItem(), '2026-03-02')
    expect(late.on('2026-03-02', '23:59').accepted().state().acceptance?.on).toBe('2026-03-02')
  })

  it('a promise that ends in the published year is noted though the law’s limit lies beyond it', () => {
    const story = aCase(anItem(), '2026-12-04').accepted().does('claim-case', {}, reviewer)
    const { dates } = story.state().legs.review!
    expect(dates).toMatchObject({ promisedDue: '2026-12-18', statutoryDue: '2027-01-01', certainty: 'provisional' })
    story.on('2026-12-21')
    expect(story.state().crossed.map(({ leg, line }) => `${leg}/${line}`)).toEqual(['step/promised', 'review/yellow', 'review/promised'])
    expect(story.on('2027-01-08').state().crossed).toHaveLength(3)
    expect(story.book.alarms).toContain('review/statutory')
  })

  it('a permit that begins on a leap day ends on the last of February, and none begins more than a year ahead', () => {
    const story = aCase(anItem(), '2024-02-28').accepted().does('pass-step', pass, reviewer).on('2024-02-29')
    const decide = { basedOnSeq: story.state().seq, content: '准予', conditions: [], opinion: '准予。', ticked: ['lawful'] }
    expect(story.tries('grant-case', { ...decide, validFrom: '2025-03-01' }, decider)).toBe('valid-from-too-far')
    expect(story.tries('grant-case', { ...decide, validFrom: '2199-12-31' }, decider)).toBe('valid-from-too-far')
    story.does('grant-case', decide, decider)
    expect(story.state().decision?.validity).toEqual({ from: '2024-02-29', to: '2029-02-28' })
    expect(story.state().legs.service?.dates.statutoryDue).toBe('2024-03-14')
  })

  it('documents let come later do not make a day of completeness that was none', () => {
    const { limits } = anItem()
    const whole = { startEvent: 'documents-complete' as const, days: 60, dayType: 'calendar' as const }
    const item = anItem({
      limits: { ...limits, statutory: { ...limits.statutory, ...whole }, promised: { ...limits.promised, ...whole }, extension: null },
    })
    const application = { material: 'application', form: 'paper', files: [], originals: 1, copies: 0 }
    const story = aCase(item, '2026-03-02', { materials: [application] }).on('2026-03-04')
    story.does('accept-with-shortfall', { materials: ['lease'] }, clerk)
    expect(story.state().legs.review?.leg).toMatchObject({ startedOn: '2026-03-04', startReason: '容缺受理之日' })
    const complete = aCase(item, '2026-03-02').on('2026-03-04').accepted()
    expect(complete.state().legs.review?.leg).toMatchObject({ startedOn: '2026-03-02', startReason: '收到全部有效材料之日' })
  })
})
