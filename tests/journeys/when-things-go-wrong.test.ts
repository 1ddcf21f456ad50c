import { readdirSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import type { CaseAnswer, CaseList } from '../../contract/cases.ts'
import type { Inbox } from '../../contract/inbox.ts'
import { sampleInput } from '../../rules/service-item/sample-input.ts'
import { sampleCreditCode, sampleResidentId } from '../../rules/service-item/sample-values.ts'
import { lastPosition } from '../../server/platform/writer/journal.ts'
import type { Client } from '../../server/testing/client.ts'
import { aCitizen, act, aPdf, asHerself, bring, type Citizen, does, forFirm, good, handedIn, pageOf, refusalOf } from './testing/journey-bureau.ts'
import { itemOf, type OneItem, oneItem, type People } from './testing/one-case.ts'

type Response = Awaited<ReturnType<Client['get']>>
/** Makes one thing wrong in an application that is sound. */
type Spoil = (body: Record<string, unknown>) => void

let one: OneItem
let people: People
let other: Citizen

beforeAll(async () => {
  one = await oneItem('building-construction-permit', '2026-03-02')
  people = await one.on('2026-03-02')
  other = await aCitizen(one.bureau, 606)
})

const entriesOf = async (id: string, type: string): Promise<number> => {
  const sql = 'select count(*)::int as n from journal where bureau = $1 and subject_id = $2 and type = $3'
  return (await one.bureau.database.query<{ n: number }>(sql, [one.bureau.bureau, id, type])).rows[0]!.n
}
const whole = () => lastPosition(one.bureau.database, one.bureau.bureau)

/** What a refusal looks like from outside: a sentence in Chinese, a code, no word of the machine, never a 500. */
function expectProblem(response: Response, status: number, code: string): void {
  expect(response.body).toContain(`"code":"${code}"`)
  expect(response.statusCode).toBe(status)
  expect(response.headers['content-type']).toContain('application/problem+json')
  const { title } = response.json<{ title: string }>()
  expect(title).toMatch(/[\u4e00-\u9fff]{3,}/)
  expect(title).not.toMatch(/undefined|null|NaN|Error|\{|at \//)
}

describe('two at once', () => {
  it('one clerk accepts, the other is told who did and when', async () => {
    const rival = await one.bureau.as('s-chuangkou2')
    for (let turn = 0; turn < 5; turn++) {
      const { id } = await one.apply(people)
      const both = await Promise.all([
        act(people.clerk, id, 'accept-case', {}, `left-${turn}-key`),
        act(rival, id, 'accept-case', {}, `right-${turn}-key`),
      ])
      expect(both.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409])
      const winner = both[0]!.statusCode === 200 ? '王敏' : '李娜'
      const told = both.find(({ statusCode }) => statusCode === 409)!
      expectProblem(told, 409, 'case-already-accepted')
      expect(told.json<{ title: string }>().title).toContain(`由${winner}于 2026年3月2日`)
      expect(await entriesOf(id, 'case-accepted')).toBe(1)
      expect((await pageOf(people.head, id)).acceptance?.by).toBe(winner)
    }
  })

  it('the same command is done once and answered alike; its key with another body is refused', async () => {
    const { id } = await one.apply(people)
    const answers = await Promise.all([1, 2, 3].map(() => act(people.clerk, id, 'accept-case', {}, 'pressed-thrice')))
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200])
    expect(new Set(answers.map((answer) => JSON.stringify(answer.json<{ answer: unknown }>().answer))).size).toBe(1)
    expect(answers.filter((answer) => answer.json<{ replayed: boolean }>().replayed).length).toBe(2)
    expect(await entriesOf(id, 'case-accepted')).toBe(1)
    const she = people.citizen.client
    expect((await act(she, id, 'withdraw-application', { reason: '不办了' }, 'withdraw-key-1')).statusCode).toBe(200)
    expectProblem(await act(she, id, 'withdraw-application', { reason: '另一个理由' }, 'withdraw-key-1'), 422, 'idempotency-key-reused')
  })

  it('a refused command leaves its key free for a second try', async () => {
    const { id } = await one.apply(people)
    const faults = { faults: [{ material: 'form', fault: '错', correction: '改' }] }
    const form = { materials: [], answers: sampleInput(one.item).answers }
    const bringForm = () => act(people.citizen.client, id, 'supplement-materials', form, 'second-try-1')
    expectProblem(await bringForm(), 409, 'act-not-for-role')
    await does(people.clerk, id, 'request-supplement', faults)
    expect((await bringForm()).statusCode).toBe(200)
    expect((await bringForm()).json()).toMatchObject({ replayed: true })
    expect(await entriesOf(id, 'materials-supplemented')).toBe(1)
  })

  it('who decides on what has changed meanwhile is told so', async () => {
    const { id } = await one.apply(people)
    const { seq: seen } = await pageOf(people.clerk, id)
    await does(people.citizen.client, id, 'correct-applicant-data', { applicant: { phone: '13900000009' }, reason: '换了号码' })
    expectProblem(await act(people.clerk, id, 'accept-case', { seq: seen }), 409, 'subject-changed-since-seen')
    expect((await act(people.clerk, id, 'accept-case', { seq: (await pageOf(people.clerk, id)).seq })).statusCode).toBe(200)
  })
})

describe('what cannot be an application is refused with a sentence and leaves no trace', () => {
  const firm = { uscc: sampleCreditCode(9), name: '秦皇岛海诺商贸有限公司' }
  const atCounter = (): Record<string, unknown> => {
    const { answers, materials } = sampleInput(one.item)
    const paper = materials.map((material) => ({ material, form: 'paper', files: [], originals: 1, copies: 0 }))
    return structuredClone({
      item: one.item.code,
      itemVersion: 1,
      ...asHerself(people.citizen),
      answers,
      materials: paper,
      consentsToElectronicService: true,
    })
  }
  const wrongDigit = (code: string) => code.slice(0, -1) + (code.endsWith('5') ? '6' : '5')
  /** Puts a value at a path of the application: `materials/0/files`. */
  const put =
    (path: string, value: unknown): Spoil =>
    (body) => {
      const steps = path.split('/')
      const place = steps.slice(0, -1).reduce((at, step) => at[step] as Record<string, unknown>, body)
      place[steps.at(-1)!] = value
    }
  const answer =
    (type: string, value: unknown): Spoil =>
    (body) =>
      put(`answers/${fieldOf(type)}`, value)(body)
  const merge =
    (more: () => object): Spoil =>
    (body) =>
      void Object.assign(body, more())
  const received = (receivedOn: string) => merge(() => ({ receivedOn, backdatedBecause: '补录' }))
  const withFile =
    (digest?: string): Spoil =>
    (body) => {
      const [first, ...others] = body.materials as object[]
      body.materials = [{ ...first, form: 'electronic', files: [{ ...one.file, ...(digest ? { digest } : {}) }] }, ...others]
    }
  const cases: readonly (readonly [string, Spoil, number, string])[] = [
    ['NUL in a name', put('applicant/name', 'ab\u0000c'), 400, 'bad-character'],
    ['a lone surrogate in an answer', put('answers/builderName', 'ab\ud800c'), 400, 'bad-character'],
    ['NUL in the name of a field', put('answers/a\u0000b', 'x'), 400, 'bad-character'],
    ['a number for a name', put('applicant/name', 7), 400, 'wrong-type'],
    ['a text for a number', put('itemVersion', '1'), 400, 'wrong-type'],
    ['a broken number', put('itemVersion', 1.5), 400, 'wrong-type'],
    ['a list for the answers', put('answers', []), 400, 'wrong-type'],
    ['a yes that is a text', put('consentsToElectronicService', 'true'), 400, 'wrong-type'],
    ['an unknown field', put('isAdministrator', true), 400, 'unknown-field'],
    ['an unknown field far inside', put('materials/0/approved', true), 400, 'unknown-field'],
    ['a field that is lacking', put('applicantKind', undefined), 400, 'wrong-value'],
    ['a kind of applicant that there is not', put('applicantKind', 'robot'), 400, 'wrong-value'],
    [
      'a resident id with a wrong digit',
      (body) => put('applicant/idNumber', wrongDigit(people.citizen.residentId))(body),
      400,
      'resident-id-invalid',
    ],
    ['a resident id of somebody not yet born', put('applicant/idNumber', '130302209001010011'), 400, 'resident-id-invalid'],
    [
      'a credit code with a wrong digit',
      merge(() => forFirm({ ...firm, uscc: wrongDigit(firm.uscc) }, 'enterprise', people.citizen)),
      400,
      'uscc-invalid',
    ],
    [
      'a credit code for a person',
      merge(() => ({ applicant: { ...asHerself(people.citizen).applicant, idType: 'uscc', idNumber: firm.uscc } })),
      409,
      'applicant-id-type-wrong',
    ],
    ['a wrong credit code among the answers', answer('uscc', wrongDigit(firm.uscc)), 400, 'answers-invalid'],
    ['a wrong project code among the answers', answer('project-code', '2613-130371-04-01-123456'), 400, 'answers-invalid'],
    ['an answer that is 9999-99-99', answer('date', '9999-99-99'), 400, 'answers-invalid'],
    ['an answer from the year 1800', answer('date', '1800-01-01'), 400, 'answers-invalid'],
    ['an answer to a question nobody asked', put('answers/salary', '100'), 400, 'answers-invalid'],
    ['a negative sum of money', answer('money', -1), 400, 'answers-invalid'],
    ['received on 9999-99-99', received('9999-99-99'), 400, 'date-invalid'],
    ['received on 30 February', received('2026-02-30'), 400, 'date-invalid'],
    ['received in the year 1800', received('1800-01-01'), 400, 'date-invalid'],
    ['received long ago', received('2026-01-05'), 409, 'backdated-too-far'],
    ['received tomorrow', received('2026-03-03'), 409, 'received-in-future'],
    ['backdated without a reason', put('receivedOn', '2026-02-27'), 409, 'backdating-needs-reason'],
    ['a material that the item does not know', put('materials/0/material', 'gold'), 409, 'material-unknown'],
    ['a material twice', (body) => put('materials/1', (body.materials as object[])[0])(body), 409, 'material-twice'],
    ['an empty material', put('materials/0/originals', 0), 409, 'material-empty'],
    ['a file that nobody brought', withFile('a'.repeat(64)), 409, 'file-not-uploaded'],
    ['a file that somebody else brought', withFile(), 409, 'file-not-uploaded'],
    ['an item that there is not', put('item', 'moon-landing-permit'), 404, 'item-not-found'],
    ['a version that was never in force', put('itemVersion', 99), 409, 'item-version-superseded'],
  ]
  const fieldOf = (type: string): string => {
    const { answers } = sampleInput(one.item)
    const found = one.item.form.flatMap(({ fields }) => fields).find((field) => field.type === type && answers[field.id] !== undefined)
    if (!found) throw new Error(`the form has no ${type}`)
    return found.id
  }

  it.each(cases)('%s', async (_what, spoil, status, code) => {
    const before = await whole()
    const body = atCounter()
    spoil(body)
    expectProblem(await people.clerk.post('/api/cases/at-counter', body), status, code)
    expect(await whole()).toBe(before)
  })

  it('and the same, unspoiled, is received', async () => {
    expect((await people.clerk.post('/api/cases/at-counter', atCounter())).statusCode).toBe(200)
  })

  it('what is no JSON, or more than a mebibyte of it', async () => {
    const send = (payload: string) =>
      one.bureau.app.inject({
        method: 'POST',
        url: '/api/cases/at-counter',
        payload,
        headers: { 'content-type': 'application/json', 'x-csrf-token': people.clerk.csrf, ...people.clerk.credentials },
      })
    expectProblem(await send('{"item":'), 400, 'bad-json')
    expectProblem(await send(`{"item":"${'长'.repeat(400_000)}"}`), 413, 'body-too-large')
    expectProblem(await people.clerk.get('/api/cases?limit=-1'), 400, 'wrong-value')
    expectProblem(await people.clerk.get('/api/cases/%00'), 400, 'bad-character')
  })

  it('a citizen applies as nobody but herself, or for a firm that lets her', async () => {
    const she = people.citizen.client
    const body = { ...atCounter(), materials: [] }
    expectProblem(await she.post('/api/cases', { ...body, ...asHerself(other) }), 409, 'applicant-is-not-you')
    expectProblem(
      await she.post('/api/cases', { ...body, ...forFirm(firm, 'enterprise', people.citizen), actsFor: firm.uscc }),
      409,
      'agency-missing',
    )
    expectProblem(await she.post('/api/cases', { ...body, ...forFirm(firm, 'enterprise', people.citizen) }), 409, 'firm-not-named')
    const unnamed = await one.bureau.citizen('13612345678')
    const asSomebody = asHerself({ ...people.citizen, residentId: sampleResidentId(2), name: '某人' })
    expect(refusalOf(await unnamed.post('/api/cases', { ...body, ...asSomebody }))).toBe('real-name-needed')
  })
})

describe('files', () => {
  it('of 50 MB, or no document at all, are refused; a name with a path comes back harmless', async () => {
    const she = people.citizen.client
    const upload = (name: string, bytes: Uint8Array | string) => she.upload('/api/files', [{ name, bytes, type: 'application/pdf' }])
    const before = stored()
    const huge = new Uint8Array(50 * 1024 * 1024)
    huge.set(new TextEncoder().encode(aPdf('huge')))
    const refused = await upload('章程.pdf', huge)
    expectProblem(refused, 413, 'file-too-large')
    expect(refused.json<{ title: string }>().title).toContain('20')
    expectProblem(await upload('申请表.pdf', `MZ\u0090\u0000${'\u0000'.repeat(200)}`), 415, 'file-type-not-allowed')
    expectProblem(await upload('照片.jpg', '#!/bin/sh\nrm -rf /\n'), 415, 'file-type-mismatch')
    expectProblem(await upload('空.pdf', ''), 400, 'file-empty')
    expect(stored()).toEqual(before)
    for (const name of [
      '../../../etc/passwd.pdf',
      '..\\..\\windows\\system.pdf',
      '/etc/ssh/id.pdf',
      'a\u202efdp.exe.pdf',
      '<img src=x onerror=alert(1)>.pdf',
    ]) {
      const kept = await bring(she, name, aPdf(name))
      expect(kept.name).not.toMatch(/[/\\<>"\u202e]|\.\./)
      expect(kept.name).toMatch(/\.pdf$/)
      const back = await she.get(`/api/files/${kept.digest}`)
      expect(back.body).toBe(aPdf(name))
      expect(back.headers['content-disposition']).not.toMatch(/[<>/\\]|\.\./)
      expect(back.headers['x-content-type-options']).toBe('nosniff')
    }
    expect(stored().every((name) => /^[0-9a-f]{2,64}$/.test(name))).toBe(true)
  })
  const stored = (): readonly string[] =>
    readdirSync(`${one.bureau.door.settings.dataFolder}/files`, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => name)
      .toSorted()
})

describe('markup in what people write', () => {
  it('is shown as text on every page and travels as text in JSON', async () => {
    const hostile = '<script>alert("x")</script><img src=x onerror=alert(1)>'
    const { answers, materials } = sampleInput(one.item)
    const textField = one.item.form.flatMap(({ fields }) => fields).find(({ type, max = 200 }) => type === 'text' && max >= hostile.length)!
    const file = await bring(people.clerk, `${hostile}.pdf`, aPdf('markup'))
    const body = {
      item: one.item.code,
      itemVersion: 1,
      ...asHerself({ ...people.citizen, name: hostile }),
      answers: { ...answers, [textField.id]: hostile },
      materials: handedIn(one.item, materials, file),
      consentsToElectronicService: true,
      account: people.citizen.client.id,
    }
    const { id } = good<{ answer: CaseAnswer }>(await people.clerk.post('/api/cases/at-counter', body)).answer
    await does(people.clerk, id, 'request-supplement', { faults: [{ material: 'form', fault: hostile, correction: hostile }] })
    const she = people.citizen.client
    const pages = [
      '/my/cases',
      `/my/cases/${id}`,
      `/my/cases/${id}/receipt`,
      '/my/messages',
      `/items?q=${encodeURIComponent(hostile)}`,
      `/${encodeURIComponent(hostile)}`,
    ]
    let shown = 0
    for (const url of pages) {
      const page = await she.get(url, { accept: 'text/html' })
      expect(page.headers['content-type'], url).toContain('text/html')
      expect(page.body, url).not.toMatch(/<script>alert|<img src=x/)
      expect(page.headers['content-security-policy'], url).toContain("script-src 'self'")
      if (page.body.includes('&lt;script&gt;')) shown++
    }
    expect(shown).toBeGreaterThanOrEqual(3)
    const seen = await people.clerk.get(`/api/cases/${id}`)
    expect(seen.headers['content-type']).toContain('application/json')
    expect(seen.headers['x-content-type-options']).toBe('nosniff')
    expect(seen.json<{ applicant: { name: string } }>().applicant.name).toBe(hostile)
    const list = good<CaseList>(await people.clerk.get(`/api/cases?text=${encodeURIComponent('alert')}`))
    expect(list.rows.find((row) => row.id === id)?.applicantName).toBe(hostile)
  })
})

describe('a case is seen by nobody whom it does not concern', () => {
  it('another citizen, another office and another bureau find nothing, do nothing and are not told that it exists', async () => {
    const { id } = await one.apply(people)
    await does(people.clerk, id, 'accept-case')
    const page = await pageOf(people.citizen.client, id)
    const paper = page.papers[0]!.id
    const elsewhere = await oneItem('building-construction-permit', '2026-03-02')
    const there = await elsewhere.on('2026-03-02')
    const strangers: readonly (readonly [string, Client, OneItem])[] = [
      ['another citizen', other.client, one],
      ['a reviewer of another office', await one.bureau.as('s-shencha3'), one],
      ['the clerk of a township', await one.bureau.as('s-bohai'), one],
      ['another bureau’s clerk', there.clerk, elsewhere],
      ['another bureau’s head', there.head, elsewhere],
      ['a token of another bureau at this one', there.head, one],
      ['nobody', one.bureau.stranger, one],
    ]
    const bodies: Readonly<Record<string, object>> = {
      'accept-case': {},
      'claim-case': {},
      'withdraw-application': { reason: '与我无关' },
      'supplement-materials': { materials: [], answers: {} },
      'pass-step': { step: 'review', ticked: [], opinion: '过' },
      'grant-case': { basedOnSeq: page.seq, content: '准', conditions: [], opinion: '准', ticked: [] },
      'refuse-case': { basedOnSeq: page.seq, reasons: ['不准'], opinion: '不准' },
      'serve-papers': { papers: [paper], method: 'direct', receiver: '某', place: '某处', servedOn: '2026-03-02', servers: ['某'] },
      'correct-applicant-data': { applicant: { name: '冒名' }, reason: '冒名' },
      'erase-personal-data': { reason: '灭迹' },
      'archive-case': { location: null },
      'void-paper': { paper, reason: '作废', reissue: false },
    }
    const before = await whole()
    for (const [who, client, house] of strangers) {
      const ask = (url: string) => house.bureau.app.inject({ method: 'GET', url, headers: client.credentials })
      const doors = [`/api/cases/${id}`, `/api/cases/${id}/files/${one.file.digest}`, `/api/files/${one.file.digest}`, `/api/papers/${paper}`]
      for (const url of doors) {
        const answer = await ask(url)
        expect([401, 403, 404], `${who} at ${url}: ${answer.statusCode}`).toContain(answer.statusCode)
        expect(answer.body).not.toContain(page.number)
      }
      const portal = await house.bureau.app.inject({ method: 'GET', url: `/my/cases/${id}`, headers: { ...client.credentials, accept: 'text/html' } })
      expect(portal.statusCode === 200, `${who} at the portal`).toBe(false)
      for (const [name, body] of Object.entries(bodies)) {
        const answer = await house.bureau.app.inject({
          method: 'POST',
          url: `/api/cases/${id}/acts/${name}`,
          payload: JSON.stringify(body),
          headers: { 'content-type': 'application/json', 'x-csrf-token': client.csrf, ...client.credentials },
        })
        expect([401, 403, 404], `${who} does ${name}: ${answer.statusCode} ${answer.body}`).toContain(answer.statusCode)
      }
      const list = await ask('/api/cases?state=all&limit=200')
      if (list.statusCode === 200) expect(list.json<CaseList>().rows.map((row) => row.id)).not.toContain(id)
    }
    expect(await whole()).toBe(before)
    expect(good<CaseList>(await other.client.get('/api/my/cases')).rows).toEqual([])
    expect(good<Inbox>(await other.client.get('/api/my/inbox')).notices).toEqual([])
    expect(good<CaseList>(await people.clerk.get('/api/cases?state=all&limit=200')).rows.map((row) => row.id)).toContain(id)
    expect((await people.citizen.client.get(`/api/cases/${id}/files/${one.file.digest}`)).statusCode).toBe(200)
    expect(itemOf(one.item.code).office).toBe('urban-construction')
    expect((await (await one.bureau.as('s-shencha4')).get(`/api/cases/${id}`)).statusCode).toBe(200)
  })
})
