import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { openDatabase } from '../platform/database/database.ts'

const home = mkdtempSync(join(tmpdir(), 'oneseal-refold-'))
afterAll(() => rmSync(home, { recursive: true, force: true }))
const cli = new URL('../cli.ts', import.meta.url).pathname

function oneseal(...args: string[]) {
  const environment = { PATH: process.env.PATH, ONESEAL_DATA: home, ONESEAL_BUREAU: 'haigang', TZ: 'Asia/Shanghai' }
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], { encoding: 'utf8', input: '', env: environment })
  return { status, stdout, stderr }
}

async function change(...statements: string[]): Promise<void> {
  const database = await openDatabase({ folder: join(home, 'database') })
  for (const sql of statements) await database.query(sql)
  await database.close()
}

it('says where the store differs from the book, changes nothing unasked, mends when asked and while nobody serves', async () => {
  expect(oneseal('journal', 'refold')).toMatchObject({ status: 1, stderr: '审批局 haigang 还没有账簿。\n' })
  const opened = oneseal(
    ...['init', '--bureau', 'haigang', '--name', '海港区行政审批局', '--letter-code', '海审批', '--region', '130302', '--unit-code', '500001'],
    ...['--admin-name', '甲某', '--security-name', '乙某', '--audit-name', '丙某'],
  )
  expect(opened.status).toBe(0)
  const whole = /^照账簿重算 \d+ 个主体，与库里保存的完全一致。\n$/
  expect(oneseal('journal', 'refold')).toMatchObject({ status: 0, stdout: expect.stringMatching(whole) })

  await change(`UPDATE staff SET name = '丁某' WHERE login = 'admin'`, `UPDATE subject SET state = '{}' WHERE kind = 'bureau'`)
  const found = oneseal('journal', 'refold')
  expect(found).toMatchObject({ status: 1, stdout: expect.stringContaining('2 个与库里保存的不一致：') })
  expect(found.stdout).toMatch(/ {2}bureau bureau 状态\n/)
  expect(found.stdout).toMatch(/ {2}staff \S+ 清单 staff\n/)
  expect(found.stdout).toContain('没有改动。')

  await change(
    `INSERT INTO checkpoint (bureau, follower, agent, holder, held_until) VALUES ('haigang', 'x', true, 'p', now() + interval '10 minutes')`,
  )
  expect(oneseal('journal', 'refold', '--mend')).toMatchObject({ status: 1, stderr: expect.stringContaining('服务正在运行') })
  await change(`UPDATE checkpoint SET held_until = now() - interval '1 minute'`)
  expect(oneseal('journal', 'refold', '--mend')).toMatchObject({ status: 0, stdout: expect.stringContaining('已照账簿改正 2 个主体。') })
  expect(oneseal('journal', 'refold')).toMatchObject({ status: 0, stdout: expect.stringMatching(whole) })
})
