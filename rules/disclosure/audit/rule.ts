import type { Place } from '../document.ts'
import type { DocumentFacts } from './document-facts.ts'
import type { Certainty, Severity } from './finding.ts'
import type { ProjectFacts } from './project-facts.ts'

/** Where a demand comes from. read: the text was read; recalled: known by heart and shown as 待核; arithmetic: it follows from the document itself. */
export interface Source {
  readonly text: string
  readonly basis: 'read' | 'recalled' | 'arithmetic'
}

/** What every rule says of itself. `docs/disclosure-rules.md` is written from this, and a test holds them together. */
export interface RuleCard {
  readonly id: string
  /** Chinese: what the rule demands. */
  readonly demands: string
  readonly source: Source
  readonly severity: Severity
  readonly certainty: Certainty
  /** Chinese: what would satisfy it. Ends without a stop. */
  readonly satisfy: string
}

/** Tells of one fault: where, what stands there, what is wrong (Chinese, no final stop), and, where the rule's own words are too general, what would satisfy. */
export type Report = (place: Place, quote: string, wrong: string, satisfy?: string) => void

/** A rule that needs one project only, so that it also runs while a table is filled in. */
export interface ProjectRule extends RuleCard {
  check(project: ProjectFacts, report: Report): void
}

/** A rule that needs the document. */
export interface DocumentRule extends RuleCard {
  check(facts: DocumentFacts, report: Report): void
}

/** The sources named by more than one rule. */
export const BUDGET_LAW_14: Source = { text: '预算法第十四条', basis: 'read' }
export const REGULATION_6: Source = { text: '预算法实施条例第六条', basis: 'read' }
export const PUBLICATION_RULES: Source = { text: '《地方预决算公开操作规程》（财预〔2016〕143号）', basis: 'recalled' }
export const TARGET_RULES: Source = { text: '《中央部门预算绩效目标管理办法》（财预〔2015〕88号），地方参照', basis: 'recalled' }
export const TARGET_GUIDE: Source = {
  text: '《中央部门项目支出核心绩效目标和指标设置及取值指引（试行）》（财预〔2021〕101号），地方参照',
  basis: 'recalled',
}
export const EVALUATION_RULES: Source = { text: '《项目支出绩效评价管理办法》（财预〔2020〕10号）', basis: 'recalled' }
export const ACCOUNT_CLASSIFICATION: Source = { text: '当年《政府收支分类科目》（财政部印发）', basis: 'recalled' }
export const PAPER_FORMAT: Source = { text: '《党政机关公文格式》（GB/T 9704-2012）结构层次序数', basis: 'read' }
export const ARITHMETIC: Source = { text: '表内和表间数字的相等关系', basis: 'arithmetic' }
export const CONSISTENCY: Source = { text: '同一文件前后一致', basis: 'arithmetic' }
export const PLAIN_WRITING: Source = { text: '公文用字规范', basis: 'arithmetic' }
