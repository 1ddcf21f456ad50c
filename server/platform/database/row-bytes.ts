import { millisOfInstant } from '../../../rules/time/instant.ts'
import { dayNumber, type PlainDate } from '../../../rules/time/plain-date.ts'
import type { RowList, TableShape } from './row-list.ts'
import { typeNumbers } from './row-types.ts'

/** Bytes of one list, written from the front; the memory is used again for the next. */
let bytes = Buffer.allocUnsafe(1 << 16)
let at = 0

/** Makes room; what is written without a length of its own to ask for stands within the first room asked for. */
function need(count: number): void {
  if (at + count <= bytes.length) return
  const grown = Buffer.allocUnsafe(Math.max(bytes.length * 2, at + count))
  bytes.copy(grown, 0, 0, at)
  bytes = grown
}

function setInt32(value: number, where: number): void {
  const into = bytes
  into[where] = value >>> 24
  into[where + 1] = value >>> 16
  into[where + 2] = value >>> 8
  into[where + 3] = value
}

function int32(value: number): void {
  setInt32(value, at)
  at += 4
}

/** A whole number of 64 bits with its sign. */
function int64(value: number): void {
  const high = Math.floor(value / 0x1_0000_0000)
  int32(high)
  int32(value - high * 0x1_0000_0000)
}

/** Throws for what is no whole number, or one of more bits than the column has. */
function whole(value: number, most: number): number {
  if (!Number.isSafeInteger(value) || Math.abs(value) > most) throw new RangeError(`not a whole number of this column: ${String(value)}`)
  return value
}

/** Up to so many characters it is quicker to write a text here than to ask the engine to. */
const short = 40
/** Room for the type, the length and a value of fixed size. */
const fixed = 24

function text(value: string): void {
  if (typeof value !== 'string') throw new TypeError(`not a text: ${String(value)}`)
  const { length } = value
  need(length * 3 + fixed)
  if (length <= short) {
    const into = bytes
    const start = at
    let n = 0
    for (; n < length; n++) {
      const unit = value.charCodeAt(n)
      if (unit > 0x7f) break
      into[start + n] = unit
    }
    if (n === length) {
      at = start + n
      return
    }
  }
  at += bytes.write(value, at, 'utf8')
}

/** The same value stands in several rows: the actor of an act, the instant of a batch. */
const lastJson = { value: undefined as unknown, text: '' }
const lastInstant = { iso: '', micros: 0 }

function json(value: unknown): void {
  if (value !== lastJson.value) {
    lastJson.text = JSON.stringify(value)
    lastJson.value = value
  }
  text(lastJson.text)
}

/** PostgreSQL counts days and microseconds from the first of January 2000. */
const firstDay = dayNumber('2000-01-01' as PlainDate)
const firstMillis = firstDay * 86_400_000

function instant(iso: string): void {
  if (iso !== lastInstant.iso) {
    // Beyond the years of the law's own days a timer may stand for never.
    const millis = millisOfInstant(iso) ?? Date.parse(iso)
    if (Number.isNaN(millis)) throw new TypeError(`not an instant: ${iso}`)
    lastInstant.micros = (millis - firstMillis) * 1000
    lastInstant.iso = iso
  }
  int64(lastInstant.micros)
}

function textList(values: readonly string[]): void {
  int32(values.length === 0 ? 0 : 1)
  int32(0)
  int32(typeNumbers.text)
  if (values.length === 0) return
  need(fixed)
  int32(values.length)
  int32(1)
  for (const value of values) {
    need(fixed)
    measured(text, value)
  }
}

type Write = (value: never) => void

/** What a value of each type looks like to PostgreSQL, without its length before it. */
const writers: ReadonlyMap<number, Write> = new Map<number, Write>([
  [
    typeNumbers.bool,
    (value: boolean) => {
      bytes[at++] = value ? 1 : 0
    },
  ],
  [typeNumbers.int4, (value: number) => int32(whole(value, 0x7fff_ffff))],
  [typeNumbers.int8, (value: number) => int64(whole(value, Number.MAX_SAFE_INTEGER))],
  [typeNumbers.text, text],
  [typeNumbers.json, json],
  [
    typeNumbers.jsonb,
    (value: unknown) => {
      bytes[at++] = 1
      json(value)
    },
  ],
  [typeNumbers.date, (value: PlainDate) => int32(dayNumber(value) - firstDay)],
  [typeNumbers.timestamptz, instant],
  [typeNumbers.textList, textList],
])

/** Writes a value with its length before it. */
function measured(write: Write, value: unknown): void {
  const before = at
  at += 4
  write(value as never)
  setInt32(at - before - 4, before)
}

interface Field {
  readonly name: string
  readonly type: number
  readonly write: Write
}

const fieldsOf = new WeakMap<TableShape, readonly Field[]>()

function fieldsIn(shape: TableShape): readonly Field[] {
  let fields = fieldsOf.get(shape)
  if (fields === undefined) {
    fields = shape.columns.map(({ name, type }) => {
      const write = writers.get(type)
      if (write === undefined) throw new TypeError(`no list of rows can hold column ${name} of type ${type}`)
      return { name, type, write }
    })
    fieldsOf.set(shape, fields)
  }
  return fields
}

/** The rows as PostgreSQL's own binary form of a list of rows of that table. */
export function rowListBytes({ rows, alike }: RowList, shape: TableShape): Buffer {
  const fields = fieldsIn(shape)
  at = 0
  int32(rows.length === 0 ? 0 : 1)
  int32(0)
  int32(shape.rowType)
  if (rows.length > 0) {
    int32(rows.length)
    int32(1)
  }
  for (const row of rows) {
    need(fixed)
    const before = at
    at += 4
    int32(fields.length)
    for (let n = 0; n < fields.length; n++) {
      const { name, type, write } = fields[n]!
      need(fixed)
      int32(type)
      const value = row[name] ?? alike[name]
      if (value === null || value === undefined) int32(-1)
      else measured(write, value)
    }
    setInt32(at - before - 4, before)
  }
  return Buffer.from(bytes.subarray(0, at))
}
