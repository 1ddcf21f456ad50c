import type { MoneyLeaf } from '../document.ts'
import { type Amount, amountOf, compareSum, inWan, sumOf } from './amounts.ts'
import type { DocumentFacts } from './document-facts.ts'
import { rawOf } from './leaves.ts'
import { ARITHMETIC, type DocumentRule, REGULATION_6 } from './rule.ts'
import { amountIn, countsRows } from './table-grid.ts'
import { amountsIn, clausesOf } from './text-amounts.ts'

/** Amounts the document names of something, in the text (上年结转12万元) or in a table (a row or a column 上年结转). */
function amountsAbout({ prose, grids }: DocumentFacts, what: RegExp): Amount[] {
  const found: Amount[] = []
  for (const { text } of prose) {
    if (!what.test(text)) continue
    for (const clause of clausesOf(text)) if (what.test(clause)) found.push(...amountsIn(clause))
  }
  for (const grid of grids) {
    const columns = grid.columns.flatMap((name, at) => (what.test(name) ? [at] : []))
    for (const row of grid.rows) {
      for (const [at, cell] of row.entries()) {
        const wanted = columns.includes(at)
          ? cell
          : what.test(cell.raw)
            ? row.find((one, next) => next > at && !countsRows(grid, next) && amountIn(grid, one))
            : undefined
        const amount = amountIn(grid, wanted)
        if (amount) found.push(amount)
      }
    }
  }
  const known = new Map(found.filter(({ fen }) => fen > 0).map((amount) => [amount.fen, amount]))
  return [...known.values()].slice(0, 10)
}

/** Can some of these amounts make up the difference? Lawful parts that the six totals do not hold. */
function explains(difference: number, amounts: readonly Amount[]): boolean {
  for (let choice = 1; choice < 1 << amounts.length; choice++) {
    let sum = 0
    for (const [index, amount] of amounts.entries()) if (choice & (1 << index)) sum += amount.fen
    if (Math.abs(sum - Math.abs(difference)) <= 15_000) return true
  }
  return false
}

const CARRIED = /结转|结余|弥补/
const OTHER_SPENDING = /上缴上级|经营支出|附属单位|结转下年|年末结转|年终结转|结余/

const incomeExpenditure: DocumentRule = {
  id: 'SUM-INCOME-EXPENDITURE',
  demands: '收入预算等于支出预算',
  source: ARITHMETIC,
  severity: 'error',
  certainty: 'certain',
  satisfy: '核对收支总表，使收入总计等于支出总计；有结转结余的写明数额',
  check(facts, report) {
    const { income, expenditure } = facts.document.totals
    const [in_, out] = [amountOf(income), amountOf(expenditure)]
    if (!in_ || !out || !expenditure || compareSum([in_], out) !== 'broken') return
    // Final accounts end with a carried balance: only the grand totals must agree, and those stand in the tables.
    if (facts.kind === 'accounts') return
    if (explains(in_.fen - out.fen, amountsAbout(facts, CARRIED))) return
    report(expenditure.place, rawOf(expenditure), `收入${inWan(in_.fen)}，支出${inWan(out.fen)}，相差${inWan(Math.abs(in_.fen - out.fen))}`)
  },
}

const basicProject: DocumentRule = {
  id: 'SUM-BASIC-PROJECT',
  demands: '支出总额等于基本支出加项目支出（另有上缴上级、经营、对附属单位补助等支出的一并计入）',
  source: ARITHMETIC,
  severity: 'error',
  certainty: 'certain',
  satisfy: '核对三个数，使各项支出相加等于支出总额',
  check(facts, report) {
    const { basic, project, expenditure } = facts.document.totals
    const [one, two, total] = [amountOf(basic), amountOf(project), amountOf(expenditure)]
    if (!one || !two || !total || !expenditure || compareSum([one, two], total) !== 'broken') return
    const difference = total.fen - one.fen - two.fen
    if (difference > 0 && explains(difference, amountsAbout(facts, OTHER_SPENDING))) return
    report(
      expenditure.place,
      rawOf(expenditure),
      `支出${inWan(total.fen)}，基本支出${inWan(one.fen)}加项目支出${inWan(two.fen)}为${inWan(one.fen + two.fen)}，对不上`,
    )
  },
}

const personnelPublic: DocumentRule = {
  id: 'SUM-PERSONNEL-PUBLIC',
  demands: '基本支出等于人员经费加公用经费',
  source: ARITHMETIC,
  severity: 'error',
  certainty: 'certain',
  satisfy: '核对三个数，使人员经费加公用经费等于基本支出',
  check({ document }, report) {
    const { basic, personnel, publicFunds } = document.totals
    const [total, one, two] = [amountOf(basic), amountOf(personnel), amountOf(publicFunds)]
    if (!total || !one || !two || !basic || compareSum([one, two], total) !== 'broken') return
    report(
      basic.place,
      rawOf(basic),
      `基本支出${inWan(total.fen)}，人员经费${inWan(one.fen)}加公用经费${inWan(two.fen)}为${inWan(one.fen + two.fen)}，对不上`,
    )
  },
}

interface ProjectTotals {
  readonly parts: readonly Amount[]
  readonly total: Amount
  readonly leaf: MoneyLeaf
}

/** Σ projects beside the total, where every project's figure is known. */
function projectTotals({ document }: DocumentFacts): ProjectTotals | null {
  const total = amountOf(document.totals.project)
  const parts = document.projects.map((project) => amountOf(project.budget.total))
  if (!total || !document.totals.project || parts.length === 0) return null
  const known = parts.filter((part): part is Amount => part !== null)
  return known.length === parts.length ? { parts: known, total, leaf: document.totals.project } : null
}

/** The document itself says that only some projects have a table. */
const only = ({ prose }: DocumentFacts): boolean =>
  prose.some(({ text }) => /(?:重点|部分|主要|试点)项目(?:支出)?(?:预算)?绩效|涉密项目|不宜公开/.test(text))

const projects: DocumentRule = {
  id: 'SUM-PROJECTS',
  demands: '各项目预算数相加等于项目支出',
  source: ARITHMETIC,
  severity: 'error',
  certainty: 'certain',
  satisfy: '核对各项目预算数和项目支出，补上漏列的项目',
  check(facts, report) {
    const totals = projectTotals(facts)
    if (!totals || compareSum(totals.parts, totals.total) !== 'broken') return
    // A self-evaluation sheet shows what was planned; the account shows what was spent.
    if (facts.kind === 'accounts' && facts.lines.some(({ text }) => text.includes('自评'))) return
    const sum = sumOf(totals.parts)
    if (sum < totals.total.fen && only(facts)) return
    report(
      totals.leaf.place,
      rawOf(totals.leaf),
      `项目支出${inWan(totals.total.fen)}，${totals.parts.length}个项目相加为${inWan(sum)}，相差${inWan(Math.abs(sum - totals.total.fen))}`,
    )
  },
}

const rounding: DocumentRule = {
  id: 'SUM-ROUNDING',
  demands: '合计数与分项之和的差额只来自四舍五入',
  source: REGULATION_6,
  severity: 'info',
  certainty: 'judgement',
  satisfy: '核对是否确为四舍五入造成，必要时注明',
  check(facts, report) {
    const totals = projectTotals(facts)
    if (!totals || compareSum(totals.parts, totals.total) !== 'rounding') return
    report(totals.leaf.place, rawOf(totals.leaf), `各项目相加为${inWan(sumOf(totals.parts))}，与项目支出${inWan(totals.total.fen)}略有出入`)
  },
}

const operatingCost: DocumentRule = {
  id: 'OPERATING-COST',
  demands: '机关运行经费与公用经费口径一致：文中定义为公用经费的，两个数应相同；任何口径下都不大于公用经费',
  source: { text: '预算法第十四条（对机关运行经费作出说明）', basis: 'read' },
  severity: 'warning',
  certainty: 'likely',
  satisfy: '核对数字，或写明口径（例如只含行政单位、不含事业单位）',
  check(facts, report) {
    const leaf = facts.document.operatingCost
    const [cost, publicFunds] = [amountOf(leaf), amountOf(facts.document.totals.publicFunds)]
    if (!cost || !leaf || !publicFunds || compareSum([cost], publicFunds) !== 'broken') return
    if (cost.fen > publicFunds.fen) {
      report(leaf.place, rawOf(leaf), `机关运行经费${inWan(cost.fen)}大于公用经费${inWan(publicFunds.fen)}`)
      return
    }
    const says = facts.prose.find(({ text }) => /机关运行经费(?:是指|指|即|为)(?:本)?各?部门(?:[^，。]{0,4})的?公用经费/.test(text))
    if (says) report(leaf.place, rawOf(leaf), `文中说机关运行经费就是公用经费，公用经费是${inWan(publicFunds.fen)}，这里却是${inWan(cost.fen)}`)
  },
}

export const totalRules: readonly DocumentRule[] = [incomeExpenditure, basicProject, personnelPublic, projects, rounding, operatingCost]
