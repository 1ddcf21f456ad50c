import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { adminPasswordOf, readConfig, variables, WrongConfiguration } from './config.ts'

const folder = mkdtempSync(join(tmpdir(), 'oneseal-config-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const read = (env: Record<string, string>) => readConfig({ ONESEAL_DATA: join(folder, 'data'), ...env })

describe('the configuration', () => {
  test('has sound defaults', () => {
    expect(read({})).toMatchObject({
      port: 8080,
      databaseUrl: undefined,
      bureau: 'demo',
      uploadLimitBytes: 20 * 1024 * 1024,
      trustProxy: false,
      secureCookies: false,
    })
  })
  test('makes its secret once and keeps it to its owner', () => {
    const first = read({}).secret
    expect(first.length).toBeGreaterThanOrEqual(43)
    expect(read({}).secret).toBe(first)
    expect(statSync(join(folder, 'data', 'secret')).mode & 0o077).toBe(0)
    expect(read({ ONESEAL_SECRET: 'x'.repeat(32) }).secret).toBe('x'.repeat(32))
  })
  test('refuses a name that it does not know, and no other program’s', () => {
    expect(() => read({ ONESEAL_SECURE_COOKIE: 'yes' })).toThrow('没有 ONESEAL_SECURE_COOKIE 这个设置')
    expect(read({ OTHER_SECURE_COOKIE: 'yes', ONESEAL_SEED: '1' }).secureCookies).toBe(false)
  })
  test('refuses a secret file that was cut short', () => {
    read({ ONESEAL_DATA: join(folder, 'cut') })
    writeFileSync(join(folder, 'cut/secret'), '')
    expect(() => read({ ONESEAL_DATA: join(folder, 'cut') })).toThrow('不完整')
  })
  test.each([
    ['PORT', '80a'],
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['DATABASE_URL', 'mysql://x'],
    ['ONESEAL_BUREAU', '开发区'],
    ['ONESEAL_UPLOAD_MB', '0'],
    ['ONESEAL_SECRET', 'short'],
    ['TRUST_PROXY', 'perhaps'],
    ['LOG_LEVEL', 'loud'],
  ])('refuses %s=%s by name', (name, value) => {
    expect(() => read({ [name]: value })).toThrow(WrongConfiguration)
    expect(() => read({ [name]: value })).toThrow(`环境变量 ${name}`)
  })
  test('names all that is wrong at once, and never repeats a secret or a database password', () => {
    const wrong = () => read({ PORT: 'x', TRUST_PROXY: 'y', DATABASE_URL: 'mysql://user:geheim@x', ONESEAL_SECRET: 'geheim' })
    expect(wrong).toThrow(/PORT[\s\S]*TRUST_PROXY/)
    try {
      wrong()
    } catch (error) {
      expect((error as Error).message).not.toContain('geheim')
    }
  })
  test('an empty admin password is none', () => {
    expect(adminPasswordOf({ ONESEAL_ADMIN_PASSWORD: '' })).toBeUndefined()
    expect(adminPasswordOf({ ONESEAL_ADMIN_PASSWORD: 'x' })).toBe('x')
  })
  test('stands in docs/configuration.md, variable for variable', () => {
    const page = readFileSync(new URL('../docs/configuration.md', import.meta.url), 'utf8')
    const listed = [...page.matchAll(/^\| `(\w+)` \| (?:`([^`]*)`|（空）) \| (.*) \| (.*) \|$/gm)].map(
      ([, name, fallback = '', meaning, expects]) => ({ name, fallback, meaning, expects }),
    )
    expect(listed).toEqual(Object.values(variables).map(({ name, fallback, meaning, expects }) => ({ name, fallback, meaning, expects })))
  })
})
