import { key, withoutFieldCode } from './plain-words.ts'

/** The chapters a disclosure document is divided into, as far as the reader tells them apart. */
export type Section =
  | 'preface'
  | 'duties'
  | 'institutions'
  | 'overview'
  | 'income'
  | 'expenditure'
  | 'operatingCost'
  | 'threePublic'
  | 'procurement'
  | 'assets'
  | 'glossary'
  | 'functionCodes'
  | 'other'
  | 'performance'
  | 'overallGoals'
  | 'partGoals'
  | 'safeguards'
  | 'projects'
  | 'table'

const WORDS: readonly [Section, RegExp][] = [
  ['safeguards', /保障措施$/],
  ['partGoals', /分项绩效目标$|分项目标$|职责分类绩效目标$/],
  ['overallGoals', /总体绩效目标$|整体绩效目标$|总体目标$/],
  ['projects', /(专项资金|项目|专项)(支出)?绩效目标$|绩效目标表$|绩效自评表?$|(专项资金|项目)绩效目标情况$/],
  ['functionCodes', /功能分类(科目)?名词解释$/],
  ['glossary', /名词解释$|专业性?名词$/],
  ['operatingCost', /机关运行经费/],
  ['threePublic', /三公/],
  ['procurement', /政府采购/],
  ['assets', /国有资产|固定资产.*(情况|信息|表)|资产(占用|信息|情况)/],
  ['other', /其他(需要)?(说明|公开)的?(事项|情况|问题)|其他重要事项|其他事项/],
  ['duties', /部门职责|主要职责|职责及机构|部门职能|主要职能|单位职责|工作职责|(部门|单位|机构)(概况|基本情况)/],
  ['institutions', /机构设置|机构情况|单位构成|部门构成|机构构成/],
  ['income', /^收入(预算|决算)?(情况)?(总体)?说明$|收入(预算|决算)(总体)?情况/],
  ['expenditure', /^支出(预算|决算)?(情况)?(总体)?说明$|支出(预算|决算)(总体)?情况/],
  ['overview', /(预算|决算|收支)(安排)?(总体|基本)?(情况|安排)|收支增减变化|总体情况/],
  ['performance', /绩效(目标)?(信息|情况|管理|评价|自评)/],
]

/** Each of `WORDS` asks for one of these: most lines have none, and need not be held against all. */
const ANY_WORD = /措施|目标|绩效|名词|经费|三公|采购|资产|其他|职责|职能|概况|情况|机构|构成|说明|收支|安排/

/** A heading's text without field code, number ("一、", "（二）", "第三部分", "4."), blanks and colon, in the form for comparing. */
export function headingKey(text: string): string {
  return key(withoutFieldCode(text))
    .replace(/^第?[一二三四五六七八九十百\d]{1,4}(部分|章|节)[:：、]?/, '')
    .replace(/^[(（]?[一二三四五六七八九十百\d]{1,4}[)）、.．,，:：]+/, '')
    .replace(/[:：。]+$/, '')
}

/**
 * The section a line opens, or null when the line is no heading. A heading is short, has no sentence in it and no amount.
 * Words alone decide: numbering differs from bureau to bureau and is often wrong.
 */
export function sectionOpened(text: string): Section | null {
  const plain = withoutFieldCode(text).trim()
  if (plain.length > 46 || plain.includes('。') || plain.includes('；')) return null
  const body = headingKey(plain)
  if (body.length < 3 || body.length > 34 || /\d[\d,.]*[亿万]?元/.test(body)) return null
  if (/[,，]/.test(body) && body.length > 24) return null
  if (!ANY_WORD.test(body)) return null
  for (const [section, words] of WORDS) if (words.test(body)) return section
  return null
}

/** Titles of the public tables: 部门收支总表, 一般公共预算支出表, 三公经费支出表 … */
export function isTableTitle(text: string): boolean {
  if (!text.includes('表')) return false
  const body = headingKey(text)
  return body.length <= 40 && /(总表|支出表|收入表|预算表|决算表|明细表|情况表|统计表|一览表)(\(.*\))?$/.test(body)
}
