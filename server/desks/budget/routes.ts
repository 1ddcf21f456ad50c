import { type TObject, type TSchema, Type } from 'typebox'
import {
  AccountCodes,
  BudgetDifferences,
  BudgetFindings,
  BudgetHistory,
  BudgetList,
  BudgetPage,
  BudgetPath,
  BudgetReading,
  CompareQuery,
  DecideFaults,
  EditBudget,
  Imported,
  OpenBudget,
  OriginalFaults,
  PhaseAnswer,
  Reason,
  Reply,
  UnitDisclosure,
} from '../../../contract/budget.ts'
import { accountCodes } from '../../../data/account-codes/load-account-codes.ts'
import { compareBudgets } from '../../../rules/budget/compare-budgets.ts'
import { disclosureTitle } from '../../../rules/budget/compose-disclosure.ts'
import type { BudgetDocument, BudgetKind } from '../../../rules/budget/budget-document.ts'
import { budgetId, type BudgetKey, budgetRef } from '../../../rules/budget/budget-ref.ts'
import type { BudgetState } from '../../../rules/budget/budget-state.ts'
import { refused } from '../../../rules/refusal.ts'
import { json, no, stream } from '../../platform/http/answer.ts'
import type { Door } from '../../platform/http/door.ts'
import { defineRoute, type RouteRow } from '../../platform/http/route-row.ts'
import type { Visit } from '../../platform/http/visit.ts'
import { contentAt, listBudgets, publishedBudget, readBudget, readBudgetEntries } from './budget-shelf.ts'
import { faultsView } from './faults-view.ts'
import { findingsView, listView, pageView } from './budget-view.ts'
import { drawBudget, fileHeaders } from './draw-budget.ts'
import { historyView } from './history-view.ts'
import { bareFacts, renderFormats } from './render/facts.ts'
import { importFile, readFile } from './take-file.ts'
import { todayOf } from './today.ts'
import { withBudget } from './with-budget.ts'

const Due = Type.Object({ due: Type.Union([Type.String(), Type.Null()]) })
const base = '/api/budgets/:year/:kind'
const subject = (input: Readonly<Record<string, unknown>>) => budgetRef({ year: Number(input.year), kind: input.kind as BudgetKind })

const Nothing = Type.Object({}, { additionalProperties: false })

/** The door of an act on one budget. */
const actRow = (
  name: string,
  permission: 'keep-budget' | 'review-budget' | 'approve-budget' | 'see-budget',
  summary: string,
  { body = Nothing, response = PhaseAnswer, seen = false }: { readonly body?: TObject; readonly response?: TSchema; readonly seen?: boolean } = {},
): RouteRow =>
  defineRoute({
    method: 'POST',
    path: `${base}/acts/${name}`,
    permission,
    audit: name,
    act: name,
    summary,
    // Refused where the budget changed since it was seen.
    ...(seen ? { subject } : {}),
    schema: { params: BudgetPath, body, response },
  })

/** The officers' doors: the years, one budget, its faults, what changed, its files, and every step from draft to publication. */
export const budgetRoutes: readonly RouteRow[] = [
  defineRoute({
    method: 'GET',
    path: '/api/budgets',
    permission: 'see-budget',
    audit: 'look-at-budgets',
    summary: '各年预算、决算：状态、公开期限和灯号',
    schema: { response: BudgetList },
    handler: async (visit, door) => json(listView(await listBudgets(door.database, visit.bureau), todayOf(door))),
  }),
  defineRoute({
    method: 'GET',
    path: '/api/budgets/account-codes',
    permission: 'see-budget',
    audit: 'look-at-account-codes',
    summary: '政府收支分类科目（部分），各年名称：填写时检查科目用',
    schema: { response: AccountCodes },
    handler: () => json(accountCodes),
  }),
  defineRoute({
    method: 'GET',
    path: base,
    permission: 'see-budget',
    audit: 'look-at-budget',
    summary: '一份预算（决算）：全部内容、各步办理人、修改决定、版本、表间核对',
    schema: { params: BudgetPath, response: BudgetPage },
    handler: (visit, door) => withBudget(visit, door, (found) => json(pageView(found, visit.actor, todayOf(door), door.calendarOf(visit.bureau)))),
  }),
  defineRoute({
    method: 'GET',
    path: `${base}/findings`,
    permission: 'see-budget',
    audit: 'look-at-budget-findings',
    summary: '按公开文件检查规则逐条检查现在的内容',
    schema: { params: BudgetPath, response: BudgetFindings },
    handler: (visit, door) => withBudget(visit, door, ({ state }) => json(findingsView(state.content))),
  }),
  defineRoute({
    method: 'GET',
    path: `${base}/faults`,
    permission: 'see-budget',
    audit: 'look-at-original-faults',
    summary: '已公开的原文件的差错：位置、现在的内容、是否须先决定、怎样决定的',
    schema: { params: BudgetPath, response: OriginalFaults },
    handler: (visit, door) => withBudget(visit, door, ({ state }) => json(faultsView(state))),
  }),
  defineRoute({
    method: 'GET',
    path: `${base}/differences`,
    permission: 'see-budget',
    audit: 'compare-budget-versions',
    summary: '两个版本逐项对照；可与最近公开的、上年的对照',
    schema: { params: BudgetPath, query: CompareQuery, response: BudgetDifferences },
    handler: (visit, door) =>
      withBudget(visit, door, async ({ seq, state }) => {
        const { from = 'published', to = seq } = visit.query
        const [before, after] = [
          await versionNamed(door, visit.bureau, visit.params, from),
          await contentOf(door, visit.bureau, visit.params, to, seq, state),
        ]
        if (before === null && from === 'last-year') return no(refused('budget-not-found', { detail: { year: visit.params.year - 1 } }).refusal)
        if (before === null || after === null) return no(refused('budget-version-not-found').refusal)
        return json({ differences: compareBudgets(before, after) })
      }),
  }),
  defineRoute({
    method: 'GET',
    path: `${base}/history`,
    permission: 'see-budget',
    audit: 'look-at-budget-history',
    summary: '一份预算的经过：每一步由谁在哪天办理，改动了多少处',
    schema: { params: BudgetPath, response: BudgetHistory },
    handler: (visit, door) =>
      withBudget(visit, door, async () => json(historyView(await readBudgetEntries(door.database, visit.bureau, visit.params)))),
  }),
  defineRoute({
    method: 'POST',
    path: `${base}/readings`,
    permission: 'keep-budget',
    audit: 'read-budget-file',
    summary: '读一份填好的文件，内容供取入草稿核对；不改动账簿',
    schema: { params: BudgetPath, body: 'multipart', response: BudgetReading },
    handler: readFile,
  }),
  defineRoute({
    method: 'GET',
    path: `${base}/files/:format`,
    permission: 'see-budget',
    audit: 'take-budget-file',
    summary: '下载现在的内容：docx、pdf、html、json、csv、xlsx',
    schema: {
      params: Type.Object({ ...BudgetPath.properties, format: Type.Union(renderFormats.map((format) => Type.Literal(format))) }),
      response: 'file',
    },
    handler: (visit, door) =>
      withBudget(visit as unknown as Visit<BudgetKey>, door, async ({ seq, state }) => {
        const { format } = visit.params
        const id = budgetId(visit.params)
        const facts = bareFacts(state.content.document.department ?? '')
        const file = await drawBudget(`${visit.bureau}:${id}:${seq}`, state.content, format, facts)
        return stream(file, fileHeaders(format, disclosureTitle(state.content), id))
      }),
  }),
  actRow('open-budget', 'keep-budget', '新建一年的预算：空白，或沿用上年的文字和项目、金额清空', { body: OpenBudget }),
  defineRoute({
    method: 'POST',
    path: `${base}/acts/import-budget`,
    permission: 'keep-budget',
    audit: 'import-budget',
    summary: '导入 Word、Excel、PDF 或文本文件；字段 original=yes 表示这是已公开的原文件，replace=yes 表示替换正在编制的内容',
    schema: { params: BudgetPath, body: 'multipart', response: Imported },
    handler: importFile,
  }),
  actRow('edit-budget', 'keep-budget', '修改若干部分或一个项目；改动已公开的原文件须写明原因，逐处记录', {
    body: EditBudget,
    response: Type.Object({ changed: Type.Integer() }),
    seen: true,
  }),
  actRow('decide-original-faults', 'keep-budget', '对原文件的差错作出决定：照原样公开，或更正；逐处记录', {
    body: DecideFaults,
    response: Type.Object({ decided: Type.Integer() }),
    seen: true,
  }),
  actRow('submit-budget', 'keep-budget', '送复核'),
  actRow('review-budget', 'review-budget', '复核通过（不得是编制人）'),
  actRow('approve-budget', 'approve-budget', '审定（不得是编制人、复核人）'),
  actRow('publish-budget', 'approve-budget', '公开：从此人人可看'),
  actRow('return-budget', 'see-budget', '退回修改，写明原因；已公开的由审定人退回', { body: Reason }),
  actRow(
    'record-budget-reply',
    'keep-budget',
    '登记财政部门批复：二十日公开期限从此起算（预算法 第十四条），有所属单位的，十五日批复期限也从此起算（第五十二条）',
    { body: Reply, response: Due },
  ),
  actRow('record-unit-reply', 'keep-budget', '登记向所属单位批复：所属单位二十日公开期限从此起算（预算法实施条例 第六条）', {
    body: Reply,
    response: Due,
  }),
  actRow('record-unit-disclosure', 'keep-budget', '登记所属单位已经公开', { body: UnitDisclosure, response: Type.Null() }),
]

async function contentOf(
  door: Door,
  bureau: string,
  key: BudgetKey,
  seq: number,
  latest: number,
  state: BudgetState,
): Promise<BudgetDocument | null> {
  return seq === latest ? state.content : contentAt(door.database, bureau, key, seq)
}

async function versionNamed(door: Door, bureau: string, key: BudgetKey, name: string): Promise<BudgetDocument | null> {
  if (name === 'published') return (await publishedBudget(door.database, bureau, key))?.content ?? null
  if (name === 'last-year') return (await readBudget(door.database, bureau, { ...key, year: key.year - 1 }))?.state.content ?? null
  return contentAt(door.database, bureau, key, Number(name))
}
