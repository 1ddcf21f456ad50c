import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Database } from './database.ts'
import { forEachEngine } from '../testing/databases.ts'
import { RowList } from './row-list.ts'
import { insertRowList, upsertRowList } from './rows.ts'

const columns = ['bureau', 'number', 'whole', 'big', 'yes', 'words', 'thing', 'things', 'day', 'at', 'list']
let made = 0

/** A table of its own for each test; one column of it has been taken away since. */
async function newTable(database: Database): Promise<string> {
  const table = `toy_row_${++made}`
  await database.script(`CREATE TABLE ${table} (bureau text, number integer PRIMARY KEY, gone text, whole integer, big bigint, yes boolean, words text,
    thing json, things jsonb, day date, at timestamptz, list text[]);
    ALTER TABLE ${table} DROP COLUMN gone`)
  return table
}

/** Any text that the book can keep: no NUL, no half of a character; often what is a mark in some form of a list. */
const words = fc.oneof(
  fc.string({ unit: 'binary' }).map((text) => text.replaceAll('\0', '')),
  fc.array(fc.constantFrom('"', '\\', ',', '(', ')', '{', '}', 'NULL', ' ', '\n', '章', '𠀀')).map((marks) => marks.join('')),
)
const json = fc.jsonValue({ maxDepth: 2 }).filter((value) => !JSON.stringify(value).includes('\\u0000') && JSON.stringify(value).isWellFormed())
const orNull = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null })
const instant = fc
  .date({ min: new Date('1992-01-01T00:00:00Z'), max: new Date('2199-12-30T00:00:00Z'), noInvalidDate: true })
  .map((date) => `${new Date(date.getTime() + 8 * 3_600_000).toISOString().slice(0, -1)}+08:00`)
const row = fc.record({
  whole: orNull(fc.integer({ min: -2147483648, max: 2147483647 })),
  big: orNull(fc.maxSafeInteger()),
  yes: orNull(fc.boolean()),
  words: orNull(words),
  thing: orNull(json.filter((value) => value !== null)),
  things: orNull(json.filter((value) => value !== null && !JSON.stringify(value).includes('-0'))),
  day: orNull(instant.map((text) => text.slice(0, 10))),
  at: orNull(instant),
  list: orNull(fc.array(words)),
})

forEachEngine('a list of rows', (fresh) => {
  it('comes back as it was given, whatever stands in it', async () => {
    const database = await fresh()
    const table = await newTable(database)
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 6 }), async (rows) => {
        const numbered = rows.map((one, number) => ({ ...one, number }))
        await database.query(`DELETE FROM ${table}`)
        await database.query(insertRowList(table, columns, 1), [new RowList(table, numbered, { bureau: '一局' })])
        const back = await database.query(`SELECT ${columns.join(', ')} FROM ${table} ORDER BY number`)
        expect(back.rows).toEqual(JSON.parse(JSON.stringify(numbered.map((one) => ({ bureau: '一局', ...one })))))
      }),
      { numRuns: 60 },
    )
  })

  it('takes a missing value for null, writes over what is there, and travels in each kind of transaction', async () => {
    const database = await fresh()
    const table = await newTable(database)
    const sql = upsertRowList(table, ['number'], ['bureau', 'words'], 1)
    const rows = (text: string | undefined) => ({ sql, values: [new RowList(table, [{ number: 1, words: text }], { bureau: 'b' })] })
    const now = async () => (await database.query(`SELECT bureau, number, words, whole FROM ${table}`)).rows
    await database.sendTransaction('lane', [rows('一')])
    expect(await now()).toEqual([{ bureau: 'b', number: 1, words: '一', whole: null }])
    await database.shortTransaction([], async () => ({ last: rows('二'), value: null }))
    expect(await now()).toMatchObject([{ words: '二' }])
    await database.transaction((tx) => tx.query(sql, rows(undefined).values))
    expect(await now()).toMatchObject([{ words: null }])
  })

  it('goes on after another version has put a column into the table', async () => {
    const database = await fresh()
    const table = await newTable(database)
    const send = (number: number) =>
      database.sendTransaction('lane', [{ sql: insertRowList(table, ['number'], 1), values: [new RowList(table, [{ number }])] }])
    await send(1)
    await database.script(`ALTER TABLE ${table} ADD COLUMN later text`)
    await send(2).catch(() => undefined)
    await send(3)
    expect((await database.query(`SELECT number FROM ${table} WHERE number IN (1, 3)`)).rows).toHaveLength(2)
  })

  it('refuses what is no value of the column', async () => {
    const database = await fresh()
    const table = await newTable(database)
    for (const bad of [{ whole: 1.5 }, { whole: 'x' }, { whole: 3_000_000_000 }, { at: 'one day' }])
      await expect(
        database.query(insertRowList(table, ['number', 'whole', 'at'], 1), [new RowList(table, [{ number: 1, ...bad }])]),
      ).rejects.toThrow()
    expect((await database.query(`SELECT number FROM ${table}`)).rows).toEqual([])
  })
})
