import { codeRules } from './code-rules.ts'
import { departmentGoalRules } from './department-goal-rules.ts'
import { goalRules } from './goal-rules.ts'
import { indicatorBlankRules } from './indicator-blank-rules.ts'
import { indicatorSlotRules } from './indicator-slot-rules.ts'
import { indicatorTargetRules } from './indicator-target-rules.ts'
import { moneyTextRules } from './money-text-rules.ts'
import { nameRules } from './name-rules.ts'
import { numberingRules } from './numbering-rules.ts'
import { percentRules } from './percent-rules.ts'
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

export interface RuleFamily<Rule extends RuleCard> {
  readonly title: string
  readonly rules: readonly Rule[]
}

const projectFamilies: readonly RuleFamily<ProjectRule>[] = [
  { title: '项目预算', rules: projectMoneyRules },
  { title: '资金支出计划', rules: planRules },
  { title: '项目绩效目标和资金用途', rules: goalRules },
  { title: '绩效指标：漏填', rules: indicatorBlankRules },
  { title: '绩效指标：指标值', rules: indicatorTargetRules },
  { title: '绩效指标：内容和类别', rules: indicatorSlotRules },
]

const documentFamilies: readonly RuleFamily<DocumentRule>[] = [
  { title: '收支总数', rules: [...totalRules, ...incomeRules] },
  { title: '“三公”经费', rules: threePublicRules },
  { title: '与上年比较', rules: yearOnYearRules },
  { title: '完成比例和占比', rules: percentRules },
  { title: '金额的单位和精度', rules: moneyTextRules },
  { title: '公开表', rules: tableRules },
  { title: '绩效自评表', rules: scoreRules },
  { title: '政府采购', rules: procurementRules },
  { title: '国有资产', rules: assetRules },
  { title: '应有的部分和表', rules: sectionRules },
  { title: '序号', rules: numberingRules },
  { title: '模板和域代码的残留、标点', rules: residueRules },
  { title: '名称、年度和项目编码', rules: nameRules },
  { title: '科目', rules: codeRules },
  { title: '部门绩效目标', rules: departmentGoalRules },
  { title: '错别字', rules: [typingSlipsInLines] },
]

/** Rules that look at one project: they also run while its table is filled in. */
export const projectRules: readonly ProjectRule[] = projectFamilies.flatMap(({ rules }) => rules)

/** The same, and what the document's lines would show where there are no lines yet. */
export const draftRules: readonly ProjectRule[] = [...projectRules, typingSlipsInProject]

export const documentRules: readonly DocumentRule[] = documentFamilies.flatMap(({ rules }) => rules)

/** The rule book's chapters: every rule once. */
export const ruleFamilies: readonly RuleFamily<RuleCard>[] = [...documentFamilies, ...projectFamilies]

/** Every rule, in the order of the rule book. */
export const ruleTable: readonly RuleCard[] = ruleFamilies.flatMap(({ rules }) => rules)
