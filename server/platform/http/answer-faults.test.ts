import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readConfig } from '../../config.ts'
import { openShell } from './shell.ts'

const folder = mkdtempSync(join(tmpdir(), 'oneseal-faults-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const coded = (code: string) => Object.assign(new Error(`fault ${code}`), { code })

test.each([
  ['a database that is not there', coded('ECONNREFUSED'), 503, 'book-not-reachable', '5'],
  ['a database that shuts down', coded('57P01'), 503, 'book-not-reachable', '5'],
  ['a connection that broke', new Error('Connection terminated unexpectedly'), 503, 'book-not-reachable', '5'],
  ['no connection left', coded('53300'), 503, 'book-not-reachable', '5'],
  ['a full disk', coded('ENOSPC'), 507, 'disk-full', undefined],
  ['a full disk of the database', coded('53100'), 507, 'disk-full', undefined],
  ['a fault of the program', coded('ENOENT'), 500, 'broken', undefined],
])('%s is told for what it is', async (_what, fault, status, code, retry) => {
  const app = await openShell(readConfig({ ONESEAL_DATA: folder, LOG_LEVEL: 'silent' }))
  app.get('/api/x', () => Promise.reject(fault))
  const answer = await app.inject('/api/x')
  expect([answer.statusCode, answer.json().code, answer.headers['retry-after']]).toEqual([status, code, retry])
  expect(answer.json().title).not.toContain('fault')
  await app.close()
})
