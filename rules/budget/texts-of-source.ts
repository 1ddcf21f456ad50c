import { headingKey, type Section, sectionOpened } from '../disclosure/read/headings.ts'
import { isFurniture } from '../disclosure/read/furniture.ts'
import { saysNothing } from '../disclosure/read/plain-words.ts'
import type { SourceBlock } from '../disclosure/read/source-block.ts'
import type { BudgetTexts } from './budget-document.ts'

const LEADING_NUMBER = /^[（(]?\d{1,2}[）)、.．]\s*/
/** Words that a template says to whoever fills it in; they are nobody's own words. */
const TEMPLATE = /应至少包括|可从.{0,12}提取|应包括但不限于/

/**
 * The officer's own words in a document that was read: duties, reasons, terms, other matters. The figures themselves are not in here, they are data.
 */
export function textsOfSource(blocks: readonly SourceBlock[]): BudgetTexts {
  const prose = new Map<Section, string[]>()
  let section: Section | null = null
  let assetDate: string | null = null
  for (const block of blocks) {
    const cells = block.kind === 'row' ? block.cells.map(({ text }) => text) : [block.text]
    if (section === 'assets') assetDate ??= cells.map(dateCounted).find((date) => date !== null) ?? null
    const text = lineIn(block)
    if (text === null) continue
    if (text === '' || isFurniture(text)) continue
    const opened: Section | null = sectionOpened(text)
    if (opened !== null) section = opened
    else if (section !== null && !TEMPLATE.test(text)) prose.set(section, [...(prose.get(section) ?? []), text])
  }
  const of = (name: Section): string[] => prose.get(name) ?? []
  return {
    duties: of('duties').filter((text) => text.length > 3),
    change: reasonIn([...of('overview'), ...of('income'), ...of('expenditure')].filter((text) => /比上年|较上年|增减变化/.test(text))),
    operatingCost: /包括[^。]+/.exec(of('operatingCost').join('\n'))?.[0] ?? null,
    threePublicReason: reasonIn(of('threePublic')),
    procurement: of('procurement').find((text) => /没有|无政府采购|未安排/.test(text) && !/\d/.test(text)) ?? null,
    assetDate,
    assets: of('assets').find((text) => text.length > 12 && !/单位|编制部门|截[止至]/.test(text)) ?? null,
    terms: of('glossary').flatMap((text) => (isTerm(text) ? [text.replace(LEADING_NUMBER, '')] : [])),
    other: of('other').filter((text) => !saysNothing(text)),
  }
}

/** A line of prose; in a spreadsheet's sheet of text that is a row with one cell. */
export function lineIn(block: SourceBlock): string | null {
  if (block.kind === 'line') return block.text.trim()
  const [first, ...rest] = block.cells
  return first !== undefined && rest.length === 0 ? first.text.trim() : null
}

const isTerm = (text: string): boolean => /^.{2,40}?[:：]\s*(是?指|反映|纳入|即|为)/.test(text.replace(LEADING_NUMBER, '')) && headingKey(text) !== ''

/** "主要原因：业务量减少……。" → "业务量减少……" */
function reasonIn(paragraphs: readonly string[]): string | null {
  const found = /原因(?:是|为)?[:：]?\s*([^。]+)/.exec(paragraphs.join('\n'))
  return found ? found[1]!.trim() : null
}

function dateCounted(cell: string): string | null {
  return /截[止至](?:时间|日期)?[:：]?\s*(\d{4}年\d{1,2}月\d{1,2}日)/.exec(cell)?.[1] ?? null
}
