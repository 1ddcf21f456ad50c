import { codeRules } from './code-rules.ts'
import { departmentGoalRules } from './department-goal-rules.ts'
import { goalRules } from './goal-rules.ts'
import { indicatorBlankRules } from './indicator-blank-rules.ts'
import { indicatorSlotRules } from './indicator-slot-rules.ts'
import { indicatorTargetRules } from './indicator-target-rules.ts'
import { moneyTextRules } from './money-text-rules.ts'
import { nameRules } from './name-rules.ts'
import { numberingRules } from './numbering-rules.ts'
import { planRules } from './plan-rules.ts'
import { assetRules, incomeRules, procurementRules } from './procurement-rules.ts'
import { projectMoneyRules } from './project-money-rules.ts'
import { residueRules } from './residue-rules.ts'
import type { DocumentRule, ProjectRule, RuleCard } from './rule.ts'
import { scoreRules } from './score-rules.ts'
import { sectionRules } from './section-rules.ts'
import { tableRules } from './table-rules.ts'
import { threePublicRules } from './three-public-rules.ts'
import { totalRules } from './total-rules.ts'
import { typingSlipsInLines, typingSlipsInProject } from './typing-slip-rules.ts'
import { yearOnYearRules } from './year-on-year-rules.ts'

/** Rules that look at one project: they also run while its table is filled in. */
export const projectRules: readonly ProjectRule[] = [
  ...projectMoneyRules,
  ...planRules,
  ...goalRules,
  ...indicatorBlankRules,
  ...indicatorTargetRules,
  ...indicatorSlotRules,
]

/** The same, and what the document's lines would show where there are no lines yet. */
export const draftRules: readonly ProjectRule[] = [...projectRules, typingSlipsInProject]

export const documentRules: readonly DocumentRule[] = [
  ...totalRules,
  ...threePublicRules,
  ...yearOnYearRules,
  ...moneyTextRules,
  ...tableRules,
  ...scoreRules,
  ...incomeRules,
  ...procurementRules,
  ...assetRules,
  ...sectionRules,
  ...numberingRules,
  ...residueRules,
  ...nameRules,
  ...codeRules,
  ...departmentGoalRules,
  typingSlipsInLines,
]

/** Every rule, in the order of the rule book. */
export const ruleTable: readonly RuleCard[] = [...documentRules, ...projectRules]
