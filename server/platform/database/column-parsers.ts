import { instantOfMillis } from '../../../rules/time/instant.ts'

const shanghaiText = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?\+08(?::00)?$/

/** A timestamptz as PostgreSQL writes it → ISO 8601 at +08:00 with milliseconds, the one form in which the product writes an instant. */
export function parseInstantColumn(text: string): string {
  const match = shanghaiText.exec(text)
  if (match) return `${match[1]}T${match[2]}.${(match[3] ?? '').padEnd(3, '0').slice(0, 3)}+08:00`
  const millis = Date.parse(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'))
  if (Number.isNaN(millis)) throw new RangeError(`not an instant of this product: ${text}`)
  return instantOfMillis(millis)
}

/** An int8 → number. Throws where a number would lose digits. */
function parseInt8Column(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`int8 beyond the safe integers: ${text}`)
  return value
}

/** Parsers by type oid, the same for both engines: int8, date, timestamptz; both already parse json and jsonb. */
export const columnParsers: Readonly<Record<number, (text: string) => unknown>> = {
  20: parseInt8Column,
  1082: (text) => text,
  1184: parseInstantColumn,
}

/** Setting of a session, so that instants always come as +08: a fixed offset, for Asia/Shanghai had a summer time until 1991. */
export const sessionTimeZone = '<+08>-08'
