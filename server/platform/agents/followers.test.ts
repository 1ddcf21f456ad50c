import { expect, it } from 'vitest'
import type { Agent } from './agents.ts'
import { stepAgent } from './agents.ts'
import { startFollowers } from './followers.ts'
import { catchUp, type Projection, rebuild, stepProjection } from '../writer/projections.ts'
import { sealer, sealHeads } from '../book/seal.ts'
import { forEachEngine } from '../testing/databases.ts'
import { command, jarTable, toyWriter } from '../testing/toy.ts'

const put = (id: string, coins = 1) => command('put-coins', { jar: id, coins })

/** Coins put in a day, counted from the book. */
const tally: Projection = {
  name: 'tally',
  types: ['coins-put'],
  async apply(tx, bureau, entries) {
    const sum = entries.reduce((total, entry) => total + (entry.data as { coins: number }).coins, 0)
    await tx.query('INSERT INTO tally (bureau, coins) VALUES ($1, $2) ON CONFLICT (bureau) DO UPDATE SET coins = tally.coins + excluded.coins', [
      bureau,
      sum,
    ])
  },
  reset: async (tx, bureau) => {
    await tx.query('DELETE FROM tally WHERE bureau = $1', [bureau])
  },
}

forEachEngine('followers', (fresh) => {
  async function start() {
    const database = await fresh()
    await database.script(`${jarTable}; CREATE TABLE IF NOT EXISTS tally (bureau text PRIMARY KEY, coins bigint)`)
    return { database, writer: toyWriter(database) }
  }
  const coins = async (database: Awaited<ReturnType<typeof start>>['database']) =>
    (await database.query<{ coins: number }>('SELECT coins FROM tally')).rows[0]?.coins

  it('keep projections level with the book, woken by the writer, and rebuild them to the same', async () => {
    const { database, writer } = await start()
    const followers = startFollowers({ database, writer, projections: [sealer, tally], agents: [], pollMillis: 50 })
    await Promise.all(Array.from({ length: 700 }, (_, n) => writer.submit(put(`jar${n % 9}`, n % 5))))
    await followers.settled()
    expect(await coins(database)).toBe(1400)
    const seals = async () => (await database.query('SELECT position, digest FROM seal ORDER BY position')).rows
    const before = await seals()
    expect(before).toHaveLength(700)
    expect((await sealHeads(database, 'b')).at(-1)).toMatchObject({ position: 700, digest: (before.at(-1) as { digest: string }).digest })
    await followers.stop()
    await rebuild(database, sealer, 'b')
    await rebuild(database, tally, 'b')
    expect(await seals()).toEqual(before)
    expect(await coins(database)).toBe(1400)
  })

  it('see what another process wrote by looking again', async () => {
    const { database, writer } = await start()
    const followers = startFollowers({ database, writer, projections: [tally], agents: [], pollMillis: 20 })
    await toyWriter(database).submit(put('a', 7))
    await expect.poll(() => coins(database)).toBe(7)
    await followers.stop()
  })

  it('let an agent answer each entry once, though it meets some twice after a crash', async () => {
    const { database, writer } = await start()
    let crash = true
    const met: number[] = []
    // Puts a coin into the echo jar for every coin put elsewhere; the first process dies after its third answer, before the checkpoint moves.
    const echo: Agent = {
      name: 'echo',
      types: ['coins-put'],
      async react(entry, hands) {
        if (entry.subject.id === 'echo') return
        met.push(entry.position)
        const outcome = await hands.submit('put-coins', { jar: 'echo', coins: 1 })
        if (!outcome.ok) throw new Error(outcome.refusal.code)
        if (crash && met.length === 3) throw new Error('power cut')
      },
    }
    for (const id of ['a', 'b', 'c', 'd']) await writer.submit(put(id))
    const ground = (holder: string) => ({ database, writer, holder, aborted: () => false })
    await expect(stepAgent(ground('one'), echo, 'b')).rejects.toThrow('power cut')
    crash = false
    expect(await stepAgent(ground('two'), echo, 'b')).toBe('held')
    await database.query(`UPDATE checkpoint SET held_until = now() - interval '1 second'`)
    while ((await stepAgent(ground('two'), echo, 'b')) !== 'done');
    expect(met).toEqual([1, 2, 3, 3, 4])
    expect((await database.query(`SELECT coins FROM jar_row WHERE id = 'echo'`)).rows).toEqual([{ coins: 4 }])
  })

  it('try again after a failed reaction without holding up the others', async () => {
    const { database, writer } = await start()
    let failures = 2
    const told: string[] = []
    const shaky: Agent = {
      name: 'shaky',
      types: ['coins-put'],
      async react() {
        if (failures-- > 0) throw new Error('printer on fire')
      },
    }
    const followers = startFollowers({ database, writer, projections: [tally], agents: [shaky], pollMillis: 20, log: (what) => told.push(what) })
    await writer.submit(put('a', 5))
    await expect.poll(() => coins(database)).toBe(5)
    await expect
      .poll(async () => (await database.query<{ position: number }>(`SELECT position FROM checkpoint WHERE follower = 'shaky'`)).rows[0]?.position, {
        timeout: 5000,
      })
      .toBe(1)
    expect(told).toEqual(['shaky of b failed (1)', 'shaky of b failed (2)'])
    await followers.stop()
    expect((await database.query(`SELECT holder FROM checkpoint WHERE follower = 'shaky'`)).rows).toEqual([{ holder: null }])
  })

  it('hold a projection by its row: a second hand is turned away', async ({ skip }) => {
    const { database, writer } = await start()
    if (database.engine === 'pglite') skip('one connection')
    await writer.submit(put('a'))
    await stepProjection(database, tally, 'b')
    await writer.submit(put('a'))
    await database.transaction(async (tx) => {
      await tx.query(`SELECT 1 FROM checkpoint WHERE follower = 'tally' FOR UPDATE`)
      expect(await stepProjection(database, tally, 'b')).toBe('held')
    })
    await catchUp(database, tally, 'b')
    expect(await coins(database)).toBe(2)
  })
})
