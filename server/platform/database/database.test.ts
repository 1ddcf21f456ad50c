import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { parseInstantColumn } from './column-parsers.ts'
import { openDatabase } from './database.ts'
import { lockFolder } from '../folder-lock.ts'
import { migrate } from './migrate.ts'
import { forEachEngine } from '../testing/databases.ts'

forEachEngine('the database', (fresh) => {
  it('gives days, instants, counts and json in one form', async () => {
    const database = await fresh()
    const sql = `SELECT date '2026-01-05' AS day, timestamptz '2026-01-05T00:00:00Z' AS instant, timestamptz '1988-07-01 12:00:00.5+08' AS summer,
      count(*) AS n, 9007199254740991::bigint AS most, '{"a": [1, "二"]}'::jsonb AS json, $1::text[] AS list, NULL::timestamptz AS none FROM generate_series(1, 3)`
    expect((await database.query(sql, [['甲', 'a,"b"']])).rows).toEqual([
      {
        day: '2026-01-05',
        instant: '2026-01-05T08:00:00.000+08:00',
        summer: '1988-07-01T12:00:00.500+08:00',
        n: 3,
        most: Number.MAX_SAFE_INTEGER,
        json: { a: [1, '二'] },
        list: ['甲', 'a,"b"'],
        none: null,
      },
    ])
    await expect(database.query('SELECT 9007199254740992::bigint AS n', [])).rejects.toThrow('int8')
  })

  it('counts selected and changed rows', async () => {
    const database = await fresh()
    await database.query(`INSERT INTO head SELECT 'b' || n FROM generate_series(1, 4) AS n`)
    expect((await database.query('SELECT * FROM head')).rowCount).toBe(4)
    expect((await database.query('DELETE FROM head WHERE bureau <> $1', ['b1'])).rowCount).toBe(3)
    expect((await database.query('DELETE FROM head WHERE bureau = $1', ['none'])).rowCount).toBe(0)
  })

  it('commits what returns, rolls back what throws, and lets the next one in', async () => {
    const database = await fresh()
    await database.transaction((tx) => tx.query(`INSERT INTO head VALUES ('kept')`))
    const failing = database.transaction(async (tx) => {
      await tx.query(`INSERT INTO head VALUES ('lost')`)
      throw new Error('changed my mind')
    })
    await expect(failing).rejects.toThrow('changed my mind')
    const short = database.shortTransaction([{ sql: `INSERT INTO head VALUES ($1) RETURNING bureau`, values: ['lost too'] }], async (_tx, [rows]) => {
      expect(rows).toEqual([{ bureau: 'lost too' }])
      return { last: { sql: `INSERT INTO head VALUES ('kept')` }, value: 1 }
    })
    await expect(short).rejects.toMatchObject({ code: '23505' })
    const broken = database.shortTransaction([{ sql: 'SELECT 1/0' }], async () => ({ value: 1 }))
    await expect(broken).rejects.toMatchObject({ code: '22012' })
    expect((await database.query('SELECT bureau FROM head')).rows).toEqual([{ bureau: 'kept' }])
  })

  it('refuses what a later version has brought further, and leaves it as it is', async () => {
    const database = await fresh()
    await database.query("INSERT INTO migration (name) VALUES ('9999-from-a-later-version.ts')", [])
    await expect(migrate(database)).rejects.toThrow('较新的版本升级过（9999）')
    await database.query("DELETE FROM migration WHERE name LIKE '9999%'", [])
  })

  it('runs each migration once', async () => {
    const database = await fresh()
    expect(await migrate(database)).toEqual([])
    const { rows } = await database.query<{ name: string }>('SELECT name FROM migration ORDER BY name')
    expect(rows[0]).toEqual({ name: '0001-book.ts' })
  })
})

it.each([
  ['2026-03-02 09:00:00+08', '2026-03-02T09:00:00.000+08:00'],
  ['2026-03-02 09:00:00.1+08', '2026-03-02T09:00:00.100+08:00'],
  ['2026-03-02 09:00:00.123456+08', '2026-03-02T09:00:00.123+08:00'],
  ['2026-03-02 01:00:00+00', '2026-03-02T09:00:00.000+08:00'],
  ['2026-03-01 20:30:00.25-04:30', '2026-03-02T09:00:00.250+08:00'],
])('reads the instant %s', (text, instant) => {
  expect(parseInstantColumn(text)).toBe(instant)
})

describe('the folder of the embedded database', () => {
  const home = mkdtempSync(join(tmpdir(), 'oneseal-lock-'))
  const folder = join(home, 'database')
  afterAll(() => rmSync(home, { recursive: true, force: true }))

  it('is refused to a second hand, in Chinese, and free again when given back', () => {
    const unlock = lockFolder(folder)
    expect(() => lockFolder(folder)).toThrow(`数据文件夹 ${folder} 正被另一个进程（进程号 ${process.pid}）使用`)
    unlock()
    lockFolder(folder)()
    expect(existsSync(`${folder}.pid`)).toBe(false)
  })

  it('is taken over from a dead process, also when its number was given to another', () => {
    const dead = spawnSync(process.execPath, ['-e', ''])
    writeFileSync(`${folder}.pid`, `${dead.pid} 123\n`)
    lockFolder(folder)()
    writeFileSync(`${folder}.pid`, `${process.ppid} 1\n`)
    lockFolder(folder)()
    writeFileSync(`${folder}.pid`, '')
    lockFolder(folder)()
  })

  it('keeps what was written between two openings', { timeout: 60_000 }, async () => {
    const first = await openDatabase({ folder })
    await migrate(first)
    await first.query(`INSERT INTO head VALUES ('b')`)
    await expect(openDatabase({ folder })).rejects.toThrow('正被另一个进程')
    await first.close()
    const second = await openDatabase({ folder })
    expect((await second.query('SELECT bureau FROM head')).rows).toEqual([{ bureau: 'b' }])
    await second.close()
  })
})
