import type { AsPublished, BudgetDocument, ThreePublic } from './budget-document.ts'
import type { BlockCell, Chapter, DisclosureBlock, TableBlock } from './disclosure-block.ts'
import { inCell, inWords, kindWord, percentOf, stopped } from './words.ts'

const paragraph = (text: string): DisclosureBlock => ({ kind: 'paragraph', text })
const subheading = (text: string): DisclosureBlock => ({ kind: 'heading', level: 3, text })

/** The explanation: duties and institutions, totals, 机关运行经费, “三公”, procurement, assets, terms, other matters. */
export function composeStatement(budget: BudgetDocument): Chapter[] {
  const word = kindWord(budget.document.kind)
  return [
    { heading: '部门职责及机构设置情况', blocks: dutiesOf(budget) },
    { heading: `部门${word}安排总体情况`, blocks: totalsOf(budget) },
    { heading: '机关运行经费安排情况', blocks: operatingCostOf(budget) },
    { heading: `财政拨款“三公”经费${word}情况及增减变化原因`, blocks: threePublicOf(budget) },
    { heading: `政府采购${word}情况`, blocks: procurementOf(budget) },
    { heading: '国有资产信息情况', blocks: assetsOf(budget) },
    { heading: '名词解释', blocks: termsOf(budget) },
    { heading: '其他需要说明的事项', blocks: budget.texts.other.map(paragraph) },
  ]
}

function dutiesOf({ document, texts, institutions, projects }: BudgetDocument): DisclosureBlock[] {
  const blocks: DisclosureBlock[] = []
  if (texts.duties.length > 0) blocks.push(subheading('（一）部门职责'), ...texts.duties.map(paragraph))
  if (institutions.length > 0) {
    blocks.push(
      subheading(`（${texts.duties.length > 0 ? '二' : '一'}）机构设置`),
      listTable(
        'institutions',
        '机构设置情况',
        [4, 1.2, 1.4, 2.4],
        ['单位名称', '单位性质', '单位规格', '经费保障形式'],
        [...institutions.map(({ name, nature, rank, funding }) => [left(name), centre(nature), centre(rank), centre(funding)])],
      ),
    )
  }
  const { unitCodes } = document
  if (unitCodes.length === 0) return blocks
  const inProjects = [...new Set(projects.map(({ unitCode }) => unitCode))]
  // Printed only where the projects' sheets do not say the same.
  return unitCodes.join() === inProjects.join() ? blocks : [...blocks, paragraph(`本部门单位编码：${unitCodes.join('、')}。`)]
}

function totalsOf({ document, totals, texts, asPublished = {} }: BudgetDocument): DisclosureBlock[] {
  const word = kindWord(document.kind)
  const year = document.year === null ? '' : `${document.year}年`
  const { overview = [], income, expenditure } = asPublished
  const spent = expenditureWords(totals)
  const whole =
    totals.expenditure === null ? `${year}部门支出中，` : `${year}部门支出${word}${inWords(totals.expenditure)}${spent === '。' ? '' : '，其中：'}`
  const change = texts.change === null || told(asPublished, texts.change) ? [] : [stopped(`收支比上年增减变化的主要原因：${texts.change}`)]
  const parts: readonly (readonly [heading: string, paragraphs: readonly string[]])[] = [
    ['收入说明', income ?? (totals.income === null ? [] : [`${year}部门收入${word}${inWords(totals.income)}。`])],
    ['支出说明', expenditure ?? (spent === '' ? [] : [`${whole}${spent}`])],
    ['收支增减变化', change],
  ]
  const standing = parts.filter(([, paragraphs]) => paragraphs.length > 0)
  return [
    ...overview.map(paragraph),
    ...standing.flatMap(([heading, paragraphs], index) => [subheading(`（${'一二三'[index]}）${heading}`), ...paragraphs.map(paragraph)]),
  ]
}

/** Whether a paragraph printed as published already says this. */
const told = ({ overview = [], income = [], expenditure = [] }: AsPublished, text: string): boolean =>
  [...overview, ...income, ...expenditure].some((paragraph) => paragraph.includes(text))

/** "基本支出470.90万元，包括人员经费326.63万元和日常公用经费144.27万元；项目支出75.62万元。" from what is known; "。" where only the whole is. */
function expenditureWords({ expenditure, basic, personnel, publicFunds, project }: BudgetDocument['totals']): string {
  const inner = [personnel !== null && `人员经费${inWords(personnel)}`, publicFunds !== null && `日常公用经费${inWords(publicFunds)}`].filter(
    (one) => one !== false,
  )
  const first = basic === null ? inner.join('，') : `基本支出${inWords(basic)}${inner.length > 0 ? `，包括${inner.join('和')}` : ''}`
  const said = [first, project === null ? '' : `项目支出${inWords(project)}`].filter((one) => one !== '').join('；')
  return said === '' && expenditure === null ? '' : `${said}。`
}

function operatingCostOf({ document, operatingCost, texts, asPublished }: BudgetDocument): DisclosureBlock[] {
  if (asPublished?.operatingCost) return asPublished.operatingCost.map(paragraph)
  const year = document.year === null ? '' : `${document.year}年`
  if (operatingCost === null) return texts.operatingCost === null ? [] : [paragraph(stopped(`机关运行经费${texts.operatingCost}`))]
  const arranged = document.kind === 'accounts' ? '支出' : '安排'
  return [
    paragraph(stopped(`${year}机关运行经费${arranged}${inWords(operatingCost)}${texts.operatingCost === null ? '' : `，${texts.operatingCost}`}`)),
  ]
}

function threePublicOf({ document, threePublic, texts, asPublished }: BudgetDocument): DisclosureBlock[] {
  if (asPublished?.threePublic) return asPublished.threePublic.map(paragraph)
  const word = kindWord(document.kind)
  const blocks = threePublic.map((year) => paragraph(threePublicWords(year, word)))
  const reason = texts.threePublicReason === null ? '' : `主要原因：${texts.threePublicReason}`
  const change = changeWords(threePublic, document.year)
  const said = [change, reason].filter((one) => one !== '').join('，')
  return said === '' ? blocks : [...blocks, paragraph(stopped(said))]
}

function threePublicWords(one: ThreePublic, word: string): string {
  const year = one.year === null ? '' : `${one.year}年`
  const items = (
    [
      ['因公出国（境）费', one.abroad],
      ['公务用车购置费', one.vehiclePurchase],
      ['公务用车运行维护费', one.vehicleRunning],
      ['公务接待费', one.reception],
    ] as const
  ).flatMap(([name, amount]) => (amount === null ? [] : [`${name}${inWords(amount)}`]))
  if (one.total === null) return `${year}“三公”经费${word}中，${items.join('；')}。`
  return `${year}“三公”经费${word}${inWords(one.total)}${items.length > 0 ? `，其中：${items.join('；')}` : ''}。`
}

/** Year on year, where both totals are known. */
function changeWords(years: readonly ThreePublic[], year: number | null): string {
  const now = years.find((one) => one.year === year)
  const before = years.find((one) => year !== null && one.year === year - 1)
  if (now?.total == null || before?.total == null) return ''
  const difference = now.total - before.total
  if (difference === 0) return `${year}年“三公”经费与${year! - 1}年持平`
  const share = percentOf(difference, before.total)
  const [more, rate] = difference > 0 ? ['增加', '增长'] : ['减少', '下降']
  return `${year}年“三公”经费比${year! - 1}年${more}${inWords(Math.abs(difference))}${share === null ? '' : `，${rate}${share}`}`
}

function procurementOf({ procurement, texts, asPublished = {} }: BudgetDocument): DisclosureBlock[] {
  if (asPublished.procurementTold) return asPublished.procurementTold.map(paragraph)
  const said = (asPublished.procurement ?? (texts.procurement === null ? [] : [stopped(texts.procurement)])).map(paragraph)
  if (procurement.length === 0) return said
  const table = listTable(
    'procurement',
    '政府采购预算表',
    [4, 3, 1.3, 1.7],
    ['采购项目', '采购物品', '采购数量', '采购金额（万元）'],
    [...procurement.map(({ name, item, quantity, amount }) => [left(name), left(item), centre(quantity), right(inCell(amount))])],
  )
  return [...said, table]
}

function assetsOf({ assets, texts }: BudgetDocument): DisclosureBlock[] {
  const said = texts.assets === null ? [] : [paragraph(stopped(texts.assets))]
  if (assets.length === 0) return said
  const counted = texts.assetDate === null ? [] : [paragraph(`截至日期：${texts.assetDate}`)]
  const table = listTable(
    'assets',
    '固定资产占用情况表',
    [5, 2, 3],
    ['项目', '数量', '价值（万元）'],
    [...assets.map(({ name, quantity, value }) => [left(name), right(quantity), right(inCell(value))])],
  )
  return [...said, ...counted, table]
}

function termsOf({ texts, functionCodes }: BudgetDocument): DisclosureBlock[] {
  const blocks = texts.terms.map((text, index) => paragraph(stopped(`${index + 1}.${text}`)))
  if (functionCodes.length === 0) return blocks
  const table = listTable(
    'function-codes',
    '功能分类科目名词解释',
    [1.6, 3.2, 6],
    ['功能编码', '功能名称', '名词解释'],
    [...functionCodes.map(({ code, name, note }) => [left(code), left(name), left(note)])],
  )
  return [...blocks, paragraph(`${blocks.length + 1}.功能分类科目名词解释：`), table]
}

const cell =
  (align: NonNullable<BlockCell['align']>) =>
  (text: string | null): BlockCell => ({ text: text ?? '', align })
const left = cell('left')
const centre = cell('center')
const right = cell('right')

function listTable(
  name: string,
  caption: string,
  widths: readonly number[],
  heads: readonly string[],
  rows: readonly (readonly BlockCell[])[],
): TableBlock {
  const head = heads.map((text): BlockCell => ({ text, head: true, align: 'center' }))
  return { kind: 'table', name, caption, captionPrinted: false, unit: null, widths, headRows: 1, rows: [head, ...rows] }
}
