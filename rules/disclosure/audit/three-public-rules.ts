import type { ThreePublicYear } from '../document.ts'
import { type Amount, amountOf, compareSum, inWan, sameFigure, sumOf } from './amounts.ts'
import { rawOf } from './leaves.ts'
import { ARITHMETIC, type DocumentRule, PUBLICATION_RULES } from './rule.ts'

const PARTS = [
  ['abroad', '因公出国（境）费'],
  ['vehiclePurchase', '公务用车购置费'],
  ['vehicleRunning', '公务用车运行费'],
  ['reception', '公务接待费'],
] as const

const yearName = (year: ThreePublicYear): string => (year.year?.value ? `${year.year.value}年` : '')

const sum: DocumentRule = {
  id: 'SUM-THREE-PUBLIC',
  demands: '“三公”经费合计等于因公出国（境）、公务用车购置、公务用车运行、公务接待四项之和',
  source: ARITHMETIC,
  severity: 'error',
  certainty: 'certain',
  satisfy: '核对各项，使四项之和等于合计',
  check({ document }, report) {
    for (const year of document.threePublic) {
      const total = amountOf(year.total)
      if (!total || !year.total) continue
      const parts = PARTS.map(([part]) => amountOf(year[part]))
      const known = parts.filter((part): part is Amount => part !== null)
      // A part that is not named is unknown: then only a sum above the total is a break.
      const complete = known.length === parts.length
      if (known.length === 0 || compareSum(known, total) !== 'broken' || (!complete && sumOf(known) < total.fen)) continue
      report(year.total.place, rawOf(year.total), `${yearName(year)}“三公”经费${inWan(total.fen)}，各项相加为${inWan(sumOf(known))}，对不上`)
    }
  },
}

const twice: DocumentRule = {
  id: 'THREE-PUBLIC-TWICE',
  demands: '同一年的“三公”经费在文中各处一致',
  source: ARITHMETIC,
  severity: 'error',
  certainty: 'certain',
  satisfy: '核定一个数，各处改成一致',
  check({ document, kind }, report) {
    // Accounts tell the year's budget beside the year's spending.
    if (kind === 'accounts') return
    for (const [index, year] of document.threePublic.entries()) {
      const total = amountOf(year.total)
      if (!total || !year.total || !year.year?.value) continue
      const earlier = document.threePublic.slice(0, index).find((other) => other.year?.value === year.year?.value)
      const before = amountOf(earlier?.total)
      if (before && earlier?.total && !sameFigure(before, total)) {
        report(
          year.total.place,
          rawOf(year.total),
          `${yearName(year)}“三公”经费在第${earlier.total.place.line}行是${inWan(before.fen)}，这里是${inWan(total.fen)}`,
        )
      }
    }
  },
}

const parts: DocumentRule = {
  id: 'THREE-PUBLIC-PARTS',
  demands: '“三公”经费分列因公出国（境）、公务用车购置、公务用车运行、公务接待',
  source: PUBLICATION_RULES,
  severity: 'warning',
  certainty: 'likely',
  satisfy: '逐项写明，没有安排的写0',
  check({ document }, report) {
    const year = document.threePublic[0]
    if (!year?.total?.value) return
    const missing = PARTS.filter(([part]) => year[part] === null).map(([, name]) => name)
    if (missing.length > 0) report(year.total.place, rawOf(year.total), `${yearName(year)}“三公”经费没有写明${missing.join('、')}`)
  },
}

const lastYear: DocumentRule = {
  id: 'THREE-PUBLIC-LAST-YEAR',
  demands: '“三公”经费与上年比较，说明增减原因',
  source: PUBLICATION_RULES,
  severity: 'warning',
  certainty: 'likely',
  satisfy: '写明上年数、增减额和原因，没有变化的写“与上年持平”',
  check({ document, prose }, report) {
    const year = document.threePublic[0]
    if (document.threePublic.length !== 1 || !year?.total) return
    const told = prose.some(({ text }) => /三公/.test(text) && /增加|减少|增长|下降|持平|无变化|相同|未安排|没有安排/.test(text))
    if (!told && prose.length > 0) report(year.total.place, rawOf(year.total), '“三公”经费没有与上年比较')
  },
}

const withinSpending: DocumentRule = {
  id: 'THREE-PUBLIC-WITHIN',
  demands: '“三公”经费不大于支出总额',
  source: ARITHMETIC,
  severity: 'warning',
  certainty: 'likely',
  satisfy: '核对数字和单位（元、万元）',
  check({ document }, report) {
    const spending = amountOf(document.totals.expenditure)
    const year = document.threePublic.find((one) => one.year?.value === document.document.year?.value) ?? document.threePublic[0]
    const total = amountOf(year?.total)
    if (!spending || !total || !year?.total || total.fen <= spending.fen) return
    report(year.total.place, rawOf(year.total), `“三公”经费${inWan(total.fen)}大于支出总额${inWan(spending.fen)}`)
  },
}

export const threePublicRules: readonly DocumentRule[] = [sum, twice, parts, lastYear, withinSpending]
