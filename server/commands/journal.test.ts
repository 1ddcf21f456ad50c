import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Act } from '../../rules/act.ts'
import { desks } from '../desks.ts'
import { openDatabase } from '../platform/database/database.ts'
import { factsOfFile } from '../platform/files/file-table.ts'
import { openFileStore } from '../platform/files/store.ts'
import { migrate } from '../platform/database/migrate.ts'
import { command, jarTable, toyWriter } from '../platform/testing/toy.ts'

const home = mkdtempSync(join(tmpdir(), 'oneseal-journal-'))
const at = (name: string) => join(home, name)
const cli = new URL('../cli.ts', import.meta.url).pathname

const oneseal = (...args: string[]) => onesealIn('data', ...args)

function onesealIn(folder: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH, ONESEAL_DATA: at(folder), ONESEAL_BUREAU: 'toys', TZ: 'Asia/Shanghai' },
  })
  return { status, stdout, stderr }
}

beforeAll(async () => {
  const database = await openDatabase({ folder: at('data/database') })
  await migrate(database)
  await database.script(jarTable)
  const writer = toyWriter(database, { clock: () => '2026-03-02T10:00:00+08:00' })
  for (let n = 1; n <= 5; n++)
    await writer.submit(command('put-coins', { jar: 'a', coins: n, owner: '张三', note: '一行\u2028两行\u2029三行\u0085\r完' }, { bureau: 'toys' }))
  await database.close()
})
afterAll(() => rmSync(home, { recursive: true, force: true }))

it('exports to standard output nothing but lines, verifies them, names the one that was altered', () => {
  const exported = oneseal('journal', 'export')
  expect(exported).toMatchObject({ status: 0, stderr: '已导出审批局 toys 的账簿：5 条，文件 0 个。\n' })
  const lines = exported.stdout.trimEnd().split('\n')
  expect(lines.map((line) => Object.keys(JSON.parse(line) as object)[0])).toEqual([
    'journal',
    'position',
    'position',
    'position',
    'position',
    'position',
    'files',
  ])
  const heads = oneseal('journal', 'heads')
  expect(JSON.parse(heads.stdout)).toMatchObject({ bureau: 'toys', heads: [{ day: '2026-03-02', position: 5 }] })
  writeFileSync(at('book'), exported.stdout)
  writeFileSync(at('heads'), heads.stdout)
  expect(oneseal('verify', at('book'))).toMatchObject({
    status: 0,
    stdout: '账簿前后一致，共 5 条（consistent up to 5）。未对照公布的封存值，不能排除整本重写。\n',
  })
  expect(oneseal('verify', at('book'), '--heads', at('heads'))).toMatchObject({
    status: 0,
    stdout: '账簿完整无误，共 5 条，与公布的 1 个封存值相符。\n',
  })
  for (const [others, status] of [
    [heads.stdout.replace('"toys"', '"town"'), 2],
    [heads.stdout.replace('"position": 5', '"position": 0'), 2],
    [`\uFEFF${heads.stdout}`, 0],
  ] as const) {
    writeFileSync(at('others'), others)
    expect(oneseal('verify', at('book'), '--heads', at('others')).status).toBe(status)
  }
  writeFileSync(at('others'), heads.stdout.replace('"toys"', '"town"'))
  expect(oneseal('verify', at('book'), '--heads', at('others')).stderr).toBe('封存值是审批局 town 的，账簿是审批局 toys 的，无从对照。\n')
  writeFileSync(at('book'), exported.stdout.replace('"coins":3', '"coins":300'))
  expect(oneseal('verify', at('book'))).toMatchObject({ status: 1, stdout: '第 3 条被改动：内容与封存的摘要不符。\n' })
})

it('writes the public form to a file', () => {
  expect(oneseal('journal', 'export', '--public', '--output', at('public'))).toMatchObject({ status: 0, stdout: '' })
  expect(readFileSync(at('public'), 'utf8')).not.toContain('张三')
  expect(oneseal('verify', at('public'))).toMatchObject({
    status: 0,
    stdout: expect.stringContaining('（公开版，不含个人信息、自由填写的文字和文件）'),
  })
})

it('says what is wrong in a sentence and by its exit status', () => {
  expect(oneseal('verify', at('nowhere'))).toMatchObject({ status: 2, stderr: `读不到文件 ${at('nowhere')}（ENOENT）。\n` })
  expect(oneseal('verify', home)).toMatchObject({ status: 2, stderr: `读不到文件 ${home}（EISDIR）。\n` })
  expect(oneseal('journal', 'import', home)).toMatchObject({ status: 1, stderr: '给的是文件夹，这里要一个文件。\n' })
  expect(oneseal('verify').status).toBe(2)
  expect(oneseal('verify', at('public'), '--heads', at('public')).status).toBe(2)
  expect(oneseal('journal').status).toBe(2)
  expect(oneseal('journal', 'burn').stderr).toContain('用法')
  expect(oneseal('journal', 'export', '--bureau', 'empty')).toMatchObject({
    status: 1,
    stdout: '',
    stderr: '审批局 empty 还没有账簿，没有可导出的内容。\n',
  })
  writeFileSync(at('full'), oneseal('journal', 'export').stdout)
  expect(oneseal('journal', 'import', at('full'))).toMatchObject({ status: 1, stderr: expect.stringContaining('这个版本的程序不认识') })
})

it('refuses, in Chinese, an embedded database that a running server holds', async () => {
  const database = await openDatabase({ folder: at('data/database') })
  const refused = oneseal('journal', 'export')
  await database.close()
  expect(refused).toMatchObject({
    status: 1,
    stderr: `数据文件夹 ${at('data/database')} 正被另一个进程（进程号 ${process.pid}）使用，请先停止它，或者换一个文件夹。\n`,
  })
})

it('carries a book with its files into another installation', { timeout: 120_000 }, async () => {
  const digest = await openFileStore(at('from/files'), 1_000_000).keep(Buffer.from('章程（草案）'))
  const take: Act = {
    name: 'take',
    needs: () => [{ kind: 'unique', id: 'x' }],
    decide: () => ({
      entries: [{ subject: { kind: 'unique', id: 'x' }, type: 'unique-taken', version: 1, data: { material: digest } }],
      answer: null,
    }),
  }
  const source = await openDatabase({ folder: at('from/database') })
  await migrate(source)
  const writer = toyWriter(source, { kinds: desks.flatMap((desk) => desk.kinds), rows: [], acts: [take] })
  expect(await writer.submit(command('take', {}, { bureau: 'toys' }))).toMatchObject({ ok: true })
  await source.close()

  expect(onesealIn('from', 'journal', 'export', '--output', at('moving'))).toMatchObject({
    status: 0,
    stderr: expect.stringContaining('1 条，文件 1 个'),
  })
  expect(onesealIn('to', 'journal', 'import', at('moving'))).toMatchObject({ status: 0, stderr: expect.stringContaining('1 条，文件 1 个') })
  expect(readFileSync(openFileStore(at('to/files'), 1_000_000).pathOf(digest), 'utf8')).toBe('章程（草案）')
  const target = await openDatabase({ folder: at('to/database') })
  expect(await factsOfFile(target, 'toys', digest)).toMatchObject({ size: 18 })
  await target.close()
  expect(onesealIn('to', 'journal', 'import', at('moving'))).toMatchObject({ status: 0, stderr: expect.stringContaining('接着第 1 条继续') })
})
