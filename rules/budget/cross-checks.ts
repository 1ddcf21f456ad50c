import type { PublicTable } from '../disclosure/audit/public-tables.ts'
import { formatMoney, sumMoney } from '../money.ts'
import type { BudgetDocument, PrintedTable } from './budget-document.ts'
import { amountInCell, columnAt, type ColumnKey, findPublicTable } from './public-tables.ts'

/** One identity between tables and figures. `unknown` where a table or a figure is not there. */
export type CrossCheck = {
  readonly check: string
  readonly title: string
  readonly outcome: 'holds' | 'broken' | 'unknown'
  readonly message: string
}

/** Public tables are printed to two decimals of 万元: sums may part by half a hundredth a figure. */
const ROUNDING = 5_000

/**
 * The checks of a publisher between the nine public tables, the projects and the figures of the text (domain: 预算法实施条例 第六条, 财预〔2016〕143号):
 * T1 收支相等; T2 收支总表与收入、支出总表; T3 财政拨款 = 三类预算之和; T4 基本支出; T5 项目支出; T6 三公 within 财政拨款; T7 text against tables; T8 收支与分项; T9 三公分项.
 */
export function crossChecks(budget: BudgetDocument): CrossCheck[] {
  const { totals, projects } = budget
  const total = (kind: PublicTable, key: ColumnKey): number | null => tableTotal(findPublicTable(budget, kind), kind, key)
  const fund = emptyIsZero(budget, 'government-fund', total('government-fund', 'total'))
  const capital = emptyIsZero(budget, 'state-capital', total('state-capital', 'total'))
  const [balanceIn, balanceOut] = [total('balance', 'incomeAmount'), total('balance', 'total')]
  const general = total('general-budget', 'total')
  const basic = total('basic', 'total')
  const three = budget.threePublic.find(({ year }) => year === budget.document.year)
  const projectSum = projects.length === 0 ? null : sumMoney(projects.map((project) => project.budget.total))
  return [
    equal('T1', '收入总计等于支出总计', ['收支总表收入总计', balanceIn], ['支出总计', balanceOut]),
    equal('T2', '收入总表与收支总表相符', ['收入总表合计', total('income', 'total')], ['收支总表收入总计', balanceIn]),
    equal('T3', '支出总表与收支总表相符', ['支出总表合计', total('expenditure', 'total')], ['收支总表支出总计', balanceOut]),
    equal(
      'T4',
      '财政拨款支出等于三类预算支出之和',
      ['财政拨款收支总表支出合计', total('fiscal-balance', 'total')],
      ['一般公共预算、政府性基金、国有资本经营预算支出之和', sumMoney([general, fund, capital])],
    ),
    equal('T5', '一般公共预算基本支出与基本支出表相符', ['一般公共预算支出表基本支出', total('general-budget', 'basic')], ['基本支出表合计', basic]),
    equal(
      'T6',
      '基本支出等于人员经费加公用经费',
      ['基本支出表合计', basic],
      ['人员经费与公用经费之和', sumMoney([total('basic', 'personnel'), total('basic', 'publicFunds')])],
    ),
    equal('T7', '项目支出等于各项目预算之和', ['项目支出', totals.project ?? total('expenditure', 'project')], ['各项目预算之和', projectSum]),
    equal('T8', '文字说明与支出总表相符', ['文字说明的支出', totals.expenditure], ['支出总表合计', total('expenditure', 'total')]),
    atMost(
      'T9',
      '“三公”经费不超过财政拨款支出',
      ['“三公”经费', three?.total ?? null],
      ['财政拨款支出', total('fiscal-balance', 'total') ?? totals.expenditure],
    ),
    equal('总数-1', '收入等于支出', ['收入', totals.income], ['支出', totals.expenditure]),
    equal('总数-2', '支出等于基本支出加项目支出', ['支出', totals.expenditure], ['基本支出与项目支出之和', sumMoney([totals.basic, totals.project])]),
    equal(
      '总数-3',
      '基本支出等于人员经费加公用经费',
      ['基本支出', totals.basic],
      ['人员经费与公用经费之和', sumMoney([totals.personnel, totals.publicFunds])],
    ),
    equal(
      '总数-4',
      '“三公”经费等于各项之和',
      ['“三公”经费', three?.total ?? null],
      ['各项之和', three ? sumMoney([three.abroad, three.vehiclePurchase, three.vehicleRunning, three.reception]) : null],
    ),
  ]
}

type Figure = readonly [name: string, fen: number | null]

const equal = (check: string, title: string, one: Figure, other: Figure): CrossCheck =>
  judged(check, title, one, other, (a, b) => Math.abs(a - b) <= ROUNDING)
const atMost = (check: string, title: string, one: Figure, other: Figure): CrossCheck => judged(check, title, one, other, (a, b) => a <= b + ROUNDING)

function judged(check: string, title: string, [name, one]: Figure, [otherName, other]: Figure, holds: (a: number, b: number) => boolean): CrossCheck {
  if (one === null || other === null) {
    const missing = [one === null ? name : '', other === null ? otherName : ''].filter((word) => word !== '').join('、')
    return { check, title, outcome: 'unknown', message: `还没有${missing}，无法核对` }
  }
  const figures = `${name}${formatMoney(one)}万元，${otherName}${formatMoney(other)}万元`
  return holds(one, other)
    ? { check, title, outcome: 'holds', message: figures }
    : { check, title, outcome: 'broken', message: `${figures}，相差${formatMoney(Math.abs(one - other))}万元` }
}

/** The amount of a column in the table's 合计 or 总计 row; without such a row, where the table is by code, the sum of the top codes. */
function tableTotal(table: PrintedTable | null, kind: PublicTable, key: ColumnKey): number | null {
  if (table === null) return null
  const at = columnAt(table, kind, key)
  if (at === null) return null
  // In a balance table the label of a figure stands before it; elsewhere code and name lead the row.
  const sum = table.rows.findLast((row) =>
    /^(收入|支出)?(总计|合计)$/.test(
      row
        .slice(0, at)
        .findLast((cell) => /[\u4e00-\u9fff]/.test(cell))
        ?.replace(/\s+/g, '') ?? '',
    ),
  )
  if (sum !== undefined) return amountInCell(table, sum[at])
  const codeAt = columnAt(table, kind, 'code')
  if (codeAt === null) return kind === 'three-public' ? amountInCell(table, table.rows[0]?.[at]) : null
  const codes = table.rows.map((row) => row[codeAt]?.trim() ?? '').filter((code) => code !== '')
  const shortest = Math.min(...codes.map((code) => code.length))
  const top = table.rows.filter((row) => row[codeAt]?.trim().length === shortest)
  return top.length === 0 ? null : sumMoney(top.map((row) => amountInCell(table, row[at])))
}

/** A table that is there and has no rows says that there is nothing. */
function emptyIsZero(budget: BudgetDocument, kind: PublicTable, total: number | null): number | null {
  return total ?? (findPublicTable(budget, kind)?.rows.length === 0 ? 0 : null)
}
