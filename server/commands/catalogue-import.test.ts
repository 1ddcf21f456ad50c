import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { publishedTables } from '../../data/calendars/load.ts'
import { buildCalendar } from '../../rules/time/calendar.ts'
import { catalogueDesk } from '../desks/catalogue/desk.ts'
import { messyCatalogue } from '../desks/catalogue/import/testing/messy-catalogue.ts'
import { readItemFiles } from '../desks/catalogue/item-files.ts'
import { seedCatalogue } from '../desks/catalogue/seed-catalogue.ts'
import { openDatabase } from '../platform/database/database.ts'
import { migrate } from '../platform/database/migrate.ts'
import { createWriter } from '../platform/writer/writer.ts'

const home = mkdtempSync(join(tmpdir(), 'oneseal-catalogue-'))
const at = (name: string) => join(home, name)
const cli = new URL('../cli.ts', import.meta.url).pathname
const sample = messyCatalogue(60)

function oneseal(bureau: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, 'catalogue', ...args], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH, ONESEAL_DATA: at('data'), ONESEAL_BUREAU: bureau, TZ: 'Asia/Shanghai' },
  })
  return { status, stdout, stderr }
}

beforeAll(async () => {
  writeFileSync(at('list.csv'), sample.csv)
  writeFileSync(at('map.json'), sample.mapping)
  const database = await openDatabase({ folder: at('data/database') })
  await migrate(database)
  const calendar = buildCalendar(publishedTables())
  const { kinds, acts, rows } = catalogueDesk
  const writer = createWriter({ database, kinds, acts, rows, calendarOf: () => calendar, clock: () => '2026-03-02T10:00:00+08:00' })
  await seedCatalogue(writer, 'town', { items: readItemFiles().slice(0, 1) })
  await database.query(
    `INSERT INTO office (bureau, id, name, kind, unit_code, division_code, closed) VALUES ('town', 'hall', '综合窗口', 'department', '', '', false), ('town', 'own', '审批局', 'institution', '600001', '', false)`,
  )
  await writer.stop()
  await database.close()
})
afterAll(() => rmSync(home, { recursive: true, force: true }))

it('imports a file, prints what became of it and saves a report on every row', () => {
  const done = oneseal('town', 'import', at('list.csv'), '--mapping', at('map.json'))
  expect(done.stderr).toBe('')
  expect(done.status).toBe(0)
  expect(done.stdout).toContain('list.csv（UTF-8）共 60 行')
  const saved = JSON.parse(readFileSync(at('list.csv.import-report.json'), 'utf8')) as { rows: { outcome: string }[] }
  expect(saved.rows).toHaveLength(60)
  expect(readFileSync(at('list.csv.import-report.csv'), 'utf8').startsWith('\uFEFF行号,事项名称,')).toBe(true)
  const again = oneseal('town', 'import', at('list.csv'), '--mapping', at('map.json'), '--report', at('second'))
  expect(again.stdout).toContain(`已在目录中，没有变化 ${saved.rows.filter((row) => row.outcome !== 'refused').length} 行`)
})

it('says in a sentence what is wrong with the call, the mapping, the file or the bureau', () => {
  expect(oneseal('town', 'import', at('list.csv'))).toMatchObject({ status: 2, stderr: expect.stringContaining('用法') })
  expect(oneseal('town', 'import', at('list.csv'), '--mapping', at('none.json'))).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('打不开'),
  })
  writeFileSync(at('bad.json'), '{"columns":{}}')
  expect(oneseal('town', 'import', at('list.csv'), '--mapping', at('bad.json'))).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('事项名称'),
  })
  for (const [text, sentence] of [
    ['{"columns":\n{name}}', '第 2 行第 2 个字起读不懂'],
    ['{"columns":', '没有写完'],
  ] as const) {
    writeFileSync(at('bad.json'), text)
    expect(oneseal('town', 'import', at('list.csv'), '--mapping', at('bad.json'))).toMatchObject({
      status: 1,
      stderr: expect.stringContaining(sentence),
    })
  }
  expect(oneseal('town', 'import', at('none.csv'), '--mapping', at('map.json'))).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('打不开'),
  })
  expect(oneseal('nowhere', 'import', at('list.csv'), '--mapping', at('map.json'))).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('还没有开办'),
  })
})

it('puts the shipped items into a bureau as drafts, each once, in the office that is named', async () => {
  const call = () => oneseal('town', 'draft-shipped', '--institution', '500001', '--office', '综合窗口')
  const count = readItemFiles().length
  expect(oneseal('town', 'draft-shipped', '--office', '社会事务科')).toMatchObject({
    status: 1,
    stderr: '本局没有科室“社会事务科”。现有：综合窗口（hall）、审批局（own）\n',
  })
  expect(call()).toMatchObject({ status: 0, stderr: '', stdout: expect.stringContaining(`草稿 ${count} 个。`) })
  expect(call().stdout).toContain(`已在目录里的 ${count} 个没有动`)
  expect(call().stdout).not.toContain('本局没有')
  expect(oneseal('town', 'draft-shipped', '--colour', '红').status).toBe(2)
  const database = await openDatabase({ folder: at('data/database') })
  const { rows } = await database.query<{ status: string; office: string; institution: string; n: number }>(
    `SELECT status, office, institution, count(*)::int AS n FROM item_version_row WHERE bureau = 'town' AND source = 'upgrade' GROUP BY 1, 2, 3`,
    [],
  )
  await database.close()
  expect(rows).toEqual([{ status: 'draft', office: 'hall', institution: '500001', n: count }])
  expect(oneseal('town', 'draft-shipped').stdout).toContain('本局没有这些承办科室：')
  const after = await openDatabase({ folder: at('data/database') })
  const { rows: own } = await after.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM item_version_row WHERE bureau = 'town' AND source = 'upgrade' AND institution = '600001'`,
  )
  await after.close()
  expect(own).toEqual([{ n: count }])
})
