import type { Actor } from '../../../rules/act.ts'
import type { Tx } from '../database/database.ts'
import type { StoredFile } from './receive-parts.ts'

/** Says in the tables what the file is and who brought it. Bringing the same file again changes only the name it is shown under. */
export async function recordUpload(tx: Tx, bureau: string, actor: Actor, file: StoredFile, at: Date): Promise<void> {
  await tx.query('insert into file (bureau, digest, size, media_type, first_stored_at) values ($1, $2, $3, $4, $5) on conflict do nothing', [
    bureau,
    file.digest,
    file.size,
    file.mediaType,
    at.toISOString(),
  ])
  await tx.query(
    `insert into file_upload (bureau, digest, holder, holder_id, name, uploaded_at) values ($1, $2, $3, $4, $5, $6)
     on conflict (bureau, digest, holder, holder_id) do update set name = excluded.name`,
    [bureau, file.digest, actor.kind, actor.id, file.name, at.toISOString()],
  )
}

export interface FileFacts {
  readonly size: number
  readonly mediaType: string
}

export async function factsOfFile(tx: Tx, bureau: string, digest: string): Promise<FileFacts | undefined> {
  const { rows } = await tx.query<FileFacts>('select size, media_type as "mediaType" from file where bureau = $1 and digest = $2', [bureau, digest])
  return rows[0]
}

/** The name under which this person brought the file; undefined where they did not. */
export async function nameGivenBy(tx: Tx, bureau: string, digest: string, actor: Actor): Promise<string | undefined> {
  const { rows } = await tx.query<{ name: string }>(
    'select name from file_upload where bureau = $1 and digest = $2 and holder = $3 and holder_id = $4',
    [bureau, digest, actor.kind, actor.id],
  )
  return rows[0]?.name
}
