import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CaseList, CasePage } from '../../contract/cases.ts'
import type { Inbox } from '../../contract/inbox.ts'
import { publishedTables } from '../../data/calendars/load.ts'
import { type House, openHouse } from '../../server/app.ts'
import { fileLines } from '../../server/commands/file-lines.ts'
import { run as journalCommand } from '../../server/commands/journal.ts'
import { desks } from '../../server/desks.ts'
import { keepCalendars } from '../../server/desks/calendars/keep-calendars.ts'
import { readItemFiles } from '../../server/desks/catalogue/public.ts'
import { type Database, openDatabase } from '../../server/platform/database/database.ts'
import { exportJournal } from '../../server/platform/book/export-journal.ts'
import { factsOfFile } from '../../server/platform/files/file-table.ts'
import { openFileStore } from '../../server/platform/files/store.ts'
import { catchUp } from '../../server/platform/writer/projections.ts'
import { sealer, sealHeads } from '../../server/platform/book/seal.ts'
import type { SealHead } from '../../server/platform/book/seal.ts'
import { verifyLines } from '../../server/platform/book/verify-journal.ts'
import type { Client } from '../../server/testing/client.ts'
import { does, pageOf } from './testing/journey-bureau.ts'
import { grant, type OneItem, oneItem, type People, refusal, review } from './testing/one-case.ts'

const home = mkdtempSync(join(tmpdir(), 'oneseal-carried-'))
const [wholeFile, publicFile] = [join(home, 'whole.jsonl'), join(home, 'public.jsonl')]
const told = '家中老人生病，暂不开店'

let one: OneItem
let people: People
let ids: readonly string[]
let papers: readonly string[]
let heads: readonly SealHead[]
let target: Database
let house: House

/** Seven cases that stand in seven places, over three items and nine days. */
async function live(): Promise<void> {
  one = await oneItem('pesticide-business-permit', '2026-03-02', ['clinic-filing', 'vocational-school-establishment'])
  const [clinic, school] = [one.with('clinic-filing'), one.with('vocational-school-establishment')]
  people = await one.on('2026-03-02')
  const mine = []
  for (let n = 0; n < 5; n++) mine.push((await one.apply(people)).id)
  const [granted, refused, asked, gone, waiting] = mine as [string, string, string, string, string]
  const filed = (await clinic.apply(people)).id
  const stopped = (await school.apply(people)).id
  for (const id of [granted, refused, stopped]) await does(people.clerk, id, 'accept-case')
  await does(people.clerk, asked, 'request-supplement', { faults: [{ material: 'form', fault: '面积不符', correction: '更正' }] })
  await does(people.citizen.client, gone, 'withdraw-application', { reason: told })
  await does(people.clerk, filed, 'acknowledge-filing', { ticked: clinic.item.steps[0]!.checklist.map(({ id }) => id) })
  await does((await clinic.on('2026-03-02')).reviewer, filed, 'serve-papers', {
    papers: [(await pageOf(people.head, filed)).papers.find(({ kind }) => kind === 'filing-receipt')!.id],
    method: 'post',
    reference: 'EMS1234567',
    receiver: people.citizen.name,
    place: '邮寄',
    servedOn: '2026-03-02',
    servers: ['李娜'],
  })
  for (const id of [granted, refused]) await review(one, people, id, '2026-03-02')
  const there = await school.on('2026-03-04')
  people = await one.on('2026-03-04')
  await does(there.reviewer, stopped, 'start-excluded-procedure', { kind: 'expert-review', reason: '邻居要求重看', days: 5 })
  await does(people.decider, granted, 'grant-case', await grant(one, people, granted))
  await does(people.decider, refused, 'refuse-case', await refusal(people, refused))
  people = await one.on('2026-03-11')
  await one.bureau.fireTimers()
  await one.bureau.settle()
  ids = [granted, refused, asked, gone, waiting, filed, stopped]
  papers = (await Promise.all(ids.map((id) => pageOf(people.head, id)))).flatMap((page) => page.papers.map((paper) => paper.id))
}

/** As `oneseal journal export` writes it: the book, sealed, and the files it names. */
async function exportTo(path: string, publicOnly: boolean): Promise<void> {
  const { database, door, bureau } = one.bureau
  const files = async (digest: string) => {
    const found = await door.files.read(digest)
    return found && { mediaType: (await factsOfFile(database, bureau, digest))?.mediaType ?? 'application/octet-stream', bytes: found.stream }
  }
  const lines: string[] = []
  await exportJournal(database, bureau, (line) => void lines.push(line), { publicOnly, kinds: desks.flatMap((desk) => desk.kinds), files })
  writeFileSync(path, `${lines.join('\n')}\n`)
}

/** The command itself, on an installation of its own. */
async function importInto(folder: string): Promise<number> {
  const before = { ...process.env }
  Object.assign(process.env, { ONESEAL_DATA: folder, ONESEAL_BUREAU: one.bureau.bureau, DATABASE_URL: '' })
  try {
    return await journalCommand(new PassThrough(), new PassThrough(), ['import', wholeFile])
  } finally {
    for (const name of ['ONESEAL_DATA', 'ONESEAL_BUREAU', 'DATABASE_URL']) if (before[name] === undefined) delete process.env[name]
    Object.assign(process.env, before)
  }
}

beforeAll(async () => {
  await live()
  await exportTo(wholeFile, false)
  await exportTo(publicFile, true)
  heads = await sealHeads(one.bureau.database, one.bureau.bureau)
  expect(await importInto(join(home, 'there'))).toBe(0)
  target = await openDatabase({ folder: join(home, 'there/database') })
  const settings = { ...one.bureau.door.settings, dataFolder: join(home, 'there') }
  house = await openHouse({ settings, database: target, desks, calendars: await keepCalendars(target, publishedTables()), now: one.bureau.clock.now })
}, 300_000)

afterAll(async () => {
  await house?.close()
  await target?.close()
  rmSync(home, { recursive: true, force: true })
})

/** The same person at the new house: accounts came along, sessions did not. */
async function there(client: Client, holder: 'staff' | 'citizen') {
  const { token } = await house.door.sessions.begin({ bureau: one.bureau.bureau, holder, holderId: client.id, kind: 'bearer', ip: '127.0.0.1' })
  const headers = { authorization: `Bearer ${token}` }
  return {
    get: (url: string) => house.app.inject({ method: 'GET', url, headers }),
    act: (id: string, name: string, body: object) =>
      house.app.inject({
        method: 'POST',
        url: `/api/cases/${id}/acts/${name}`,
        payload: JSON.stringify(body),
        headers: { 'content-type': 'application/json', ...headers },
      }),
  }
}

describe('a bureau carried to another installation', () => {
  it('is verified against the published heads, and one altered letter is named', async () => {
    expect(await verifyLines(fileLines(wholeFile), heads)).toMatchObject({ ok: true })
    const lines = readFileSync(wholeFile, 'utf8').split('\n')
    const place = lines.findIndex((line) => line.includes('不符合法定条件'))
    expect(place).toBeGreaterThan(10)
    const forged = join(home, 'forged.jsonl')
    writeFileSync(forged, lines.with(place, lines[place]!.replace('不符合法定条件', '不符合规定条件')).join('\n'))
    const found = await verifyLines(fileLines(forged), heads)
    expect(found.ok).toBe(false)
    expect(found.sentence).toContain(`第 ${(JSON.parse(lines[place]!) as { position: number }).position} 条`)
    writeFileSync(forged, lines.toSpliced(place, 1).join('\n'))
    expect((await verifyLines(fileLines(forged), heads)).ok).toBe(false)
  })

  it('bears the same seal', async () => {
    await catchUp(target, sealer, one.bureau.bureau)
    expect(heads.length).toBeGreaterThanOrEqual(3)
    expect(await sealHeads(target, one.bureau.bureau)).toEqual(heads)
  })

  it('shows citizen, clerk and head the same lists and the same case pages', async () => {
    const readers = [
      [people.head, 'staff'],
      [people.clerk, 'staff'],
      [people.citizen.client, 'citizen'],
    ] as const
    for (const [here, holder] of readers) {
      const over = await there(here, holder)
      const lists =
        holder === 'staff'
          ? [
              '/api/cases?state=all',
              '/api/cases?sort=newest',
              '/api/cases?light=stopped',
              `/api/cases?text=${encodeURIComponent(people.citizen.name)}`,
              '/api/cases/counts',
              '/api/calendars',
              '/api/catalogue/items',
            ]
          : ['/api/my/cases', '/api/my/inbox', '/api/me']
      for (const url of [...lists, ...ids.map((id) => `/api/cases/${id}`)]) {
        const [before, after] = [await here.get(url), await over.get(url)]
        expect([before.statusCode, after.statusCode], url).toEqual([200, 200])
        expect(after.json(), url).toEqual(before.json())
      }
    }
    const all = (await people.head.get('/api/cases?state=all')).json<CaseList>()
    expect(all.rows.map(({ id }) => id).toSorted()).toEqual([...ids].toSorted())
    expect(new Set((await Promise.all(ids.map((id) => pageOf(people.head, id)))).map(({ phase }: CasePage) => phase))).toEqual(
      new Set(['granted', 'refused', 'supplementing', 'withdrawn', 'in-review', 'filed', 'stopped']),
    )
    expect((await people.citizen.client.get('/api/my/inbox')).json<Inbox>().notices.length).toBeGreaterThan(8)
  })

  it('brought every file and every paper, to the byte', async () => {
    const over = await there(people.citizen.client, 'citizen')
    const file = `/api/cases/${ids[0]}/files/${one.file.digest}`
    expect((await over.get(file)).rawPayload).toEqual((await people.citizen.client.get(file)).rawPayload)
    const [headHere, headThere] = [people.head, await there(people.head, 'staff')]
    expect(papers.length).toBeGreaterThan(15)
    for (const id of papers) {
      const [before, after] = [await headHere.get(`/api/papers/${id}`), await headThere.get(`/api/papers/${id}`)]
      expect([before.statusCode, after.statusCode], id).toEqual([200, 200])
      expect(after.rawPayload.equals(before.rawPayload), id).toBe(true)
      expect(after.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
    }
    const store = openFileStore(join(home, 'there/files'), 1)
    expect(await store.read(one.file.digest)).toBeDefined()
  })

  it('goes on where it stood: clocks, numbers and rights', async () => {
    const [granted, , asked, , , , stopped] = ids as [string, string, string, string, string, string, string]
    const clerk = await there(people.clerk, 'staff')
    const served = (await pageOf(people.clerk, granted)).papers.find(({ kind }) => kind === 'grant-decision')!
    const body = { papers: [served.id], method: 'direct', receiver: people.citizen.name, place: '一楼', servedOn: '2026-03-11', servers: ['王敏'] }
    const done = await clerk.act(granted, 'serve-papers', body)
    expect(done.statusCode, done.body).toBe(200)
    expect(done.json().answer.papers).toMatchObject([{ kind: 'service-receipt', number: '秦开审批送字〔2026〕2号' }])
    const school = one.with('vocational-school-establishment')
    const reviewer = await there((await school.on('2026-03-11')).reviewer, 'staff')
    expect((await reviewer.act(stopped, 'end-excluded-procedure', { result: '通过' })).statusCode).toBe(200)
    expect((await clerk.act(asked, 'accept-case', {})).json()).toMatchObject({ code: 'act-not-in-phase' })
  })
})

describe('the public form of the book', () => {
  it('verifies against the same heads, and cannot be carried anywhere', async () => {
    expect(await verifyLines(fileLines(publicFile), heads)).toMatchObject({ ok: true, withheld: 0 })
    const [whole, open] = [readFileSync(wholeFile, 'utf8'), readFileSync(publicFile, 'utf8')]
    // Names of citizens, and what clerks wrote; the catalogue may say the same words for everybody.
    const leaks = open.split('\n').filter((line) => !line.includes('"service-item-version"') && /不符合法定条件|邻居要求重看/.test(line))
    expect(whole).toMatch(/不符合法定条件[\s\S]*邻居要求重看|邻居要求重看[\s\S]*不符合法定条件/)
    expect(leaks.map((line) => line.slice(0, 300))).toEqual([])
    expect([whole.includes(people.citizen.name), open.includes(people.citizen.name)]).toEqual([true, false])
  })

  it('holds nothing personal, though every entry is there', () => {
    const [full, open] = [readFileSync(wholeFile), readFileSync(publicFile)]
    const entries = (bytes: Buffer) =>
      bytes
        .toString('utf8')
        .split('\n')
        .filter((line) => line.startsWith('{"position"')).length
    expect(entries(open)).toBe(entries(full))
    expect(entries(open)).toBeGreaterThan(60)
    const { name, residentId, phone } = people.citizen
    const secrets = new Set([name, residentId, residentId.slice(6, 14), phone, told, '我的材料.pdf', ...personalOf(full)])
    expect(secrets.size).toBeGreaterThan(20)
    for (const secret of secrets) {
      expect(full.includes(Buffer.from(secret)), `${secret} in the whole book`).toBe(true)
      expect(open.includes(Buffer.from(secret)), `${secret} in the public book`).toBe(false)
    }
    expect(open.includes(Buffer.from('"personal":'))).toBe(false)
    expect(open.includes(Buffer.from('base64'))).toBe(false)
  })
})

/** Names, numbers, phones, addresses and what people wrote of themselves, as they lie in the personal part of the whole export. */
function personalOf(full: Buffer): readonly string[] {
  const found = new Set<string>()
  const take = (value: unknown): void => {
    if (typeof value === 'string') found.add(value)
    else if (typeof value === 'object' && value !== null) for (const inner of Object.values(value)) take(inner)
  }
  for (const line of full.toString('utf8').split('\n')) {
    if (!line.startsWith('{"position"')) continue
    take((JSON.parse(line) as { personal?: { data: unknown } }).personal?.data)
  }
  // What the form asks and offers to choose from, and words of the law, stand in the public catalogue too; a bare number of a few digits says nothing of anybody.
  const fields = readItemFiles().flatMap(({ form }) => form.flatMap((group) => group.fields))
  const catalogue = new Set([
    '申请场所',
    '邮寄',
    ...fields.flatMap(({ label, options }) => [label, ...(options ?? []).map((option) => option.label)]),
  ])
  const looksPersonal = /^1\d{10}$|^\d{17}[\dX]$|^(?!\d{1,4}$)[\u4e00-\u9fff（）\d]{2,}$/
  return [...found].filter((text) => looksPersonal.test(text) && !catalogue.has(text))
}
