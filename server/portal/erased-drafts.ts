import type { BesideTheBook } from '../platform/erasing/eraser.ts'

const ofCase = 'delete from draft where bureau = $1 and (case_id = $2 or submitted = $2)'
const ofCitizen = 'delete from draft where bureau = $1 and citizen = $2'
const inDrafts = `select distinct file->>'digest' as digest from draft d, jsonb_each(d.materials) as m(material, files), jsonb_array_elements(m.files) as file
  where d.bureau = $1 and d.submitted is null and file->>'digest' = any($2::text[])`

/** Drafts about a case, and those of an account that was closed, go with the personal data; a file that lies in somebody's draft is still needed. */
export const erasedDrafts: BesideTheBook = {
  async forget(tx, bureau, { kind, id }) {
    if (kind === 'case') await tx.query(ofCase, [bureau, id])
    if (kind === 'citizen') await tx.query(ofCitizen, [bureau, id])
  },
  async needed(tx, bureau, digests) {
    return (await tx.query<{ digest: string }>(inDrafts, [bureau, digests])).rows.map(({ digest }) => digest)
  },
}
