import type { BudgetDocument } from './budget-document.ts'
import { composeProjects } from './compose-projects.ts'
import { composeStatement } from './compose-statement.ts'
import { composeTables } from './compose-tables.ts'
import type { Chapter, DisclosureBlock } from './disclosure-block.ts'
import { chineseNumeral } from '../chinese-numeral.ts'
import { kindWord } from './words.ts'

/** The name of the document: 某某局2020年度部门预算公开情况说明. */
export function disclosureTitle({ document: { department, year, kind } }: BudgetDocument): string {
  return `${department ?? ''}${year === null ? '' : `${year}年度`}部门${kindWord(kind)}公开情况说明`
}

/**
 * The whole document to be published, in the order 预算法 第十四条 and the publication rules ask for: explanation, performance targets with one sheet
 * for each project, public tables. What is not known is not printed; numbering runs without gaps over what is there.
 */
export function composeDisclosure(budget: BudgetDocument): DisclosureBlock[] {
  const { department, year, kind } = budget.document
  const word = kindWord(kind)
  const parts: readonly (readonly [string, readonly Chapter[]])[] = [
    [`部门${word}情况说明`, composeStatement(budget)],
    [`部门${word}绩效信息`, composePerformance(budget)],
    [`部门${word}收支情况公开表`, [{ heading: '', blocks: composeTables(budget) }]],
  ]
  const whose = `${department ?? ''}${year === null ? '' : `${year}年`}`
  const blocks: DisclosureBlock[] = [
    { kind: 'title', text: disclosureTitle(budget) },
    { kind: 'paragraph', text: `根据《中华人民共和国预算法》第十四条和部门预决算公开的有关规定，现将${whose}部门${word}公开如下：` },
  ]
  const standing = parts
    .map(([heading, chapters]) => [heading, chapters.filter((chapter) => chapter.blocks.length > 0)] as const)
    .filter(([, chapters]) => chapters.length > 0)
  for (const [index, [heading, chapters]] of standing.entries()) {
    blocks.push({ kind: 'heading', level: 1, text: `第${chineseNumeral(index + 1)}部分 ${heading}` })
    for (const [number, chapter] of chapters.entries()) {
      if (chapter.heading !== '') blocks.push({ kind: 'heading', level: 2, text: `${chineseNumeral(number + 1)}、${chapter.heading}` })
      blocks.push(...chapter.blocks)
    }
  }
  return blocks
}

function composePerformance({ departmentGoals, safeguards, projects }: BudgetDocument): Chapter[] {
  const paragraphs = (texts: readonly string[]): DisclosureBlock[] => texts.map((text) => ({ kind: 'paragraph', text }))
  return [
    { heading: '总体绩效目标', blocks: paragraphs(departmentGoals) },
    { heading: '工作保障措施', blocks: paragraphs(safeguards) },
    { heading: '项目绩效目标', blocks: composeProjects(projects) },
  ]
}
