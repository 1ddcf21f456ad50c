import { instantOfMillis, millisOfInstant } from '../../../rules/time/instant.ts'
import { parsePlainDate } from '../../../rules/time/plain-date.ts'

/** Where a page ended: the day or instant it is ordered by, and the row's id. */
export interface Cursor {
  readonly key: string
  readonly id: string
}

/** A page's end as an opaque word for the next page. */
export const writeCursor = ({ key, id }: Cursor): string => Buffer.from(JSON.stringify([key, id])).toString('base64url')

const canonical = (key: string): string | undefined => {
  const millis = millisOfInstant(key)
  return millis === undefined ? parsePlainDate(key) : instantOfMillis(millis)
}

/** Undefined for anything that this server did not write: the list then begins at its beginning. */
export function readCursor(word: string | undefined, of: 'day' | 'instant'): Cursor | undefined {
  if (word === undefined) return undefined
  let parts: unknown
  try {
    parts = JSON.parse(Buffer.from(word, 'base64url').toString())
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
  if (!Array.isArray(parts) || parts.length !== 2 || typeof parts[0] !== 'string' || typeof parts[1] !== 'string') return undefined
  const key = canonical(parts[0])
  return key === undefined || key.length > 10 !== (of === 'instant') ? undefined : { key, id: parts[1] }
}
