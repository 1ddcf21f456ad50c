import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { anItem } from '../../../rules/case/testing/an-item.ts'
import { releasedStories } from '../../../rules/case/testing/released-stories.ts'
import { desks } from '../../desks.ts'
import { digestsIn } from '../../platform/book/digests-in.ts'
import { rebuild } from '../../platform/writer/projections.ts'
import { fileReferences } from '../../platform/erasing/file-references.ts'
import type { Client } from '../../testing/client.ts'
import { type CaseBureau, counterApplication, openCaseBureau } from './testing/case-bureau.ts'

const item = anItem()
const fileEntries = desks.flatMap((desk) => desk.fileEntries ?? [])

interface Brought {
  readonly digest: string
  readonly name: string
}

const bring = async (who: Client, text: string): Promise<Brought> =>
  (await who.upload('/api/files', [{ name: '张伟身份证.pdf', bytes: `%PDF-1.4\n${text}\n%%EOF\n`, type: 'application/pdf' }])).json()

const withFile = (file: Brought) => {
  const { materials } = counterApplication(item)
  return { materials: materials.map((material, n) => (n === 0 ? { ...material, form: 'electronic', files: [file], originals: 0 } : material)) }
}

async function erase(bureau: CaseBureau, id: string): Promise<void> {
  const [clerk, head] = [await bureau.as('s-chuangkou'), await bureau.as('s-juzhang')]
  await bureau.act(clerk, id, 'withdraw-application', { reason: '不办了' })
  const erased = await bureau.act(head, id, 'erase-personal-data', { reason: '本人要求' })
  expect(erased.status, JSON.stringify(erased.body)).toBe(200)
  await bureau.settle()
}

const lies = (bureau: CaseBureau, digest: string): boolean => existsSync(bureau.door.files.pathOf(digest))

describe('an erasure', () => {
  it('takes the bytes of the case’s files and papers, and the names they were brought under', async () => {
    const bureau = await openCaseBureau([item])
    const clerk = await bureau.as('s-chuangkou')
    const file = await bring(clerk, 'one')
    const { id } = await bureau.receive(item, withFile(file))
    await bureau.settle()
    const papers = await bureau.database.query<{ digest: string }>(
      `select data->>'digest' as digest from journal where bureau = $1 and type = 'paper-typeset'`,
      [bureau.bureau],
    )
    const before = [file.digest, ...papers.rows.map(({ digest }) => digest)]
    expect(before.map((digest) => lies(bureau, digest))).toEqual([true, true])
    await erase(bureau, id)
    expect(before.map((digest) => lies(bureau, digest))).toEqual([false, false])
    const { rows } = await bureau.database.query<{ n: number }>(
      `select (select count(*) from file_upload where bureau = $1 and digest = $2) + (select count(*) from file where bureau = $1 and digest = $2) as n`,
      [bureau.bureau, file.digest],
    )
    expect(Number(rows[0]!.n)).toBe(0)
    const head = await bureau.as('s-juzhang')
    expect((await head.get(`/api/cases/${id}/files/${file.digest}`)).statusCode).toBe(409)
    const page = await bureau.page(head, id)
    expect(page.materials.flatMap(({ handedIn }) => handedIn?.files ?? [])).toEqual([])
    expect((await head.get(`/api/papers/${page.papers[0]!.id}`)).json().code).toBe('personal-data-erased')
  })

  it('leaves a file that another case, another person’s upload or a draft still needs', async () => {
    const bureau = await openCaseBureau([item])
    const [clerk, citizen] = [await bureau.as('s-chuangkou'), await bureau.citizen()]
    const [shared, brought, drafted] = [await bring(clerk, 'shared'), await bring(clerk, 'brought'), await bring(clerk, 'drafted')]
    const first = await bureau.receive(item, withFile(shared))
    const second = await bureau.receive(item, withFile(brought))
    const third = await bureau.receive(item, withFile(drafted))
    await bureau.receive(item, withFile(shared))
    await bring(citizen, 'brought')
    await bureau.database.query(
      `insert into draft (bureau, id, citizen, item, item_version, applicant_kind, contact, answers, materials, created_at, saved_at)
       values ($1, 'd', $2, $3, 1, 'natural-person', '{}', '{}', $4::jsonb, now(), now())`,
      [bureau.bureau, citizen.id, item.code, JSON.stringify({ lease: [drafted] })],
    )
    for (const { id } of [first, second, third]) await erase(bureau, id)
    for (const { digest } of [shared, brought, drafted]) expect(lies(bureau, digest)).toBe(true)
    const uploads = await bureau.database.query<{ holder: string }>('select holder from file_upload where bureau = $1 and digest = $2', [
      bureau.bureau,
      brought.digest,
    ])
    expect(uploads.rows).toEqual([{ holder: 'citizen' }])
  })

  it('empties the kept answer and the digest of its body, and the command is still not done twice', async () => {
    const bureau = await openCaseBureau([item])
    const clerk = await bureau.as('s-chuangkou')
    const receive = () => clerk.post('/api/cases/at-counter', counterApplication(item), { key: 'kept-answer-1' })
    const { id } = (await receive()).json().answer
    expect((await receive()).json()).toMatchObject({ replayed: true, answer: { id } })
    await erase(bureau, id)
    const { rows } = await bureau.database.query<{ key: string; body: string; answer: string }>(
      `select key, body, answer from command_key where bureau = $1 and actor = 'staff:s-chuangkou' and key = 'kept-answer-1'`,
      [bureau.bureau],
    )
    expect(rows).toEqual([{ key: 'kept-answer-1', body: '', answer: '{}' }])
    expect((await receive()).json()).toMatchObject({ status: 409, code: 'personal-data-erased' })
    expect((await bureau.database.query('select 1 from case_row where bureau = $1', [bureau.bureau])).rows).toHaveLength(1)
  })

  it('takes drafts about the case along', async () => {
    const bureau = await openCaseBureau([item])
    const citizen = await bureau.citizen()
    const { id } = await bureau.receive(item, { account: citizen.id })
    await bureau.database.query(
      `insert into draft (bureau, id, citizen, item, item_version, case_id, applicant_kind, contact, answers, materials, created_at, saved_at)
       values ($1, 'd', $2, $3, 1, $4, 'natural-person', '{}', '{"name":"张伟"}', '{}', now(), now())`,
      [bureau.bureau, citizen.id, item.code, id],
    )
    await erase(bureau, id)
    expect((await bureau.database.query('select 1 from draft where bureau = $1', [bureau.bureau])).rows).toEqual([])
  })

  it('knows the same files when its table is made again from the first entry', async () => {
    const bureau = await openCaseBureau([item])
    const clerk = await bureau.as('s-chuangkou')
    const { id } = await bureau.receive(item, withFile(await bring(clerk, 'gone')))
    await bureau.receive(item, withFile(await bring(clerk, 'stays')))
    await bureau.settle()
    await erase(bureau, id)
    const table = async () =>
      (await bureau.database.query('select digest, kind, id from file_reference where bureau = $1 order by digest, kind, id', [bureau.bureau])).rows
    const before = await table()
    expect(before.map(({ kind }) => kind).toSorted()).toEqual(['case', 'paper'])
    await rebuild(bureau.database, fileReferences(fileEntries), bureau.bureau)
    expect(await table()).toEqual(before)
  })

  it('overlooks no entry that names a file', () => {
    const naming = Object.values(releasedStories).flatMap((story) => story().book.entries.filter(({ data }) => digestsIn(data).size > 0))
    expect(naming.length).toBeGreaterThan(0)
    expect(naming.map(({ type }) => type).filter((type) => !fileEntries.includes(type))).toEqual([])
  })
})
