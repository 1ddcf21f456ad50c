import type { BudgetProject, Indicator, MoneyLeaf } from '../document.ts'
import type { MoneyUnit } from '../../money.ts'
import type { FormLabel } from './form-label.ts'
import { formLabel } from './form-words.ts'
import { bodyOf, findHead, markUsed, seated, type TableHead } from './headed-table.ts'
import { type IndicatorGroup, indicatorHead, readIndicatorRow } from './indicator-rows.ts'
import { unitUpTo } from './listed-tables.ts'
import { declaredUnit, moneyLeaf } from './money-cell.ts'
import { codeLeaf, lineLeaves, type Row, textLeaf, type Token } from './token.ts'

type Draft = { -readonly [name in keyof BudgetProject]: BudgetProject[name] } & { goals: BudgetProject['goals'][number][]; indicators: Indicator[] }

const KNOWN: readonly FormLabel[] = ['code', 'name', 'unit', 'unitCode', 'total', 'fiscal', 'other', 'use', 'goals']
const roleOf = (words: string, token: Token): FormLabel | null => {
  const label = formLabel(token)
  if (label !== null && KNOWN.includes(label)) return label
  return '合金预本'.includes(words[0]!) && /^(合计|金额|预算安排|本年预算)(?:[(（].*)?$/.test(words) ? 'total' : null
}

/** A table with one head row and the projects below it. `withIndicators` tells whether each row is an indicator (of the project above, where the name is merged). */
export interface ProjectList {
  readonly projects: readonly BudgetProject[]
  readonly withIndicators: boolean
}

/** Reads projects listed row by row under 项目名称. Null when the table is none. */
export function readProjectList(rows: readonly Row[], unit: MoneyUnit | null): ProjectList | null {
  const head = findHead(rows, roleOf, 2)
  if (!head?.roles.includes('name') || labelsBesideValues(head)) return null
  const indicators = indicatorHead(head.row)
  if (!indicators && !head.roles.includes('total')) return null
  const declared = unitUpTo(rows, head.at) ?? unit
  const body = bodyOf(rows, head)
  const projects: Draft[] = []
  let group: IndicatorGroup = { level1: null, level2: null }
  for (const row of body) {
    const seat = seated(row, head)
    if (!seat || isSum(row)) continue
    const named = seat.name && seat.name.key !== ''
    if (named && projects.at(-1)?.name?.value !== seat.name!.text.trim()) {
      projects.push(start(seat, declared))
      group = { level1: null, level2: null }
    }
    const current = projects.at(-1)
    if (!current || !indicators) continue
    for (const token of Object.values(seat)) token.used = true
    const indicator = readIndicatorRow(row, indicators, group, true)
    if (indicator) current.indicators.push(indicator)
  }
  if (projects.length === 0) return null
  if (indicators) for (const row of rows.slice(0, head.at + 1)) markUsed(row)
  return { projects, withIndicators: indicators !== null }
}

/** "项目编码 | 442-… | 项目名称 | …" is a form's row: a head has no values between its words. */
function labelsBesideValues(head: TableHead<FormLabel>): boolean {
  return head.row.tokens.some((token) => token.key !== '' && /\d{3}|[。，]/.test(token.key))
}

function isSum(row: Row): boolean {
  return row.tokens.some((token) => /^(合计|总计|小计)[:：]?$/.test(token.key))
}

function start(seat: Partial<Record<FormLabel, Token>>, unit: MoneyUnit | null): Draft {
  const text = (token: Token | undefined) => (token ? textLeaf(token) : null)
  const money = (token: Token | undefined): MoneyLeaf | null => (token ? moneyLeaf(token, declaredUnit(token.text) ?? unit) : null)
  return {
    number: null,
    code: seat.code ? codeLeaf(seat.code) : null,
    name: text(seat.name),
    unitCode: seat.unitCode ? codeLeaf(seat.unitCode) : null,
    unitName: text(seat.unit),
    budget: { total: money(seat.total), fiscal: money(seat.fiscal), other: money(seat.other) },
    use: text(seat.use),
    plan: [],
    goals: seat.goals ? lineLeaves(seat.goals) : [],
    indicators: [],
  }
}
