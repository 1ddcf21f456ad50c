import type { SubjectRef } from '../../../rules/act.ts'
import type { Tx } from '../database/database.ts'
import { digestsIn } from '../book/digests-in.ts'
import { entriesAt } from '../writer/journal.ts'
import { personalErased } from '../writer/personal-changes.ts'
import type { Projection } from '../writer/projections.ts'

const add = `insert into file_reference (bureau, digest, kind, id)
  select $1, r.* from jsonb_to_recordset($2::jsonb) as r(digest text, kind text, id text) on conflict do nothing`
const drop = `delete from file_reference r using unnest($2::text[], $3::text[]) as gone(kind, id)
  where r.bureau = $1 and r.kind = gone.kind and r.id = gone.id`

/** The subjects whose personal data an erasure took away, each once. */
export async function subjectsErasedBy(tx: Tx, bureau: string, positions: readonly number[]): Promise<readonly SubjectRef[]> {
  const sql = `select distinct j.subject_kind as kind, j.subject_id as id from ${entriesAt('subject_kind, subject_id')}`
  return (await tx.query<{ kind: string; id: string }>(sql, [bureau, positions])).rows
}

/** Keeps which subject names which file, of the entry types that may name one; a subject whose personal data was erased names none any more. */
export const fileReferences = (types: readonly string[]): Projection => ({
  name: 'file-references',
  impersonal: true,
  types: [...types, personalErased],
  async apply(tx, bureau, entries) {
    let rows: object[] = []
    const write = async () => {
      if (rows.length > 0) await tx.query(add, [bureau, JSON.stringify(rows)])
      rows = []
    }
    for (const entry of entries) {
      if (entry.type !== personalErased) {
        rows.push(...[...digestsIn(entry.data)].map((digest) => ({ digest, ...entry.subject })))
        continue
      }
      await write()
      const gone = await subjectsErasedBy(tx, bureau, (entry.data as { positions: number[] }).positions)
      await tx.query(drop, [bureau, gone.map(({ kind }) => kind), gone.map(({ id }) => id)])
    }
    await write()
  },
  async reset(tx, bureau) {
    await tx.query('delete from file_reference where bureau = $1', [bureau])
  },
})
