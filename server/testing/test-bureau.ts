import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { publishedTables } from '../../data/calendars/load.ts'
import type { Actor } from '../../rules/act.ts'
import { instantOfMillis } from '../../rules/time/instant.ts'
import { type House, openHouse } from '../app.ts'
import { readConfig } from '../config.ts'
import { demonstrationPeople } from '../demonstration.ts'
import { followersOf } from '../followers.ts'
import { desks } from '../desks.ts'
import { keepCalendars } from '../desks/calendars/keep-calendars.ts'
import { citizenOfPhone } from '../desks/people/citizen-sign-in.ts'
import { type FirstPeople, seedPeople } from '../desks/people/seed-people.ts'
import type { Database } from '../platform/database/database.ts'
import { type Followers, startFollowers } from '../platform/agents/followers.ts'
import type { Desk } from '../platform/http/desk.ts'
import type { Settings } from '../platform/settings.ts'
import { engines } from '../platform/testing/databases.ts'
import { fireAllDue } from '../platform/agents/timer-agent.ts'
import type { Outcome } from '../platform/writer/writer.ts'
import { type Client, openClient } from './client.ts'
import { type PinnedClock, pinClock } from './pinned-clock.ts'

export interface TestBureau extends House {
  readonly bureau: string
  readonly database: Database
  readonly clock: PinnedClock
  /** A signed-in staff client: the first who bears the role, or a person by id (`s-…`). */
  as(roleOrId: string, more?: { readonly bearer?: boolean }): Promise<Client>
  /** A signed-in citizen; the account is made where the phone is new. */
  citizen(phone?: string, more?: { readonly bearer?: boolean }): Promise<Client>
  /** Somebody not signed in. */
  readonly stranger: Client
  /** Submits an act as the system, past the door. */
  submit(act: string, input: unknown, actor?: Actor): Promise<Outcome>
  /** Lets projections and agents come to the end of the book. */
  settle(): Promise<void>
  /** Lets timers act that are due by the pinned clock. */
  fireTimers(): Promise<void>
}

export interface TestBureauOptions {
  /** The pinned day; nine in the morning. Default 2026-03-02, a Monday. */
  readonly today?: string
  readonly people?: FirstPeople
  readonly desks?: readonly Desk[]
  readonly settings?: Partial<Settings>
}

/** One database for a test file; every bureau opened in it has its own code, so they cannot see each other. */
let shared: Promise<Database> | undefined
let opened = 0
const toClose = new Set<() => Promise<void>>()

afterAll(async () => {
  for (const close of toClose) await close()
  if (shared !== undefined) await (await shared).close()
  shared = undefined
})

const shipped = publishedTables()

/**
 * The whole house on PGlite in memory (on PostgreSQL where ONESEAL_TEST_ENGINE=postgres and TEST_DATABASE_URL names one), with the demonstration's
 * people, a pinned clock and no network: for tests through `app.inject`. Closes itself after the test file; `close` is for those who are impatient.
 */
export async function openTestBureau(options: TestBureauOptions = {}): Promise<TestBureau> {
  const engine = engines.find(({ name }) => (process.env.ONESEAL_TEST_ENGINE === 'postgres') === (name === 'PostgreSQL')) ?? engines[0]!
  shared ??= engine.make()
  const database = await shared
  const bureau = `test-${++opened}`
  const folder = mkdtempSync(join(tmpdir(), 'oneseal-test-'))
  const clock = pinClock(options.today ?? '2026-03-02')
  const used = options.desks ?? desks
  const settings: Settings = {
    ...readConfig({ ONESEAL_DATA: folder, ONESEAL_SECRET: 'a secret for tests only, 32 characters', ONESEAL_BUREAU: bureau, LOG_LEVEL: 'silent' }),
    ...options.settings,
  }
  const codes: string[] = []
  const codeSender = { showsOnPage: true, send: async ({ code }: { code: string }) => void codes.push(code) }
  const house = await openHouse({ settings, database, desks: used, calendars: await keepCalendars(database, shipped), now: clock.now, codeSender })
  await seedPeople({ ...house, database, now: clock.now }, bureau, options.people ?? demonstrationPeople)
  house.door.forgetBureaus()
  let followers: Followers | undefined
  const system: Actor = { kind: 'system', id: 'test', name: '测试', roles: [] }
  const close = async () => {
    if (!toClose.delete(close)) return
    await followers?.stop()
    await house.close()
    rmSync(folder, { recursive: true, force: true })
  }
  toClose.add(close)

  const client = async (holder: 'staff' | 'citizen', holderId: string, bearer: boolean): Promise<Client> => {
    const { token, handle } = await house.door.sessions.begin({ bureau, holder, holderId, kind: bearer ? 'bearer' : 'cookie', ip: '127.0.0.1' })
    return openClient(house.app, { holderId, token, kind: bearer ? 'bearer' : holder, secret: settings.secret, tokenHash: handle.tokenHash })
  }
  const holderOfRole = async (roleOrId: string): Promise<string> => {
    const { rows } = await database.query<{ id: string }>(
      'select id from staff where bureau = $1 and active and (id = $2 or roles @> array[$2::text]) order by id limit 1',
      [bureau, roleOrId],
    )
    if (rows[0] === undefined) throw new Error(`nobody here is ${roleOrId}`)
    return rows[0].id
  }

  return {
    ...house,
    bureau,
    database,
    clock,
    stranger: openClient(house.app, undefined),
    as: async (roleOrId, more) => client('staff', await holderOfRole(roleOrId), more?.bearer === true),
    async citizen(phone = '13800000001', more) {
      const found = await citizenOfPhone(house.door, bureau, phone)
      if (!found.ok) throw new Error(`no citizen: ${found.refusal.code}`)
      return client('citizen', found.value.id, more?.bearer === true)
    },
    submit: (act, input, actor = system) => house.writer.submit({ bureau, act, input, actor, channel: 'agent' }),
    async settle() {
      const ground = { database, files: house.door.files, settings, now: clock.now }
      followers ??= startFollowers({
        database,
        writer: house.writer,
        ...followersOf(used, ground),
        pollMillis: 60_000,
      })
      await followers.settled()
    },
    async fireTimers() {
      await fireAllDue({ database, writer: house.writer, clock: () => instantOfMillis(clock.now().getTime()) })
    },
    close,
  }
}
