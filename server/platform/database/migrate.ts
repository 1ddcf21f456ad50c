import { readdirSync } from 'node:fs'
import type { Database, Tx } from './database.ts'
import { CannotStart } from '../trouble-sentence.ts'
import { oneAtATime } from './one-at-a-time.ts'

const folder = new URL('../../migrations/', import.meta.url)
const shape = /^(\d{4})-[a-z0-9-]+\.ts$/

/**
 * Brings the database up to date: runs every file of `server/migrations` not yet recorded, in order of number, each in its own transaction.
 * Forward only: a database that a later version has brought further is refused, before anything is written in it. A file `NNNN-name.ts` exports `up`, SQL without parameters. Returns the names it ran.
 */
export async function migrate(database: Database): Promise<string[]> {
  // Of two servers that start together, IF NOT EXISTS alone lets both try, and one fail.
  await oneAtATime(database, 'migration', () =>
    database.script('CREATE TABLE IF NOT EXISTS migration (name text PRIMARY KEY, ran_at timestamptz NOT NULL DEFAULT now())'),
  )
  const names = readdirSync(folder)
    .filter((name) => shape.test(name))
    .sort()
  const twice = names.find((name, n) => n > 0 && names[n - 1]!.slice(0, 4) === name.slice(0, 4))
  if (twice !== undefined) throw new Error(`two migrations bear the number ${twice.slice(0, 4)}`)
  const later = (await database.query<{ name: string }>('SELECT name FROM migration WHERE name > $1 ORDER BY name DESC LIMIT 1', [names.at(-1)]))
    .rows[0]
  if (later !== undefined) throw new CannotStart(`数据库已由较新的版本升级过（${later.name.slice(0, 4)}），本版本不能使用它。请用较新的版本启动。`)
  const ran: string[] = []
  for (const name of names) {
    const { up } = (await import(new URL(name, folder).href)) as { up: string }
    if (await database.transaction((tx) => runOnce(tx, name, up))) ran.push(name)
  }
  return ran
}

async function runOnce(tx: Tx, name: string, up: string): Promise<boolean> {
  await tx.query('LOCK TABLE migration IN EXCLUSIVE MODE')
  const { rows } = await tx.query('SELECT 1 FROM migration WHERE name = $1', [name])
  if (rows.length > 0) return false
  // A DO block runs many statements as one, which the prepared protocol would refuse.
  await tx.query(`DO $migration$ BEGIN EXECUTE $statements$${up}$statements$; END $migration$`)
  await tx.query('INSERT INTO migration (name) VALUES ($1)', [name])
  return true
}
