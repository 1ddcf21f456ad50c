import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { readConfig } from '../config.ts'
import { peopleDesk } from '../desks/people/desk.ts'
import { seedPeople } from '../desks/people/seed-people.ts'
import { passwordHashOf } from '../desks/people/staff-secret.ts'
import type { Database } from '../platform/database/database.ts'
import { isPassword } from '../platform/identity/password.ts'
import { openBookDatabase } from '../serve.ts'
import { deskWriter } from './desk-writer.ts'
import { firstPeople } from './first-people.ts'

const folder = mkdtempSync(join(tmpdir(), 'oneseal-init-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const picture = join(folder, 'seal.png')
writeFileSync(picture, Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==', 'base64'))

const program = `import { run } from ${JSON.stringify(new URL('./init.ts', import.meta.url).href)}; process.exit(await run(process.stdin, process.stdout, process.argv.slice(1)))`
const node = new URL('../../node_modules/.bin/node', import.meta.url).pathname
const init = (data: string, args: readonly string[], env: Record<string, string> = {}) =>
  spawnSync(node, ['--input-type=module', '-e', program, '--', ...args], {
    encoding: 'utf8',
    input: '',
    env: { ...process.env, ONESEAL_DATA: join(folder, data), DATABASE_URL: '', ONESEAL_ADMIN_PASSWORD: '', ...env },
  })

const details = [
  ...['--bureau', 'haigang', '--name', '海港区行政审批局', '--letter-code', '海审批', '--region', '130302', '--unit-code', '500001'],
  ...['--admin-name', '甲某', '--security-name', '乙某', '--audit-name', '丙某'],
]

describe('oneseal init', () => {
  test('names every missing or wrong detail at once and opens nothing', () => {
    const done = init('wrong', ['--bureau', 'demo', '--region', '1303'])
    expect(done.status).toBe(2)
    expect(done.stderr).toContain('--bureau 的值不对')
    expect(done.stderr).toContain('--region 的值不对')
    expect(done.stderr).toContain('缺少 --name')
    expect(done.stdout).toBe('')
  })

  test('opens an empty bureau with three administrators and a dated seal, once', async () => {
    const seal = ['--seal', picture, '--seal-from', '2026-01-01', '--seal-until', '2028-12-31']
    const done = init('right', [...details, ...seal])
    expect(done.stderr).toBe('')
    expect(done.status).toBe(0)
    expect(done.stdout).toMatch(/admin {2}系统管理员 {2}\S{14}\n/)
    const settings = readConfig({ ONESEAL_DATA: join(folder, 'right'), ONESEAL_BUREAU: 'haigang' })
    const database = await openBookDatabase(settings)
    try {
      const first = await database.query<{ type: string; data: { demonstration: boolean } }>(
        'select type, data from journal where bureau = $1 order by position limit 1',
        ['haigang'],
      )
      expect(first.rows[0]).toMatchObject({ type: 'bureau-opened', data: { demonstration: false, heading: '海港区行政审批局文件' } })
      const staff = await database.query<{ login: string; roles: string[]; must_change: boolean }>(
        'select s.login, s.roles, p.must_change from staff s join staff_secret p on p.bureau = s.bureau and p.staff_id = s.id where s.bureau = $1 order by login',
        ['haigang'],
      )
      expect(staff.rows).toEqual([
        { login: 'admin', roles: ['system-administrator'], must_change: true },
        { login: 'audit', roles: ['audit-administrator'], must_change: true },
        { login: 'security', roles: ['security-administrator'], must_change: true },
      ])
      const seals = await database.query<{ data: unknown }>("select data from journal where bureau = $1 and type = 'seal-image-set'", ['haigang'])
      expect(seals.rows[0]!.data).toMatchObject({ from: '2026-01-01', until: '2028-12-31' })
    } finally {
      await database.close()
    }
    const other = init('right', details.with(details.indexOf('海港区行政审批局'), '别的审批局'))
    expect([other.status, other.stdout]).toEqual([1, ''])
    expect(other.stderr).toContain('已经开办')
  })

  /** The bureau's database while no command has it. */
  const within = async <A>(data: string, look: (database: Database) => Promise<A>): Promise<A> => {
    const database = await openBookDatabase(readConfig({ ONESEAL_DATA: join(folder, data), ONESEAL_BUREAU: 'haigang' }))
    try {
      return await look(database)
    } finally {
      await database.close()
    }
  }
  const toldBy = (stdout: string) => Object.fromEntries([...stdout.matchAll(/^ {2}(\w+) {2}\S+ {2}(\S+)$/gm)].map((found) => [found[1]!, found[2]!]))
  const fits = async (database: Database, login: string, password: string) => {
    const hash = await passwordHashOf(database, 'haigang', `s-${login}`)
    return hash !== undefined && (await isPassword(password, hash))
  }

  test('tells first passwords anew until somebody has signed in with them, for the telling may have been cut off', async () => {
    const first = toldBy(init('cut', details).stdout)
    expect(Object.keys(first)).toEqual(['admin', 'security', 'audit'])
    const signedIn = `insert into session (bureau, token_hash, kind, holder, holder_id, label, created_at, seen_at, expires_at, ip)
      values ('haigang', $1, 'cookie', 'staff', $1, '', now(), now(), now(), '')`
    await within('cut', (database) => database.query(signedIn, ['s-audit']))
    const again = init('cut', [...details, '--seal', picture, '--seal-from', '2026-01-01'])
    expect(again.stderr).toBe('')
    expect(again.stdout).toContain('以前显示过的作废')
    const second = toldBy(again.stdout)
    expect(Object.keys(second)).toEqual(['admin', 'security'])
    await within('cut', async (database) => {
      expect([await fits(database, 'admin', first.admin!), await fits(database, 'admin', second.admin!)]).toEqual([false, true])
      expect(await fits(database, 'audit', first.audit!)).toBe(true)
      expect((await database.query("select 1 from journal where type = 'seal-image-set'")).rowCount).toBe(1)
      for (const id of ['s-admin', 's-security']) await database.query(signedIn, [id])
    })
    const last = init('cut', details)
    expect([last.status, last.stdout]).toEqual([1, ''])
    expect(last.stderr).toContain('已经开办')
  })

  test('goes on where an opening was cut off in its middle', async () => {
    const people = firstPeople({
      ...{ bureau: 'haigang', name: '海港区行政审批局', heading: '海港区行政审批局文件', letterCode: '海审批', region: '130302', uscc: '' },
      ...{ unitCode: '500001', host: '', seal: undefined, sealFrom: '', sealUntil: '', password: undefined },
      ...{ admin: 'admin', adminName: '甲某', security: 'security', securityName: '乙某', audit: 'audit', auditName: '丙某' },
    })
    await within('half', (database) =>
      seedPeople({ writer: deskWriter(database, peopleDesk), database, now: () => new Date() }, 'haigang', {
        ...people,
        staff: [{ ...people.staff[0]!, roles: [] }],
      }),
    )
    const done = init('half', details)
    expect(done.stderr).toBe('')
    const told = toldBy(done.stdout)
    await within('half', async (database) => {
      const { rows } = await database.query<{ login: string; roles: string[] }>(
        "select login, roles from staff where bureau = 'haigang' order by login",
      )
      expect(rows.map(({ login, roles }) => [login, ...roles])).toEqual([
        ['admin', 'system-administrator'],
        ['audit', 'audit-administrator'],
        ['security', 'security-administrator'],
      ])
      for (const login of ['admin', 'security', 'audit']) expect(await fits(database, login, told[login]!), login).toBe(true)
      expect((await database.query("select type from journal where type = 'bureau-opened'")).rowCount).toBe(1)
    })
  })

  test.each([
    ['no such file', ['--seal', '/nowhere/seal.png', '--seal-from', '2026-01-01'], {}, 1, '读不到印章图样'],
    ['an unknown option', ['--colour', '红'], {}, 2, '用法：oneseal init'],
    ['a database that is not there', [], { DATABASE_URL: 'postgresql://x@127.0.0.1:1/x' }, 1, '连不上 DATABASE_URL'],
    ['a data folder that is a file', [], { ONESEAL_DATA: picture }, 2, '不能读写'],
  ])('with %s says so in one sentence and opens nothing', (_what, more, env, status, sentence) => {
    const done = init('nothing', [...details, ...more], env)
    expect([done.status, done.stdout]).toEqual([status, ''])
    expect(done.stderr).toContain(sentence)
    expect(done.stderr).not.toContain('    at ')
  })

  test('a seal that is no picture opens nothing', () => {
    writeFileSync(join(folder, 'seal.txt'), '不是图片')
    const done = init('text', [...details, '--seal', join(folder, 'seal.txt'), '--seal-from', '2026-01-01'])
    expect(done.status).toBe(1)
    expect(done.stderr).toContain('印章图样须是图片')
  })
})
