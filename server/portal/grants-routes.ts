import { Readable } from 'node:stream'
import { Type } from 'typebox'
import { refused } from '../../rules/refusal.ts'
import type { PlainDate } from '../../rules/time/plain-date.ts'
import { grantChoices, type GrantLine, grantOnOnePage, type GrantsAsked, type GrantsPage, grantsPage as readGrants } from '../desks/cases/public.ts'
import { harmlessCell } from '../platform/harmless-cell.ts'
import { no, stream } from '../platform/http/answer.ts'
import type { Door } from '../platform/http/door.ts'
import { defineRoute, type RouteRow } from '../platform/http/route-row.ts'
import { show, todayOf } from './frame.ts'
import { grantPage, grantsPage } from './grants-page.ts'

/** Forms without a script send what was left open as empty text. */
const Asked = Type.Object({
  q: Type.Optional(Type.String({ maxLength: 60 })),
  item: Type.Optional(Type.String({ maxLength: 80 })),
  year: Type.Optional(Type.String({ pattern: '^([12]\\d{3})?$' })),
  after: Type.Optional(Type.String({ maxLength: 200 })),
})

type Query = { readonly q?: string; readonly item?: string; readonly year?: string; readonly after?: string }

const askedOf = ({ q, item, year, after }: Query): GrantsAsked => ({
  text: q?.trim() || undefined,
  item: item || undefined,
  year: year ? Number(year) : undefined,
  after: after || undefined,
})

const perPage = 20

/** The register of grants (行政许可法 40), for anybody, without an account and without a script. */
export const grantsRoutes: readonly RouteRow[] = [
  defineRoute({
    method: 'GET',
    path: '/grants',
    permission: 'public',
    audit: 'look-at-grants',
    summary: '许可公开：准予的行政许可决定（行政许可法 第四十条）',
    triesPerMinute: 120,
    schema: { query: Asked, response: 'page' },
    handler: async (visit, door) => {
      const asked = askedOf(visit.query)
      const [page, choices] = await Promise.all([
        readGrants(door.database, visit.bureau, asked, todayOf(door), perPage),
        grantChoices(door.database, visit.bureau),
      ])
      return show(visit, door, grantsPage({ asked, page, choices }))
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/grants.csv',
    permission: 'public',
    audit: 'take-grants',
    summary: '许可公开的表格（CSV）',
    triesPerMinute: 6,
    schema: { query: Asked, response: 'file' },
    handler: (visit, door) =>
      stream(Readable.from(csvOf(door, visit.bureau, askedOf({ ...visit.query, after: '' }))), {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': "attachment; filename*=UTF-8''%E8%AE%B8%E5%8F%AF%E5%85%AC%E5%BC%80.csv",
      }),
  }),
  defineRoute({
    method: 'GET',
    path: '/grants/:id',
    permission: 'public',
    audit: 'look-at-grant',
    summary: '许可公开：一项准予决定和账簿里的记录',
    triesPerMinute: 120,
    schema: { params: Type.Object({ id: Type.String({ minLength: 1, maxLength: 80 }) }), response: 'page' },
    handler: async (visit, door) => {
      const grant = await grantOnOnePage(door.database, visit.bureau, visit.params.id, todayOf(door))
      return grant === undefined ? no(refused('page-not-found').refusal) : show(visit, door, grantPage(grant))
    },
  }),
]

const columns: readonly (readonly [string, (grant: GrantLine) => string])[] = [
  ['被许可人', ({ holder }) => holder],
  ['事项', ({ itemName }) => itemName],
  ['类别', ({ registration }) => (registration ? '登记' : '行政许可')],
  ['文号', ({ number }) => number ?? ''],
  ['准予日期', ({ grantedOn }) => grantedOn],
  ['有效期自', ({ from }) => from],
  ['有效期至', ({ to }) => to ?? '长期'],
  ['当前状态', ({ title }) => title],
]

const row = (cells: readonly string[]): string => `${cells.map((cell) => `"${harmlessCell(cell).replaceAll('"', '""')}"`).join(',')}\r\n`

/** Lines read at a time for the table. */
const perReading = 500

/**
 * Every line, read page by page as the reader takes it: no statement is long, nothing is gathered, and where the reader leaves, nothing more is read.
 */
async function* csvOf(door: Door, bureau: string, asked: GrantsAsked): AsyncGenerator<string> {
  const today: PlainDate = todayOf(door)
  yield `\ufeff${row(columns.map(([title]) => title))}`
  let after: string | null | undefined
  while (after !== null) {
    const { lines, next }: GrantsPage = await readGrants(door.database, bureau, { ...asked, after }, today, perReading)
    if (lines.length > 0) yield lines.map((grant) => row(columns.map(([, of]) => of(grant)))).join('')
    after = next
  }
}
