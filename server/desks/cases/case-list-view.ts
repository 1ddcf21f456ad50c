import type { CaseList, CaseListQuery, CaseRow } from '../../../contract/cases.ts'
import { type StandingFacts, standingOn } from '../../../rules/case/standing/permit-life.ts'
import { lightOf } from '../../../rules/time/light.ts'
import type { PlainDate } from '../../../rules/time/plain-date.ts'
import type { Tx } from '../../platform/database/database.ts'
import { type FoundCase, type Readers, searchCases, type WithRows } from './case-search.ts'
import { readCursor, writeCursor } from './cursor.ts'
import { type CaseScope, waysInto } from './scope.ts'

interface Row {
  id: string
  number: string
  phase: CaseRow['phase']
  item: string
  item_name: string
  procedure: CaseRow['procedure']
  applicant_name: string
  applicant_kind: CaseRow['applicantKind']
  received_on: string
  received_at: string
  office: string
  step_name: string | null
  handler: string | null
  handler_name: string | null
  leg: CaseRow['leg']
  stopped: boolean
  yellow_on: PlainDate | null
  promised_due: PlainDate | null
  statutory_due: PlainDate | null
  provisional: boolean
  urgency: string
  step_due: PlainDate | null
  supplement_due: PlainDate | null
  reminders: number
  valid_from?: PlainDate | null
  valid_to: PlainDate | null
  ended: StandingFacts['ended']
  suspended: StandingFacts['suspended']
  changed: boolean
  renewed_from: StandingFacts['renewedFrom']
}

/** By its key for each line, whatever the planner believes of the tables' sizes. */
const withPermit = `left join lateral (
  select valid_from, valid_to, ended, suspended, changed, renewed_from from permit_row where bureau = $1 and id = c.id offset 0) as p on true`

const columns = `c.id, c.number, c.phase, c.item, c.item_name, c.procedure, c.applicant_name, c.applicant_kind, c.received_on, c.received_at, c.office, c.step_name,
  c.handler, c.handler_name, c.leg, c.stopped, c.yellow_on, c.promised_due, c.statutory_due, c.provisional, c.urgency, c.step_due, c.supplement_due, c.reminders`

const lightOfRow = (row: Pick<Row, 'leg' | 'stopped' | 'yellow_on' | 'promised_due' | 'statutory_due'>, today: PlainDate): CaseRow['light'] =>
  row.leg === null
    ? 'none'
    : lightOf({ stopped: row.stopped, yellowOn: row.yellow_on, promisedDue: row.promised_due, statutoryDue: row.statutory_due }, today)

/** How the permit of a line stands: of the running cases nothing was asked, for none is granted yet. */
const permitOfRow = (
  { valid_from: from, valid_to: to, ended, suspended, changed, renewed_from: renewedFrom }: Row,
  today: PlainDate,
): CaseRow['permit'] => (from ? standingOn({ from, to, ended, suspended, changed, renewedFrom }, today) : null)

const viewOfRow = (row: Row, today: PlainDate): CaseRow => ({
  id: row.id,
  number: row.number,
  phase: row.phase,
  item: row.item,
  itemName: row.item_name,
  procedure: row.procedure,
  applicantName: row.applicant_name,
  applicantKind: row.applicant_kind,
  receivedOn: row.received_on,
  office: row.office,
  stepName: row.step_name,
  handler: row.handler === null ? null : { id: row.handler, name: row.handler_name ?? '' },
  leg: row.leg,
  light: lightOfRow(row, today),
  promisedDue: row.promised_due,
  statutoryDue: row.statutory_due,
  provisional: row.provisional,
  stepOverdue: row.step_due !== null && row.step_due < today,
  supplementOverdue: row.supplement_due !== null && row.supplement_due < today,
  reminders: row.reminders,
  permit: permitOfRow(row, today),
})

/** The light as SQL over the stored dates; the same as `lightOf`, and a test compares them. `$today` is the parameter's number. */
const lightSql = (today: number): Readonly<Record<CaseRow['light'], string>> => {
  const late = (column: string) => `(c.${column} is not null and c.${column} < $${today}::date)`
  const red = late('statutory_due')
  const promise = `(not ${red} and ${late('promised_due')})`
  const stopped = `(not ${red} and not ${late('promised_due')} and c.stopped)`
  const calm = `(c.leg is not null and not ${red} and not ${late('promised_due')} and not c.stopped)`
  const yellow = `(c.yellow_on is not null and c.yellow_on <= $${today}::date)`
  return {
    none: 'c.leg is null',
    red: `(c.leg is not null and ${red})`,
    'red-promise': `(c.leg is not null and ${promise})`,
    stopped: `(c.leg is not null and ${stopped})`,
    yellow: `(${calm} and ${yellow})`,
    green: `(${calm} and not ${yellow})`,
  }
}

/** The running step is over its own share of the days: false where none runs or the clock stands. `$today` is the parameter's number. */
const stepLateSql = (today: number): string => `(c.step_due is not null and c.step_due < $${today}::date)`

/** The last day to correct has passed, and the correction is still awaited. */
const supplementLateSql = (today: number): string => `(c.supplement_due is not null and c.supplement_due < $${today}::date)`

export interface ListAsked {
  readonly bureau: string
  readonly scope: CaseScope
  readonly query: CaseListQuery
  /** Staff id, for `of=mine`. */
  readonly me: string
  readonly today: PlainDate
}

/** Parts of a WHERE clause with their values, behind those that stand there already. */
function filters({ scope, query, me, today, bureau }: ListAsked, before: readonly unknown[] = []) {
  const values: unknown[] = [...before]
  const put = (value: unknown): string => `$${values.push(value)}`
  const and = [`c.bureau = ${put(bureau)}`, `${put(today)}::date is not null`]
  const day = values.length
  if (query.of === 'mine') and.push(`c.handler = ${put(me)}`)
  if (query.phase !== undefined) and.push(`c.phase = ${put(query.phase)}`)
  if (query.item !== undefined) and.push(`c.item = ${put(query.item)}`)
  if (query.office !== undefined) and.push(`c.office = ${put(query.office)}`)
  if (query.handler !== undefined) and.push(query.handler === 'nobody' ? 'c.handler is null' : `c.handler = ${put(query.handler)}`)
  if (query.receivedFrom !== undefined) and.push(`c.received_on >= ${put(query.receivedFrom)}::date`)
  if (query.receivedTo !== undefined) and.push(`c.received_on <= ${put(query.receivedTo)}::date`)
  // What has no date stands at the end of time, and is due neither before nor after any day.
  if (query.dueFrom !== undefined) and.push(`c.urgency >= ${put(query.dueFrom)}::date and c.urgency < '9999-12-31'`)
  if (query.dueTo !== undefined) and.push(`c.urgency <= ${put(query.dueTo)}::date`)
  if (query.light !== undefined) and.push(lightSql(day)[query.light])
  if (query.step === 'late') and.push(stepLateSql(day))
  if (query.supplement === 'late') and.push(supplementLateSql(day))
  if (query.state === 'running') and.push('c.running')
  if (query.state === 'concluded') and.push('not c.running')
  if (scope.kind === 'account') and.push(`c.account = ${put(scope.of)}`)
  return { values, put, and }
}

const isNarrowed = ({ of: _of, state: _state, sort: _sort, after: _after, limit: _limit, ...narrowing }: CaseListQuery): boolean =>
  Object.values(narrowing).some((value) => value !== undefined)

async function ordered(database: Readers, asked: ListAsked, limit: number, sort: 'due' | 'newest'): Promise<{ rows: Row[]; next: string | null }> {
  const { values, put, and } = filters(asked)
  // The day's list walks its index whatever the values; what filters thin out is better planned for the values at hand.
  const tx = isNarrowed(asked.query) ? database : database.steady
  const newest = sort === 'newest'
  const cursor = readCursor(asked.query.after, newest ? 'instant' : 'day')
  const [key, direction] = newest ? ['received_at', 'desc'] : ['urgency', 'asc']
  const first = newest ? ['infinity', ''] : ['0001-01-01', '']
  const from = `(${put(cursor?.key ?? first[0])}::${newest ? 'timestamptz' : 'date'}, ${put(cursor?.id ?? first[1])}::text)`
  // The number itself, not a parameter: by a parameter the planner guesses at a tenth of the table.
  const most = Math.trunc(limit) + 1
  const ways = asked.scope.kind === 'office' ? waysInto(asked.scope.of, put(asked.scope.of)) : ['true']
  const selects = ways.map(
    (way) => `(select ${columns} from case_row c where ${and.join(' and ')} and ${way} and (c.${key}, c.id) ${newest ? '<' : '>'} ${from}
      order by c.${key} ${direction}, c.id ${direction} limit ${most})`,
  )
  const listed = `select * from (${selects.join(' union all ')}) as c order by ${key} ${direction}, id ${direction} limit ${most}`
  const sql = asked.query.state === 'running' ? listed : `select * from (${listed}) as c ${withPermit} order by ${key} ${direction}, id ${direction}`
  const { rows } = await tx.query<Row>(sql, values)
  const page = rows.slice(0, limit)
  const end = page.at(-1)
  return { rows: page, next: rows.length > limit && end ? writeCursor({ key: newest ? end.received_at : end.urgency, id: end.id }) : null }
}

/** Of what is found, its row and whether the filters let it through. */
type FoundRow = Row & FoundCase & { readonly passes: boolean }

async function searched(database: Readers, asked: ListAsked, limit: number, text: string): Promise<{ rows: Row[]; next: string | null }> {
  const cursor = readCursor(asked.query.after, 'instant')
  const after = cursor && { at: cursor.key, id: cursor.id }
  const withRows: WithRows = (found, before) => {
    const { values, and } = filters(asked, before)
    const sql = `select ${columns}, f.at, (${and.join(' and ')}) as passes, p.* from (${found}) as f join case_row c on c.bureau = $1 and c.id = f.id ${withPermit}
      order by f.at desc, f.id desc`
    return { sql, values }
  }
  const found = await searchCases<FoundRow>(database, asked.bureau, asked.scope, text, { after, limit: limit + 1, withRows })
  const page = found.slice(0, limit)
  const end = page.at(-1)
  return { rows: page.filter(({ passes }) => passes), next: found.length > limit && end ? writeCursor({ key: end.at, id: end.id }) : null }
}

/** What a search looks for stands among the newest or is named more closely: its page fits a screen. */
const listPage = 50
const searchPage = 15

/**
 * A page of the list: the day's work by the running leg's promised date, stopped and dateless last; or newest first; or what a search finds, newest
 * first (filters then thin a page out, and `next` goes on). `of=office` narrows a bureau-wide scope to the visitor's own office.
 */
export async function listCases(database: Readers, asked: ListAsked): Promise<CaseList> {
  const { query, scope, today } = asked
  if (scope.kind === 'none') return { rows: [], next: null }
  const text = query.text?.trim()
  const limit = query.limit ?? (text ? searchPage : listPage)
  const withState = {
    ...asked,
    query: { ...query, state: query.state ?? (query.sort === 'newest' || text || scope.kind === 'account' ? 'all' : 'running') } as const,
  }
  const { rows, next } = text
    ? await searched(database, withState, limit, text)
    : await ordered(database, withState, limit, query.sort ?? (scope.kind === 'account' || withState.query.state !== 'running' ? 'newest' : 'due'))
  return { rows: rows.map((row) => viewOfRow(row, today)), next }
}

/** How many running cases show each light, and how many are late in their step or wait for a correction beyond its day, over the same stored dates. */
export const lightCountsSql = (scopeClause: string): string => {
  const light = lightSql(2)
  const names = Object.keys(light) as CaseRow['light'][]
  return `select ${names.map((name) => `count(*) filter (where ${light[name]})::int as "${name}"`).join(', ')},
    count(*) filter (where ${stepLateSql(2)})::int as "stepsLate",
    count(*) filter (where ${supplementLateSql(2)})::int as "supplementsLate" from case_row c where c.bureau = $1 and c.running and ${scopeClause}`
}
