import { describe, expect, it } from 'vitest'
import type { ServiceItem } from '../../service-item/item.ts'
import { application, aPortalCase, people, storyOf, versionOf } from '../testing/a-case.ts'
import { anItem, aRenewal } from '../testing/an-item.ts'

const { citizen, clerk, decider, head } = people
const codes = ['first', 'change', 'renewal']
const ofOne = (code: string): Partial<ServiceItem> => ({
  code,
  name: `食品经营许可 ${code}`,
  publicSafety: true,
  samePermit: codes.filter((one) => one !== code),
})
const items: Readonly<Record<string, ServiceItem>> = {
  first: anItem(ofOne('first')),
  change: anItem({ ...ofOne('change'), change: { of: codes } }),
  renewal: aRenewal({ ...ofOne('renewal'), renewal: { ...aRenewal().renewal!, of: codes } }),
  giveUp: anItem({ code: 'give-up', name: '食品经营许可 注销', publicSafety: true }),
  other: anItem({ code: 'other', name: '公共场所卫生许可', publicSafety: true }),
}

/** Turned away for false statements in one item's procedure on 2026-03-10. */
function barredIn(item: ServiceItem) {
  const story = aPortalCase(item).accepted().reviewed()
  for (const one of Object.values(items)) if (one.code !== item.code) story.book.put(versionOf(one))
  story.does('tell-intended-measure', { facts: '租赁合同系伪造', replyDays: 5 }, decider).on('2026-03-10')
  return story.does('refuse-case', { basedOnSeq: story.state().seq, reasons: ['材料虚假'], opinion: '', falsehood: true }, decider)
}

const phaseOf = (story: ReturnType<typeof barredIn>, item: ServiceItem, parts: object = {}) => {
  const outcome = story.book.do<{ id: string }>('submit-application', application(item, parts), citizen)
  if ('refusal' in outcome) throw new Error(outcome.refusal.code)
  return storyOf(story.book, outcome.answer.id, item).state().phase
}

describe('who may not apply again for a permit (行政许可法 78: 该行政许可)', () => {
  it.each([
    ['first', 'first', 'declined'],
    ['first', 'change', 'declined'],
    ['first', 'renewal', 'declined'],
    ['change', 'first', 'declined'],
    ['change', 'change', 'declined'],
    ['change', 'renewal', 'declined'],
    ['renewal', 'first', 'declined'],
    ['renewal', 'change', 'declined'],
    // Giving the permit up, and another permit, are not that permit applied for.
    ['first', 'giveUp', 'pre-review'],
    ['first', 'other', 'pre-review'],
    ['other', 'first', 'pre-review'],
    ['giveUp', 'giveUp', 'declined'],
  ] as const)('barred in the procedure of %s and applying for %s comes to stand as %s', (barred, applied, phase) => {
    const story = barredIn(items[barred]!)
    expect(phaseOf(story.on('2027-03-10'), items[applied]!)).toBe(phase)
    expect(phaseOf(story.on('2027-03-11'), items[applied]!)).toBe('pre-review')
    expect(story.book.timerRefusals).toEqual([])
  })

  it('is told of the bar that lasts longest, and by another item’s window too; once that is lifted, of the other', () => {
    const story = barredIn(items.first!)
    const again = story.book.do<{ id: string }>(
      'receive-at-counter',
      { ...application(items.renewal), receivedOn: '2026-03-09', backdatedBecause: '停电' },
      clerk,
    )
    const second = storyOf(story.book, 'answer' in again ? again.answer.id : '', items.renewal!)
    second.does('tell-intended-measure', { facts: '又伪造', replyDays: 1 }, head).on('2026-03-12')
    second.does('decline-case', { ground: { kind: 'other', basis: '《行政许可法》第七十八条' }, reasons: ['虚假'], falsehood: true }, clerk)
    const untilOf = () => {
      const away = story.book.do<{ id: string }>('receive-at-counter', application(items.change), clerk)
      return storyOf(story.book, 'answer' in away ? away.answer.id : '', items.change!).state().decision!.reasons[0]
    }
    expect(untilOf()).toContain('在2027年3月12日以前（含当日）不得再次申请')
    second.does('lift-bar', { reason: '复议撤销' }, head)
    expect(untilOf()).toContain('在2027年3月10日以前（含当日）不得再次申请')
    story.does('lift-bar', { reason: '复议撤销' }, head)
    expect(phaseOf(story, items.change!)).toBe('pre-review')
  })
})
