import type { Database, Tx } from '../../platform/database.ts'
import { type CaseScope, waysInto, withinSql } from './scope.ts'
import { foldedText, tokensOf } from './search-text.ts'

/** Where a page of a newest-first list goes on: the last row shown. */
export interface NewestCursor {
  readonly at: string
  readonly id: string
}

export type Readers = Tx & Pick<Database, 'steady'>

/** Before the first row: everything lies after it. */
const beginning: NewestCursor = { at: 'infinity', id: '' }

export interface FoundCase {
  readonly id: string
  readonly at: string
}

interface Page {
  readonly after: NewestCursor
  readonly limit: number
}

const asNumber = /^\d{4,24}$/

/**
 * Cases whose number begins with what was typed, or whose applicant's name (or its pinyin initials) or item's name holds it; newest first.
 */
export async function searchCases(
  database: Readers,
  bureau: string,
  scope: CaseScope,
  typed: string,
  asked: { readonly after: NewestCursor | undefined; readonly limit: number },
): Promise<readonly FoundCase[]> {
  const text = foldedText(typed)
  if (text === '' || scope.kind === 'none') return []
  const page: Page = { after: asked.after ?? beginning, limit: asked.limit }
  if (asNumber.test(text)) return byNumber(database, bureau, scope, text, page)
  const [items, named] = await Promise.all([itemsNamed(database, bureau, text), byName(database, bureau, scope, text, page)])
  const lists = [named]
  for (const item of items) lists.push(await byItem(database, bureau, scope, item, page))
  return lists.length === 1 ? lists[0]! : merged(lists, page.limit)
}

/** Rows of several newest-first lists as one, each case once. */
function merged(lists: readonly (readonly FoundCase[])[], limit: number): readonly FoundCase[] {
  const all = new Map(lists.flat().map((found) => [found.id, found]))
  return [...all.values()].sort((a, b) => (a.at !== b.at ? (a.at < b.at ? 1 : -1) : a.id < b.id ? 1 : -1)).slice(0, limit)
}

/** Items whose name holds the text; a bureau has few enough to look through them. */
async function itemsNamed(tx: Tx, bureau: string, text: string): Promise<readonly string[]> {
  const sql = 'select distinct code from item_version_row where bureau = $1 and position($2 in lower(name)) > 0 limit 20'
  return (await tx.query<{ code: string }>(sql, [bureau, text])).rows.map(({ code }) => code)
}

// A LIMIT by parameter makes the planner guess at a tenth of the table; the number itself, a checked integer, stands in the SQL.

async function byItem(tx: Tx, bureau: string, scope: CaseScope, item: string, { after, limit }: Page): Promise<readonly FoundCase[]> {
  const sql = `select c.id, c.received_at as at from case_row c
    where c.bureau = $1 and c.item = $3 and ${withinSql(scope, '$2')} and (c.received_at, c.id) < ($4::timestamptz, $5)
    order by c.received_at desc, c.id desc limit ${limit}`
  return (await tx.query<FoundCase>(sql, [bureau, scope.of, item, after.at, after.id])).rows
}

async function byNumber(tx: Tx, bureau: string, scope: CaseScope, text: string, { after, limit }: Page): Promise<readonly FoundCase[]> {
  // Numbers of digits in collation "C": those that begin with the text lie between it and it followed by ':', the character after '9'.
  const sql = `select c.id, c.received_at as at from case_row c
    where c.bureau = $1 and c.number >= $3 and c.number < $4 and ${withinSql(scope, '$2')} and (c.received_at, c.id) < ($5::timestamptz, $6)
    order by c.received_at desc, c.id desc limit ${limit}`
  return (await tx.query<FoundCase>(sql, [bureau, scope.of, text, `${text}:`, after.at, after.id])).rows
}

/** How many of the newest names are looked at one by one before the index of pairs is asked, and how many more where the first ones hold the text often. */
const looked = 1500
const lookedFurther = 16_000
/** So many among the first ones: the index would bring thousands, and a walk soon finds a page. */
const often = 10

/** `$3` is the text; a single character must begin a name or its initials, as a surname does. */
const holds = (text: string): string =>
  Array.from(text).length === 1
    ? `(starts_with(c.search_text, $3) or position(E'\\n' || $3 in c.search_text) > 0)`
    : 'position($3 in c.search_text) > 0'

/**
 * What many names hold is found among the newest at once; what few names hold, by the index of their pairs of characters. So neither a word that half
 * the firms bear nor a name that nobody bears takes long, nor what stands between them.
 */
async function byName(database: Readers, bureau: string, scope: CaseScope, text: string, page: Page): Promise<readonly FoundCase[]> {
  const { after, limit } = page
  const values = [bureau, scope.of, text, after.at, after.id]
  const walk = (most: number) => ({ sql: walkSql(scope, text, most, limit), values })
  const [near, span] = await database.steady.together([walk(looked), { sql: yearsOfNames, values: [bureau, after.at] }])
  if (near!.length === limit) return near as unknown as FoundCase[]
  if (near!.length >= often) {
    const further = walk(lookedFurther)
    const { rows } = await database.steady.query<FoundCase>(further.sql, further.values)
    if (rows.length === limit) return rows
  }
  const { first, last } = span![0] as { first: number | null; last: number | null }
  if (first === null || last === null) return []
  const found = await byPairs(database, scope, text, values, [last], limit)
  const before = Array.from({ length: last - first }, (_, n) => last - 1 - n)
  // What was received in an earlier year stands after all of this one's.
  if (found.length === limit || before.length === 0) return found
  return [...found, ...(await byPairs(database, scope, text, values, before, limit - found.length))]
}

/** The years in which names up to a cursor were received. */
const yearsOfNames = `select
  (select extract(year from received_at)::int from case_name where bureau = $1 order by received_at limit 1) as first,
  (select extract(year from received_at)::int from case_name where bureau = $1 and received_at <= $2::timestamptz order by received_at desc limit 1) as last`

/** Names received in these years that hold the text, by the index of their pairs of characters. */
async function byPairs(
  database: Readers,
  scope: CaseScope,
  text: string,
  values: readonly unknown[],
  years: readonly number[],
  limit: number,
): Promise<readonly FoundCase[]> {
  const tokens = tokensOf(text)
  // Only the pairs inside: with the scope beside them the planner would gather a whole office's cases first.
  const found = 'c.bureau, c.id, c.received_at, c.office, c.receiving_office, c.account, c.search_text'
  const hits = years.map((_, n) => `select ${found} from case_name c where c.tokens @> $${values.length + 1 + n}::text[]`)
  const sql = `with hit as materialized (${hits.join(' union all ')})
    select c.id, c.received_at as at from hit c where c.bureau = $1 and ${withinSql(scope, '$2')} and (c.received_at, c.id) < ($4::timestamptz, $5) and ${holds(text)}
    order by c.received_at desc, c.id desc limit ${limit}`
  const ofYears = years.map((year) => tokens.map((token) => `${year}${token}`))
  return (await database.steady.query<FoundCase>(sql, [...values, ...ofYears])).rows
}

/** Walks the newest names, each way a case can be in the scope along its own index, and stops at a page full or after so many. */
function walkSql(scope: CaseScope, text: string, most: number, limit: number): string {
  const columns = 'c.id, c.received_at, c.search_text'
  const ways = scope.kind === 'office' ? waysInto(scope.of, '$2') : [withinSql(scope, '$2')]
  const selects = ways.map(
    (way) => `(select ${columns} from case_name c where c.bureau = $1 and ${way} and (c.received_at, c.id) < ($4::timestamptz, $5)
      order by c.received_at desc, c.id desc limit ${most})`,
  )
  return `select c.id, c.received_at as at from (select * from (${selects.join(' union all ')}) n order by n.received_at desc, n.id desc limit ${most}) c
    where ${holds(text)} order by c.received_at desc, c.id desc limit ${limit}`
}
