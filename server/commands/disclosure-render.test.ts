import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { publishedTables } from '../../data/calendars/load.ts'
import { buildCalendar } from '../../rules/time/calendar.ts'
import { instantOfMillis } from '../../rules/time/instant.ts'
import { demonstrationPeople } from '../demonstration.ts'
import { desks } from '../desks.ts'
import { seedPeople } from '../desks/people/seed-people.ts'
import { openDatabase } from '../platform/database/database.ts'
import { migrate } from '../platform/database/migrate.ts'
import { createWriter } from '../platform/writer/writer.ts'

const folder = mkdtempSync(join(tmpdir(), 'oneseal-render-'))
const env = { ...process.env, ONESEAL_DATA: folder, ONESEAL_BUREAU: 'demo', DATABASE_URL: '' }
const cli = new URL('../cli.ts', import.meta.url).pathname
const original = new URL('../../data/demonstration/budget-2020.txt', import.meta.url).pathname
const call = (...args: string[]) => spawnSync(process.execPath, [cli, 'disclosure', ...args], { env, encoding: 'utf8' })

afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A bureau with people, closed again, so that the commands find the folder free. */
async function openBureau(): Promise<void> {
  const database = await openDatabase({ url: undefined, folder: join(folder, 'database') })
  await migrate(database)
  const calendar = buildCalendar(publishedTables())
  const writer = createWriter({
    database,
    kinds: desks.flatMap(({ kinds }) => kinds),
    acts: desks.flatMap(({ acts }) => acts),
    rows: desks.flatMap(({ rows }) => rows),
    calendarOf: () => calendar,
    clock: () => instantOfMillis(Date.now()),
  })
  await seedPeople({ writer, database, now: () => new Date() }, 'demo', demonstrationPeople)
  await writer.stop()
  await database.close()
}

test('a document is imported into the book and rendered out of it with the same figures', { timeout: 120_000 }, async () => {
  expect(call('import', original)).toMatchObject({ status: 1, stderr: expect.stringContaining('还没有开办') })
  await openBureau()
  expect(call('render', '2020', '--to', 'html')).toMatchObject({ status: 1, stderr: expect.stringContaining('没有2020年部门预算') })
  expect(call('import', original, '--original')).toMatchObject({
    status: 0,
    stdout: expect.stringMatching(/项目 16 个[\s\S]*都还没有改动：其中 26 处/),
  })
  const drawn = join(folder, 'drawn.docx')
  expect(call('render', '2020', '--to', 'docx', '--output', drawn)).toMatchObject({
    status: 0,
    stderr: expect.stringMatching(/还没有公开[\s\S]*26 处差错[\s\S]*草稿/),
  })
  const read = JSON.parse(execFileSync(process.execPath, [cli, 'disclosure', 'read', drawn], { env, encoding: 'utf8' }))
  expect(read.totals.expenditure.value).toBe(546_520_000)
  expect(read.projects).toHaveLength(16)
  const csv = call('render', '2020', '--to', 'csv')
  expect(csv.stdout).toContain('442-0601-YBN-GIF6')
  writeFileSync(join(folder, 'drawn.csv'), csv.stdout)
  expect(call('render', '2020', '--to', 'html', '--from', join(folder, 'drawn.csv')).stdout).toContain('546.52万元')
  expect(readFileSync(drawn).subarray(0, 2).toString()).toBe('PK')
})

test.each([
  [['render']],
  [['render', '2020']],
  [['render', 'x', '--to', 'html']],
  [['render', '2020', '--to', 'odt']],
  [['import']],
  [['import', original, '--year', '20']],
])('a wrong call %j is answered with the usage and status 2', (args) => {
  expect(call(...args)).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('用法') })
})
