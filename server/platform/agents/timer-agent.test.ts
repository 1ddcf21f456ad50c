import { expect, it } from 'vitest'
import { forEachEngine } from '../testing/databases.ts'
import { command, jarTable, toyWriter } from '../testing/toy.ts'
import { fireAllDue, forgetOldKeys, startTimerAgent } from './timer-agent.ts'

forEachEngine('the timer agent', (fresh) => {
  async function start() {
    const database = await fresh()
    await database.script(jarTable)
    let now = '2026-03-02T09:00:00.000+08:00'
    const clock = () => now
    const writer = toyWriter(database, { clock, log: () => {} })
    const types = async () => (await database.query<{ type: string }>('SELECT type FROM journal ORDER BY position')).rows.map((row) => row.type)
    return { database, writer, clock, types, tick: (to: string) => (now = to) }
  }
  const timer = (act: string) => ({ name: 'end', dueAt: '2026-03-02T10:00:00+08:00', act, certainty: 'final' })

  it('lets a subject act by itself when its time has come, and not before', async () => {
    const { database, writer, clock, types, tick } = await start()
    await writer.submit(command('set-timers', { jar: 'a', timers: [timer('ring')] }))
    expect(await fireAllDue({ database, writer, clock })).toBe(0)
    const agent = startTimerAgent({ database, writer, clock, everyMillis: 10 })
    tick('2026-03-02T12:00:00.000+08:00')
    await expect.poll(types).toEqual(['timer-set', 'timer-fired'])
    await agent.stop()
    expect((await database.query<{ occurred_at: string }>(`SELECT occurred_at FROM journal WHERE type = 'timer-fired'`)).rows[0]!.occurred_at).toBe(
      '2026-03-02T10:00:00.000+08:00',
    )
  })

  it('leaves a timer whose act is broken for a minute, and fires the others', async () => {
    const { database, writer, clock, types, tick } = await start()
    await writer.submit(command('set-timers', { jar: 'broken', timers: [timer('no-such-act')] }))
    await writer.submit(command('set-timers', { jar: 'sound', timers: [timer('ring')] }))
    tick('2026-03-02T12:00:00.000+08:00')
    const failed = new Map<string, string>()
    expect(await fireAllDue({ database, writer, clock }, failed)).toBe(2)
    expect(await fireAllDue({ database, writer, clock }, failed)).toBe(0)
    expect(await types()).toEqual(['timer-set', 'timer-set', 'timer-fired'])
    // A minute of the bureau's clock, which a demonstration may set ahead.
    tick('2026-03-02T12:01:00.000+08:00')
    expect(await fireAllDue({ database, writer, clock }, failed)).toBe(0)
    tick('2026-03-02T12:01:00.001+08:00')
    expect(await fireAllDue({ database, writer, clock }, failed)).toBe(1)
  })

  it('takes away keys over seven days old', async () => {
    const { database, writer, clock, tick } = await start()
    await writer.submit(command('put-coins', { jar: 'a', coins: 1 }, { key: 'old' }))
    tick('2026-03-08T09:00:00.000+08:00')
    await writer.submit(command('put-coins', { jar: 'a', coins: 1 }, { key: 'new' }))
    tick('2026-03-10T09:00:00.000+08:00')
    await forgetOldKeys({ database, clock })
    expect((await database.query('SELECT key FROM command_key')).rows).toEqual([{ key: 'new' }])
  })
})
