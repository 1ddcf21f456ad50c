import type { Tx } from '../../platform/database.ts'
import type { CaseScope } from './scope.ts'
import { foldedText, tokensOf } from './search-text.ts'

/** Where a page of a newest-first list goes on: the last row shown. */
export interface NewestCursor {
  readonly at: string
  readonly id: string
}

/** Before the first row: everything lies after it. */
const beginning: NewestCursor = { at: 'infinity', id: '' }

export interface FoundCase {
  readonly id: string
  readonly at: string
}

const asNumber = /^\d{4,24}$/
/** How many rows of the rarest pair are looked through before the search says that this is all. */
const furthest = 50_000
const step = 2_000
const sample = 200

const scopeSql = (scope: CaseScope, param: number): string =>
  scope.kind === 'bureau'
    ? `($${param}::text is null or true)`
    : scope.kind === 'account'
      ? `c.account = $${param}::text`
      : scope.kind === 'office'
        ? `(c.office = $${param}::text or c.receiving_office = $${param}::text or c.receiving_office = '')`
        : `($${param}::text is null and false)`

/**
 * Cases whose number begins with what was typed, or whose applicant's name (or its pinyin initials) or item's name holds it; newest first.
 * A name is found by its rarest pair of characters, in the order of that pair's own index; longer text is compared with the name itself.
 */
export async function searchCases(
  tx: Tx,
  bureau: string,
  scope: CaseScope,
  typed: string,
  page: { readonly after: NewestCursor | undefined; readonly limit: number },
): Promise<readonly FoundCase[]> {
  const text = foldedText(typed)
  if (text === '' || scope.kind === 'none') return []
  if (asNumber.test(text)) return byNumber(tx, bureau, scope, text, page)
  const items = await itemsNamed(tx, bureau, text)
  const lists = [await byName(tx, bureau, scope, text, page)]
  for (const item of items) lists.push(await byItem(tx, bureau, scope, item, page))
  return lists.length === 1 ? lists[0]! : merged(lists, page.limit)
}

/** Rows of several newest-first lists as one, each case once. */
function merged(lists: readonly (readonly FoundCase[])[], limit: number): readonly FoundCase[] {
  const all = new Map(lists.flat().map((found) => [found.id, found]))
  return [...all.values()].sort((a, b) => (a.at !== b.at ? (a.at < b.at ? 1 : -1) : a.id < b.id ? 1 : -1)).slice(0, limit)
}

/** Items whose name holds the text; a bureau has few enough to look through them. */
async function itemsNamed(tx: Tx, bureau: string, text: string): Promise<readonly string[]> {
  const sql = `select distinct code from item_version_row where bureau = $1 and position($2 in lower(name)) > 0 limit 20`
  return (await tx.query<{ code: string }>(sql, [bureau, text])).rows.map(({ code }) => code)
}

async function byItem(tx: Tx, bureau: string, scope: CaseScope, item: string, { after = beginning, limit }: Page): Promise<readonly FoundCase[]> {
  const sql = `select c.id, c.received_at as at from case_row c
    where c.bureau = $1 and c.item = $3 and ${scopeSql(scope, 2)} and (c.received_at, c.id) < ($4::timestamptz, $5)
    order by c.received_at desc, c.id desc limit $6`
  return (await tx.query<FoundCase>(sql, [bureau, scope.of, item, after.at, after.id, limit])).rows
}

type Page = Parameters<typeof searchCases>[4]

async function byNumber(tx: Tx, bureau: string, scope: CaseScope, text: string, { after = beginning, limit }: Page): Promise<readonly FoundCase[]> {
  // Numbers of digits in collation "C": those that begin with the text lie between it and it followed by ':', the character after '9'.
  const sql = `select c.id, c.received_at as at from case_row c
    where c.bureau = $1 and c.number >= $3 and c.number < $4 and ${scopeSql(scope, 2)} and (c.received_at, c.id) < ($5::timestamptz, $6)
    order by c.received_at desc, c.id desc limit $7`
  return (await tx.query<FoundCase>(sql, [bureau, scope.of, text, `${text}:`, after.at, after.id, limit])).rows
}

async function byName(tx: Tx, bureau: string, scope: CaseScope, text: string, { after = beginning, limit }: Page): Promise<readonly FoundCase[]> {
  const tokens = tokensOf(text)
  const token = tokens.length === 1 ? tokens[0]! : await rarestOf(tx, bureau, tokens)
  if (token === undefined) return []
  const exact = tokens.length === 1
  const sql = `with near as (
      select t.id, t.received_at from case_token t
      where t.bureau = $1 and t.token = $3 and (t.received_at, t.id) < ($5::timestamptz, $6)
      order by t.received_at desc, t.id desc limit $7
    ) select n.id, n.received_at as at, (${scopeSql(scope, 2)} and ($8 or position($4 in c.search_text) > 0)) as fits
    from near n join case_row c on c.bureau = $1 and c.id = n.id order by n.received_at desc, n.id desc`
  const found: FoundCase[] = []
  let from = after
  const everything = exact && scope.kind === 'bureau'
  let reach = everything ? limit : Math.min(step, limit * 4)
  for (let seen = 0; seen < furthest; ) {
    const { rows } = await tx.query<FoundCase & { fits: boolean }>(sql, [bureau, scope.of, token, text, from.at, from.id, reach, exact])
    for (const { id, at, fits } of rows) {
      if (fits) found.push({ id, at })
      if (found.length === limit) return found
    }
    if (rows.length < reach) return found
    from = rows.at(-1)!
    seen += rows.length
    reach = step
  }
  return found
}

/** The pair that the fewest names hold, as far as a small sample shows; undefined when one of them is held by none. */
async function rarestOf(tx: Tx, bureau: string, tokens: readonly string[]): Promise<string | undefined> {
  const sql = `select want.token, (select count(*) from (select 1 from case_token t where t.bureau = $1 and t.token = want.token collate "C" limit ${sample}) few)::int as held
    from unnest($2::text[]) as want(token)`
  const { rows } = await tx.query<{ token: string; held: number }>(sql, [bureau, tokens])
  const rarest = rows.reduce((best, row) => (row.held < best.held ? row : best))
  return rarest.held === 0 ? undefined : rarest.token
}
