import type { BudgetDocument } from './budget-document.ts'

/** Words of the document's places, for people. */
const WORDS: Readonly<Record<string, string>> = {
  document: '文件',
  department: '部门名称',
  unitCodes: '单位编码',
  kind: '种类',
  institutions: '机构',
  totals: '收支',
  income: '收入',
  expenditure: '支出',
  basic: '基本支出',
  personnel: '人员经费',
  publicFunds: '公用经费',
  project: '项目支出',
  operatingCost: '机关运行经费',
  threePublic: '“三公”经费',
  abroad: '因公出国（境）费',
  vehiclePurchase: '公务用车购置费',
  vehicleRunning: '公务用车运行维护费',
  reception: '公务接待费',
  procurement: '政府采购',
  assets: '资产',
  functionCodes: '功能科目',
  departmentGoals: '部门绩效目标',
  safeguards: '保障措施',
  projects: '项目',
  tables: '公开表',
  texts: '文字说明',
  name: '名称',
  nature: '性质',
  rank: '规格',
  funding: '经费保障形式',
  year: '年度',
  total: '总额',
  fiscal: '财政资金',
  other: '其他资金',
  item: '采购物品',
  quantity: '数量',
  amount: '金额',
  value: '价值',
  code: '编码',
  note: '解释',
  number: '序号',
  unitCode: '单位编码',
  unitName: '单位名称',
  budget: '预算',
  use: '资金用途',
  plan: '支出计划',
  month: '月份',
  percent: '比例',
  goals: '绩效目标',
  indicators: '绩效指标',
  level1: '一级指标',
  level2: '二级指标',
  level3: '三级指标',
  description: '指标描述',
  target: '指标值',
  basis: '确定依据',
  title: '表名',
  unit: '金额单位',
  head: '表头',
  rows: '行',
  duties: '部门职责',
  change: '收支增减原因',
  threePublicReason: '“三公”经费增减原因',
  assetDate: '资产截至日期',
  terms: '名词解释',
  asPublished: '原文',
  overview: '收支总体情况',
  procurementTold: '政府采购',
}

const ORDER = new Map(Object.keys(WORDS).map((name, index) => [name, index]))

/** The order in which the parts of a document are told; the database keeps another. */
export const inDocumentOrder = (a: string, b: string): number => (ORDER.get(a) ?? ORDER.size) - (ORDER.get(b) ?? ORDER.size)

/** `projects/2/budget/total` → 项目3 · 预算 · 总额; `tables/0/rows/3/2` → 公开表1 · 第4行第3列. A place that is no more (`projects/-2`) is said to be taken out. */
export function pathTitle(path: string): string {
  const cell = /^(tables\/-?\d+)\/(head|rows)\/(\d+)\/(\d+)$/.exec(path)
  if (cell) {
    const [, table, part, row, column] = cell
    return `${pathTitle(table!)} · ${part === 'head' ? '表头' : ''}第${Number(row) + 1}行第${Number(column) + 1}列`
  }
  const words: string[] = []
  const paragraphs = path.startsWith('asPublished/')
  for (const part of path.split('/')) {
    if (paragraphs && /^\d+$/.test(part)) words.push(`第${Number(part) + 1}段`)
    else if (/^\d+$/.test(part)) words[words.length - 1] += String(Number(part) + 1)
    else if (/^-\d+$/.test(part)) words[words.length - 1] += `（原第${-Number(part) + 1}个，已删）`
    else words.push(path.startsWith('texts/') && part === 'other' ? '其他事项' : (WORDS[part] ?? part))
  }
  return words.join(' · ')
}

/** As `pathTitle`, with the document's own names for its tables and projects: 部门收入总表 · 第4行“合计” · 一般公共预算. */
export function titleIn({ tables, projects }: BudgetDocument, path: string): string {
  const [section, at, part, row, column] = path.split('/')
  const table = section === 'tables' ? tables[Number(at)] : undefined
  const name = section === 'projects' ? projects[Number(at)]?.name : undefined
  if (name) return pathTitle(path).replace(/^项目\d+/, (place) => `${place}“${name}”`)
  if (!table?.title) return pathTitle(path)
  const title = pathTitle(path).replace(/^公开表\d+/, () => table.title!)
  if (part !== 'rows' || column === undefined) return title
  const label = table.rows[Number(row)]?.find((cell) => /[\u4e00-\u9fff]/.test(cell))
  const head = table.head.at(-1)?.[Number(column)]
  return `${table.title} · 第${Number(row) + 1}行${label === undefined ? '' : `“${label}”`} · ${head || `第${Number(column) + 1}列`}`
}
