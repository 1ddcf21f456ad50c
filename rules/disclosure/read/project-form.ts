import type { BudgetProject } from '../document.ts'
import type { MoneyUnit } from '../../money.ts'
import { regrouped } from './flat-rows.ts'
import {
  beginsWithUnitCode,
  fitsLabel,
  isBodyName,
  type FormDraft,
  type FormTitle,
  isMoneyLabel,
  keepUnit,
  keepValue,
  newDraft,
  projectOf,
  VALUE_LABELS,
} from './form-draft.ts'
import { type FundHead, fundHead, fundValue, placeBySums } from './form-money.ts'
import type { FormLabel } from './form-label.ts'
import { formLabel, isBrokenLabel, isLevel1, isLevel2 } from './form-words.ts'
import { markUsed } from './headed-table.ts'
import { regroupLevels } from './indicator-groups.ts'
import { type IndicatorGroup, type IndicatorHead, indicatorHead, readIndicatorRow } from './indicator-rows.ts'
import { declaredUnit, isNumeric } from './money-cell.ts'
import { saysNothing } from './plain-words.ts'
import { withoutHalves } from './printed-form.ts'
import { isPlanHead, joinedPlan, type PlanHead, planHead, readPlanRow } from './plan-rows.ts'
import { isEmptyRow, type Row, textLeaf, type Token } from './token.ts'

type Labels = readonly (FormLabel | null)[]

/** Where the walk stands between two rows. */
interface Walk {
  /** The label whose value has not come yet. */
  awaiting: FormLabel | null
  budgetSeen: boolean
  /** True behind 预算规模及资金用途: a text without a label of its own is the use. */
  useExpected: boolean
  plan: PlanHead | null
  head: IndicatorHead | null
  /** The form's first indicator head, wherever it stands: for indicators that came before it. */
  readonly anyHead: IndicatorHead | null
  group: IndicatorGroup
  /** Labels standing above the values of the next row. */
  above: Labels | null
  /** True in the row below 预期目标 and 实际完成情况: only the first text is the goals'. */
  expected: boolean
  fund: FundHead | null
  /** A text that no label asked for: the first of numbered goals may stand above their label. */
  stray: Token | null
  /** True once an indicator was read from loose cells. */
  loose: boolean
}

/**
 * Reads one project form (绩效目标表 or 自评表) from its rows. `unit` is the money unit in force where the form begins; one declared inside wins.
 * Tokens that became data, or are the form's own words, are marked used.
 */
export function readProjectForm(rows: readonly Row[], title: FormTitle, unit: MoneyUnit | null): BudgetProject {
  const draft = newDraft(title, unit)
  const told = regrouped(rows)
  let anyHead: IndicatorHead | null = null
  for (const row of told) anyHead ??= indicatorHead(row)
  const walk: Walk = {
    awaiting: null,
    budgetSeen: false,
    useExpected: false,
    plan: null,
    head: null,
    anyHead,
    group: { level1: null, level2: null },
    above: null,
    expected: false,
    fund: null,
    stray: null,
    loose: false,
  }
  told.forEach((row, index) => {
    walkRow(row, told[index + 1], draft, walk)
  })
  if (walk.plan && draft.plan.length === 0) draft.plan = walk.plan.unknown
  if (rows.some((row) => row.printed)) return withoutHalves(projectOf(draft), told, title)
  const project = projectOf(draft)
  return walk.loose ? { ...project, indicators: regroupLevels(project.indicators) } : project
}

function walkRow(row: Row, next: Row | undefined, draft: FormDraft, walk: Walk): void {
  if (isEmptyRow(row) && !walk.plan?.waiting) return
  const head = indicatorHead(row)
  const labels = row.tokens.map(formLabel)
  const first = labels.find((_, index) => row.tokens[index]!.key !== '') ?? null
  if (head) {
    Object.assign(walk, { head, awaiting: null, above: null, plan: walk.plan ? { ...walk.plan, waiting: false } : null })
    markUsed(row)
  } else if (isPlanHead(labels)) {
    walk.plan = joinedPlan(walk.plan, planHead(row, labels))
    walk.awaiting = null
    if (walk.plan.entries) draft.plan = walk.plan.entries
  } else if (!takePlan(row, first, draft, walk) && !takeIndicator(row, first, draft, walk)) takeLabelled(row, next, labels, first, draft, walk)
}

function takePlan(row: Row, first: FormLabel | null, draft: FormDraft, walk: Walk): boolean {
  const { plan } = walk
  if (!plan?.waiting) return false
  walk.plan = { ...plan, waiting: false }
  const shares = row.table !== undefined || row.tokens.every((token) => isNumeric(token.text) || saysNothing(token.text))
  if (first !== null || !shares) return false
  draft.plan = readPlanRow(row, plan)
  return true
}

function takeIndicator(row: Row, first: FormLabel | null, draft: FormDraft, walk: Walk): boolean {
  const opening = row.tokens.find((token) => token.key !== '')
  if (!walk.head && first === null && opening && (isLevel1(opening.key) || isLevel2(opening.key))) walk.head = walk.anyHead
  if (!walk.head) return false
  if (first === 'ignored') {
    markUsed(row)
    return true
  }
  if (first === 'indicatorGroup' && row.tokens.every((token) => token.key === '' || formLabel(token) !== null)) {
    markUsed(row)
    return true
  }
  if (first !== null && first !== 'indicatorGroup') return false
  const trusted = row.table !== undefined
  const indicator = readIndicatorRow(row, walk.head, walk.group, trusted)
  if (indicator) draft.indicators.push(indicator)
  walk.loose ||= !trusted || row.bare === true
  return true
}

function takeLabelled(row: Row, next: Row | undefined, labels: Labels, first: FormLabel | null, draft: FormDraft, walk: Walk): void {
  if (walk.above && first === null && readBelow(row, walk.above, draft)) return
  walk.expected = row.table !== undefined && walk.above?.includes('goals') === true && walk.above.includes('ignored')
  walk.above = null
  const fund = fundHead(row)
  if (fund) {
    // Words of one head in two lines: the text lost its rows, and both budgets may stand in any of them.
    walk.fund = walk.fund && row.table === undefined ? { ...fund, both: true } : fund
    for (const label of labels) if (label === 'budgetGroup') walk.budgetSeen = true
    for (const token of row.tokens) draft.unit = declaredUnit(token.text) ?? draft.unit
    markUsed(row)
    return
  }
  const filled = row.tokens.filter((token) => token.key !== '')
  const onlyLabels = filled.length > 1 && row.tokens.every((token, index) => token.key === '' || labels[index] !== null)
  const beside = labels.some((label, index) => label !== null && VALUE_LABELS.includes(label) && row.tokens[index + 1]?.key === '')
  if (onlyLabels && (!beside || standsAbove(labels, next))) {
    walk.above = labels
    walk.awaiting = null
    for (const token of row.tokens) draft.unit = declaredUnit(token.text) ?? draft.unit
    markUsed(row)
  } else walkPairs(row, labels, draft, walk)
}

/** True when the next row has values, and all of them stand in the columns of these labels: an empty cell beside a label is then its merged rest. */
function standsAbove(labels: Labels, next: Row | undefined): boolean {
  if (next?.tokens.length !== labels.length) return false
  const filled = next.tokens.flatMap((token, index) => (token.key === '' ? [] : [index]))
  return (
    filled.length > 0 && filled.every((index) => labels[index] !== null && labels[index] !== 'budgetGroup' && formLabel(next.tokens[index]!) === null)
  )
}

/** A row of values under a row of labels. False when the cells do not match, and nothing was taken. */
function readBelow(row: Row, above: Labels, draft: FormDraft): boolean {
  if (row.tokens.length === above.length) {
    row.tokens.forEach((token, index) => {
      const label = above[index] ?? null
      if (label !== null) keepValue(draft, label, token)
    })
    return true
  }
  const asked = above.filter((label): label is FormLabel => label !== null && label !== 'budgetGroup')
  const filled = row.tokens.filter((token) => token.key !== '')
  if (filled.length === asked.length && filled.every((token, index) => fitsLabel(asked[index]!, token, false))) {
    filled.forEach((token, index) => {
      keepValue(draft, asked[index]!, token)
    })
    return true
  }
  return placeBySums(draft, asked, filled)
}

function walkPairs(row: Row, labels: Labels, draft: FormDraft, walk: Walk): void {
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
    draft.unit = declaredUnit(token.text) ?? draft.unit
    walk.head = label === 'indicatorGroup' ? walk.head : null
    if (label === 'budgetGroup') walk.useExpected = token.key.includes('用途')
    if (!VALUE_LABELS.includes(label)) continue
    if (label === 'ignored' && walk.fund) {
      // 上年结转资金 and its like: their amounts have no place in the data.
      markUsed(row)
      return
    }
    if (isMoneyLabel(label)) {
      walk.budgetSeen = true
      if (walk.fund) {
        const value = fundValue(row, i, walk.fund)
        if (value) {
          keepValue(draft, label, value)
          markUsed(row)
        }
        return
      }
    }
    const next = tokens[i + 1]
    // In a table a name may read like its own label.
    const beside = (labels[i + 1] ?? null) === null || (row.table !== undefined && label === 'name' && labels[i + 1] === 'name')
    if (next && beside && fitsLabel(label, next, row.table !== undefined)) {
      if (label === 'goals') takeFirstGoal(next, draft, walk)
      keepValue(draft, label, next)
      if (label === 'goals' && !walk.expected) walk.awaiting = 'goals'
      i++
    } else walk.awaiting = label
  }
}

function takeUnlabelled(token: Token, draft: FormDraft, walk: Walk): void {
  if (token.key === '') return
  const unit = declaredUnit(token.text)
  if (unit !== null && token.key.length < 24) {
    draft.unit = unit
    token.used = true
    return
  }
  const awaiting = walk.awaiting === 'goals' && isBrokenLabel(token.key) ? null : walk.awaiting
  if (awaiting !== null && fitsLabel(awaiting, token, false)) {
    if (awaiting === 'goals') takeFirstGoal(token, draft, walk)
    keepValue(draft, awaiting, token)
    if (awaiting !== 'goals') walk.awaiting = null
    return
  }
  walk.awaiting = null
  if (walk.useExpected && walk.budgetSeen && draft.use === null && walk.plan === null && fitsLabel('use', token, false)) draft.use = textLeaf(token)
  else if (!walk.budgetSeen && draft.unitName === null && beginsWithUnitCode(token)) {
    // A line may have been broken within the name: the code is known all the same.
    keepUnit(draft, token, token.cell !== undefined || isBodyName(token))
  } else walk.stray = token
}

/** "1、…" above the label of goals whose first behind it is "2、…": printers centre the label beside them. */
function takeFirstGoal(token: Token, draft: FormDraft, walk: Walk): void {
  if (draft.goals.length === 0 && walk.stray && /^[(]?1[、.)]/.test(walk.stray.key) && /^[(]?2[、.)]/.test(token.key))
    keepValue(draft, 'goals', walk.stray)
  walk.stray = null
}

/** True when a project holds nothing of its own: a title, or a unit's name at the head of a page. */
export function isBare(project: BudgetProject): boolean {
  const { code, name, budget, use, plan, goals, indicators } = project
  return !code && !name && !budget.total && !use && plan.length + goals.length + indicators.length === 0
}
