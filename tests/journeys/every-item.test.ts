import { beforeAll, describe, expect, it } from 'vitest'
import type { CasePage } from '../../contract/cases.ts'
import { publishedTables } from '../../data/calendars/load.ts'
import type { ServiceItem } from '../../rules/service-item/item.ts'
import { sampleCreditCode, sampleFirmName } from '../../rules/service-item/sample-values.ts'
import type { Period } from '../../rules/time/period.ts'
import { d, nextDay, type RawCalendar, walkDue } from '../../rules/time/testing/day-oracle.ts'
import { readItemFiles } from '../../server/desks/catalogue/item-files.ts'
import type { TestBureau } from '../../server/testing/test-bureau.ts'
import {
  accept,
  afterFiveDays,
  apply,
  type Cast,
  days,
  gather,
  hear,
  nextMorning,
  resume,
  serve,
  type Story,
  storiesOf,
} from './testing/drive-item.ts'
import { openJourneyBureau } from './testing/journey-bureau.ts'

const items = readItemFiles()
const raw: RawCalendar = { tables: publishedTables(), extraordinary: [] }
const stories: readonly Story[] = items.flatMap(storiesOf)
const firm = { uscc: sampleCreditCode(77), name: sampleFirmName(77) }

let bureau: TestBureau
let cast: Cast

/** All cases take the same step of the journey, a few at a time; one that stumbles stays where it is and says why. */
async function everyCase(step: (story: Story, cast: Cast, n: number) => Promise<void>): Promise<void> {
  const waiting = [...stories.entries()]
  const walk = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [n, story] = next
      if (story.problem !== undefined) continue
      await step(story, cast, n).catch((problem: unknown) => {
        story.problem = problem
      })
    }
  }
  await Promise.all(Array.from({ length: 6 }, walk))
}

beforeAll(async () => {
  bureau = await openJourneyBureau({ today: days.received })
  cast = await gather(bureau, firm)
  await everyCase(apply)
  const later = [
    [days.accepted, accept],
    [days.resumed, resume],
    [days.fiveDaysOver, afterFiveDays],
    [days.heard, hear],
    [days.served, serve],
  ] as const
  for (const [day, step] of later) {
    bureau.clock.set(day)
    cast = await nextMorning(bureau, cast)
    await everyCase(step)
  }
}, 300_000)

const of = (item: ServiceItem, road: Story['road']) => stories.find((story) => story.item === item && story.road === road)!
const fiveDays: Period = { days: 5, dayType: 'workday' }
const tenDays: Period = { days: 10, dayType: 'workday' }

describe.each(items.map((item) => [item.name, item] as const))('%s', (_name, item) => {
  const filing = item.procedure === 'filing'
  it.each(['grant', 'refuse'] as const)(filing ? 'comes to its receipt (%s)' : 'comes to its end (%s)', (road) => {
    const story = of(item, road)
    if (story.problem !== undefined) throw story.problem
    const page = story.page!
    expect(page.phase).toBe(filing ? 'filed' : item.superior ? 'forwarded' : road === 'grant' ? 'granted' : 'refused')
    expect(page.papers.map(({ kind }) => kind)).toEqual(story.papers)
    expect(page.decision!.on).toBe(story.decidedOn)
    expect(page.decision!.by).not.toBe(page.acceptance?.by ?? null)
    expect(page.steps.map(({ stands, passed }) => [stands, passed?.on !== undefined])).toEqual(item.steps.map(() => ['passed', true]))
    expect(page.materials.filter(({ necessary, handedIn }) => necessary && handedIn === null)).toEqual([])
    if (item.superior) {
      const [what, reason] = road === 'grant' ? ['准予', '符合法定条件'] : ['不予许可', '不符合法定条件']
      expect(page.decision).toMatchObject({ outcome: 'forwarded', validity: null, reasons: [reason] })
      expect(story.seenByApplicant!.next).toContain(`${item.superior}已于2026年3月18日作出${what}决定`)
      return
    }
    if (road === 'grant' && !filing) expect(page.decision!.validity).toEqual(validityOf(item, story.decidedOn, page))
    if (road === 'refuse' && !filing) expect(page.decision!.reasons).toEqual(['不符合法定条件'])
  })

  it.each(['grant', 'refuse'] as const)('keeps every leg of the clock as the law counts it (%s)', (road) => {
    const story = of(item, road)
    const legs = new Map((story.page?.legs ?? []).map((leg) => [leg.name, leg]))
    const { statutory, promised } = item.limits
    const start = { accepted: days.accepted, 'documents-complete': story.completeOn, received: days.received }[statutory.startEvent]
    const due = (from: string, period: Period) => walkDue(raw, d(from), [period], story.pauses)
    const dates = (name: 'notice' | 'filing' | 'review' | 'service') => {
      const leg = legs.get(name)
      return leg && { from: leg.startedOn, to: leg.endedOn, law: leg.statutory?.due, promise: leg.promised?.due, certainty: leg.certainty }
    }
    const main = { law: due(start, statutory), promise: due(start, promised), certainty: 'final' }
    if (filing) {
      expect(dates('filing')).toEqual({ from: story.completeOn, to: story.decidedOn, ...main })
      expect([...legs.keys()].filter((name) => name !== 'supplement')).toEqual(['filing'])
    } else {
      expect(dates('notice')).toEqual({
        from: days.received,
        to: days.accepted,
        law: walkDue(raw, d(days.received), [fiveDays]),
        promise: undefined,
        certainty: 'final',
      })
      expect(dates('review')).toEqual({ from: start, to: story.decidedOn, ...main })
      if (item.superior) expect([...legs.keys()]).not.toContain('service')
      const handOver = (period: Period) => walkDue(raw, d(story.decidedOn), [period])
      const service =
        road === 'grant' ? { law: handOver(item.limits.service ?? tenDays), promise: undefined } : { law: undefined, promise: handOver(tenDays) }
      if (!item.superior) expect(dates('service')).toEqual({ from: story.decidedOn, to: days.served, ...service, certainty: 'final' })
    }
    for (const leg of legs.values()) expect(leg.reasons.filter(({ article, text }) => article === '' || text === '')).toEqual([])
    expect(story.seenByApplicant?.legs).toEqual(story.page?.legs)
    const stops = story.page!.legs.flatMap(({ reasons }) => reasons.filter(({ text }) => text.includes('不计入') || text.includes('暂停')))
    expect(stops.length > 0).toBe(story.pauses.length > 0)
  })
})

/**
 * Independent of the rules: months on JavaScript's own calendar; the last day is the one before. A change keeps the end that the application gives; what
 * the applicant chose of an item for several kinds may be none.
 */
function validityOf({ result: { validMonths }, change, renewal, cancellation, form }: ServiceItem, decidedOn: string, page: CasePage) {
  // Who gives a permit up holds nothing by that.
  if (cancellation) return null
  const said = (id: string) => {
    const label = form.flatMap(({ fields }) => fields).find((field) => field.id === id)!.label
    return page.answers.flatMap(({ fields }) => fields).find((field) => field.label === label)!.value
  }
  if (change && !change.when && change.endField !== undefined) return { from: decidedOn, to: said(change.endField) }
  // A renewal takes nothing from the time that is left.
  const from = page.inHandSaid?.how === 'renewal' ? nextDay(d(said(renewal!.endField))) : decidedOn
  if (validMonths === null) return { from, to: 'unlimited' }
  const [year, month, day] = from.split('-').map(Number) as [number, number, number]
  return { from, to: new Date(Date.UTC(year, month - 1 + validMonths, day - 1)).toISOString().slice(0, 10) }
}

describe('the whole bureau, after all of them', () => {
  it('drove two cases of each item, over the portal and at the counter, for persons and for firms', () => {
    expect(items.length).toBeGreaterThanOrEqual(24)
    expect(new Set(items.map(({ field }) => field)).size).toBeGreaterThanOrEqual(8)
    expect(new Set(stories.map(({ portal, kind }) => `${portal} ${kind === 'natural-person'}`)).size).toBe(4)
    expect(new Set(stories.map(({ hearing }) => hearing)).size).toBe(5)
    expect(stories.filter(({ pauses }) => pauses.length > 0).length).toBeGreaterThan(5)
  })

  it('numbered cases and papers without a gap', () => {
    const papers = stories.flatMap(({ page }) => page!.papers)
    const series = Map.groupBy(papers, ({ number }) => number.replace(/\d+号$/, ''))
    expect(series.size).toBeGreaterThanOrEqual(9)
    for (const [kind, members] of series) {
      const serials = members.map(({ number }) => Number(/〕(\d+)号$/.exec(number)![1])).toSorted((a, b) => a - b)
      expect(serials, kind).toEqual(members.map((_, n) => n + 1))
    }
    expect(new Set(papers.map(({ id }) => id)).size).toBe(papers.length)
    const byUnit = Map.groupBy(stories, ({ number }) => number.slice(0, 10))
    for (const [unit, cases] of byUnit) expect(new Set(cases.map(({ number }) => Number(number.slice(-6)))).size, unit).toBe(cases.length)
  })

  it('wrote nothing personal where it could not be erased', async () => {
    const answered = (value: unknown): string[] =>
      typeof value === 'string' ? [value] : typeof value === 'object' && value !== null ? Object.values(value).flatMap(answered) : []
    const typed = stories.flatMap(({ item, sample }) =>
      item.form
        .flatMap(({ fields }) => fields)
        .filter(({ type }) => ['text', 'long-text', 'phone', 'resident-id', 'list'].includes(type))
        .flatMap(({ id }) => answered(sample.answers[id])),
    )
    const personal = new Set([...stories.flatMap((story) => story.personal), ...typed].filter((text) => text.length > 1 && text !== firm.name))
    expect(personal.size).toBeGreaterThan(200)
    const { rows } = await bureau.database.query<{ text: string; type: string }>(
      "select type, data::text || actor::text as text from journal where bureau = $1 and subject_kind not like 'service-item%'",
      [bureau.bureau],
    )
    expect(rows.filter(({ text }) => text.includes('不符合法定条件')).length).toBeGreaterThan(30)
    expect(rows.length).toBeGreaterThan(stories.length * 6)
    const leaks = rows.flatMap(({ text, type }) => [...personal].filter((secret) => text.includes(secret)).map((secret) => `${type}: ${secret}`))
    expect(leaks).toEqual([])
    const kept = await bureau.database.query<{ text: string }>('select data::text as text from personal where bureau = $1', [bureau.bureau])
    const all = kept.rows.map(({ text }) => text).join('\n')
    expect(all).toContain(cast.person.residentId)
    expect(all).toContain(cast.agent.name)
  })
})
