import { expect, it } from 'vitest'
import { openDatabase } from '../database/database.ts'
import { forEachEngine } from '../testing/databases.ts'
import { command, jarTable, toyWriter } from '../testing/toy.ts'

/** Seconds that a foreign snapshot stays open: a minute in the long run (`HELD_SECONDS=60`). */
const seconds = Number(process.env.HELD_SECONDS ?? 5)
const clients = 16

forEachEngine('the writer under a foreign snapshot', (fresh, engine) => {
  it.skipIf(engine === 'PGlite')(`keeps its pace for ${seconds} seconds`, { timeout: (seconds + 30) * 1000 }, async () => {
    const database = await fresh()
    await database.script(jarTable)
    const writer = toyWriter(database)
    let next = 0
    /** Acts done in one second, each on a subject that few acts touch, as cases are. */
    const pace = async (): Promise<number> => {
      let done = 0
      const end = performance.now() + 1000
      await Promise.all(
        Array.from({ length: clients }, async () => {
          while (performance.now() < end) {
            const outcome = await writer.submit(command('put-coins', { jar: `case${next++ % 20_000}`, coins: 1 }))
            if (outcome.ok) done++
          }
        }),
      )
      return done
    }
    await pace()
    const free = await pace()
    const other = await openDatabase({ url: process.env.TEST_DATABASE_URL!.replace(/\/[^/]*$/, `/${await nameOf(database)}`), connections: 1 })
    const held: number[] = []
    await other.transaction(async (tx) => {
      await tx.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ')
      const seen = (await tx.query<{ n: number }>('SELECT count(*) AS n FROM journal')).rows[0]!.n
      for (let second = 0; second < seconds; second++) held.push(await pace())
      expect((await tx.query<{ n: number }>('SELECT count(*) AS n FROM journal')).rows[0]!.n).toBe(seen)
    })
    await other.close()
    console.info(`acts a second, free ${free}; under an open snapshot, second by second: ${held.join(' ')}`)
    const late = held.slice(-Math.max(2, Math.floor(seconds / 5)))
    expect(Math.max(...late)).toBeGreaterThan(free / 3)
  })
})

const nameOf = async (database: Awaited<ReturnType<typeof openDatabase>>): Promise<string> =>
  (await database.query<{ name: string }>('SELECT current_database() AS name')).rows[0]!.name
