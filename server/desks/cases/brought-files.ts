import type { FileName } from '../../../rules/case/standing/state.ts'
import { accepted, type Result, refused } from '../../../rules/refusal.ts'
import type { Actor } from '../../../rules/act.ts'
import type { Tx } from '../../platform/database/database.ts'

interface WithFiles {
  /** Handed in with their files; where a shortfall is accepted, only named by id. */
  readonly materials?: readonly (string | { readonly files: readonly FileName[] })[]
  readonly photos?: readonly FileName[]
  readonly minutes?: string
}

interface Uploaded {
  digest: string
  name: string
  size: number
  mediaType: string
}

/**
 * Files that an act names must lie in the store already, brought by the same person: what is said of name, size and kind is taken from the store, not
 * from the caller. Gives the input with the store's own facts. Refusal: `file-not-uploaded`.
 */
export async function withStoredFiles(tx: Tx, bureau: string, actor: Actor, input: object): Promise<Result<object>> {
  const { materials = [], photos = [], minutes } = input as WithFiles
  const named = [...materials.flatMap((material) => (typeof material === 'string' ? [] : material.files)), ...photos]
  const digests = [...new Set([...named.map(({ digest }) => digest), ...(minutes === undefined ? [] : [minutes])])]
  if (digests.length === 0) return accepted(input)
  const { rows } = await tx.query<Uploaded>(
    `select u.digest, u.name, f.size, f.media_type as "mediaType" from file_upload u join file f on f.bureau = u.bureau and f.digest = u.digest
     where u.bureau = $1 and u.holder = $2 and u.holder_id = $3 and u.digest = any($4::text[])`,
    [bureau, actor.kind, actor.id, digests],
  )
  const known = new Map(rows.map((row) => [row.digest, row]))
  const missing = digests.find((digest) => !known.has(digest))
  if (missing !== undefined)
    return refused('file-not-uploaded', { detail: { name: named.find(({ digest }) => digest === missing)?.name ?? missing.slice(0, 8) } })
  const stored = (files: readonly FileName[]): readonly FileName[] => files.map(({ digest }) => known.get(digest)!)
  return accepted({
    ...input,
    ...('materials' in input
      ? { materials: materials.map((material) => (typeof material === 'string' ? material : { ...material, files: stored(material.files) })) }
      : {}),
    ...('photos' in input ? { photos: stored(photos) } : {}),
  })
}
