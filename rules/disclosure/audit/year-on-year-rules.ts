import { ARITHMETIC, type DocumentRule, PUBLICATION_RULES } from './rule.ts'
import type { ComparisonFault } from './year-on-year.ts'

const check =
  (kind: ComparisonFault['kind']): DocumentRule['check'] =>
  (facts, report) => {
    for (const fault of facts.comparisons) if (fault.kind === kind) report(fault.place, fault.quote, fault.wrong)
  }

const difference: DocumentRule = {
  id: 'YOY-DIFF',
  demands: '增减额等于两年数字之差',
  source: ARITHMETIC,
  severity: 'error',
  certainty: 'certain',
  satisfy: '核对两年的数字和增减额',
  check: check('difference'),
}

const direction: DocumentRule = {
  id: 'YOY-DIRECTION',
  demands: '“增加”“减少”等用词与数字变化的方向一致',
  source: ARITHMETIC,
  severity: 'error',
  certainty: 'certain',
  satisfy: '改正用词或数字',
  check: check('direction'),
}

const percent: DocumentRule = {
  id: 'YOY-PERCENT',
  demands: '增减百分比等于增减额除以上年数',
  source: ARITHMETIC,
  severity: 'error',
  certainty: 'certain',
  satisfy: '按上年数重新计算百分比',
  check: check('percent'),
}

const unsure: DocumentRule = {
  id: 'YOY-PERCENT-BASE',
  demands: '增减百分比能由文中的数字算出',
  source: PUBLICATION_RULES,
  severity: 'warning',
  certainty: 'likely',
  satisfy: '核对百分比，或写明与哪个数比较',
  check: check('percent-unsure'),
}

export const yearOnYearRules: readonly DocumentRule[] = [difference, direction, percent, unsure]
