import { readFileSync } from 'node:fs'
import { glob } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { forEachEngine } from '../testing/databases.ts'
import { entriesAt } from './journal.ts'
import { readSubjects, subjectsById } from './subjects.ts'

/** The embedded engine never counts its tables, and PostgreSQL has not yet when a bureau opens: plans must not lean on that. */
forEachEngine('in a book whose length nobody has counted', (fresh) => {
  const toy = { kind: 'toy', fold: () => ({}) }

  async function fullBook() {
    const database = await fresh()
    await database.query(`INSERT INTO head (bureau) VALUES ('b')`)
    await database.query(
      `INSERT INTO subject (bureau, kind, id, seq, state, last) SELECT 'b', 'toy', lpad(n::text, 6, '0'), 1, '{}', '{}' FROM generate_series(1, 3000) AS n`,
    )
    await database.query(
      `INSERT INTO journal (bureau, position, act_id, subject_kind, subject_id, subject_seq, type, version, occurred_at, recorded_at, actor, channel, data)
       SELECT 'b', n, n::text, 'toy', lpad(n::text, 6, '0'), 1, 'made', 1, now(), now(), '{}', 'counter', '{}' FROM generate_series(1, 3000) AS n`,
    )
    return database
  }

  it('subjects and entries are reached by their whole key, not by walking all that share its beginning', async () => {
    const database = await fullBook()
    const planOf = async (sql: string, values: readonly unknown[]) =>
      (await database.query<{ 'QUERY PLAN': string }>(`EXPLAIN ${sql}`, values)).rows.map((row) => row['QUERY PLAN']).join('\n')
    const { sql, values } = subjectsById('b', toy, ['000001', '002999'])
    expect(await planOf(sql, values!)).toMatch(/Index Cond: .*\(id = want\.id\)/)
    expect(await planOf(`SELECT j.type FROM ${entriesAt('type')}`, ['b', [1, 2999]])).toMatch(/Index Cond: .*"?position"? = want\."?position/)
  })

  it('a subject asked for twice is told once, one that is not there not at all', async () => {
    const found = await readSubjects(await fullBook(), 'b', toy, ['002999', '000001', '002999', '004000'])
    expect(found.map(({ id }) => id)).toEqual(['000001', '002999'])
  })
})

it('no statement picks subjects or entries by a plain list of keys', async () => {
  const found: string[] = []
  let read = 0
  for await (const file of glob('server/{desks,portal,platform}/**/*.ts')) {
    if (file.endsWith('.test.ts')) continue
    for (const [statement] of readFileSync(file, 'utf8').matchAll(/`[^`]*`|'[^'\n]*'/g)) {
      if (!/\b(from|update) (subject|journal|personal|session)\b/i.test(statement)) continue
      read++
      if (/\b(id|position|token_hash) (= any|in) ?\(/i.test(statement)) found.push(`${file}: ${statement.slice(0, 80)}`)
    }
  }
  expect(read).toBeGreaterThan(20)
  expect(found).toEqual([])
})
