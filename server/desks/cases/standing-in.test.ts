import { beforeAll, describe, expect, it } from 'vitest'
import type { BatchAnswer, BatchPreview } from '../../../contract/case-batch.ts'
import type { CaseCounts, CaseList } from '../../../contract/cases.ts'
import { anItem } from '../../../rules/case/testing/an-item.ts'
import { type CaseBureau, openCaseBureau } from './testing/case-bureau.ts'

const here = anItem()
const there = anItem({ code: 'other-permit', name: '劳务派遣经营许可', office: 'investment-projects' })
const elsewhere = anItem({ code: 'third-permit', name: '食品经营许可', office: 'business-permits' })
const pass = { step: 'review', ticked: ['place'], opinion: '符合条件。' }
const behalf = { onBehalfOf: 's-shencha2' }

let bureau: CaseBureau
const ids = { here: '', there: '', elsewhere: '' }
const listed = async (login: string, query = '') =>
  (await (await bureau.as(login)).get(`/api/cases${query}`)).json<CaseList>().rows.map(({ id }) => id)

beforeAll(async () => {
  bureau = await openCaseBureau([here, there, elsewhere])
  for (const [name, item] of Object.entries({ here, there, elsewhere }) as ['here', typeof here][]) {
    ids[name] = (await bureau.receive(item)).id
    await bureau.act(await bureau.as('s-chuangkou'), ids[name], 'accept-case')
  }
  // The reviewer of another office is away on the 3rd and 4th; a reviewer of this one stands in.
  const absence = { from: '2026-03-03', until: '2026-03-04', delegate: 's-shencha', reason: '出差' }
  const recorded = await (await bureau.as('s-shencha2')).post('/api/people/staff/s-shencha2/absences', absence)
  expect(recorded.statusCode, recorded.body).toBe(200)
})

describe('the delegate of a reviewer in another office', () => {
  it('sees and does nothing there before the first day', async () => {
    expect(await listed('s-shencha')).toEqual([ids.here])
    const act = await bureau.act(await bureau.as('s-shencha'), ids.there, 'claim-case', behalf)
    expect([act.status, act.body.code]).toEqual([403, 'not-delegate'])
  })

  it('sees that office’s cases beside the own ones: on the list, by search, in the counts, as a spreadsheet, on one page', async () => {
    bureau.clock.set('2026-03-03')
    const delegate = await bureau.as('s-shencha')
    expect((await listed('s-shencha')).toSorted()).toEqual([ids.here, ids.there].toSorted())
    expect(await listed('s-shencha', '?sort=newest&limit=1')).toHaveLength(1)
    expect(await listed('s-shencha', `?text=${encodeURIComponent('劳务派遣')}`)).toEqual([ids.there])
    expect(await listed('s-shencha', `?text=${encodeURIComponent('张伟')}`)).toHaveLength(2)
    expect((await delegate.get('/api/cases/counts')).json<CaseCounts>().phases['in-review']).toBe(2)
    expect((await delegate.get('/api/cases/export')).statusCode).toBe(200)
    const offered = (await bureau.page(delegate, ids.there)).acts
    expect(offered.map(({ act }) => act)).toContain('claim-case')
    expect(offered.every(({ onBehalfOf }) => onBehalfOf?.id === 's-shencha2')).toBe(true)
    // At home every act is the delegate's own.
    expect((await bureau.page(delegate, ids.here)).acts.every(({ onBehalfOf }) => onBehalfOf === null)).toBe(true)
  })

  it('acts there in the absent colleague’s name only, and the book says so', async () => {
    const delegate = await bureau.as('s-shencha')
    expect((await bureau.act(delegate, ids.there, 'claim-case')).body.code).toBe('case-not-found')
    expect((await bureau.act(delegate, ids.there, 'claim-case', behalf)).status).toBe(200)
    const passed = await bureau.act(delegate, ids.there, 'pass-step', { ...pass, ...behalf })
    expect(passed.status, JSON.stringify(passed.body)).toBe(200)
    const { timeline, steps } = await bureau.page(delegate, ids.there)
    expect(timeline.at(-1)).toMatchObject({ type: 'step-passed', who: '赵建国', onBehalfOf: '孙丽' })
    expect(steps[0]!.passed?.by).toBe('赵建国')
  })

  it('goes no further than the colleague could: no other office, no other role, not the own office in her name', async () => {
    const delegate = await bureau.as('s-shencha')
    expect((await delegate.get(`/api/cases/${ids.elsewhere}`)).statusCode).toBe(404)
    for (const more of [{}, behalf])
      expect((await bureau.act(delegate, ids.elsewhere, 'claim-case', more)).body.code, JSON.stringify(more)).toBe('case-not-found')
    expect((await bureau.act(delegate, ids.here, 'claim-case', behalf)).body.code).toBe('case-not-found')
    const head = { reason: '情况复杂', days: 5 }
    expect((await bureau.act(delegate, ids.there, 'extend-review', { ...head, ...behalf })).status).toBe(403)
    expect((await bureau.act(delegate, ids.there, 'archive-case', { location: null, ...behalf })).body.code).toBe('act-not-in-phase')
    // Nobody else of the delegate's office comes in with her.
    expect(await listed('s-shencha2')).toEqual([ids.there])
    expect((await bureau.act(await bureau.as('s-shencha3'), ids.there, 'claim-case', behalf)).body.code).toBe('not-delegate')
  })

  it('in a batch each case is done in the name that allows it, as it was said before, and one that is nobody’s here says why', async () => {
    const delegate = await bureau.as('s-shencha')
    const fresh = { here: (await bureau.receive(here)).id, there: (await bureau.receive(there)).id, waiting: (await bureau.receive(there)).id }
    for (const id of [fresh.here, fresh.there]) await bureau.act(await bureau.as('s-chuangkou'), id, 'accept-case')
    const asked = [fresh.here, fresh.there, fresh.waiting, ids.elsewhere]
    const sun = { id: 's-shencha2', name: '孙丽' }

    const before = (await delegate.post('/api/cases/batch/preview', { act: 'claim-case', cases: asked })).json<BatchPreview>()
    expect(before.lines.map(({ onBehalfOf, refusal }) => [onBehalfOf, refusal?.code ?? null])).toEqual([
      [null, null],
      [sun, null],
      [null, 'act-not-for-role'],
      [null, 'case-not-found'],
    ])
    expect(before.lines[3]!.refusal!.sentence).toMatch(/没有找到该办件/)

    const body = { act: 'claim-case', cases: asked.map((id) => ({ id })), input: {} }
    const done = (await delegate.post('/api/cases/batch', body, { key: 'batch-for-sun' })).json<BatchAnswer>()
    expect(done.lines.map(({ ok, onBehalfOf, refusal }) => [ok, onBehalfOf, refusal?.code ?? null])).toEqual([
      [true, null, null],
      [true, sun, null],
      [false, null, 'act-not-for-role'],
      [false, null, 'case-not-found'],
    ])
    expect((await bureau.page(delegate, fresh.here)).timeline.at(-1)).toMatchObject({ type: 'case-claimed', who: '赵建国', onBehalfOf: null })
    expect((await bureau.page(delegate, fresh.there)).timeline.at(-1)).toMatchObject({ type: 'case-claimed', who: '赵建国', onBehalfOf: '孙丽' })

    // The same batch again comes to the same names and does nothing twice.
    const again = (await delegate.post('/api/cases/batch', body, { key: 'batch-for-sun' })).json<BatchAnswer>()
    expect(again.lines).toEqual(done.lines.map((line) => ({ ...line, replayed: line.ok })))
    // A case that says in whose own name it is to be done gets no other.
    const own = { ...body, cases: [{ id: fresh.there, onBehalfOf: null }], input: {} }
    expect((await delegate.post('/api/cases/batch', own)).json<BatchAnswer>().lines[0]!.refusal?.code).toBe('case-not-found')
  })

  it('a clerk’s own rights do not come along: she may not accept there what only a clerk of that counter may', async () => {
    const far = await bureau.as('s-bohai')
    const absence = { from: '2026-03-03', until: '2026-03-04', delegate: 's-bohai', reason: '出差' }
    expect((await (await bureau.as('s-shencha4')).post('/api/people/staff/s-shencha4/absences', absence)).statusCode).toBe(200)
    const { id } = await bureau.receive(elsewhere)
    const lender = (await far.get('/api/session')).json().standsInFor[0]
    expect(lender).toMatchObject({ id: 's-shencha4' })
    expect((await bureau.act(far, id, 'accept-case', { onBehalfOf: 's-shencha4' })).status).not.toBe(200)
    expect((await bureau.act(far, id, 'accept-case')).body.code).toBe('case-not-found')
  })

  it('ends with the last day', async () => {
    bureau.clock.set('2026-03-05')
    const late = { act: 'claim-case', cases: [{ id: ids.there }], input: {} }
    expect((await (await bureau.as('s-shencha')).post('/api/cases/batch', late)).json<BatchAnswer>().lines[0]!.refusal?.code).toBe('case-not-found')
    expect(await listed('s-shencha')).not.toContain(ids.there)
    expect((await (await bureau.as('s-shencha')).get(`/api/cases/${ids.there}`)).statusCode).toBe(404)
    expect((await bureau.act(await bureau.as('s-shencha'), ids.there, 'claim-case', behalf)).body.code).toBe('not-delegate')
  })
})
