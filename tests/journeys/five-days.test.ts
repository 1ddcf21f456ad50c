import { describe, expect, it } from 'vitest'
import type { CasePage } from '../../contract/cases.ts'
import { publishedTables } from '../../data/calendars/load.ts'
import { sampleInput } from '../../rules/service-item/sample-input.ts'
import type { Period } from '../../rules/time/period.ts'
import { d, type Pause, walkDue } from '../../rules/time/testing/day-oracle.ts'
import type { ExtraordinaryDay } from '../../rules/time/calendar.ts'
import { aCitizen, act, does, good, handedIn, pageOf, refusalOf, tries } from './testing/journey-bureau.ts'
import { grant, legOf, oneItem, type People, refusal, review } from './testing/one-case.ts'

/** The second opinion on every date below: day by day over the published tables. */
const due = (from: string, periods: readonly Period[], pauses: readonly Pause[] = [], extraordinary: readonly ExtraordinaryDay[] = []) =>
  walkDue({ tables: publishedTables(), extraordinary }, d(from), periods, pauses)
const workdays = (days: number): Period => ({ days, dayType: 'workday' })
const accepted = async (people: People, id: string): Promise<CasePage> => {
  await does(people.clerk, id, 'accept-case')
  return pageOf(people.clerk, id)
}

describe('five working days pass and nobody answers (行政许可法 32(4))', () => {
  it.each([
    ['over a weekend', '2026-03-05', '2026-03-12'],
    ['over Spring Festival with a Saturday at work', '2026-02-11', '2026-02-25'],
  ])('%s: accepted by itself as of receipt', async (_name, received, last) => {
    expect(due(received, [workdays(5)])).toBe(last)
    const one = await oneItem('pesticide-business-permit', received)
    const { id } = await one.apply(await one.on(received, '10:30'))
    const lastEvening = await one.on(last, '23:59')
    await one.bureau.fireTimers()
    const before = await pageOf(lastEvening.citizen.client, id)
    expect(before).toMatchObject({ phase: 'pre-review', acceptance: null })
    expect(legOf(before, 'notice').statutory).toMatchObject({ due: last, left: 0 })

    // The server sleeps three days over it: the law does not.
    const late = await one.on(due(last, [workdays(3)])!, '08:00')
    await one.bureau.fireTimers()
    const after = await pageOf(late.citizen.client, id)
    expect(after).toMatchObject({ phase: 'in-review', acceptance: { on: received, ground: 'deemed', by: null } })
    expect(legOf(after, 'notice')).toMatchObject({ startedOn: received, endedOn: last })
    expect(legOf(after, 'review')).toMatchObject({
      startedOn: received,
      statutory: { due: due(received, [one.item.limits.statutory]) },
      promised: { due: due(received, [one.item.limits.promised]) },
    })
    const { rows } = await one.bureau.database.query<{ at: string }>(
      `select to_char(occurred_at::timestamptz at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as at from journal where bureau = $1 and subject_id = $2 and type = 'case-accepted'`,
      [one.bureau.bureau, id],
    )
    expect(rows).toEqual([{ at: `${nextDay(last)} 00:00` }])
    expect(after.papers.map(({ kind }) => kind)).toEqual(['receipt', 'acceptance-notice'])
    expect(await tries(late.clerk, id, 'accept-case')).toBe('case-already-accepted')
    expect(await tries(late.clerk, id, 'request-supplement', { faults: [{ material: 'form', fault: '错', correction: '改' }] })).toBe(
      'act-not-in-phase',
    )
  })

  it('waits, and does not fire, while next year’s holidays are unknown; fires once they are entered', async () => {
    const one = await oneItem('pesticide-business-permit', '2026-12-28')
    const { id } = await one.apply(await one.on('2026-12-28'))
    const january = await one.on('2027-01-11')
    await one.bureau.fireTimers()
    const waiting = await pageOf(january.clerk, id)
    expect(waiting.phase).toBe('pre-review')
    expect(legOf(waiting, 'notice')).toMatchObject({ certainty: 'provisional' })
    expect(legOf(waiting, 'notice').reasons.at(-1)!.text).toContain('暂定')
    const off = ['01-01', '01-02', '01-03', '02-05', '02-06', '02-07', '02-08'].map((day) => ({ day: `2027-${day}`, name: '放假' }))
    const table = {
      year: 2027,
      notice: '国办发明电〔2026〕9号',
      noticeTitle: '2027年部分节假日安排',
      noticeDate: '2026-11-05',
      source: 'read',
      off,
      work: [],
    }
    good(await january.administrator.post('/api/calendars/tables', table), 'table')
    await one.bureau.settle()
    await one.bureau.fireTimers()
    const after = await pageOf(january.clerk, id)
    expect(after).toMatchObject({ phase: 'in-review', acceptance: { on: '2026-12-28', ground: 'deemed' } })
    expect(legOf(after, 'notice')).toMatchObject({ certainty: 'final', endedOn: '2027-01-05' })
  })
})

const nextDay = (day: string) => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)

describe('all faults go back at once', () => {
  it('a part does not restart the leg, a full correction does, a second notice is counted and says why', async () => {
    const one = await oneItem('private-non-enterprise-establishment', '2026-03-02')
    const { answers, materials } = sampleInput(one.item)
    const [first, second] = materials as [string, string]
    let people = await one.on('2026-03-02')
    const { id } = await one.apply(people)
    people = await one.on('2026-03-05')
    const faults = [first, second, 'form'].map((material) => ({ material, fault: '不符', correction: '改正' }))
    await does(people.clerk, id, 'request-supplement', { faults })
    const asked = await pageOf(people.citizen.client, id)
    expect(asked).toMatchObject({ phase: 'supplementing', light: 'none' })
    expect(legOf(asked, 'notice').endedOn).toBe('2026-03-05')
    people = await one.on('2026-03-20')
    await one.bureau.fireTimers()
    expect((await pageOf(people.clerk, id)).phase).toBe('supplementing')
    expect(await tries(people.clerk, id, 'accept-case')).toBe('act-not-in-phase')
    const she = people.citizen.client
    expect(await tries(she, id, 'supplement-materials', { materials: [] })).toBe('nothing-handed-in')
    await does(she, id, 'supplement-materials', { materials: handedIn(one.item, [first], one.file) })
    expect((await pageOf(she, id)).phase).toBe('supplementing')
    people = await one.on('2026-03-24')
    await does(people.citizen.client, id, 'supplement-materials', { materials: handedIn(one.item, [second], one.file), answers })
    const back = await pageOf(people.clerk, id)
    expect(back).toMatchObject({ phase: 'pre-review', supplements: [{ ordinal: 1, reason: null, answeredOn: '2026-03-24' }] })
    expect(legOf(back, 'notice')).toMatchObject({ startedOn: '2026-03-24', endedOn: null, statutory: { due: due('2026-03-24', [workdays(5)]) } })

    people = await one.on('2026-03-26')
    const again = { faults: [{ material: second, fault: '仍不清晰', correction: '重新扫描' }] }
    expect(await tries(people.clerk, id, 'request-supplement', again)).toBe('second-notice-needs-reason')
    await does(people.clerk, id, 'request-supplement', { ...again, reason: '补来的扫描件仍无法辨认' })
    people = await one.on('2026-03-30')
    await does(people.citizen.client, id, 'supplement-materials', { materials: handedIn(one.item, [second], one.file) })
    people = await one.on('2026-04-02')
    const page = await accepted(people, id)
    expect(page.supplements.map(({ ordinal, answeredOn }) => [ordinal, answeredOn])).toEqual([
      [1, '2026-03-24'],
      [2, '2026-03-30'],
    ])
    expect(page.acceptance).toMatchObject({ ground: 'corrected', on: '2026-04-02' })
    expect(page.papers.filter(({ kind }) => kind === 'supplement-notice').map(({ number }) => number)).toEqual([
      '秦开审批补字〔2026〕1号',
      '秦开审批补字〔2026〕2号',
    ])
    // Sixty natural days from the receipt of all valid documents, which came with the last correction.
    expect(legOf(page, 'review')).toMatchObject({ startedOn: '2026-03-30', statutory: { due: due('2026-03-30', [one.item.limits.statutory]) } })
  })
})

describe('accepted with a shortfall', () => {
  it('no decision until the material is there; after its day nothing is granted without it', async () => {
    const one = await oneItem('pesticide-business-permit', '2026-03-02')
    let people = await one.on('2026-03-02')
    const [brings, never] = [await one.apply(people, ['pesticide-rules']), await one.apply(people, ['pesticide-rules'])]
    const fixed = await one.apply(people, ['premises-right'])
    expect(await tries(people.clerk, brings.id, 'accept-case')).toBe('materials-missing')
    expect(await tries(people.clerk, fixed.id, 'accept-with-shortfall', { materials: ['premises-right'] })).toBe('material-may-not-come-later')
    for (const { id } of [brings, never]) {
      await does(people.clerk, id, 'accept-with-shortfall', { materials: ['pesticide-rules'] })
      await review(one, people, id, '2026-03-02')
    }
    const dueLater = due('2026-03-02', [one.item.shortfall!])!
    expect((await pageOf(people.citizen.client, brings.id)).materials.find(({ material }) => material === 'pesticide-rules')).toMatchObject({
      dueLater,
    })
    people = await one.on('2026-03-04')
    for (const { id } of [brings, never]) {
      expect(await tries(people.decider, id, 'grant-case', await grant(one, people, id))).toBe('shortfall-open')
      expect(await tries(people.decider, id, 'refuse-case', await refusal(people, id))).toBe('shortfall-open')
    }
    await does(people.citizen.client, brings.id, 'meet-shortfall', { materials: handedIn(one.item, ['pesticide-rules'], one.file) })
    await does(people.decider, brings.id, 'grant-case', await grant(one, people, brings.id))

    people = await one.on(nextDay(dueLater))
    await one.bureau.fireTimers()
    const late = await pageOf(people.decider, never.id)
    expect(late.timeline.map(({ type }) => type)).toContain('shortfall-overdue')
    expect(await tries(people.decider, never.id, 'grant-case', await grant(one, people, never.id))).toBe('shortfall-unmet')
    await does(people.decider, never.id, 'refuse-case', await refusal(people, never.id))
  })
})

describe('the clock of the review', () => {
  it('stops only for a lawful procedure with its time announced, and runs on from where it stood', async () => {
    const one = await oneItem('vocational-school-establishment', '2026-03-02')
    let people = await one.on('2026-03-02')
    const { id } = await one.apply(people)
    const before = legOf(await accepted(people, id), 'review')
    expect(before.statutory!.due).toBe(due('2026-03-02', [one.item.limits.statutory]))
    people = await one.on('2026-03-06')
    const start = (body: object) => act(people.reviewer, id, 'start-excluded-procedure', body)
    expect((await start({ kind: 'expert-review', reason: '需要专家' })).statusCode).toBe(400)
    expect((await start({ kind: 'expert-review', reason: '需要专家', days: 0 })).statusCode).toBe(400)
    expect(refusalOf(await start({ kind: 'expert-review', reason: '需要专家', days: 16 }))).toBe('excluded-too-long')
    expect(refusalOf(await start({ kind: 'leave-of-absence', reason: '休假', days: 3 }))).toBe('excluded-kind-not-lawful')
    good(await start({ kind: 'expert-review', reason: '需要专家评议办学条件', days: 10 }), 'start')
    const stopped = await pageOf(people.citizen.client, id)
    const announcedEnd = due('2026-03-06', [workdays(10)])!
    expect(stopped).toMatchObject({ phase: 'stopped', light: 'stopped', excluded: [{ announcedEnd, endedOn: null }] })
    expect(legOf(stopped, 'review')).toMatchObject({
      statutory: { due: null },
      projected: { statutoryDue: due('2026-03-02', [one.item.limits.statutory], [{ from: d('2026-03-06'), to: announcedEnd }]) },
    })
    expect(stopped.papers.at(-1)!.kind).toBe('excluded-procedure-notice')
    expect(refusalOf(await start({ kind: 'expert-review', reason: '再来一次', days: 3 }))).toBe('act-not-in-phase')

    people = await one.on('2026-03-25')
    await one.bureau.fireTimers()
    expect((await pageOf(people.head, id)).excluded[0]).toMatchObject({ overran: true })
    await does(people.reviewer, id, 'end-excluded-procedure', { result: '专家同意' })
    const pause = [{ from: d('2026-03-06'), to: d('2026-03-25') }]
    const running = legOf(await pageOf(people.clerk, id), 'review')
    expect(running.statutory!.due).toBe(due('2026-03-02', [one.item.limits.statutory], pause))
    expect(running.promised!.due).toBe(due('2026-03-02', [one.item.limits.promised], pause))
    expect(running.reasons.map(({ on }) => on).slice(0, 3)).toEqual(['2026-03-02', '2026-03-06', '2026-03-25'])
  })

  it('is extended once, by the head alone, by no more than the law allows, and the applicant is told', async () => {
    const one = await oneItem('drug-retail-permit', '2026-03-02')
    let people = await one.on('2026-03-02')
    const { id } = await one.apply(people)
    await accepted(people, id)
    people = await one.on('2026-03-10')
    const extend = (days: number) => ({ days, reason: '情况复杂，需要补充核实' })
    for (const who of [people.clerk, people.reviewer, people.decider]) expect(await tries(who, id, 'extend-review', extend(10))).toBe('not-permitted')
    expect((await act(people.citizen.client, id, 'extend-review', extend(10))).statusCode).toBe(401)
    expect(await tries(people.head, id, 'extend-review', extend(11))).toBe('extension-too-long')
    await does(people.head, id, 'extend-review', extend(10))
    expect(await tries(people.head, id, 'extend-review', extend(1))).toBe('review-already-extended')
    const { statutory, promised } = one.item.limits
    const page = await pageOf(people.citizen.client, id)
    expect(legOf(page, 'review')).toMatchObject({
      statutory: { due: due('2026-03-02', [statutory, workdays(10)]) },
      promised: { due: due('2026-03-02', [promised, workdays(10)]) },
    })
    const inbox = good<{ notices: { kind: string; case: string }[] }>(await people.citizen.client.get('/api/my/inbox'))
    expect(inbox.notices.map(({ kind }) => kind)).toContain('extension-notice')
    expect(
      legOf(page, 'review')
        .reasons.map(({ text }) => text)
        .join(),
    ).toContain('情况复杂')

    const none = await oneItem('pesticide-business-permit', '2026-03-02')
    const there = await none.on('2026-03-02')
    const other = await none.apply(there)
    await accepted(there, other.id)
    expect(await tries(there.head, other.id, 'extend-review', extend(1))).toBe('extension-not-offered')
  })
})

describe('the applicant withdraws', () => {
  it('before the decision, every clock ends and nothing fires any more; afterwards it is too late', async () => {
    const one = await oneItem('pesticide-business-permit', '2026-03-02')
    let people = await one.on('2026-03-02')
    const [gone, reviewed, granted] = [await one.apply(people), await one.apply(people), await one.apply(people)]
    for (const { id } of [reviewed, granted]) await accepted(people, id)
    await review(one, people, granted.id, '2026-03-02')
    await does(people.decider, granted.id, 'grant-case', await grant(one, people, granted.id))
    const she = people.citizen.client
    const stranger = await aCitizen(one.bureau, 505)
    expect((await act(stranger.client, gone.id, 'withdraw-application', { reason: '不是我的' })).statusCode).toBe(404)
    for (const { id } of [gone, reviewed]) await does(she, id, 'withdraw-application', { reason: '家中有变故，不办了' })
    expect(await tries(she, granted.id, 'withdraw-application', { reason: '后悔' })).toBe('act-not-in-phase')
    people = await one.on('2026-05-20')
    await one.bureau.fireTimers()
    for (const { id } of [gone, reviewed]) {
      const page = await pageOf(people.clerk, id)
      expect(page).toMatchObject({ phase: 'withdrawn', light: 'none', decision: { outcome: 'withdrawn', on: '2026-03-02' } })
      expect(page.legs.map(({ endedOn }) => endedOn)).toEqual(page.legs.map(() => '2026-03-02'))
      expect(page.timeline.at(-1)!.type).toBe('application-withdrawn')
      expect(JSON.stringify(page.timeline)).not.toContain('家中有变故')
      expect(await tries(people.clerk, id, 'accept-case')).toMatch(/^(act-not-in-phase|case-already-accepted)$/)
    }
  })
})

describe('a day that no calendar foresaw', () => {
  it('moves the running cases’ dates, not the ended ones, and everybody reads the same reasons', async () => {
    const one = await oneItem('drug-retail-permit', '2026-03-02')
    let people = await one.on('2026-03-02')
    const [waiting, running, over] = [await one.apply(people), await one.apply(people), await one.apply(people)]
    for (const { id } of [running, over]) await accepted(people, id)
    await does(people.citizen.client, over.id, 'withdraw-application', { reason: '不办了' })
    const endedLegs = (await pageOf(people.clerk, over.id)).legs
    const storm: ExtraordinaryDay = { day: d('2026-03-05'), workday: false, document: '秦开办〔2026〕3号', reason: '暴雪停工一天' }
    const extra: ExtraordinaryDay = { day: d('2026-03-14'), workday: true, document: '秦开办〔2026〕4号', reason: '补班一天' }
    expect((await people.head.post('/api/calendars/extraordinary-days', storm)).statusCode).toBe(403)
    const limits = one.item.limits
    for (const [known, day] of [
      [[storm], storm],
      [[storm, extra], extra],
    ] as const) {
      good(await people.administrator.post('/api/calendars/extraordinary-days', day), 'day')
      await one.bureau.settle()
      const recounted = (from: string, period: Period) => due(from, [period], [], known)
      const page = await pageOf(people.clerk, running.id)
      expect(legOf(page, 'review')).toMatchObject({
        statutory: { due: recounted('2026-03-02', limits.statutory) },
        promised: { due: recounted('2026-03-02', limits.promised) },
      })
      expect(legOf(await pageOf(people.clerk, waiting.id), 'notice').statutory!.due).toBe(recounted('2026-03-02', workdays(5)))
      expect(page.timeline.at(-1)!.type).toBe('deadlines-moved')
    }
    expect(due('2026-03-02', [limits.statutory], [], [storm])).not.toBe(due('2026-03-02', [limits.statutory]))
    const asEnded = (legs: CasePage['legs']) =>
      legs.map(({ statutory, promised, endedOn, light, reasons }) => [statutory?.due, promised?.due, endedOn, light, reasons])
    expect(asEnded((await pageOf(people.clerk, over.id)).legs)).toEqual(asEnded(endedLegs))

    people = await one.on('2026-03-09', '23:50')
    await one.bureau.fireTimers()
    expect((await pageOf(people.clerk, waiting.id)).phase).toBe('pre-review')
    people = await one.on('2026-03-11')
    await one.bureau.fireTimers()
    expect((await pageOf(people.clerk, waiting.id)).acceptance).toMatchObject({ ground: 'deemed', on: '2026-03-02' })

    for (const { id } of [waiting, running]) {
      const [hers, his, theirs] = await Promise.all([people.citizen.client, people.clerk, people.head].map((who) => pageOf(who, id)))
      const reasons = hers!.legs.flatMap((leg) => leg.reasons)
      expect(reasons.length).toBeGreaterThan(3)
      expect(his!.legs.flatMap((leg) => leg.reasons)).toEqual(reasons)
      expect(theirs!.legs.flatMap((leg) => leg.reasons)).toEqual(reasons)
      const portal = (await people.citizen.client.get(`/my/cases/${id}`, { accept: 'text/html' })).body
      for (const { text } of reasons) expect(portal).toContain(text)
    }
  })
})
