import type { FileName } from '../../rules/case/standing/state.ts'
import type { Database } from '../platform/database/database.ts'
import type { Draft, DraftMaterials } from './drafts.ts'

/** Files of one material; more are refused. */
export const mostFiles = 20

/** Changes the files of one material while no other upload of the same draft changes them: two uploads at once both stay. */
export async function changeFiles(
  database: Database,
  bureau: string,
  { id, citizen }: Draft,
  material: string,
  change: (files: readonly FileName[]) => readonly FileName[],
  at: Date,
): Promise<void> {
  await database.transaction(async (tx) => {
    const { rows } = await tx.query<{ materials: DraftMaterials }>(
      'select materials from draft where bureau = $1 and citizen = $2 and id = $3 and submitted is null for update',
      [bureau, citizen, id],
    )
    if (rows[0] === undefined) return
    const files = change(rows[0].materials[material] ?? [])
    const { [material]: _before, ...others } = rows[0].materials
    const materials = files.length === 0 ? others : { ...others, [material]: files }
    await tx.query('update draft set materials = $4::jsonb, saved_at = $5 where bureau = $1 and citizen = $2 and id = $3', [
      bureau,
      citizen,
      id,
      JSON.stringify(materials),
      at.toISOString(),
    ])
  })
}
