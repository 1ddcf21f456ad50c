import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { readConfig } from '../config.ts'
import { citizenOfPhone } from '../desks/people/public.ts'
import { isPassword } from '../platform/identity/password.ts'
import { openBookDatabase, openBureauHouse } from '../serve.ts'

const home = mkdtempSync(join(tmpdir(), 'oneseal-move-'))
afterAll(() => rmSync(home, { recursive: true, force: true }))
const cli = new URL('../cli.ts', import.meta.url).pathname

function oneseal(folder: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
    encoding: 'utf8',
    input: '',
    env: { PATH: process.env.PATH, ONESEAL_DATA: join(home, folder), ONESEAL_BUREAU: 'haigang', TZ: 'Asia/Shanghai' },
  })
  return { status, stdout, stderr }
}

const settingsOf = (folder: string) => readConfig({ ONESEAL_DATA: join(home, folder), ONESEAL_BUREAU: 'haigang' })

it('opens the door to the administrators of a bureau that was carried here, again until they use it, and says which secret finds its citizens', {
  timeout: 120_000,
}, async () => {
  const details = ['--bureau', 'haigang', '--name', '海港区行政审批局', '--letter-code', '海审批', '--region', '130302', '--unit-code', '500001']
  const people = ['--admin-name', '甲某', '--security-name', '乙某', '--audit-name', '丙某']
  expect(oneseal('old', 'init', ...details, ...people).status).toBe(0)
  const old = await openBookDatabase(settingsOf('old'))
  const house = await openBureauHouse(settingsOf('old'), old)
  expect(await citizenOfPhone(house.door, 'haigang', '13800001234')).toMatchObject({ ok: true })
  await house.close()
  await old.close()
  writeFileSync(join(home, 'book'), oneseal('old', 'journal', 'export').stdout)

  const moved = oneseal('new', 'journal', 'import', join(home, 'book'))
  expect(moved.status).toBe(0)
  const accountsIn = (said: string) =>
    [...said.matchAll(/^ {2}(\S+) {2}\S+ {2}(\S{14})$/gm)].map(([, login, password]) => [login!, password!] as const)
  const first = accountsIn(moved.stdout)
  // The first time the power failed before they were read: nobody has signed in, and they are told anew.
  const accounts = accountsIn(oneseal('new', 'journal', 'import', join(home, 'book')).stdout)
  expect(accounts.filter(([, password], n) => password === first[n]![1])).toEqual([])
  expect(accounts.map(([login]) => login)).toEqual(['admin', 'audit', 'security'])
  expect(moved.stderr).toContain('secret 文件')
  const database = await openBookDatabase(settingsOf('new'))
  for (const [login, password] of accounts) {
    const { rows } = await database.query<{ password_hash: string; must_change: boolean }>(
      'select p.password_hash, p.must_change from staff s join staff_secret p on p.bureau = s.bureau and p.staff_id = s.id where s.login = $1',
      [login],
    )
    expect(rows[0]!.must_change).toBe(true)
    expect(await isPassword(password, rows[0]!.password_hash)).toBe(true)
  }
  await database.query("update staff_secret set must_change = false where staff_id <> 's-audit'")
  await database.query(
    `insert into session (bureau, token_hash, kind, holder, holder_id, label, idle_minutes, created_at, seen_at, expires_at, ip)
     values ('haigang', 'x', 'cookie', 'staff', 's-audit', '', 30, now(), now(), now() + interval '1 hour', '::1')`,
  )
  await database.close()

  writeFileSync(join(home, 'new/secret'), settingsOf('old').secret)
  expect(oneseal('new', 'journal', 'import', join(home, 'book'))).toMatchObject({
    status: 0,
    stdout: '',
    stderr: expect.not.stringContaining('secret'),
  })
})
