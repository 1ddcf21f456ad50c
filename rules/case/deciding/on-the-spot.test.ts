import { describe, expect, it } from 'vitest'
import { paperRef } from '../papers/paper-issue.ts'
import type { PaperState } from '../papers/paper-kind.ts'
import { aCase, people } from '../testing/a-case.ts'
import { anItem } from '../testing/an-item.ts'

const { clerk, decider } = people
const limits = anItem().limits
const atOnce = anItem({
  limits: { ...limits, promised: { ...limits.promised, days: 0 } },
  steps: [{ ...anItem().steps[1]!, days: 0 }],
  separation: false,
})
const ticked = ['lawful']

describe('what can be decided on the spot is (行政许可法 34 ¶2, 37)', () => {
  it('is accepted and granted the day it came in, in writing, within a promise of that very day', () => {
    const story = aCase(atOnce).accepted()
    expect(story.state().legs.review?.dates).toMatchObject({ promisedDue: '2026-03-02', statutoryDue: '2026-03-30' })
    story.does('grant-case', { basedOnSeq: story.state().seq, content: '准予', conditions: [], opinion: '', ticked }, decider)
    expect(story.state()).toMatchObject({ phase: 'granted', decision: { on: '2026-03-02' } })
    expect(story.state().crossed.filter(({ line }) => line !== 'yellow')).toEqual([])
    const paper = story.state().papers.findLast(({ kind }) => kind === 'grant-decision')!
    expect(story.book.state<PaperState>(paperRef(paper.id))).toMatchObject({ date: '2026-03-02', status: 'issued' })
  })

  it('by one person who both takes in and decides, unless the item separates the two', () => {
    const both = { ...clerk, roles: ['window-clerk', 'decision-maker'] }
    const story = aCase(atOnce).does('accept-case', {}, both)
    expect(story.tries('grant-case', { basedOnSeq: story.state().seq, content: '准予', conditions: [], opinion: '', ticked }, both)).toBe('done')
    const apart = aCase(anItem({ limits: atOnce.limits }))
      .does('accept-case', {}, both)
      .reviewed()
    const grant = { basedOnSeq: apart.state().seq, content: '准予', conditions: [], opinion: '', ticked }
    expect(apart.tries('grant-case', grant, both)).toBe('accepter-may-not-review')
  })

  it('is over its promise with the end of that day, and over the law only with the law’s own days', () => {
    const story = aCase(atOnce).accepted()
    expect(
      story
        .on('2026-03-02', '23:59')
        .state()
        .crossed.filter(({ line }) => line === 'promised'),
    ).toEqual([])
    expect(story.on('2026-03-03', '00:00').state().crossed).toContainEqual(
      expect.objectContaining({ leg: 'review', line: 'promised', at: '2026-03-02' }),
    )
    expect(story.state().crossed.some(({ line }) => line === 'statutory')).toBe(false)
  })
})
