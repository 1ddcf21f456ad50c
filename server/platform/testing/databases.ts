import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { afterAll, afterEach, describe } from 'vitest'
import { type Database, openDatabase } from '../database/database.ts'
import { openPglite } from '../database/database-pglite.ts'
import { migrate } from '../database/migrate.ts'

/** Gives an empty, migrated database that is taken back after the test. Several may be asked for in one test. */
export type Fresh = () => Promise<Database>

const cacheFolder = new URL('../../../node_modules/.cache/oneseal/', import.meta.url)
const migrations = new URL('../../migrations/', import.meta.url)

function templateFile(): URL {
  const hash = createHash('sha256').update(readFileSync(new URL('../../../node_modules/@electric-sql/pglite/package.json', import.meta.url)))
  for (const name of readdirSync(migrations).sort()) hash.update(name).update(readFileSync(new URL(name, migrations)))
  return new URL(`pglite-${hash.digest('hex').slice(0, 16)}.tar`, cacheFolder)
}

/** A migrated data folder is kept between runs, for making one takes two seconds. */
async function embedded(): Promise<Database> {
  const file = templateFile()
  if (existsSync(file)) return openPglite(undefined, new Blob([readFileSync(file)]))
  const database = await openPglite(undefined)
  await migrate(database)
  mkdirSync(cacheFolder, { recursive: true })
  const dump = await database.raw.dumpDataDir('none')
  const half = new URL(`${file.href}.${process.pid}`)
  writeFileSync(half, new Uint8Array(await dump.arrayBuffer()))
  renameSync(half, file)
  return database
}

let made = 0

async function onServer(url: string): Promise<Database> {
  const name = `test_${process.pid}_${Date.now().toString(36)}_${++made}`
  const own = new URL(url)
  own.pathname = `/${name}`
  await withAdmin(url, (admin) => admin.script(`CREATE DATABASE ${name}`))
  const database = await openDatabase({ url: own.href })
  await migrate(database)
  return {
    ...database,
    close: async () => {
      await database.close()
      await withAdmin(url, (admin) => admin.script(`DROP DATABASE ${name} WITH (FORCE)`))
    },
  }
}

async function withAdmin(url: string, work: (admin: Database) => Promise<void>): Promise<void> {
  const admin = await openDatabase({ url, connections: 1 })
  await work(admin).finally(() => admin.close())
}

/** Empties every table: the triggers that guard the journal are off for this one statement. */
async function empty(database: Database): Promise<void> {
  await database.transaction(async (tx) => {
    const { rows } = await tx.query<{ name: string }>(
      `SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'migration'`,
    )
    await tx.query(`SET LOCAL session_replication_role = replica`)
    await tx.query(`TRUNCATE ${rows.map((row) => row.name).join(', ')}`)
  })
}

/** A stock of databases of one make, each emptied before it is given again. */
function stock(make: () => Promise<Database>): { fresh: Fresh; takeBack: () => void; close: () => Promise<void> } {
  const idle: Database[] = []
  const out: Database[] = []
  const used = new WeakSet<Database>()
  return {
    async fresh() {
      const database = idle.pop() ?? (await make())
      if (used.has(database)) await empty(database)
      used.add(database)
      out.push(database)
      return database
    },
    takeBack: () => idle.push(...out.splice(0)),
    close: async () => {
      for (const database of [...idle, ...out]) await database.close()
    },
  }
}

/** PGlite always; real PostgreSQL where `TEST_DATABASE_URL` names one whose user may create databases. */
export const engines: readonly { readonly name: string; readonly make: () => Promise<Database> }[] = [
  { name: 'PGlite', make: embedded },
  ...(process.env.TEST_DATABASE_URL ? [{ name: 'PostgreSQL', make: () => onServer(process.env.TEST_DATABASE_URL!) }] : []),
]

/** `describe` once for each engine at hand; `fresh` gives the tests their databases. */
export function forEachEngine(title: string, define: (fresh: Fresh, engine: string) => void): void {
  for (const engine of engines) {
    describe(`${title} (${engine.name})`, () => {
      const shelf = stock(engine.make)
      afterEach(() => {
        shelf.takeBack()
      })
      afterAll(() => shelf.close())
      define(shelf.fresh, engine.name)
    })
  }
}
