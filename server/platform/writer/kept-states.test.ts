import { readFileSync } from 'node:fs'
import { glob } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { caseKind } from '../../../rules/case/case-kind.ts'
import { counterKind } from '../../../rules/case/standing/counter.ts'
import { refold } from '../book/refold.ts'
import { forEachEngine } from '../testing/databases.ts'
import { command, jarKind, jarRows, jarTable, toyKinds, toyWriter } from '../testing/toy.ts'
import { readSubject } from './subjects.ts'

forEachEngine('states that are kept after some entries only', (fresh) => {
  async function start() {
    const database = await fresh()
    await database.script(jarTable)
    const keptAt = async (id: string) => (await database.query<{ seq: number }>('SELECT seq FROM subject WHERE id = $1', [id])).rows[0]?.seq
    return { database, keptAt, put: (coins: number) => command('put-coins', { jar: 'a', coins }) }
  }

  it('lie in their table after the first entry and after every third, and are read as the book has them', async () => {
    const { database, keptAt, put } = await start()
    const writer = toyWriter(database)
    const seen: [number | undefined, number, number][] = []
    for (let n = 1; n <= 8; n++) {
      await writer.submit(put(n))
      const read = await readSubject(database, 'b', jarKind, 'a')
      seen.push([await keptAt('a'), read!.seq, read!.state.coins])
    }
    expect(seen).toEqual([1, 1, 1, 4, 4, 4, 7, 7].map((kept, n) => [kept, n + 1, ((n + 1) * (n + 2)) / 2]))
    expect((await refold(database, 'b', toyKinds, { rows: [jarRows] })).differences).toEqual([])
  })

  it('are brought up to date by a process that meets them for the first time', async () => {
    const { database, keptAt, put } = await start()
    // Each writer is a process of its own: it remembers nothing of what the others wrote.
    for (let n = 1; n <= 7; n++) expect(await toyWriter(database).submit(put(1))).toMatchObject({ ok: true, answer: { coins: n } })
    expect(await keptAt('a')).toBe(7)
    expect((await refold(database, 'b', toyKinds, { rows: [jarRows] })).differences).toEqual([])
  })

  it('say that they are older than they may be, or not what the book says', async () => {
    const { database, put } = await start()
    let second = 0
    const writer = toyWriter(database, { clock: () => `2026-03-02T10:00:0${++second}.000+08:00` })
    for (let n = 1; n <= 6; n++) await writer.submit(put(1))
    const differences = async () => (await refold(database, 'b', toyKinds, { rows: [jarRows] })).differences.map(({ what }) => what)
    expect(await differences()).toEqual([])
    await database.query(`UPDATE subject SET seq = 3`)
    expect(await differences()).toEqual(['seq', 'state', 'last'])
  })

  it('hold no personal data that was erased after they were kept', async () => {
    const { database, keptAt } = await start()
    const writer = toyWriter(database)
    await writer.submit(command('put-coins', { jar: 'a', coins: 1, owner: '张三' }))
    await writer.submit(command('erase-owner', { jar: 'a', positions: [1] }))
    expect(await keptAt('a')).toBe(2)
    expect(JSON.stringify((await database.query('SELECT state FROM subject')).rows)).not.toContain('张三')
  })
})

/** Migrations from when every state was kept at each entry: no database that they meet has an old one. */
const isOlderThanThat = (file: string): boolean => file.startsWith('server/migrations/') && file.slice('server/migrations/'.length) < '0096'

it('no statement reads the state of such a kind by itself: it might be an old one', async () => {
  const seldom = [caseKind.kind, counterKind.kind]
  const found: string[] = []
  for await (const file of glob('server/{desks,portal,platform,migrations}/**/*.ts')) {
    if (file.endsWith('.test.ts') || isOlderThanThat(file)) continue
    for (const [, kind] of readFileSync(file, 'utf8').matchAll(/(?:from|join) subject\b[^`]*?kind = '([a-z-]+)'/gi)) found.push(`${file} ${kind}`)
  }
  expect(found.length).toBeGreaterThan(2)
  expect(found.filter((one) => seldom.some((kind) => one.endsWith(` ${kind}`)))).toEqual([])
})
