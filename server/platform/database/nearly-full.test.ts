import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { command, jarTable, toyWriter } from '../testing/toy.ts'
import { openPglite } from './database-pglite.ts'
import { migrate } from './migrate.ts'

const folder = mkdtempSync(join(tmpdir(), 'oneseal-nearly-full-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('writes nothing in the embedded database while its disk is nearly full, reads on, and goes on by itself once there is room', async () => {
  const gigabyte = 1024 ** 3
  let free = gigabyte
  const database = await openPglite(join(folder, 'database'), undefined, () => free)
  await migrate(database)
  await database.script(jarTable)
  const writer = toyWriter(database, { log: () => {} })
  const put = (key: string) => writer.submit(command('put-coins', { jar: 'a', coins: 1 }, { key }))
  const later = () => new Promise((resolve) => setTimeout(resolve, 300))
  expect(await put('first')).toMatchObject({ ok: true })
  free = 20 * 1024 * 1024
  await later()
  expect(await put('second')).toEqual({ ok: false, refusal: { code: 'disk-full' } })
  expect((await database.query('select 1 from journal')).rowCount).toBe(1)
  for (const sql of ['delete from jar_row', "\n with a as (select 1) update jar_row set id = 'b'", "INSERT INTO migration (name) VALUES ('x')"])
    await expect(database.query(sql), sql).rejects.toMatchObject({ code: '53100' })
  expect((await database.query("with a as (select 'update' as word) select word from a")).rowCount).toBe(1)
  const look = (id: string) =>
    database.query(
      `insert into audit (bureau, at, id, actor_kind, actor_id, actor_name, door, method, path, subject, status, code, ip, request)
       values ('b', now(), $1, 'staff', 's', '甲', 'look-at-case', 'GET', '/', '', 0, '', '', '')`,
      [id],
    )
  await expect(look('1')).rejects.toMatchObject({ code: '53100' })
  // What is left before that is for signing in and looking, which nobody may do unseen.
  free = 40 * 1024 * 1024
  await later()
  expect((await look('2')).rowCount).toBe(1)
  await database.query('update session set seen_at = now()')
  expect(await put('second')).toEqual({ ok: false, refusal: { code: 'disk-full' } })
  free = gigabyte
  await later()
  expect(await put('second')).toMatchObject({ ok: true, replayed: false })
  expect(await put('first')).toMatchObject({ ok: true, replayed: true })
  expect((await database.query('select 1 from journal')).rowCount).toBe(2)
  await database.close()
})
