import type { PlannedIndicator, PlannedProject } from './budget-document.ts'
import type { BlockCell, DisclosureBlock, TableBlock } from './disclosure-block.ts'
import { inCell, percentInCell } from './words.ts'

const label = (text: string, more: Partial<BlockCell> = {}): BlockCell => ({ text, head: true, align: 'center', ...more })
const value = (text: string | null, more: Partial<BlockCell> = {}): BlockCell => ({ text: text ?? '', align: 'left', ...more })
const amount = (fen: number | null): BlockCell => ({ text: inCell(fen), align: 'right' })

/** One sheet (绩效目标表) for each project, as the finance offices' form has it: money, use, plan, goals, indicators. */
export function composeProjects(projects: readonly PlannedProject[]): DisclosureBlock[] {
  return projects.flatMap((project, index): DisclosureBlock[] => {
    const title = `${project.number === null ? '' : `${project.number}、`}${project.name ?? '项目'}绩效目标表`
    return [{ kind: 'heading', level: 3, text: title }, sheetOf(project, `project-${index + 1}`, title)]
  })
}

/** Seven grid columns. */
function sheetOf(project: PlannedProject, name: string, title: string): TableBlock {
  const { budget, code, use, plan, goals } = project
  const rows: BlockCell[][] = [
    unitRow(project),
    [label('项目编码'), value(code, { columns: 2 }), label('项目名称'), value(project.name, { columns: 3 })],
    [
      label('预算规模及资金用途', use === null ? {} : { rows: 2 }),
      label('预算数'),
      amount(budget.total),
      label('其中：财政资金'),
      amount(budget.fiscal),
      label('其他资金'),
      amount(budget.other),
    ],
  ]
  if (use !== null) rows.push([value(use, { columns: 6 })])
  if (plan.length > 0) rows.push(...planRows(plan))
  goals.forEach((goal, index) => {
    const first = index === 0 ? [label('绩效目标', goals.length > 1 ? { rows: goals.length } : {})] : []
    rows.push([...first, value(goal, { columns: 6 })])
  })
  rows.push(...indicatorRows(project.indicators))
  return { kind: 'table', name, caption: title, captionPrinted: false, unit: null, widths: [1.75, 1.9, 1.5, 1.75, 1.5, 1.4, 1.7], headRows: 0, rows }
}

/** "442002某某局" beside the unit of money; a unit without a code stands behind its label. */
function unitRow({ unitCode, unitName }: PlannedProject): BlockCell[] {
  const money = label('单位：万元', { columns: 2 })
  if (unitName === null && unitCode === null) return [value('', { columns: 5 }), money]
  if (unitCode === null) return [label('项目单位'), value(unitName, { columns: 4 }), money]
  return unitName === null ? [label('单位编码'), value(unitCode, { columns: 4 }), money] : [value(`${unitCode}${unitName}`, { columns: 5 }), money]
}

const PLAN_SPANS: readonly (readonly number[])[] = [[], [6], [3, 3], [2, 2, 2], [2, 2, 1, 1]]

function planRows(plan: PlannedProject['plan']): BlockCell[][] {
  const spans = PLAN_SPANS[plan.length] ?? plan.map(() => 1)
  return [
    [label('资金支出计划（%）', { rows: 2 }), ...plan.map(({ month }, index) => label(`${month}月底`, { columns: spans[index]! }))],
    plan.map(({ percent }, index) => value(percentInCell(percent), { columns: spans[index]!, align: 'center' })),
  ]
}

/** Indicators of one first level that follow each other share its cell. */
function indicatorRows(indicators: readonly PlannedIndicator[]): BlockCell[][] {
  if (indicators.length === 0) return []
  const heads = ['一级指标', '二级指标', '三级指标', '绩效指标描述', '指标值', '指标值确定依据'].map((text) =>
    label(text, text === '绩效指标描述' ? { columns: 2 } : {}),
  )
  const rows = indicators.map(({ level1, level2, level3, description, target, basis }, index) => {
    const goesOn = index > 0 && level1 !== null && indicators[index - 1]!.level1 === level1
    const below = indicators.slice(index + 1).findIndex((one) => one.level1 !== level1)
    const height = level1 === null ? 1 : 1 + (below < 0 ? indicators.length - index - 1 : below)
    const first = goesOn ? [] : [value(level1, { align: 'center', ...(height > 1 ? { rows: height } : {}) })]
    const rest = [value(level3), value(description, { columns: 2 }), value(target, { align: 'center' }), value(basis)]
    return [...first, value(level2, { align: 'center' }), ...rest]
  })
  return [heads, ...rows]
}
