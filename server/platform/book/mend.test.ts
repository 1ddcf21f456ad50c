import { expect, it } from 'vitest'
import { forEachEngine } from '../testing/databases.ts'
import { command, jarKind, jarRows, jarTable, toyKinds, toyWriter } from '../testing/toy.ts'
import { readSubject } from '../writer/subjects.ts'
import { mend, subjectsWithoutState } from './mend.ts'
import { refold } from './refold.ts'

const parts = { kinds: toyKinds, rows: [jarRows] }

forEachEngine('making anew what the book does not bear out', (fresh) => {
  async function start() {
    const database = await fresh()
    await database.script(jarTable)
    const writer = toyWriter(database, { log: () => {} })
    const timer = { name: 't', dueAt: '2099-01-01T00:00:00+08:00', act: 'ring', certainty: 'final' }
    for (const jar of ['a', 'b', 'c', 'd']) {
      await writer.submit(command('put-coins', { jar, coins: 3 }))
      await writer.submit(command('set-timers', { jar, timers: [timer] }))
    }
    const differences = async () => (await refold(database, 'b', toyKinds, parts)).differences
    return { database, differences }
  }

  it('writes state, row and timers of the subjects that differ, takes away what should not be, and touches no other', async () => {
    const { database, differences } = await start()
    const change = (sql: string) => database.query(sql)
    await change(`UPDATE subject SET state = '{"coins": 9, "steps": [], "timers": []}' WHERE id = 'a'`)
    await change(`DELETE FROM jar_row WHERE id = 'a'`)
    await change(`UPDATE timer SET name = 'other' WHERE subject_id = 'b'`)
    await change(`DELETE FROM subject WHERE id = 'c'`)
    const untouched = () => database.query(`SELECT s.ctid, s.xmin FROM subject s WHERE id = 'd'`).then(({ rows }) => rows)
    const before = await untouched()
    const wrong = [
      ...(await differences()).filter(({ subject }) => subject.id !== '').map(({ subject }) => subject),
      ...(await subjectsWithoutState(database, 'b')),
    ]
    expect([...new Set(wrong.map(({ id }) => id))].sort()).toEqual(['a', 'b', 'c'])
    await mend(database, 'b', parts, wrong)
    expect(await differences()).toEqual([])
    expect(await untouched()).toEqual(before)
    expect((await readSubject(database, 'b', jarKind, 'c'))!.state.coins).toBe(3)
  })

  it('takes away a row that should not be there', async () => {
    const { database, differences } = await start()
    const writer = toyWriter(database)
    await writer.submit(command('put-coins', { jar: 'a', coins: -3 }))
    await database.query(`INSERT INTO jar_row (bureau, id, coins, seq) VALUES ('b', 'a', 1, 1)`)
    await mend(
      database,
      'b',
      parts,
      (await differences()).map(({ subject }) => subject),
    )
    expect(await differences()).toEqual([])
  })

  it('leaves alone what the book does not speak of', async () => {
    const { database, differences } = await start()
    await database.query(`INSERT INTO subject (bureau, kind, id, seq, state, last) VALUES ('b', 'jar', 'z', 1, '{}', '{}')`)
    await mend(database, 'b', parts, [{ kind: 'jar', id: 'z' }])
    expect((await differences()).map(({ subject, what }) => `${subject.id} ${what}`)).toEqual(['z missing', ' missing'])
  })
})
