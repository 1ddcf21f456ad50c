import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { publishedTables } from '../data/calendars/load.ts'
import { instantOfMillis } from '../rules/time/instant.ts'
import { type House, openHouse } from './app.ts'
import { desks } from './desks.ts'
import { foldAnewAtStart, noteOpened } from './fold-at-start.ts'
import { followersOf } from './followers.ts'
import { keepCalendars } from './desks/calendars/keep-calendars.ts'
import { draftUpgradedItemsEverywhere } from './desks/catalogue/public.ts'
import { eraseClosedAccounts } from './desks/people/public.ts'
import { paced } from './platform/agents/agents.ts'
import { type Database, openDatabase } from './platform/database/database.ts'
import { startFollowers } from './platform/agents/followers.ts'
import { forgetOldSecrets } from './platform/identity/forget-old.ts'
import { migrate } from './platform/database/migrate.ts'
import { sealer } from './platform/book/seal.ts'
import type { Settings } from './platform/settings.ts'
import { startTimerAgent } from './platform/agents/timer-agent.ts'

export interface Served {
  readonly house: House
  readonly database: Database
  /** The port that was given, where 0 was asked for. */
  readonly port: number
  /** Stops in order: no new requests, those at hand, followers, timers, audit, database. */
  stop(): Promise<void>
}

export const release = (JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string }).version
const consoleFolder = fileURLToPath(new URL('../web/dist', import.meta.url))

/** Opens the database that the settings name, brought up to date. */
export async function openBookDatabase(settings: Settings): Promise<Database> {
  const database = await openDatabase({ url: settings.databaseUrl, folder: join(settings.dataFolder, 'database') })
  await migrate(database)
  return database
}

/** The house with the shipped calendars, every desk and the console where it is built; no followers yet, no port. */
export async function openBureauHouse(settings: Settings, database: Database): Promise<House> {
  const calendars = await keepCalendars(database, publishedTables())
  return openHouse({
    settings,
    database,
    desks,
    calendars,
    consoleFolder: existsSync(join(consoleFolder, 'index.html')) ? consoleFolder : undefined,
  })
}

/** Starts everything that runs by itself, and listens. `prepare` runs before the first request: to seed a demonstration. `say` hears what an upgrade asks for. */
export async function serve(
  settings: Settings,
  prepare: (house: House, database: Database) => Promise<void>,
  say: (line: string) => void = () => {},
): Promise<Served> {
  const database = await openBookDatabase(settings)
  await foldAnewAtStart(database, say)
  const house = await openBureauHouse(settings, database)
  await noteOpened(database, () => prepare(house, database))
  const { app, door, writer } = house
  const log = app.tellTrouble
  const ground = { database, files: door.files, settings, now: door.now }
  const { projections, agents } = followersOf(desks, ground)
  const followers = startFollowers({
    database,
    gatherMillis: 100,
    writer,
    projections: [sealer, ...projections],
    agents: agents.map((agent) => paced(agent, 100)),
    log,
  })
  // What another process entered into the calendar is seen within seconds.
  const calendars = setInterval(() => door.refreshCalendars().catch((error: unknown) => log('the calendars cannot be read', error)), 5000)
  const timers = startTimerAgent({ database, writer, clock: () => instantOfMillis(door.now().getTime()), log })
  const cleaning = setInterval(
    () => forgetOldSecrets(database, door.now()).catch((error: unknown) => log('old sessions cannot be cleared', error)),
    3_600_000,
  )
  let afterwards: Promise<unknown> = Promise.resolve()
  const stop = async (): Promise<void> => {
    clearInterval(calendars)
    clearInterval(cleaning)
    // Requests at hand get two seconds; a connection on which nothing was ever asked would hold the door for ever.
    const impatience = setTimeout(() => app.server.closeAllConnections(), 2000)
    await app.close()
    clearTimeout(impatience)
    await afterwards
    await timers.stop()
    await followers.stop()
    await house.close()
    await database.close()
  }
  try {
    await app.listen({ port: settings.port, host: settings.host })
  } catch (error) {
    await stop()
    throw error
  }
  // Nobody waits for these: the editors find the drafts when they next look, and who closed an account long ago does not look at all.
  afterwards = Promise.all([
    draftUpgradedItemsEverywhere(database, writer, release).catch((error: unknown) => log('the shipped items cannot be compared', error)),
    eraseClosedAccounts(database, writer).catch((error: unknown) => log('accounts closed long ago cannot be erased', error)),
  ])
  const address = app.server.address()
  return { house, database, port: typeof address === 'object' && address !== null ? address.port : settings.port, stop }
}
