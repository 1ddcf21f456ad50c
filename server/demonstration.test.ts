import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readConfig } from './config.ts'
import { demonstrationPeople, seedDemonstration } from './demonstration.ts'
import { seedPeople } from './desks/people/seed-people.ts'
import type { Database } from './platform/database/database.ts'
import { migrate } from './platform/database/migrate.ts'
import { engines, forEachEngine } from './platform/testing/databases.ts'
import { openBureauHouse } from './serve.ts'

const folder = mkdtempSync(join(tmpdir(), 'oneseal-demonstration-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const settings = readConfig({ ONESEAL_DATA: folder, LOG_LEVEL: 'silent' })

const stands = async (database: Database) =>
  (
    await database.query<{ items: number; published: boolean; cases: number; staff: number }>(
      `select (select count(*) from item_version_row where bureau = 'demo') as items, (select count(*) from case_row where bureau = 'demo') as cases,
         (select count(*) from staff where bureau = 'demo') as staff,
         exists (select from journal where bureau = 'demo' and type = 'budget-published') as published`,
      [],
    )
  ).rows[0]!
const whole = { items: 38, published: true, cases: 3, staff: demonstrationPeople.staff.length }

forEachEngine('the demonstration', (fresh, engine) => {
  test('is completed by the next start where one was cut short, and then left alone', async () => {
    const database = await fresh()
    const house = await openBureauHouse(settings, database)
    await seedPeople({ ...house, database, now: house.door.now }, 'demo', demonstrationPeople)
    await database.query('delete from staff_secret', [])
    await seedDemonstration(house, database, { cases: 3 })
    expect(await stands(database)).toEqual(whole)
    const { rows } = await database.query<{ n: number }>('select count(*) as n from staff_secret', [])
    expect(rows[0]!.n).toBe(demonstrationPeople.staff.length)
    const end = () => database.query('select max(position) from journal', []).then((answer) => answer.rows[0])
    const before = await end()
    await seedDemonstration(house, database, { cases: 3 })
    expect(await end()).toEqual(before)
    await house.close()
  })

  test.skipIf(engine === 'PGlite')('is seeded once by two servers that start together on a new database', async () => {
    // One of its own: where a test wrote before, the connections know the tables that are dropped here.
    const database = await engines.find(({ name }) => name === engine)!.make()
    await database.script('DROP SCHEMA public CASCADE; CREATE SCHEMA public')
    const start = async () => {
      await migrate(database)
      const house = await openBureauHouse(settings, database)
      await seedDemonstration(house, database, { cases: 3 })
      await house.close()
    }
    try {
      await Promise.all([start(), start()])
      expect(await stands(database)).toEqual(whole)
    } finally {
      await database.close()
    }
  })
})
