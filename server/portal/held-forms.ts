import { randomUUID } from 'node:crypto'
import { steadyNow } from '../platform/book/steady-clock.ts'
import type { Tx } from '../platform/database/database.ts'
import type { Posted } from './form-values.ts'

/** Keeps a form that was sent after the session had ended, for a day, until its sender has signed in again. Answers the id under which it is found. */
export async function holdForm(tx: Tx, bureau: string, path: string, fields: Posted, at: Date): Promise<string> {
  const id = randomUUID()
  const yesterday = (await steadyNow(tx, bureau, at)).getTime() - 86_400_000
  await tx.query('delete from held_form where bureau = $1 and held_at < $2', [bureau, new Date(yesterday).toISOString()])
  await tx.query('insert into held_form (bureau, id, path, fields, held_at) values ($1, $2, $3, $4::jsonb, $5)', [
    bureau,
    id,
    path,
    JSON.stringify(fields),
    at.toISOString(),
  ])
  return id
}

/** The form held for this page; shown again, it is still to be sent by its owner. */
export async function takeHeldForm(tx: Tx, bureau: string, path: string, id: string): Promise<Posted | undefined> {
  const { rows } = await tx.query<{ fields: Posted }>('delete from held_form where bureau = $1 and id = $2 and path = $3 returning fields', [
    bureau,
    id,
    path,
  ])
  return rows[0]?.fields
}
