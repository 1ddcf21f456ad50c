import { instantOfMillis, millisOfInstant } from '../../../rules/time/instant.ts'
import type { PlainDate } from '../../../rules/time/plain-date.ts'
import type { Database, Tx } from '../../platform/database/database.ts'
import { type CaseScope, waysInto, withinSql } from './scope.ts'
import { foldedText, type Quarter, quartersBack, tokensOf } from './search-text.ts'

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

/** Makes of a statement that finds cases (`id`, `at`) one that brings their rows too: what is found is then read in the same round trip. */
export type WithRows = (found: string, values: readonly unknown[]) => { readonly sql: string; readonly values: readonly unknown[] }

interface Page {
  readonly after: NewestCursor
  readonly limit: number
}

const asNumber = /^\d{4,24}$/

/**
 * Cases whose number begins with what was typed, or whose applicant's name (or its pinyin initials) or item's name holds it; newest first.
 */
export async function searchCases<Row extends FoundCase>(
  database: Readers,
  bureau: string,
  scope: CaseScope,
  typed: string,
  asked: { readonly after: NewestCursor | undefined; readonly limit: number; readonly withRows: WithRows },
): Promise<readonly Row[]> {
  const text = foldedText(typed)
  if (text === '' || scope.kind === 'none') return []
  const page: Page = { after: asked.after ?? beginning, limit: asked.limit }
  const find = async (tx: Tx, found: Finding): Promise<readonly Row[]> => {
    const { sql, values } = asked.withRows(...found)
    return (await tx.query<Row>(sql, values)).rows
  }
  // How many cases bear a number that begins so, or an item, only the values tell: these two are planned for the values at hand.
  if (asNumber.test(text)) return find(database, byNumber(bureau, scope, text, page))
  const [items, named] = await Promise.all([
    itemsNamed(database, bureau, text),
    byName<Row>(database, bureau, scope, text, page, asked.withRows, (found) => find(database.steady, found)),
  ])
  const lists = [named]
  for (const item of items) lists.push(await find(database, byItem(bureau, scope, item, page)))
  return lists.length === 1 ? lists[0]! : merged(lists, page.limit)
}

/** A statement that finds cases, and its values. */
type Finding = readonly [sql: string, values: readonly unknown[]]

/** Rows of several newest-first lists as one, each case once. */
function merged<Row extends FoundCase>(lists: readonly (readonly Row[])[], limit: number): readonly Row[] {
  const all = new Map(lists.flat().map((found) => [found.id, found]))
  return [...all.values()].sort((a, b) => (a.at !== b.at ? (a.at < b.at ? 1 : -1) : a.id < b.id ? 1 : -1)).slice(0, limit)
}

/** Items whose name holds the text; a bureau has few enough to look through them. */
async function itemsNamed(tx: Tx, bureau: string, text: string): Promise<readonly string[]> {
  const sql = 'select distinct code from item_version_row where bureau = $1 and position($2 in lower(name)) > 0 limit 20'
  return (await tx.query<{ code: string }>(sql, [bureau, text])).rows.map(({ code }) => code)
}

// A LIMIT by parameter makes the planner guess at a tenth of the table; the number itself, a checked integer, stands in the SQL.

function byItem(bureau: string, scope: CaseScope, item: string, { after, limit }: Page): Finding {
  const sql = `select c.id, c.received_at as at from case_row c
    where c.bureau = $1 and c.item = $3 and ${withinSql(scope, '$2')} and (c.received_at, c.id) < ($4::timestamptz, $5)
    order by c.received_at desc, c.id desc limit ${limit}`
  return [sql, [bureau, scope.of, item, after.at, after.id]]
}

/** Region and unit, then the day (`writeCaseNumber`): a unit has three digits or four, and a year of this century stands in one place only. */
const dayInNumber = [/^\d{10}(20\d{2})(\d{2})?(\d{2})?/, /^\d{9}(20\d{2})(\d{2})?(\d{2})?/] as const

/**
 * A number says on which day it was given, and nothing is received later than that: where its first digits name a year, month or day, the walk from the
 * newest on begins at its end. Milliseconds; infinite where they name none.
 */
function endOfNumbers(text: string): number {
  const [, year, month = '12', day = '31'] = dayInNumber.map((shape) => shape.exec(text)).find((match) => match !== null) ?? []
  if (year === undefined || month < '01' || month > '12' || day < '01' || day > '31') return Number.POSITIVE_INFINITY
  return Date.UTC(Number(year), Number(month) - 1, Number(day) + 1)
}

function byNumber(bureau: string, scope: CaseScope, text: string, { after, limit }: Page): Finding {
  const end = endOfNumbers(text)
  const from = end < (millisOfInstant(after.at) ?? Number.POSITIVE_INFINITY) ? { at: instantOfMillis(end), id: '' } : after
  // Numbers of digits in collation "C": those that begin with the text lie between it and it followed by ':', the character after '9'.
  const sql = `select c.id, c.received_at as at from case_row c
    where c.bureau = $1 and c.number >= $3 and c.number < $4 and ${withinSql(scope, '$2')} and (c.received_at, c.id) < ($5::timestamptz, $6)
    order by c.received_at desc, c.id desc limit ${limit}`
  return [sql, [bureau, scope.of, text, `${text}:`, from.at, from.id]]
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
async function byName<Row extends FoundCase>(
  database: Readers,
  bureau: string,
  scope: CaseScope,
  text: string,
  { after, limit }: Page,
  withRows: WithRows,
  find: (found: Finding) => Promise<readonly Row[]>,
): Promise<readonly Row[]> {
  const values = [bureau, scope.of, text, after.at, after.id]
  const near = withRows(walkSql(scope, text, looked, limit), values)
  const [close, span] = await database.steady.together([near, { sql: daysOfNames, values: [bureau, after.at] }])
  if (close!.length === limit) return close as unknown as readonly Row[]
  if (close!.length >= often) {
    const rows = await find([walkSql(scope, text, lookedFurther, limit), values])
    if (rows.length === limit) return rows
  }
  const { first, last } = span![0] as { first: PlainDate | null; last: PlainDate | null }
  return first === null || last === null ? [] : find(byPairs(scope, text, values, quartersBack(last, first), limit))
}

/** The days on which the first name was received, and the last up to a cursor. */
const daysOfNames = `select
  (select n.received_at from case_name n where bureau = $1 order by n.received_at limit 1)::date as first,
  (select n.received_at from case_name n where bureau = $1 and n.received_at <= $2::timestamptz order by n.received_at desc limit 1)::date as last`

/**
 * Names that hold the text, by the index of their pairs of characters, quarter by quarter: all of one was received after what came in an earlier one, and
 * an earlier one is looked into only when the page is not yet full.
 */
function byPairs(scope: CaseScope, text: string, values: readonly unknown[], quarters: readonly Quarter[], limit: number): Finding {
  const tokens = tokensOf(text)
  // Only the pairs inside: with the scope beside them the planner would gather a whole office's cases first.
  const kept = 'c.bureau, c.id, c.received_at, c.office, c.receiving_office, c.account, c.search_text'
  const branches = quarters.map(
    (_, n) => `(with hit as materialized (select ${kept} from case_name c where c.tokens @> $${values.length + 1 + n}::text[])
      select c.id, c.received_at as at from hit c
      where c.bureau = $1 and ${withinSql(scope, '$2')} and (c.received_at, c.id) < ($4::timestamptz, $5) and ${holds(text)}
      order by c.received_at desc, c.id desc limit ${limit})`,
  )
  const sql = `select * from (${branches.join(' union all ')}) as by_quarter limit ${limit}`
  return [sql, [...values, ...quarters.map((quarter) => tokens.map((token) => `${quarter}${token}`))]]
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
