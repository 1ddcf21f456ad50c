import { expect, it, vi } from 'vitest'
import type { Actor, Json } from '../../../rules/act.ts'
import type { Database } from '../database/database.ts'
import { forEachEngine } from '../testing/databases.ts'
import { command, jarTable, toyWriter, wang } from '../testing/toy.ts'
import type { Done, Outcome } from './writer.ts'

const jar = (id: string) => ({ kind: 'jar', id })
const put = (id: string, coins: number, more: Parameters<typeof command>[2] & { note?: string; owner?: string } = {}) => {
  const { note, owner, ...rest } = more
  return command('put-coins', { jar: id, coins, ...(note !== undefined && { note }), ...(owner !== undefined && { owner }) }, rest)
}

async function book(database: Database, bureau = 'b') {
  const { rows } = await database.query<{
    position: number
    type: string
    subject_id: string
    subject_seq: number
    actor: Actor
    data: Json
    occurred_at: string
  }>('SELECT position, type, subject_id, subject_seq, actor, data, occurred_at FROM journal WHERE bureau = $1 ORDER BY position', [bureau])
  return rows
}

const done = (outcome: Outcome): Done => {
  if (!outcome.ok) throw new Error(`refused: ${outcome.refusal.code}`)
  return outcome
}
const code = (outcome: Outcome): string => (outcome.ok ? 'done' : outcome.refusal.code)

forEachEngine('the writer', (fresh) => {
  async function start(parts: Parameters<typeof toyWriter>[1] = {}) {
    const database = await fresh()
    await database.script(jarTable)
    return { database, writer: toyWriter(database, { log: () => {}, ...parts }) }
  }

  it('writes entry, state, row and personal data together and answers', async () => {
    const { database, writer } = await start()
    const outcome = done(await writer.submit(put('a', 3, { owner: '张三' })))
    expect(outcome).toMatchObject({ answer: { coins: 3 }, positions: [1, 1], seqs: [{ subject: jar('a'), seq: 1 }], replayed: false })
    expect((await book(database)).map(({ type, data, actor }) => [type, data, actor.name])).toEqual([['coins-put', { coins: 3 }, '王敏']])
    expect((await database.query('SELECT coins, seq, owner FROM jar_row')).rows).toEqual([{ coins: 3, seq: 1, owner: '张三' }])
    expect((await database.query('SELECT data FROM personal')).rows).toEqual([{ data: { owner: '张三' } }])
    await writer.submit(put('a', -3))
    expect((await database.query('SELECT coins FROM jar_row')).rows).toEqual([])
  })

  it('keeps a citizen’s name out of the entry', async () => {
    const { database, writer } = await start()
    await writer.submit(put('a', 1, { actor: { kind: 'citizen', id: 'c1', name: '李四', roles: [] } }))
    expect((await book(database))[0]!.actor).toEqual({ kind: 'citizen', id: 'c1', name: '申请人', roles: [] })
    expect(JSON.stringify((await database.query('SELECT * FROM subject')).rows)).not.toContain('李四')
  })

  it('lets one of two clerks win and tells the other who and when', async () => {
    const { writer } = await start()
    await writer.submit(put('a', 1))
    const seen = [{ subject: jar('a'), seq: 1 }]
    const li: Actor = { kind: 'staff', id: 'li', name: '李娜', roles: [] }
    const [first, second] = await Promise.all([
      writer.submit(put('a', 1, { expected: seen, actor: li })),
      writer.submit(put('a', 1, { expected: seen })),
    ])
    expect(first.ok).toBe(true)
    expect(second).toMatchObject({
      ok: false,
      refusal: { code: 'subject-changed-since-seen', detail: { by: '李娜', type: 'coins-put', seq: 2, seen: 1 } },
    })
    if (!second.ok) expect(String(second.refusal.detail?.at)).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+08:00$/)
  })

  it('does the same command once and gives the same answer; another body under the key is refused; a refusal is decided anew', async () => {
    const { database, writer } = await start()
    const first = done(await writer.submit(put('a', 2, { key: 'k' })))
    const again = done(await writer.submit(put('a', 2, { key: 'k' })))
    expect(again).toEqual({ ...first, replayed: true })
    expect(code(await writer.submit(put('a', 3, { key: 'k' })))).toBe('idempotency-key-reused')
    const together = await Promise.all([1, 2, 3].map(() => writer.submit(put('b', 5, { key: 'together' }))))
    expect(together.map((outcome) => done(outcome).replayed)).toEqual([false, true, true])
    expect(code(await writer.submit(put('c', -1, { key: 'later' })))).toBe('jar-empty')
    await writer.submit(put('c', 1))
    expect(done(await writer.submit(put('c', -1, { key: 'later' }))).answer).toEqual({ coins: 0 })
    const otherActor = { ...wang, id: 'other' }
    expect(done(await writer.submit(put('a', 7, { key: 'k', actor: otherActor }))).replayed).toBe(false)
    expect((await book(database)).filter((entry) => entry.subject_id === 'a')).toHaveLength(2)
    // Another process answers from the table, byte for byte.
    const second = toyWriter(database, { log: () => {} })
    expect(JSON.stringify(done(await second.submit(put('a', 2, { key: 'k' }))))).toBe(JSON.stringify({ ...first, replayed: true }))
  })

  it('forgets a key after seven days', async () => {
    let now = '2026-03-02T09:00:00+08:00'
    const { writer } = await start({ clock: () => now })
    await writer.submit(put('a', 2, { key: 'k' }))
    now = '2026-03-09T08:59:59+08:00'
    expect(code(await writer.submit(put('a', 9, { key: 'k' })))).toBe('idempotency-key-reused')
    now = '2026-03-09T09:00:01+08:00'
    expect(done(await writer.submit(put('a', 9, { key: 'k' }))).replayed).toBe(false)
  })

  it('makes a refused, a throwing and an unstorable command cost the others nothing', async () => {
    const log = vi.fn()
    const { database, writer } = await start({ log })
    const outcomes = await Promise.all([
      writer.submit(put('a', 1)),
      writer.submit(put('a', -9)),
      writer.submit(put('a', 1, { note: 'throw' })),
      writer.submit(put('a', 1, { note: 'a\u0000b' })),
      writer.submit(put('a', 1, { note: 'lone \ud800 surrogate' })),
      writer.submit(put('a', 0.5)),
      writer.submit(put('a', 1, { note: String.raw`a written-out \u0000 is only text, 𠮷 is whole` })),
      writer.submit(command('no-such-act', {})),
      writer.submit(put('a', 1, { key: 'bad \0 key' })),
      writer.submit(put('a', 1)),
    ])
    expect(outcomes.map(code)).toEqual([
      'done',
      'jar-empty',
      'internal-error',
      'text-not-storable',
      'text-not-storable',
      'internal-error',
      'done',
      'act-unknown',
      'text-not-storable',
      'done',
    ])
    expect((await book(database)).map((entry) => [entry.position, entry.subject_seq])).toEqual([
      [1, 1],
      [2, 2],
      [3, 3],
    ])
    expect(log).toHaveBeenCalledTimes(2)
  })

  it('replays a batch one by one when its SQL fails, so that only the culprit is refused', async () => {
    const { database, writer } = await start()
    await writer.submit(put('a', 1))
    // 3,000,000,000 folds well and is refused by the row's integer column only.
    const outcomes = await Promise.all([writer.submit(put('x', 1)), writer.submit(put('y', 3_000_000_000)), writer.submit(put('z', 1))])
    expect(outcomes.map(code)).toEqual(['done', 'internal-error', 'done'])
    expect((await book(database)).map((entry) => [entry.position, entry.subject_id])).toEqual([
      [1, 'a'],
      [2, 'x'],
      [3, 'z'],
    ])
  })

  it('refuses an act that writes about or reads what it did not ask for', async () => {
    const told: string[] = []
    const stray = {
      name: 'stray',
      needs: () => [],
      decide: () => ({ entries: [{ subject: jar('a'), type: 'coins-put', version: 1, data: { coins: 1 } }], answer: null }),
    }
    const peeping = {
      name: 'peeping',
      needs: () => [],
      decide: (_: unknown, loaded: (ref: { kind: string; id: string }) => unknown) => ({ entries: [], answer: String(loaded(jar('a'))) }),
    }
    const { writer } = await start({ acts: [stray, peeping], log: (_what, error) => told.push(String(error)) })
    expect([code(await writer.submit(command('stray', {}))), code(await writer.submit(command('peeping', {})))]).toEqual([
      'internal-error',
      'internal-error',
    ])
    expect(told.join()).toMatch(/did not ask for.*did not name/s)
  })

  it('loads in a second round what only the first one reveals', async () => {
    const follow = {
      name: 'follow',
      needs: (input: { from: string }, loaded: (ref: { kind: string; id: string }) => unknown) => {
        const owner = (loaded(jar(input.from)) as { owner?: string } | undefined)?.owner
        return owner === undefined ? [jar(input.from)] : [jar(input.from), jar(owner)]
      },
      decide: (_: unknown, loaded: (ref: { kind: string; id: string }) => unknown) => ({
        entries: [],
        answer: (loaded(jar('target')) as { coins: number }).coins,
      }),
    }
    const { database, writer } = await start()
    await writer.submit(put('target', 42))
    await writer.submit(put('pointer', 1, { owner: 'target' }))
    const cold = toyWriter(database, { acts: [follow as never] })
    expect(done(await cold.submit(command('follow', { from: 'pointer' }))).answer).toBe(42)
  })

  it('numbers without gaps under 32 submitters and two writer processes', async () => {
    const { database, writer } = await start()
    const other = toyWriter(database)
    const each = 12
    const outcomes = await Promise.all(
      Array.from({ length: 32 }, async (_, n) => {
        const mine = n % 2 === 0 ? writer : other
        const list: Outcome[] = []
        for (let turn = 0; turn < each; turn++) list.push(await mine.submit(command('open-jar', { coins: turn % 3 === 0 ? 0 : 1 })))
        return list
      }),
    )
    const numbers = outcomes.flat().map((outcome) => (done(outcome).answer as { number: number }).number)
    expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 32 * each }, (_, n) => n + 1))
    const entries = await book(database)
    expect(entries.map((entry) => entry.position)).toEqual(Array.from({ length: 64 * each }, (_, n) => n + 1))
    expect(entries.filter((entry) => entry.subject_id === 'counter').map((entry) => entry.subject_seq)).toEqual(
      Array.from({ length: 32 * each }, (_, n) => n + 1),
    )
  })

  it('does not take another process’s entries for its own where both filled the book to the same position', async () => {
    const { database, writer: other } = await start()
    let send = () => {}
    const held = new Promise<void>((resolve) => (send = resolve))
    const writer = toyWriter({ ...database, sendTransaction: (lane, statements) => held.then(() => database.sendTransaction(lane, statements)) })
    await other.submit(put('a', 1))
    // The first act finds nothing in memory and is done with the head held; the next two are decided ahead, the third on the second.
    await writer.submit(command('open-jar', { coins: 1 }))
    const ahead = [writer.submit(command('open-jar', { coins: 1 }))]
    await new Promise((resolve) => setTimeout(resolve, 20))
    ahead.push(writer.submit(command('open-jar', { coins: 1 })))
    await new Promise((resolve) => setTimeout(resolve, 20))
    // Meanwhile another process writes exactly as many entries as the second.
    await other.submit(command('move-coins', { from: 'a', to: 'b', coins: 1 }))
    send()
    const numbers = (await Promise.all(ahead)).map((outcome) => (done(outcome).answer as { number: number }).number)
    expect(numbers.sort()).toEqual([2, 3])
    const counted = (await book(database)).filter((entry) => entry.subject_id === 'counter')
    expect(counted.map((entry) => entry.subject_seq)).toEqual([1, 2, 3])
  })

  it('decides nothing on what it remembers while a batch that failed is being done over', async () => {
    const { database, writer: other } = await start()
    const gate = () => {
      let open = () => {}
      const opened = new Promise<void>((resolve) => (open = resolve))
      return { open, opened }
    }
    const pause = () => new Promise((resolve) => setTimeout(resolve, 50))
    const sending = gate()
    const saving = gate()
    let over = false
    const writer = toyWriter({
      ...database,
      sendTransaction: (lane, statements) => sending.opened.then(() => database.sendTransaction(lane, statements)),
      shortTransaction: (first, work) =>
        database.shortTransaction(first, async (tx, answers) => {
          const made = await work(tx, answers)
          if (over) await saving.opened
          return made
        }),
    })
    const openJar = () => writer.submit(command('open-jar', { coins: 1 }))
    await openJar()
    over = true
    const first = openJar()
    await pause()
    // Another process is quicker: the first fails, and is done over with the head held.
    await other.submit(put('a', 1))
    sending.open()
    await pause()
    const second = openJar()
    await pause()
    const third = first.then(openJar)
    saving.open()
    const numbers = (await Promise.all([first, second, third])).map((outcome) => (done(outcome).answer as { number: number }).number)
    expect(numbers.toSorted()).toEqual([2, 3, 4])
    expect((await book(database)).filter((entry) => entry.subject_id === 'counter').map((entry) => entry.subject_seq)).toEqual([1, 2, 3, 4])
  })

  it('lets no time of the book go back where the clock is put right by a little, and tells where it was set back', async () => {
    let now = '2026-03-02T09:00:03+08:00'
    const log = vi.fn()
    const { database, writer } = await start({ clock: () => now, log })
    await writer.submit(put('a', 1))
    now = '2026-03-02T09:00:00+08:00'
    await writer.submit(put('a', 1))
    expect((await book(database)).map((entry) => String(entry.occurred_at).slice(11, 19))).toEqual(['09:00:03', '09:00:03'])
    expect(log).not.toHaveBeenCalled()
    now = '2026-03-01T09:00:00+08:00'
    for (let turn = 0; turn < 2; turn++) await writer.submit(put('a', 1))
    expect(log.mock.calls.map(([what]) => what)).toEqual(['the clock of b went back by 86403 seconds'])
    expect(String((await book(database)).at(-1)!.occurred_at)).toContain('2026-03-01T09:00:00')
  })

  it('keeps bureaus apart', async () => {
    const { database, writer } = await start()
    await Promise.all([writer.submit(put('a', 1)), writer.submit(put('a', 5, { bureau: 'c' })), writer.submit(put('a', 1))])
    expect((await book(database, 'c')).map(({ position, subject_seq }) => [position, subject_seq])).toEqual([[1, 1]])
    expect(await book(database)).toHaveLength(2)
  })

  it('tells the listeners after the commit, and stops only when all is answered', async () => {
    const { writer } = await start()
    const heard: unknown[] = []
    const off = writer.onCommit((bureau, position) => heard.push([bureau, position]))
    const waiting = [writer.submit(put('a', 1)), writer.submit(put('a', 1))]
    await writer.stop()
    expect((await Promise.all(waiting)).map(code)).toEqual(['done', 'done'])
    expect(heard.at(-1)).toEqual(['b', 2])
    expect(code(await writer.submit(put('a', 1)))).toBe('server-stopping')
    off()
  })

  it('refuses to change or empty the journal', async () => {
    const { database, writer } = await start()
    await writer.submit(put('a', 1))
    for (const sql of [`UPDATE journal SET type = 'x'`, 'DELETE FROM journal', 'TRUNCATE journal'])
      await expect(database.query(sql)).rejects.toThrow('append-only')
  })
})

forEachEngine('timers before an act', (fresh) => {
  const at = (time: string) => `2026-03-02T${time}:00+08:00`
  async function start(timers: readonly Json[]) {
    const database = await fresh()
    await database.script(jarTable)
    let now = at('09:00')
    const writer = toyWriter(database, { clock: () => now, log: () => {} })
    done(await writer.submit(command('set-timers', { jar: 'a', timers })))
    return { database, writer, tick: (time: string) => (now = at(time)) }
  }
  const timer = (name: string, time: string, more: object = {}) => ({ name, dueAt: at(time), act: 'ring', certainty: 'final', ...more })
  const standing = async (database: Database) =>
    (await database.query<{ name: string }>('SELECT name FROM timer ORDER BY name')).rows.map((row) => row.name)

  it('lets what is due act first, with its legal instant, then the command', async () => {
    const { database, writer, tick } = await start([timer('one', '10:00'), timer('two', '11:00'), timer('late', '23:00')])
    expect(await standing(database)).toEqual(['late', 'one', 'two'])
    tick('12:00')
    await writer.submit(put('a', 1))
    expect((await book(database)).slice(1).map(({ type, occurred_at, actor }) => [type, occurred_at.slice(11, 16), actor.kind])).toEqual([
      ['timer-fired', '10:00', 'system'],
      ['timer-fired', '11:00', 'system'],
      ['coins-put', '12:00', 'staff'],
    ])
    expect(await standing(database)).toEqual(['late'])
  })

  it('alarms once on a provisional date, notes a refused timer once, and goes on', async () => {
    const { database, writer, tick } = await start([
      timer('maybe', '10:00', { certainty: 'provisional' }),
      timer('stuck', '10:30', { act: 'refuse-to-ring' }),
    ])
    tick('12:00')
    for (let turn = 0; turn < 3; turn++) await writer.submit(put('a', 1))
    const cold = toyWriter(database, { clock: () => at('13:00') })
    await cold.submit(put('a', 1))
    expect((await book(database)).map((entry) => entry.type)).toEqual([
      'timer-set',
      'timer-alarmed',
      'timer-refused',
      'coins-put',
      'coins-put',
      'coins-put',
      'coins-put',
    ])
    expect(await standing(database)).toEqual([])
    // A final date in place of the provisional one stands again.
    await cold.submit(command('set-timers', { jar: 'a', timers: [timer('maybe', '14:00')] }))
    expect(await standing(database)).toEqual(['maybe'])
  })

  it('fires once, though the clock is set forward, back and forward again', async () => {
    const { database, writer, tick } = await start([timer('noon', '12:00')])
    for (const time of ['13:00', '09:00', '14:00']) {
      tick(time)
      await writer.submit(put('a', 1))
    }
    expect((await book(database)).filter(({ type }) => type === 'timer-fired')).toHaveLength(1)
  })

  it('fires them by looking at the subject alone', async () => {
    const { database, writer, tick } = await start([timer('one', '10:00')])
    tick('12:00')
    expect(done(await writer.submit(command('fire-due-timers', { subject: jar('a') }))).positions).toBeNull()
    expect((await book(database)).map((entry) => entry.type)).toEqual(['timer-set', 'timer-fired'])
  })
})
