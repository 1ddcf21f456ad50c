import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { publishedTables } from '../../../data/calendars/load.ts'
import { buildCalendar } from '../../time/calendar.ts'
import { type PlainDate, maxDate } from '../../time/plain-date.ts'
import { calendarOf, fromPool, runs, someDay } from '../../time/testing/arbitraries.ts'
import { walkDue } from '../../time/testing/day-oracle.ts'
import { repliesByCalendar, shortfallByCalendar } from './days-by-calendar.ts'
import type { Json } from '../../act.ts'
import { caseRef } from '../standing/entries.ts'
import { aCase, people } from '../testing/a-case.ts'
import { anItem } from '../testing/an-item.ts'

const { clerk, reviewer, agent } = people
const paper = (material: string) => ({ material, form: 'paper', files: [], originals: 1, copies: 0 })
const snow = (...days: readonly string[]) =>
  buildCalendar(
    publishedTables(),
    days.map((day) => ({ day: day as PlainDate, workday: false, document: '秦开办〔2026〕3号', reason: '暴雪' })),
  )
const told = { name: '李邻居', kind: 'person', interest: '采光', gist: '开店', replyDays: 3 }

/** Accepted on a Monday without the lease, a neighbour told the same day: the lease within ten working days, the neighbour within three. */
const waiting = () =>
  aCase(anItem(), '2026-03-02', { materials: [paper('application')] })
    .does('accept-with-shortfall', { materials: ['lease'] }, clerk)
    .does('inform-third-party', told, reviewer)

const moves = (story: ReturnType<typeof waiting>, ...days: readonly string[]) => {
  story.book.calendar = snow(...days)
  return story.does('move-deadlines', { calendarVersion: story.book.calendar.version, because: '暴雪' }, agent)
}

describe('days that were told to somebody follow the calendar', () => {
  it('each is as much later as there are rest days within it, and says from which day and why', () => {
    const story = waiting()
    expect(story.state().thirdParties[0]).toMatchObject({ replyBy: '2026-03-05', replyDays: 3 })
    const due = story.state().shortfall[0]!.due
    moves(story.on('2026-03-03'), '2026-03-04', '2026-03-05')
    expect(story.state().thirdParties[0]).toMatchObject({
      replyBy: '2026-03-09',
      moved: [{ on: '2026-03-03', from: '2026-03-05', because: '暴雪' }],
    })
    expect(story.state().shortfall[0]).toMatchObject({ moved: [{ on: '2026-03-03', from: due, because: '暴雪' }] })
    expect(story.state().shortfall[0]!.due > due).toBe(true)
    // The decision waits as long, and the material is late one day later than before.
    story.on('2026-03-06').does('pass-step', { step: 'review', ticked: ['place'], opinion: '符合条件。' }, reviewer)
    expect(story.on(due).state().shortfall[0]!.overdue).toBe(false)
  })

  it('of a hearing as well: the days to ask say why they moved; the bureau’s own day to hold it may come earlier, and says so', () => {
    const ground = { kind: 'interests', interest: '采光' }
    const story = aCase(anItem(), '2026-03-02').accepted().does('inform-third-party', told, reviewer)
    const neighbour = story.state().thirdParties[0]!.id
    for (const party of ['applicant', neighbour]) story.does('inform-hearing-right', { party, ground }, reviewer)
    story.does('request-hearing', { party: neighbour }, clerk)
    expect(story.state().hearing).toMatchObject({ holdBy: '2026-03-30', parties: [{ requestBy: '2026-03-09' }, { requestBy: '2026-03-09' }] })
    moves(story.on('2026-03-03'), '2026-03-04', '2026-03-05')
    const day = { on: '2026-03-03', because: '暴雪' }
    // Who has asked already waits for no day.
    expect(story.state().hearing).toMatchObject({
      holdBy: '2026-04-01',
      moved: [{ ...day, from: '2026-03-30' }],
      parties: [{ requestBy: '2026-03-11', moved: [{ ...day, from: '2026-03-09' }] }, { requestBy: '2026-03-09' }],
    })
    expect(story.state().hearing!.parties[1]!.moved).toBeUndefined()
    moves(story)
    expect(story.state().hearing).toMatchObject({ holdBy: '2026-03-30', parties: [{ requestBy: '2026-03-11' }, {}] })
    expect(story.state().hearing!.moved).toEqual([
      { ...day, from: '2026-03-30' },
      { ...day, from: '2026-04-01', earlier: true },
    ])
    expect(story.state().hearing!.parties[0]!.moved).toHaveLength(1)
  })

  it('what was told is never shortened, and moves once for one calendar', () => {
    const story = moves(waiting(), '2026-03-04')
    const { thirdParties, shortfall } = story.state()
    expect(story.tries('move-deadlines', { calendarVersion: story.book.calendar.version, because: '暴雪' }, agent)).toBe('calendar-unchanged')
    moves(story)
    expect(story.state()).toMatchObject({ thirdParties, shortfall })
  })

  it('who has spoken, what has come and a case that is decided wait for no day', () => {
    const story = waiting()
    const party = story.state().thirdParties[0]!.id
    story.does('record-third-party-statement', { party, gist: '担心采光', statement: '全文', answer: '合规' }, clerk)
    story.does('meet-shortfall', { materials: [paper('lease')] }, clerk)
    const { thirdParties, shortfall } = story.state()
    expect(moves(story, '2026-03-04').state()).toMatchObject({ thirdParties, shortfall })
    const decided = waiting().on('2026-03-03').does('withdraw-application', { reason: '不办了' }, clerk)
    const before = decided.state()
    decided.book.calendar = snow('2026-03-04')
    expect(decided.tries('move-deadlines', { calendarVersion: decided.book.calendar.version, because: '' }, agent)).toBe('calendar-unchanged')
    expect(decided.state()).toEqual(before)
  })

  it('a material already noted as late is late no longer when its day moves beyond today', () => {
    const story = waiting()
    const due = story.state().shortfall[0]!.due
    const after = `2026-03-${String(Number(due.slice(8)) + 3).padStart(2, '0')}`
    story.on(after)
    expect(story.state().shortfall[0]!.overdue).toBe(true)
    const later = moves(story, '2026-03-03', '2026-03-04', '2026-03-05', '2026-03-06').state().shortfall[0]!
    expect(later).toMatchObject({ overdue: false })
    expect(later.due >= after).toBe(true)
  })

  it('so for the holder of a permit who was told that it is to be revoked, and not once she has answered', () => {
    const told = () => {
      const story = aCase(anItem(), '2026-03-02').accepted()
      story.does('pass-step', { step: 'review', ticked: ['place'], opinion: '符合条件。' }, reviewer).granted()
      return story.does('tell-intended-measure', { ground: 'procedure', facts: '没有听证', replyDays: 3 }, people.head)
    }
    expect(moves(told(), '2026-03-04').state().measures).toMatchObject([
      { replyBy: '2026-03-06', moved: [{ on: '2026-03-02', from: '2026-03-05', because: '暴雪' }] },
    ])
    const answered = told().does('make-statement', { statement: '听证过了。' }, clerk)
    expect(moves(answered, '2026-03-04').state().measures![0]!.moved).toBeUndefined()
  })

  it('a third party told before the days were kept in the case moves by the days on its notice', () => {
    const story = waiting()
    const { book, id } = story
    // An entry as older releases wrote it: the last day alone.
    const old = book.entries.find(({ type }) => type === 'third-party-informed')!
    const { replyDays: _, ...data } = old.data as Record<string, Json>
    book.put([{ subject: caseRef(id), type: old.type, version: 1, data: { ...data, id: 'p-old' }, personal: { name: '王邻居' } }])
    expect(story.state().thirdParties[1]).toMatchObject({ id: 'p-old', replyBy: '2026-03-05' })
    expect(story.state().thirdParties[1]!.replyDays).toBeUndefined()
    moves(story, '2026-03-04')
    expect(story.state().thirdParties[1]).toMatchObject({ replyBy: '2026-03-06', moved: [{ from: '2026-03-05' }] })
    // Known by its notice also after it has moved.
    moves(story, '2026-03-04', '2026-03-05')
    expect(story.state().thirdParties[1]).toMatchObject({ replyBy: '2026-03-09' })
  })

  it('the announced end of an excluded procedure moves with its days, in the case and in the leg that stands', () => {
    const stopped = () =>
      aCase(anItem(), '2026-03-02').accepted().does('start-excluded-procedure', { kind: 'expert-review', reason: '工艺复杂', days: 5 }, reviewer)
    const story = stopped()
    expect(story.state().excluded[0]!.announcedEnd).toBe('2026-03-09')
    const before = story.state().legs.review!.dates
    moves(story, '2026-03-04')
    const { excluded, legs } = story.state()
    expect(excluded[0]).toMatchObject({ announcedEnd: '2026-03-10', moved: [{ from: '2026-03-09', because: '暴雪' }] })
    expect(legs.review!.dates).toMatchObject({ plannedEnd: '2026-03-10' })
    expect(legs.review!.dates.projectedPromisedDue! > before.projectedPromisedDue!).toBe(true)
    // A day of work more brings nothing forward.
    moves(story)
    expect(story.state().excluded[0]!.announcedEnd).toBe('2026-03-10')
    // It is over its time only after the day it moved to.
    expect(story.on('2026-03-10').state().excluded[0]!.overran).toBe(false)
    expect(story.on('2026-03-11').state().excluded[0]!.overran).toBe(true)
    // Noted as over its time, and no longer so when the day moves beyond today; the next time it is noted anew.
    const late = stopped().on('2026-03-10')
    expect(late.state().excluded[0]!.overran).toBe(true)
    expect(moves(late, '2026-03-09', '2026-03-10').state().excluded[0]).toMatchObject({ overran: false, announcedEnd: '2026-03-11' })
    expect(late.on('2026-03-12').state().excluded[0]!.overran).toBe(true)
    expect(late.book.timerRefusals).toEqual([])
  })

  it('the thirty days to answer a request about personal data roll over a rest day that comes to lie at their end', () => {
    const asking = () => aCase(anItem(), '2026-03-02').accepted().does('request-data-change', { kind: 'correction', wish: '改电话' }, clerk)
    const story = asking()
    expect(story.state().dataRequests![0]!.answerBy).toBe('2026-04-01')
    // A rest day on the way takes nothing: the days are natural ones (民法典 203 knows the last day only).
    expect(moves(story, '2026-03-20').state().dataRequests![0]!.moved).toBeUndefined()
    expect(moves(story, '2026-03-20', '2026-04-01').state().dataRequests![0]).toMatchObject({
      answerBy: '2026-04-02',
      moved: [{ from: '2026-04-01' }],
    })
    const done = asking().does('answer-data-request', { request: asking().state().dataRequests![0]!.id, do: false, reasons: '号码没有错' }, clerk)
    expect(moves(done, '2026-04-01').state().dataRequests![0]!.moved).toBeUndefined()
  })

  it('a slow walk over the days comes to the same', () => {
    fc.assert(
      fc.property(fromPool, fromPool, someDay, fc.integer({ min: 1, max: 60 }), (first, second, on, days) => {
        const period = { days, dayType: 'workday' } as const
        const before = walkDue(first, on, [period])!
        const expected = maxDate(before, walkDue(second, on, [period])!)
        const party = { id: 'p', kind: 'person', informedOn: on, replyBy: before, replyDays: days, name: '', statements: [] } as const
        expect(repliesByCalendar({ thirdParties: [party] }, calendarOf(second))[0]?.replyBy ?? before).toBe(expected)
        const acceptance = { on, ground: 'shortfall', at: `${on}T09:00:00.000+08:00`, by: null } as const
        const shortfall = [{ material: 'lease', due: before, metOn: null, overdue: false }]
        expect(shortfallByCalendar({ shortfall, acceptance }, { shortfall: period }, calendarOf(second))[0]?.due ?? before).toBe(expected)
      }),
      { numRuns: runs },
    )
  })
})
