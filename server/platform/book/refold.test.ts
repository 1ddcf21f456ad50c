import { expect, it } from 'vitest'
import { command, jarKind, jarRows, jarTable, toyKinds, toyWriter } from '../testing/toy.ts'
import { readSubject } from '../writer/subjects.ts'
import { commitmentOf } from '../writer/personal.ts'
import { refold } from './refold.ts'
import { forEachEngine } from '../testing/databases.ts'

forEachEngine('the journal as the only source', (fresh) => {
  async function start() {
    const database = await fresh()
    await database.script(jarTable)
    const writer = toyWriter(database, { log: () => {} })
    const state = async (id: string) => (await readSubject(database, 'b', jarKind, id))!.state
    return { database, writer, state, refolded: () => refold(database, 'b', toyKinds, { rows: [jarRows] }) }
  }

  it('folds to what is stored: states, rows, timers, newest entries', async () => {
    const { database, writer, refolded } = await start()
    await Promise.all(
      Array.from({ length: 250 }, (_, n) =>
        writer.submit(n % 3 === 0 ? command('open-jar', { coins: n % 2 }) : command('put-coins', { jar: `j${n % 40}`, coins: n, owner: `主人${n}` })),
      ),
    )
    await writer.submit(command('move-coins', { from: 'j1', to: 'j2', coins: 1 }))
    const timers = [
      { name: 't', dueAt: '2999-01-01T00:00:00+08:00', act: 'ring', certainty: 'final' },
      { name: 'u', dueAt: '2020-01-01T00:00:00+08:00', act: 'ring', certainty: 'provisional' },
    ]
    await writer.submit(command('set-timers', { jar: 'j1', timers }))
    await writer.submit(command('put-coins', { jar: 'j1', coins: 1 }))
    const result = await refolded()
    expect(result.differences).toEqual([])
    expect(result.entries).toBe((await database.query<{ n: number }>('SELECT count(*) AS n FROM journal')).rows[0]!.n)
  })

  it('names each thing that was changed behind the book’s back', async () => {
    const { database, writer, refolded } = await start()
    await writer.submit(command('put-coins', { jar: 'a', coins: 1 }))
    await writer.submit(command('put-coins', { jar: 'b', coins: 1 }))
    await writer.submit(
      command('set-timers', { jar: 'c', timers: [{ name: 't', dueAt: '2999-01-01T00:00:00+08:00', act: 'ring', certainty: 'final' }] }),
    )
    await database.query(`UPDATE subject SET state = (state::jsonb || '{"coins": 2}')::json WHERE id = 'a'`)
    await database.query(`DELETE FROM jar_row WHERE id = 'b'`)
    await database.query(`DELETE FROM timer`)
    expect((await refolded()).differences.map(({ subject, what }) => `${subject.id} ${what}`)).toEqual(['a state', 'c timers', 'b row jar_row'])
    await database.query(`DELETE FROM subject WHERE id = 'b'`)
    expect((await refolded()).differences.at(-1)?.what).toBe('missing')
  })

  it('erases personal data from table, state and row; the commitment stays', async () => {
    const { database, writer, state, refolded } = await start()
    await writer.submit(command('put-coins', { jar: 'a', coins: 1, owner: '张三' }))
    expect((await state('a')).owner).toBe('张三')
    const [erased, after] = await Promise.all([
      writer.submit(command('erase-owner', { jar: 'a', positions: [1] })),
      writer.submit(command('put-coins', { jar: 'a', coins: 2 })),
    ])
    expect([erased.ok, after.ok]).toEqual([true, true])
    expect(await state('a')).toMatchObject({ coins: 3 })
    expect(JSON.stringify((await database.query('SELECT s.*, r.* FROM subject s, jar_row r')).rows)).not.toContain('张三')
    expect((await database.query('SELECT * FROM personal')).rows).toEqual([])
    expect((await refolded()).differences).toEqual([])
    expect((await writer.submit(command('put-coins', { jar: 'a', coins: 1 }))).ok).toBe(true)
    expect(await state('a')).not.toHaveProperty('owner')
  })

  it('corrects personal data by an entry that vouches for the right one', async () => {
    const { database, writer, state, refolded } = await start()
    await writer.submit(command('put-coins', { jar: 'a', coins: 1, owner: '张三' }))
    await writer.submit(command('correct-owner', { jar: 'a', position: 1, owner: '章三' }))
    expect((await state('a')).owner).toBe('章三')
    expect((await refolded()).differences).toEqual([])
    const { rows } = await database.query<{ salt: string; data: { owner: string }; corrected_by: number | null; commitment: string }>(
      `SELECT p.salt, p.data, p.corrected_by, j.personal_commitment AS commitment FROM personal p JOIN journal j USING (bureau, position) ORDER BY position`,
    )
    expect(rows.map((row) => [row.data.owner, row.corrected_by])).toEqual([
      ['章三', 2],
      ['章三', null],
    ])
    expect(commitmentOf(rows[0]!)).toBe(rows[1]!.commitment)
  })

  it('refuses to erase what is not in the book', async () => {
    const { writer } = await start()
    expect(await writer.submit(command('erase-owner', { jar: 'a', positions: [9] }))).toEqual({ ok: false, refusal: { code: 'internal-error' } })
  })
})
