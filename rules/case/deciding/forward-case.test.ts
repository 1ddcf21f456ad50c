import { describe, expect, it } from 'vitest'
import { limitFindings } from '../../service-item/validate-limits.ts'
import { aPortalCase, type CaseStory, people } from '../testing/a-case.ts'
import { aFiling, anItem } from '../testing/an-item.ts'

const { citizen, clerk, decider, head, reviewer } = people
const item = anItem({ superior: '河北省林业和草原局' })
const opinion = (story: CaseStory, more: object = {}) => ({
  basedOnSeq: story.state().seq,
  agrees: true,
  reasons: ['材料齐全，现场与申请一致'],
  opinion: '报送。',
  ticked: ['lawful'],
  ...more,
})
const reviewed = () => aPortalCase(item).accepted().reviewed()

describe('what a higher organ decides (行政许可法 35, 43)', () => {
  it('is neither granted nor refused here, but examined and sent up with every material', () => {
    const story = reviewed()
    const decide = { basedOnSeq: story.state().seq, content: '准予', conditions: [], reasons: ['不符'], opinion: '', ticked: ['lawful'] }
    for (const act of ['grant-case', 'refuse-case']) expect(story.tries(act, decide, decider), act).toBe('superior-decides')
    expect(story.tries('forward-case', opinion(story, { reasons: [' '] }), decider)).toBe('reasons-missing')
    expect(story.tries('forward-case', opinion(story, { ticked: [] }), decider)).toBe('checklist-incomplete')
    expect(story.tries('forward-case', opinion(story), reviewer)).toBe('act-not-for-role')
    story.does('forward-case', opinion(story), decider)
    expect(story.state()).toMatchObject({
      phase: 'forwarded',
      decision: { outcome: 'forwarded', validity: null },
      forwarded: { superior: '河北省林业和草原局', agrees: true, decided: null },
      legs: { review: { leg: { endedOn: '2026-03-02', endReason: '报送河北省林业和草原局' } } },
    })
    expect(story.state().legs.service).toBeUndefined()
    const paper = story.book.entries.findLast(({ type }) => type === 'paper-issued')!.data as { kind: string; facts: { materials: unknown[] } }
    expect(paper.kind).toBe('first-review-opinion')
    expect(paper.facts.materials).toHaveLength(story.state().materials.length)
    expect(story.tries('supplement-materials', { materials: [] }, citizen)).toBe('act-not-in-phase')
    expect(story.tries('forward-case', opinion(story), head)).toBe('act-not-in-phase')
  })

  it('an opinion against the application needs no ticked checklist; a decision of this organ is never sent up', () => {
    const story = reviewed()
    expect(story.does('forward-case', opinion(story, { agrees: false, ticked: [] }), decider).state().forwarded).toMatchObject({ agrees: false })
    const own = aPortalCase().accepted().reviewed()
    expect(own.tries('forward-case', opinion(own), decider)).toBe('no-superior')
  })

  it.each([
    ['2026-03-01', 'decided-before-forwarded'],
    ['2026-03-21', 'decided-in-future'],
    ['2026-02-30', 'date-invalid'],
    ['2026-03-18', 'done'],
  ])('the decision of %s comes back: %s', (decidedOn, code) => {
    const story = reviewed()
    story.does('forward-case', opinion(story), decider).on('2026-03-20')
    const decision = { granted: false, decidedOn, number: ' 冀林许〔2026〕3号 ' }
    expect(story.tries('record-superior-decision', decision, clerk)).toBe(code)
    if (code !== 'done') return
    expect(story.state().forwarded?.decided).toEqual({ on: '2026-03-18', granted: false, number: '冀林许〔2026〕3号' })
    expect(story.tries('record-superior-decision', decision, clerk)).toBe('superior-decided-already')
    expect(story.does('archive-case', { location: null }, clerk).state()).toMatchObject({ phase: 'archived', outcome: 'forwarded' })
  })

  it('has twenty days by the permit law, others by a law of their own; a filing goes nowhere', () => {
    const rules = (days: number, article: string, base = item) =>
      limitFindings({ ...base, limits: { ...base.limits, statutory: { ...base.limits.statutory, days, article } } }).map(({ rule }) => rule)
    expect(rules(20, '行政许可法 第四十三条')).not.toContain('first-review-too-long')
    expect(rules(21, '行政许可法 第四十三条')).toContain('first-review-too-long')
    expect(rules(45, '《森林法》第三十七条')).not.toContain('first-review-too-long')
    expect(rules(20, '行政许可法 第四十三条', aFiling({ superior: '省厅' }))).toContain('filing-superior')
  })
})
