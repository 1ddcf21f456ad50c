import type { SubjectKind, SubjectRef, Timer } from '../../../rules/act.ts'
import { millisOfInstant } from '../../../rules/time/instant.ts'
import { canonicalJson } from '../canonical-json.ts'
import type { Database, Tx } from '../database/database.ts'
import { storedTimers } from './stored-timers.ts'
import { foldSubjects } from '../writer/fold-subjects.ts'
import { lastPosition, readSubjectEntries } from '../writer/journal.ts'
import type { RowMaker } from '../database/rows.ts'
import { keyOf, type Slot } from '../writer/subject-cache.ts'

/** Something stored that the journal does not bear out. */
export interface Difference {
  readonly subject: SubjectRef
  readonly what: 'state' | 'seq' | 'last' | 'timers' | `row ${string}` | 'missing'
}

export interface Refolded {
  readonly subjects: number
  readonly entries: number
  readonly differences: readonly Difference[]
}

interface StoredSubject {
  kind: string
  id: string
  seq: number
  state: unknown
  last: unknown
  quiet: unknown
}

/** Names only: at a million cases a sample must not read every state. */
const subjectsAfter = `SELECT kind, id, seq FROM subject WHERE bureau = $1 AND (kind, id) > ($2, $3) ORDER BY kind, id LIMIT 2000`
const statesSql = `SELECT s.* FROM unnest($2::text[], $3::text[]) AS want(kind, id)
  CROSS JOIN LATERAL (SELECT kind, id, seq, state, last, quiet FROM subject WHERE bureau = $1 AND kind = want.kind AND id = want.id OFFSET 0) AS s`
const lot = 200

const same = (one: unknown, other: unknown): boolean => canonicalJson(one ?? null) === canonicalJson(other ?? null)

/**
 * Folds every subject of a bureau again from the journal and compares with what is stored: state, sequence, newest entry, timers, list rows.
 * `sample` takes only some subjects (one in a hundred at a million cases); `told` hears how many are done. In bounded chunks; nothing is locked, so the book should be at rest.
 */
export async function refold(
  database: Database,
  bureau: string,
  kinds: readonly SubjectKind[],
  more: { readonly rows?: readonly RowMaker[]; readonly sample?: (ref: SubjectRef) => boolean; readonly told?: (subjects: number) => void } = {},
): Promise<Refolded> {
  const vocabulary = { kinds: new Map(kinds.map((kind) => [kind.kind, kind])) }
  const isBehind = (ref: SubjectRef): boolean => keptEveryOf(vocabulary, ref) > 1
  const differences: Difference[] = []
  let [after, subjects, entries, counted]: [SubjectRef, number, number, number] = [{ kind: '', id: '' }, 0, 0, 0]
  for (;;) {
    const { rows: stored } = await database.query<SubjectRef & { readonly seq: number }>(subjectsAfter, [bureau, after.kind, after.id])
    if (stored.length === 0) break
    after = stored.at(-1)!
    counted += stored.reduce((sum, row) => sum + row.seq, 0) + (await entriesBehind(database, bureau, stored.filter(isBehind)))
    const chosen = more.sample === undefined ? stored : stored.filter(more.sample)
    for (let from = 0; from < chosen.length; from += lot) {
      const refs = chosen.slice(from, from + lot)
      const done = await refoldLot(database, bureau, vocabulary, refs, more.rows ?? [])
      subjects += refs.length
      entries += done.entries
      differences.push(...done.differences)
      more.told?.(subjects)
    }
  }
  // Every entry belongs to one subject: if the sequences do not add up to the book's length, a subject is missing.
  if (counted !== (await lastPosition(database, bureau))) differences.push({ subject: { kind: '', id: '' }, what: 'missing' })
  return { subjects, entries, differences }
}

type Kinds = { readonly kinds: ReadonlyMap<string, SubjectKind> }
const keptEveryOf = ({ kinds }: Kinds, { kind }: SubjectRef): number => kinds.get(kind)?.keptEvery ?? 1

async function refoldLot(
  database: Database,
  bureau: string,
  vocabulary: Kinds,
  refs: readonly SubjectRef[],
  makers: readonly RowMaker[],
): Promise<{ readonly entries: number; readonly differences: readonly Difference[] }> {
  const { rows } = await database.query<StoredSubject>(statesSql, [bureau, refs.map(({ kind }) => kind), refs.map(({ id }) => id)])
  const kept = new Map(rows.map((row) => [keyOf(row), row]))
  const asKept = new Map<string, Slot>()
  const read = await readSubjectEntries(database, bureau, refs)
  const slots = foldSubjects(vocabulary, read, (key, slot) => void (kept.get(key)?.seq === slot.seq && asKept.set(key, slot)))
  const differences: Difference[] = []
  for (const [key, row] of kept) compare(row, asKept.get(key), slots.get(key)?.seq, keptEveryOf(vocabulary, row), differences)
  differences.push(...(await wrongTimers(database, bureau, slots)), ...(await wrongRows(database, bureau, slots, makers)))
  return { entries: read.length, differences }
}

/** What is kept may be older than the newest entry by less than `keptEvery`, and must be what the entries up to it fold to. */
function compare(row: StoredSubject, asKept: Slot | undefined, newest: number | undefined, keptEvery: number, differences: Difference[]): void {
  const subject = { kind: row.kind, id: row.id }
  if (newest === undefined) return void differences.push({ subject, what: 'missing' })
  if (asKept === undefined || newest - row.seq >= keptEvery) differences.push({ subject, what: 'seq' })
  if (asKept === undefined) return
  if (!same(asKept.state, row.state)) differences.push({ subject, what: 'state' })
  if (!same(asKept.last, row.last) || !same(asKept.quiet, row.quiet ?? [])) differences.push({ subject, what: 'last' })
}

/** How many entries stand behind what is kept of these subjects. */
async function entriesBehind(tx: Tx, bureau: string, subjects: readonly (SubjectRef & { readonly seq: number })[]): Promise<number> {
  if (subjects.length === 0) return 0
  const sql = `SELECT coalesce(sum(j.n), 0)::integer AS n FROM unnest($2::text[], $3::text[], $4::integer[]) AS want(kind, id, seq) CROSS JOIN LATERAL (
    SELECT count(*) AS n FROM journal WHERE bureau = $1 AND subject_kind = want.kind AND subject_id = want.id AND subject_seq > want.seq OFFSET 0) AS j`
  const values = [bureau, subjects.map(({ kind }) => kind), subjects.map(({ id }) => id), subjects.map(({ seq }) => seq)]
  return (await tx.query<{ n: number }>(sql, values)).rows[0]!.n
}

async function wrongTimers(tx: Tx, bureau: string, slots: ReadonlyMap<string, Slot>): Promise<Difference[]> {
  const stored = await storedTimers(
    tx,
    bureau,
    [...slots.values()].map(({ ref }) => ref),
  )
  const lines = (timers: readonly Timer[]) =>
    timers.map(({ name, dueAt, act, certainty }) => [name, millisOfInstant(dueAt)!, act, certainty].join('|')).sort()
  return [...slots].flatMap(([key, { ref, timers }]) =>
    same(lines(stored.get(key) ?? []), lines(timers)) ? [] : [{ subject: ref, what: 'timers' as const }],
  )
}

async function wrongRows(tx: Tx, bureau: string, slots: ReadonlyMap<string, Slot>, makers: readonly RowMaker[]): Promise<Difference[]> {
  const wrong: Difference[] = []
  for (const maker of makers) {
    const mine = [...slots.values()].filter((slot) => slot.ref.kind === maker.kind)
    if (mine.length === 0) continue
    const names = Object.keys(maker.columns)
    const { rows } = await tx.query<Record<string, unknown>>(
      `SELECT r.* FROM unnest($2::text[]) AS want(id)
         CROSS JOIN LATERAL (SELECT id, ${names.join(', ')} FROM ${maker.table} WHERE bureau = $1 AND id = want.id OFFSET 0) AS r`,
      [bureau, mine.map((slot) => slot.ref.id)],
    )
    const stored = new Map(rows.map((row) => [row.id, row]))
    for (const slot of mine) {
      const should = maker.toRow(slot.state as never, slot.ref, slot.seq)
      const is = stored.get(slot.ref.id)
      const agrees =
        should === null || is === undefined
          ? should === null && is === undefined
          : names.every((name) => same(column(maker, name, is[name]), column(maker, name, should[name])))
      if (!agrees) wrong.push({ subject: slot.ref, what: `row ${maker.table}` })
    }
  }
  return wrong
}

/** An instant may be written in several ways. */
const column = (maker: RowMaker, name: string, value: unknown): unknown =>
  maker.columns[name] === 'timestamptz' && typeof value === 'string' ? millisOfInstant(value) : value
