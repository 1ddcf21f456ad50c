import type { BudgetProject, Indicator, MoneyLeaf, NumberLeaf, TextLeaf } from '../document.ts'
import { type MoneyUnit, narrow } from '../../money.ts'
import { regrouped } from './flat-rows.ts'
import { type FormLabel, formLabel } from './form-words.ts'
import { type IndicatorGroup, type IndicatorHead, indicatorHead, readIndicatorRow } from './indicator-rows.ts'
import { declaredUnit, isNumeric, moneyLeaf } from './money-cell.ts'
import { isPlanHead, type PlanEntry, type PlanHead, planHead, readPlanRow } from './plan-rows.ts'
import { isBlankToFill, saysNothing } from './plain-words.ts'
import { codeLeaf, isEmptyRow, leaf, lineLeaves, type Row, textLeaf, type Token } from './token.ts'

const MONEY_LABELS: readonly FormLabel[] = ['total', 'fiscal', 'other']
const VALUE_LABELS: readonly FormLabel[] = ['code', 'name', 'unit', 'unitCode', 'total', 'fiscal', 'other', 'use', 'goals', 'ignored']

/** What has been gathered of one project while its form is walked. */
interface Draft {
  number: NumberLeaf | null
  titleName: TextLeaf | null
  code: TextLeaf | null
  name: TextLeaf | null
  unitCode: TextLeaf | null
  unitName: TextLeaf | null
  money: Partial<Record<FormLabel, Token>>
  unit: MoneyUnit | null
  use: TextLeaf | null
  plan: readonly PlanEntry[]
  goals: TextLeaf[]
  indicators: Indicator[]
}

/** Where the walk stands between two rows. */
interface Walk {
  awaiting: FormLabel | null
  budgetSeen: boolean
  /** True behind 预算规模及资金用途: a text without a label of its own is the use. */
  useExpected: boolean
  plan: PlanHead | null
  head: IndicatorHead | null
  group: IndicatorGroup
  /** Labels standing above the values of the next row. */
  above: readonly (FormLabel | null)[] | null
  /** Column of the year's budget in a self-evaluation's money block. */
  fundColumn: number | null
}

/** The title above a form: "3、软件升级费绩效目标表". Number and name are null where the title has none. */
export interface FormTitle {
  readonly number: NumberLeaf | null
  readonly name: TextLeaf | null
}

/**
 * Reads one project form (绩效目标表 or 自评表) from its rows. `unit` is the money unit in force where the form begins; one declared inside wins.
 * Tokens that became data, or are the form's own words, are marked used.
 */
export function readProjectForm(rows: readonly Row[], title: FormTitle, unit: MoneyUnit | null): BudgetProject {
  const draft: Draft = {
    number: title.number,
    titleName: title.name,
    code: null,
    name: null,
    unitCode: null,
    unitName: null,
    money: {},
    unit,
    use: null,
    plan: [],
    goals: [],
    indicators: [],
  }
  const walk: Walk = {
    awaiting: null,
    budgetSeen: false,
    useExpected: false,
    plan: null,
    head: null,
    group: { level1: null, level2: null },
    above: null,
    fundColumn: null,
  }
  for (const row of regrouped(rows)) walkRow(row, draft, walk)
  if (walk.plan && draft.plan.length === 0) draft.plan = walk.plan.unknown
  return finish(draft)
}

function finish(draft: Draft): BudgetProject {
  const money = (label: FormLabel): MoneyLeaf | null => {
    const token = draft.money[label]
    return token ? moneyLeaf(token, draft.unit) : null
  }
  return {
    number: draft.number,
    code: draft.code,
    name: draft.name ?? draft.titleName,
    unitCode: draft.unitCode,
    unitName: draft.unitName,
    budget: { total: money('total'), fiscal: money('fiscal'), other: money('other') },
    use: draft.use,
    plan: draft.plan,
    goals: draft.goals,
    indicators: draft.indicators,
  }
}

function walkRow(row: Row, draft: Draft, walk: Walk): void {
  if (isEmptyRow(row) && !walk.plan?.waiting) return
  const head = indicatorHead(row)
  if (head) {
    walk.head = head
    walk.awaiting = null
    walk.above = null
    if (walk.plan) walk.plan = { ...walk.plan, waiting: false }
    markUsed(row)
    return
  }
  const labels = row.tokens.map(formLabel)
  const first = labels.find((_, index) => row.tokens[index]!.key !== '') ?? null
  if (isPlanHead(labels)) {
    walk.plan = planHead(row, labels)
    walk.awaiting = null
    if (walk.plan.entries) draft.plan = walk.plan.entries
    return
  }
  if (walk.plan?.waiting) {
    const plan = walk.plan
    walk.plan = { ...plan, waiting: false }
    if (first === null && (row.table !== undefined || row.tokens.every((token) => isNumeric(token.text) || saysNothing(token.text)))) {
      draft.plan = readPlanRow(row, plan)
      return
    }
  }
  if (walk.head && (first === null || first === 'indicatorGroup')) {
    const indicator = readIndicatorRow(row, walk.head, walk.group, row.table !== undefined)
    if (indicator) draft.indicators.push(indicator)
    return
  }
  if (walk.head && first === 'ignored') {
    markUsed(row)
    return
  }
  if (walk.above && first === null && readBelow(row, walk.above, draft)) return
  walk.above = null
  if (readFundHead(row, walk)) return
  const filled = row.tokens.filter((token) => token.key !== '')
  if (
    filled.length > 1 &&
    row.tokens.every((token, index) => token.key === '' || labels[index] !== null) &&
    !filled.some(isEmptyAfter(row, labels))
  ) {
    walk.above = labels
    walk.awaiting = null
    markUsed(row)
    return
  }
  walkPairs(row, labels, draft, walk)
}

/** True for a label whose value cell beside it is there and empty: then labels stand beside their values, not above them. */
function isEmptyAfter(row: Row, labels: readonly (FormLabel | null)[]): (token: Token) => boolean {
  return (token) => {
    const index = row.tokens.indexOf(token)
    const label = labels[index] ?? null
    return label !== null && VALUE_LABELS.includes(label) && row.tokens[index + 1]?.key === ''
  }
}

/** A row of values under a row of labels. False when the cells do not match, and nothing was taken. */
function readBelow(row: Row, above: readonly (FormLabel | null)[], draft: Draft): boolean {
  if (row.tokens.length !== above.length) return false
  row.tokens.forEach((token, index) => {
    const label = above[index] ?? null
    if (label !== null) keep(label, token, draft)
  })
  return true
}

/** 自评表: 年初预算数, 全年预算数, 全年执行数 … stand above the money rows; the year's (adjusted) budget is the project's budget. */
function readFundHead(row: Row, walk: Walk): boolean {
  const at = (word: string): number => row.tokens.findIndex((token) => token.key.startsWith(word))
  const whole = at('全年预算数')
  const opening = at('年初预算数')
  if (whole < 0 && opening < 0) return false
  walk.fundColumn = whole >= 0 ? whole : opening
  markUsed(row)
  return true
}

function walkPairs(row: Row, labels: readonly (FormLabel | null)[], draft: Draft, walk: Walk): void {
  const { tokens } = row
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!
    const label = labels[i] ?? null
    if (label === null) {
      takeUnlabelled(token, draft, walk)
      continue
    }
    token.used = true
    walk.awaiting = null
    if (label === 'budgetGroup' || label === 'planGroup' || label === 'indicatorGroup') {
      walk.head = label === 'indicatorGroup' ? walk.head : null
      if (label === 'budgetGroup') walk.useExpected = token.key.includes('用途')
      draft.unit = declaredUnit(token.text) ?? draft.unit
      continue
    }
    walk.head = null
    if (MONEY_LABELS.includes(label)) {
      walk.budgetSeen = true
      draft.unit = declaredUnit(token.text) ?? draft.unit
      if (walk.fundColumn !== null && tokens[walk.fundColumn]) {
        keep(label, tokens[walk.fundColumn]!, draft)
        markUsed(row)
        return
      }
    }
    const next = tokens[i + 1]
    if (!VALUE_LABELS.includes(label)) continue
    if (next && (labels[i + 1] ?? null) === null && fitsLabel(label, next, row.table !== undefined)) {
      keep(label, next, draft)
      if (label === 'goals') walk.awaiting = 'goals'
      i++
    } else walk.awaiting = label
  }
}

/** A cell beside a money word in a real table is its amount, whatever it says; where cells were lost it must look like one. */
function fitsLabel(label: FormLabel, token: Token, trusted: boolean): boolean {
  return !MONEY_LABELS.includes(label) || trusted || saysNothing(token.text) || isNumeric(token.text) || isBlankToFill(token.text)
}

function keep(label: FormLabel, token: Token, draft: Draft): void {
  token.used = true
  if (label === 'code') draft.code ??= codeLeaf(token)
  else if (label === 'name') draft.name ??= textLeaf(token)
  else if (label === 'unitCode') draft.unitCode ??= codeLeaf(token)
  else if (label === 'unit') keepUnit(token, draft)
  else if (MONEY_LABELS.includes(label)) draft.money[label] ??= token
  else if (label === 'use') draft.use ??= textLeaf(token)
  else if (label === 'goals') draft.goals.push(...lineLeaves(token))
}

const UNIT_CODE = /^\s*[[【(]?(\d{3,9})[\]】)]?\s*[-—:]?\s*/

/** "442002秦皇岛经济技术开发区行政审批局": code and name of the budget unit. */
function keepUnit(token: Token, draft: Draft): void {
  const found = UNIT_CODE.exec(narrow(token.text))
  const name = found ? token.text.slice(found[0].length).trim() : token.text.trim()
  const at = found ? found[0].indexOf(found[1]!) : 0
  if (found) draft.unitCode ??= leaf(token, found[1]!, token.text.slice(at, at + found[1]!.length))
  if (name !== '') draft.unitName ??= leaf(token, saysNothing(name) ? null : name, name)
}

function takeUnlabelled(token: Token, draft: Draft, walk: Walk): void {
  if (token.key === '') return
  const unit = declaredUnit(token.text)
  if (unit !== null && token.key.length < 24) {
    draft.unit = unit
    token.used = true
    return
  }
  if (walk.awaiting !== null) {
    if (fitsLabel(walk.awaiting, token, false)) {
      keep(walk.awaiting, token, draft)
      if (walk.awaiting !== 'goals') walk.awaiting = null
      return
    }
    walk.awaiting = null
  }
  if (walk.useExpected && walk.budgetSeen && draft.use === null && walk.plan === null) draft.use = textLeaf(token)
  else if (UNIT_CODE.test(narrow(token.text)) && !walk.budgetSeen && draft.unitName === null && !isNumeric(token.text)) keepUnit(token, draft)
}

function markUsed(row: Row): void {
  for (const token of row.tokens) token.used = true
}

/** True when a project holds nothing at all: a title without a form. */
export function isBare(project: BudgetProject): boolean {
  const { code, unitName, budget, use, plan, goals, indicators } = project
  return !code && !unitName && !budget.total && !use && plan.length + goals.length + indicators.length === 0
}
