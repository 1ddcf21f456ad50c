import type { Tx } from '../../platform/database/database.ts'

/** A number as it was typed, in the form in which the book has it: no spaces, the year of a paper between 〔 and 〕. */
export const plainNumber = (typed: string): string =>
  typed
    .normalize('NFKC')
    .replace(/\s/gu, '')
    .replace(/[[(【{](\d{4})[\])】}]/u, '〔$1〕')

const byNumber = `SELECT id FROM permit_row WHERE bureau = $1 AND decision_number = $2
  UNION ALL SELECT p.id FROM case_row c JOIN permit_row p ON p.bureau = c.bureau AND p.id = c.id WHERE c.bureau = $1 AND c.number = $2 LIMIT 1`

/** The case under which a permit was granted, by its number or by that of the paper that granted it. */
export async function permitOfNumber(tx: Tx, bureau: string, typed: string): Promise<string | undefined> {
  return (await tx.query<{ id: string }>(byNumber, [bureau, plainNumber(typed)])).rows[0]?.id
}
