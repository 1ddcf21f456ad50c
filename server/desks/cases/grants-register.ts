import { permitTitles } from '../../../contract/case-texts.ts'
import { maskName } from '../../../rules/identifier/masking.ts'
import { type PermitStanding, type StandingFacts, standingOn } from '../../../rules/case/standing/permit-life.ts'
import type { PlainDate } from '../../../rules/time/plain-date.ts'
import { type FoundCase, type Readers, searchCases, type WithRows } from './case-search.ts'
import { readCursor, writeCursor } from './cursor.ts'
import { permitOfNumber } from './permit-of-number.ts'
import { foldedText } from './search-text.ts'

/**
 * The register of grants that anybody may read (行政许可法 40): what was granted, to whom, by which paper, for how long, and how it stands today. Of people only
 * the surname and no number; what a decision says of a business stays in the file, for it may hold a trade secret (5).
 */
export interface GrantLine {
  readonly id: string
  readonly itemName: string
  readonly registration: boolean
  readonly holder: string
  /** Of the paper that granted it; null while none stands. */
  readonly number: string | null
  readonly grantedOn: PlainDate
  readonly from: PlainDate
  readonly to: PlainDate | null
  readonly standing: PermitStanding
  readonly title: string
}

export interface GrantsAsked {
  /** Name of an organisation or item, or the whole number of a case or a decision. */
  readonly text?: string | undefined
  readonly item?: string | undefined
  readonly year?: number | undefined
  readonly after?: string | undefined
}

interface Row {
  readonly id: string
  readonly item_name: string
  readonly procedure: string
  readonly applicant_name: string
  readonly applicant_kind: string
  readonly decision_number: string | null
  readonly granted_on: PlainDate
  readonly valid_from: PlainDate
  readonly valid_to: PlainDate | null
  readonly ended: StandingFacts['ended']
  readonly suspended: StandingFacts['suspended']
  readonly changed: boolean
  readonly renewed_from: PlainDate | null
}

const ofPermit = 'p.id, p.decision_number, p.granted_on, p.valid_from, p.valid_to, p.ended, p.suspended, p.changed, p.renewed_from'
const ofCase = 'c.item_name, c.procedure, c.applicant_name, c.applicant_kind'

export const holderOf = (name: string, kind: string): string => (name === '' ? '（已删除）' : kind === 'natural-person' ? maskName(name) : name)

function lineOf(row: Row, today: PlainDate): GrantLine {
  const { valid_from: from, valid_to: to, ended, suspended, changed, renewed_from: renewedFrom } = row
  const standing = standingOn({ from, to, ended, suspended, changed, renewedFrom }, today)
  return {
    id: row.id,
    itemName: row.item_name,
    registration: row.procedure === 'registration',
    holder: holderOf(row.applicant_name, row.applicant_kind),
    number: row.decision_number,
    grantedOn: row.granted_on,
    from,
    to,
    standing,
    title: permitTitles[standing],
  }
}

export interface GrantsPage {
  readonly lines: readonly GrantLine[]
  readonly next: string | null
}

/** A page of the register, the newest decision first; of what a name finds, the newest application first. */
export async function grantsPage(database: Readers, bureau: string, asked: GrantsAsked, today: PlainDate, limit: number): Promise<GrantsPage> {
  const text = foldedText(asked.text ?? '')
  if (text === '') return listed(database, bureau, asked, today, limit)
  const id = await permitOfNumber(database, bureau, asked.text ?? '')
  if (id !== undefined) return listed(database, bureau, { ...asked, after: undefined }, today, limit, id)
  return /^\d+$/.test(text) ? { lines: [], next: null } : named(database, bureau, asked, text, today, limit)
}

/** What narrows the register, with its values behind those that stand there already. */
function narrowing({ item, year }: GrantsAsked, values: unknown[]): readonly string[] {
  const put = (value: unknown) => `$${values.push(value)}`
  return [
    ...(item === undefined ? [] : [`p.item = ${put(item)}`]),
    ...(year === undefined ? [] : [`p.granted_on >= ${put(`${year}-01-01`)}::date and p.granted_on <= ${put(`${year}-12-31`)}::date`]),
  ]
}

async function listed(database: Readers, bureau: string, asked: GrantsAsked, today: PlainDate, limit: number, id?: string): Promise<GrantsPage> {
  // A year begins to be read at its end: the walk along the index would else pass every later one.
  const end = asked.year === undefined ? { key: 'infinity', id: '' } : { key: `${asked.year + 1}-01-01`, id: '' }
  const cursor = readCursor(asked.after, 'day')
  const from = cursor && (asked.year === undefined || cursor.key < end.key) ? cursor : end
  const values: unknown[] = [bureau, from.key, from.id]
  const and = ['p.bureau = $1', '(p.granted_on, p.id) < ($2::date, $3::text)', ...narrowing(asked, values)]
  if (id !== undefined) and.push(`p.id = $${values.push(id)}`)
  // The case of each line by its key, whatever the planner believes of the tables' sizes.
  const sql = `select ${ofPermit}, c.* from (select * from permit_row p where ${and.join(' and ')}
      order by p.granted_on desc, p.id desc limit ${Math.trunc(limit) + 1}) p
    cross join lateral (select ${ofCase} from case_row c where c.bureau = $1 and c.id = p.id offset 0) c
    order by p.granted_on desc, p.id desc`
  const { rows } = await database.query<Row>(sql, values)
  const last = rows.slice(0, limit).at(-1)
  return {
    lines: rows.slice(0, limit).map((row) => lineOf(row, today)),
    next: rows.length > limit && last ? writeCursor({ key: last.granted_on, id: last.id }) : null,
  }
}

/** Cases looked through for a page at a time, and how often: many of those that bear a name were not granted, or to people, who are not found by name. */
const lookedThrough = 100
const rounds = 5

type FoundRow = Row & FoundCase & { readonly passes: boolean }

async function named(database: Readers, bureau: string, asked: GrantsAsked, text: string, today: PlainDate, limit: number): Promise<GrantsPage> {
  const withRows: WithRows = (found, before) => {
    const values = [...before]
    const passes = [
      'p.granted_on is not null',
      `(c.applicant_kind <> 'natural-person' or position($${values.push(text)} in lower(c.item_name)) > 0)`,
      ...narrowing(asked, values),
    ]
    const sql = `select ${ofPermit}, ${ofCase}, f.id, f.at, (${passes.join(' and ')}) as passes from (${found}) as f
      join case_row c on c.bureau = $1 and c.id = f.id
      left join lateral (select * from permit_row where bureau = $1 and id = f.id offset 0) as p on true order by f.at desc, f.id desc`
    return { sql, values }
  }
  const lines: FoundRow[] = []
  let cursor = readCursor(asked.after, 'instant')
  for (let round = 0; round < rounds; round++) {
    const after = cursor && { at: cursor.key, id: cursor.id }
    const found = await searchCases<FoundRow>(database, bureau, { kind: 'bureau', of: '' }, text, { after, limit: lookedThrough, withRows })
    lines.push(...found.filter(({ passes }) => passes))
    const last = lines.length > limit ? lines[limit - 1] : found.length === lookedThrough ? found.at(-1) : undefined
    cursor = last && { key: last.at, id: last.id }
    if (cursor === undefined || lines.length > limit) break
  }
  return { lines: lines.slice(0, limit).map((row) => lineOf(row, today)), next: cursor ? writeCursor(cursor) : null }
}

export interface GrantChoices {
  readonly items: readonly { readonly code: string; readonly name: string }[]
  readonly years: readonly number[]
}

/** Each item of which something was granted, found by leaps along the index, under its newest name. */
const itemsSql = `with recursive leap as (
    (select item from permit_row where bureau = $1 order by item limit 1)
    union all
    select (select item from permit_row where bureau = $1 and item > leap.item order by item limit 1) from leap where leap.item is not null)
  select leap.item as code, coalesce((select v.name from item_version_row v where v.bureau = $1 and v.code = leap.item and v.effective_from is not null
    order by v.version desc limit 1), leap.item) as name
  from leap where leap.item is not null`
const yearsSql = `select
  extract(year from (select granted_on from permit_row where bureau = $1 order by granted_on, id limit 1))::int as first,
  extract(year from (select granted_on from permit_row where bureau = $1 order by granted_on desc, id desc limit 1))::int as last`

/** By what the register can be narrowed. */
export async function grantChoices(database: Readers, bureau: string): Promise<GrantChoices> {
  const [items, span] = await database.steady.together([itemsSql, yearsSql].map((sql) => ({ sql, values: [bureau] })))
  const { first, last } = span![0] as { first: number | null; last: number | null }
  const years = first === null || last === null ? [] : Array.from({ length: last - first + 1 }, (_, n) => last - n)
  return { items: (items as unknown as GrantChoices['items']).toSorted((a, b) => a.name.localeCompare(b.name, 'zh')), years }
}
