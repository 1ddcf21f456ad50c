import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findPostgres, startPostgres } from '../../../scripts/postgres.mjs'
import { type Database, openDatabase } from '../database/database.ts'
import { exportJournal } from '../book/export-journal.ts'
import { migrate } from '../database/migrate.ts'
import { refold } from '../book/refold.ts'
import { crashCommand } from '../testing/crash-command.ts'
import { jarRows, jarTable, toyKinds, toyWriter } from '../testing/toy.ts'
import { verifyLines } from '../book/verify-journal.ts'
import type { Outcome } from './writer.ts'

/** Three kills in the ordinary run; the long one asks for twenty. */
const rounds = Number(process.env.CRASH_ROUNDS ?? 3)
const home = mkdtempSync(join(tmpdir(), 'oneseal-crash-'))
afterAll(() => rmSync(home, { recursive: true, force: true }))

const random = (least: number, most: number): number => least + Math.floor(Math.random() * (most - least + 1))

interface Told {
  sent: Set<string>
  answered: Map<string, Outcome>
  bugs: unknown[]
}

/** A line cut off by the kill was never told, so it is left out. */
function readSide(file: string): Told {
  const told: Told = { sent: new Set(), answered: new Map(), bugs: [] }
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n').slice(0, -1) : []
  for (const line of lines) {
    const { sent, answered, outcome, bug, error } = JSON.parse(line) as {
      sent?: string
      answered?: string
      outcome?: Outcome
      bug?: string
      error?: string
    }
    if (sent !== undefined) told.sent.add(sent)
    if (answered !== undefined) told.answered.set(answered, outcome!)
    if (bug !== undefined) told.bugs.push(bug, error)
  }
  return told
}

/** Runs a child until it has answered something, then to its end: killed from outside, by itself at a commit, or by `disturb`. */
async function runUntilDead(where: string, side: string, round: number, death: string, disturb?: () => Promise<void>): Promise<void> {
  const program = new URL('../testing/crash-child.ts', import.meta.url).pathname
  const child = spawn(process.execPath, [program, where, side, String(round), death], { stdio: ['ignore', 'ignore', 'inherit'] })
  const ended = once(child, 'exit')
  if (death === '') {
    for (let waited = 0; readSide(side).answered.size === 0 && waited < 30_000; waited += 20) await sleep(20)
    if (disturb) await disturb()
    await sleep(random(20, 900))
    child.kill('SIGKILL')
  }
  const [, signal] = (await ended) as [number | null, string | null]
  expect(signal).toBe('SIGKILL')
}

/** What the dead process had sent may still be under way in the server. */
async function othersAreGone(database: Database): Promise<void> {
  const others = `SELECT count(*) AS n FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'`
  if (database.engine === 'postgres') await expect.poll(async () => (await database.query<{ n: number }>(others)).rows[0]!.n).toBe(0)
}

/** The book after the kill: nothing acknowledged lost, nothing half-done, sealed, folded, and every key answers as it did. */
async function examine(database: Database, told: Told): Promise<void> {
  expect(told.bugs).toEqual([])
  await othersAreGone(database)
  expect(told.answered.size).toBeGreaterThan(0)
  const kept = new Map(
    (await database.query<{ key: string; answer: Outcome }>('SELECT key, answer::json FROM command_key')).rows.map((row) => [row.key, row.answer]),
  )
  for (const [key, outcome] of told.answered) if (outcome.ok) expect(kept.get(key), key).toEqual(outcome)
  const acts = (
    await database.query<{ act_id: string; types: string[] }>(
      'SELECT act_id, array_agg(type ORDER BY position) AS types FROM journal GROUP BY act_id',
    )
  ).rows
  const whole = ['coins-put', 'coins-moved,coins-moved', 'number-taken,coins-put']
  expect(acts.filter((act) => !whole.includes(act.types.join()))).toEqual([])
  expect(new Set(acts.map((act) => act.act_id))).toEqual(new Set([...kept.values()].map((answer) => (answer.ok ? answer.actId : ''))))
  const writer = toyWriter(database)
  const again = await Promise.all([...told.sent].map(async (key) => [key, await writer.submit(crashCommand(key))] as const))
  for (const [key, outcome] of again) {
    const before = told.answered.get(key)
    if (before?.ok) expect(outcome).toEqual({ ...before, replayed: true })
    else if (kept.has(key)) expect(outcome).toEqual({ ...kept.get(key), replayed: true })
  }
  await writer.stop()
  expect((await refold(database, 'b', toyKinds, { rows: [jarRows] })).differences).toEqual([])
  const lines: string[] = []
  await exportJournal(database, 'b', (line) => void lines.push(line), { publicOnly: false })
  async function* each() {
    yield* lines
  }
  expect((await verifyLines(each())).sentence).toMatch(/^账簿前后一致/)
}

const deathOf = (round: number): string => ['', `after-commit:${random(5, 60)}`, `before-commit:${random(5, 60)}`][round % 3]!

async function prepare(where: { url?: string; folder?: string }): Promise<void> {
  const database = await openDatabase(where)
  await migrate(database)
  await database.script(jarTable)
  await database.close()
}

describe('a killed process', () => {
  it(`loses nothing on PGlite, ${rounds} times`, { timeout: rounds * 60_000 }, async () => {
    const folder = join(home, 'embedded')
    await prepare({ folder })
    for (let round = 0; round < rounds; round++) {
      const side = join(home, `embedded-${round}`)
      await runUntilDead(folder, side, round, deathOf(round))
      const database = await openDatabase({ folder })
      await examine(database, readSide(side)).finally(() => database.close())
    }
  })

  describe.skipIf(findPostgres() === undefined)('on PostgreSQL', () => {
    let server: Awaited<ReturnType<typeof startPostgres>>
    beforeAll(async () => {
      server = await startPostgres({ fsync: true })
      await prepare({ url: server.url })
    })
    afterAll(() => server.stop())

    it(`loses nothing, ${rounds} times`, { timeout: rounds * 60_000 }, async () => {
      for (let round = 0; round < rounds; round++) {
        const side = join(home, `server-${round}`)
        await runUntilDead(server.url, side, round, deathOf(round))
        const database = await openDatabase({ url: server.url })
        await examine(database, readSide(side)).finally(() => database.close())
      }
    })

    it('loses nothing when the database itself dies under it and comes back', { timeout: rounds * 60_000 }, async () => {
      for (let round = 100; round < 100 + rounds; round++) {
        const side = join(home, `server-${round}`)
        await runUntilDead(server.url, side, round, '', async () => {
          await sleep(random(20, 400))
          await server.kill()
          await sleep(random(0, 300))
          await server.restart()
          const before = readSide(side).answered.size
          await expect.poll(() => readSide(side).answered.size, { timeout: 20_000 }).toBeGreaterThan(before)
        })
        const told = readSide(side)
        expect([...told.answered.values()].filter((outcome) => !outcome.ok && outcome.refusal.code !== 'jar-empty')).toEqual([])
        const database = await openDatabase({ url: server.url })
        await examine(database, told).finally(() => database.close())
      }
    })
  })
})
