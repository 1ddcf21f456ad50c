import { Type } from 'typebox'
import type { BudgetLegView } from '../../../contract/budget.ts'
import { spokenDate } from '../../../contract/reason-texts.ts'
import { budgetId, type BudgetKey, budgetKeyOf } from '../../../rules/budget/budget-ref.ts'
import { composeDisclosure, disclosureTitle } from '../../../rules/budget/compose-disclosure.ts'
import { refused } from '../../../rules/refusal.ts'
import type { PlainDate } from '../../../rules/time/plain-date.ts'
import { type Answer, no, page, stream } from '../../platform/http/answer.ts'
import type { Door } from '../../platform/http/door.ts'
import { defineRoute, type RouteRow } from '../../platform/http/route-row.ts'
import type { Visit } from '../../platform/http/visit.ts'
import { type PublishedBudget, publishedBudget } from './budget-shelf.ts'
import { drawBudget, fileHeaders } from './draw-budget.ts'
import { legViews } from './leg-views.ts'
import { tableCsv } from './render/csv.ts'
import { type RenderFacts, renderFormats, type RenderFormat } from './render/facts.ts'
import { htmlPage, styleDigest } from './render/html.ts'
import { todayOf } from './today.ts'

const Id = Type.String({ pattern: '^\\d{4}(-accounts)?$', description: '2020 为预算，2020-accounts 为决算' })
const csp = {
  'content-security-policy': `default-src 'none'; style-src ${styleDigest}; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'`,
}
const notHere = (): Answer => no(refused('page-not-found').refusal)
const titles: Readonly<Record<RenderFormat, string>> = {
  docx: 'Word 文档',
  pdf: 'PDF',
  html: '网页',
  json: 'JSON 数据',
  csv: 'CSV 数据',
  xlsx: 'Excel 表格',
}

/** What everybody may read: the published budgets, each at an address that stays, and its data. */
export const disclosureRoutes: readonly RouteRow[] = [
  defineRoute({
    method: 'GET',
    path: '/disclosure/:id',
    permission: 'public',
    audit: 'look-at-disclosure',
    summary: '一年的预算（决算）公开文件：网页',
    schema: { params: Type.Object({ id: Id }), response: 'page' },
    handler: (visit, door) =>
      withPublished(visit, door, (published) =>
        page(htmlPage(composeDisclosure(published.content), disclosureTitle(published.content), factsOf(visit, door, published)), { headers: csp }),
      ),
  }),
  defineRoute({
    method: 'GET',
    path: '/disclosure/:id/files/:format',
    permission: 'public',
    audit: 'take-disclosure-file',
    summary: '公开文件的各种格式：docx、pdf、html、json、csv、xlsx',
    triesPerMinute: 60,
    schema: { params: Type.Object({ id: Id, format: Type.Union(renderFormats.map((format) => Type.Literal(format))) }), response: 'file' },
    handler: (visit, door) =>
      withPublished(visit, door, async (published) => {
        const { id, format } = visit.params
        const facts: RenderFacts = { ...factsOf(visit, door, published), downloads: [], tableAddress: null }
        const file = await drawBudget(`${visit.bureau}:${id}:published-${published.seq}`, published.content, format, facts)
        return stream(file, fileHeaders(format, disclosureTitle(published.content), id))
      }),
  }),
  defineRoute({
    method: 'GET',
    path: '/disclosure/:id/tables/:name',
    permission: 'public',
    audit: 'take-disclosure-table',
    summary: '公开文件中的一张表：CSV',
    schema: { params: Type.Object({ id: Id, name: Type.String({ pattern: '^[a-z0-9-]{1,60}\\.csv$' }) }), response: 'file' },
    handler: (visit, door) =>
      withPublished(visit, door, ({ content }) => {
        const name = visit.params.name.slice(0, -'.csv'.length)
        const table = composeDisclosure(content).find((block) => block.kind === 'table' && block.name === name)
        return table?.kind === 'table' ? stream(tableCsv(table), { 'content-type': 'text/csv; charset=utf-8' }) : notHere()
      }),
  }),
]

async function withPublished(
  visit: Visit<{ id: string }>,
  door: Door,
  answer: (published: PublishedBudget) => Answer | Promise<Answer>,
): Promise<Answer> {
  const key: BudgetKey | null = budgetKeyOf(visit.params.id)
  const published = key && (await publishedBudget(door.database, visit.bureau, key))
  return published === null ? notHere() : answer(published)
}

function factsOf(visit: Visit, door: Door, { key, content, on, state }: PublishedBudget): RenderFacts {
  const address = `${visit.request.protocol}://${visit.request.host}/disclosure/${budgetId(key)}`
  return {
    publisher: content.document.department ?? '',
    publishedOn: spokenDate(on),
    period: periodOf(legViews(state, todayOf(door), door.calendarOf(visit.bureau)).find(({ name }) => name === 'disclosure')),
    address,
    downloads: renderFormats
      .filter((format) => format !== 'html')
      .map((format) => ({ title: titles[format], href: `/disclosure/${budgetId(key)}/files/${format}` })),
    tableAddress: ({ name }) => `/disclosure/${budgetId(key)}/tables/${name}.csv`,
  }
}

/** The twenty days of 预算法 第十四条: kept or not, and the dated reasons. */
function periodOf(leg: BudgetLegView | undefined): RenderFacts['period'] {
  if (leg === undefined || leg.due === null) return null
  const word = `最迟${spokenDate(leg.due as PlainDate)}，${leg.late ? '逾期公开' : '按期公开'}`
  return { light: leg.late ? 'late' : 'kept', word, reasons: leg.reasons.map(({ text }) => text) }
}
