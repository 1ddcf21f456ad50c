import type { MoneyLeaf } from '../document.ts'
import type { DocumentFacts } from './document-facts.ts'
import { rawOf } from './leaves.ts'
import { type DocumentRule, PUBLICATION_RULES } from './rule.ts'
import { changesIn, sentencesOf } from './text-amounts.ts'

/** A number that says how much money, with nothing behind it that could be its unit. */
const BARE_BEHIND = /^(?:[，,。；;、）)]|的|$|主要|原因|，)/
const MONEY_RIGHT_BEFORE = /(?:经费|支出|收入|预算|决算|拨款|费)(?:数|额|总额)?(?:比上年|较上年|同比|共)?$/
const ABOUT_MONEY = /经费|预算|支出|收入|决算|拨款|资金|费用|三公/

const bareMoney: DocumentRule = {
  id: 'UNIT-MONEY',
  demands: '文字说明中的金额带单位',
  source: PUBLICATION_RULES,
  severity: 'error',
  certainty: 'certain',
  satisfy: '在数字后写“万元”',
  check({ prose }, report) {
    for (const { line, text } of prose) {
      if (!ABOUT_MONEY.test(text) || !/[增减降升]/.test(text)) continue
      for (const sentence of sentencesOf(text)) {
        for (const change of changesIn(sentence)) {
          if (change.amount || change.percent || change.shown.endsWith('点')) continue
          // "减少3的…" may count anything, unless money is what is said to fall.
          if (!/\d\.\d/.test(change.shown) && !MONEY_RIGHT_BEFORE.test(sentence.slice(0, change.start))) continue
          if (BARE_BEHIND.test(sentence.slice(change.end)) && ABOUT_MONEY.test(sentence.slice(0, change.start))) {
            report({ line }, change.shown, `“${change.shown}”没有单位`)
          }
        }
      }
    }
  },
}

function moneyLeaves({ document }: DocumentFacts): MoneyLeaf[] {
  const { totals } = document
  const leaves = [totals.income, totals.expenditure, totals.basic, totals.personnel, totals.publicFunds, totals.project, document.operatingCost]
  for (const year of document.threePublic) leaves.push(year.total, year.abroad, year.vehiclePurchase, year.vehicleRunning, year.reception)
  for (const row of document.procurement) leaves.push(row.amount)
  for (const row of document.assets) leaves.push(row.value)
  for (const project of document.projects) leaves.push(project.budget.total, project.budget.fiscal, project.budget.other)
  return leaves.filter((leaf): leaf is MoneyLeaf => leaf !== null && leaf.value !== null && leaf.value !== 0)
}

const decimalsOf = (raw: string): number | null => {
  const match = /\d(?:[\d,，]*)(?:\.(\d+))?/.exec(raw)
  return match ? (match[1]?.length ?? 0) : null
}

const precision: DocumentRule = {
  id: 'PRECISION',
  demands: '金额统一保留两位小数',
  source: PUBLICATION_RULES,
  severity: 'info',
  certainty: 'certain',
  satisfy: '统一写成两位小数，例如470.90万元',
  check(facts, report) {
    const leaves = moneyLeaves(facts)
    const decimals = leaves.map((leaf) => decimalsOf(leaf.raw))
    const usual = decimals.filter((count) => count === 2).length
    // A document wholly in 元 or in whole 万元 has a form of its own; the rule is for the odd ones out.
    if (usual * 2 < decimals.filter((count) => count !== null).length) return
    const told = new Set<string>()
    for (const [index, leaf] of leaves.entries()) {
      const count = decimals[index]
      const key = `${leaf.place.line} ${rawOf(leaf)}`
      if (count === null || count === undefined || count === 2 || told.has(key)) continue
      told.add(key)
      report(leaf.place, rawOf(leaf), `金额“${rawOf(leaf)}”是${count === 0 ? '整数' : `${count}位小数`}，其他金额是两位小数`)
    }
  },
}

const tableUnit: DocumentRule = {
  id: 'UNIT-TABLE',
  demands: '有金额的表注明金额单位',
  source: PUBLICATION_RULES,
  severity: 'warning',
  certainty: 'likely',
  satisfy: '在表头右上方写“单位：万元”',
  check({ document, lines, telling, projects }, report) {
    if (lines.length === 0) return
    const units = telling.money
      .filter(({ text }) => /单位[：:]?\s*(?:人民币)?(?:万|千|百)?元|[（(](?:金额单位[：:])?(?:万元|元)[）)]/.test(text))
      .map(({ line }) => line)
    let previousEnd = 0
    for (const { project, place, label } of projects) {
      const total = project.budget.total
      if (!total?.value || /元/.test(total.raw)) continue
      const told = units.some((line) => line > previousEnd && line <= total.place.line + 2)
      if (!told && !(project === document.projects[0] && units.some((line) => line < place.line))) {
        report(total.place, rawOf(total), `${label}绩效目标表没有注明金额单位`)
      }
      previousEnd = total.place.line
    }
  },
}

export const moneyTextRules: readonly DocumentRule[] = [bareMoney, precision, tableUnit]
