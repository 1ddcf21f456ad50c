import type { DisclosureDocument, NumberLeaf, TextLeaf, ThreePublicYear } from '../document.ts'
import { type MoneyUnit, sumMoney } from '../../money.ts'
import { isNumeric, moneyLeaf, numberLeaf } from './money-cell.ts'
import { readThreePublicTable } from './three-public-table.ts'
import { BODY } from './form-draft.ts'
import { key } from './plain-words.ts'
import { codeLeaf, partOf, type Row, textLeaf, type Token } from './token.ts'

/**
 * Lists whose tables came as loose cells, one a line or all on one line: rows are found by what each cell can only be.
 * What fits nowhere is left unused. Where the cells were `printed` the ends of lines broke some: a list is taken only if nothing is left over.
 */
type Institution = DisclosureDocument['institutions'][number]
type FunctionCode = DisclosureDocument['functionCodes'][number]
type Asset = DisclosureDocument['assets'][number]

/** Lines as cells: a line with blanks or tabs between short words is several. */
export function looseCells(lines: readonly Token[]): Token[] {
  return lines.flatMap((token) => {
    const words = token.text.split(/[\s|｜│]+/).filter((word) => word !== '')
    if (words.length < 2) return [token]
    const parts = words.map((word) => partOf(token, word))
    token.parts = parts
    return parts
  })
}

const NATURE = /^(行政|事业|参公|参公事业|参照公务员法?管理(事业)?|公益[一二]类|全额(拨款)?事业|差额(拨款)?事业|企业|社团|群团)(单位|机关|机构)?$/
const RANK = /^[^，。]{0,8}级$|^无规格$/
const FUNDING = /拨款|财政|自收自支|基本保证|补助|全额|差额/
const INSTITUTION_HEAD = /^(单位|机构|部门|预算单位)(名称|性质|规格|级别)$|^经费(保障|来源)(形式|方式)?$/

export function looseInstitutions(cells: readonly Token[], printed: boolean): Institution[] {
  const list: { -readonly [name in keyof Institution]: Institution[name] }[] = []
  for (const cell of cells) {
    const words = cell.key
    if (INSTITUTION_HEAD.test(words)) cell.used = true
    else if (NATURE.test(words)) set(list.at(-1), 'nature', cell)
    else if (RANK.test(words)) set(list.at(-1), 'rank', cell)
    else if (FUNDING.test(words) && list.length > 0) set(list.at(-1), 'funding', cell)
    else if (/[\u4e00-\u9fff]{4,}/.test(words)) list.push({ name: textLeaf(cell), nature: null, rank: null, funding: null })
  }
  // A name without anything behind it: names were broken in two, or the columns came one after another.
  const jumbled = list.some((each) => each.nature === null && each.rank === null && each.funding === null)
  const broken = printed && (cells.some((cell) => !cell.used) || !list.every((each) => each.name?.value != null && BODY.test(key(each.name.value))))
  return jumbled || broken ? untaken(cells) : list
}

/** Cells that make no table after all are not used. */
function untaken(cells: readonly Token[]): [] {
  for (const cell of cells) cell.used = false
  return []
}

function set<Name extends string>(row: { [name in Name]: TextLeaf | null } | undefined, name: Name, cell: Token): void {
  if (row && row[name] === null) row[name] = textLeaf(cell)
}

/** A code of the classification alone. */
export function isCodeCell(cell: Token): boolean {
  return /^\d{3}(\d{2}){0,2}$/.test(cell.key)
}

export function looseCodes(cells: readonly Token[], printed: boolean): FunctionCode[] {
  const groups: { readonly code: Token; readonly texts: Token[] }[] = []
  for (const cell of cells) {
    if (/^(功能|科目|功能分类)?(科目)?(编码|代码|名称)$|^名词解释$/.test(cell.key)) cell.used = true
    else if (isCodeCell(cell)) groups.push({ code: cell, texts: [] })
    else groups.at(-1)?.texts.push(cell)
  }
  // A code without a name: the columns came one after another, and which name is whose cannot be told.
  if (groups.some(({ texts }) => texts.length === 0)) return untaken(cells)
  const broken = printed && groups.some(({ texts }) => texts.length !== 2)
  return groups.map(({ code, texts }) => {
    if (broken) return { code: codeLeaf(code), name: null, note: null }
    // More than a name and its note: lines were broken, and where the name ends cannot be told.
    const [name, note] = texts.length > 2 ? [] : texts
    return { code: codeLeaf(code), name: name ? textLeaf(name) : null, note: note ? textLeaf(note) : null }
  })
}

const ASSET = /资产总额|房屋|办公用房|业务用房|车辆|单价.*设备|通用设备|专用设备|其他固定资产|固定资产|无形资产|流动资产|在建工程|土地/

/** 房屋, 车辆, 单价在20万元以上的设备 … */
export function isAssetName(cell: Token): boolean {
  return cell.key.length <= 30 && ASSET.test(cell.key) && !isNumeric(cell.text) && !/[,。;，；]|截至|共有/.test(cell.key)
}

/** With both 数量 and 价值 in the head a lone number may be either: it stays unread and the value unknown. */
export function looseAssets(cells: readonly Token[], unit: MoneyUnit | null, printed: boolean): Asset[] {
  const quantityToo = cells.some((cell) => /^数量/.test(cell.key))
  const list: Asset[] = []
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i]!
    if (/^(项目|数量|资产名称)$|^价值|^金额|^截止时间|^编制部门/.test(cell.key)) cell.used = true
    if (!isAssetName(cell)) continue
    const next = cells[i + 1]
    if (printed && next && !isNumeric(next.text) && !isAssetName(next)) continue
    const numbers: Token[] = []
    while (cells[i + 1] && isNumeric(cells[i + 1]!.text)) numbers.push(cells[++i]!)
    const [first, second] = numbers
    if (numbers.length === 2) list.push({ name: textLeaf(cell), quantity: numberLeaf(first!), value: moneyLeaf(second!, unit) })
    else if (numbers.length === 1 && !quantityToo) list.push({ name: textLeaf(cell), quantity: null, value: moneyLeaf(first!, unit) })
    else list.push({ name: textLeaf(cell), quantity: null, value: null })
  }
  return list
}

/** 三公 heads and numbers in loose cells: the numbers behind each year (or behind the heads) are one row. Two possible orders of the heads must agree. */
export function looseThreePublic(cells: readonly Token[], unit: MoneyUnit | null, year: NumberLeaf | null): ThreePublicYear[] {
  const firstNumber = cells.findIndex((cell) => isNumeric(cell.text))
  if (firstNumber < 3) return []
  const startsRow = (cell: Token): boolean => /^20\d\d年/.test(cell.key) && cell.key.length < 12
  const head = cells.slice(0, firstNumber).filter((cell) => !isNumeric(cell.text) && !startsRow(cell))
  const rows: Token[][] = []
  for (const cell of cells.slice(startsRow(cells[firstNumber - 1]!) ? firstNumber - 1 : firstNumber)) {
    if (startsRow(cell) || rows.length === 0) rows.push([])
    rows.at(-1)!.push(cell)
  }
  const asRow = (tokens: readonly Token[]): Row => ({ tokens, line: tokens[0]!.line, table: undefined })
  const readings = headOrders(head).map((order) => readThreePublicTable([asRow(order), ...rows.map(asRow)], unit, year))
  const [first, other] = readings
  if (!first || (readings.length > 1 && JSON.stringify(first) !== JSON.stringify(other))) return untaken(cells)
  // Of a head in two rows the order was put right by guess: the amounts must bear it out.
  if (head.some((token) => token.key === '小计') && !first.every(addsUp)) return untaken(cells)
  for (const token of head) token.used = true
  return first
}

function addsUp({ total, abroad, vehiclePurchase, vehicleRunning, reception }: ThreePublicYear): boolean {
  const parts = [abroad, vehiclePurchase, vehicleRunning, reception].map((part) => part?.value ?? null)
  const sum = sumMoney(parts)
  return total?.value == null || sum === null || sum === total.value
}

/**
 * The heads in the order of their columns. Of a head in two rows the parts (小计, 购置费, 运行费) come last when it is read row by row, and stand in
 * the place of 公务用车购置及运行费 in truth; without 小计 they may as well be columns of their own.
 */
function headOrders(head: readonly Token[]): (readonly Token[])[] {
  const group = head.findIndex((token) => /购置(费)?(及|和|与|、)运行|^公务用车/.test(token.key))
  let tail = head.length
  while (tail > 0 && /^(小计|(公务用车)?(购置|运行(维护)?)(费|费用)?)$/.test(head[tail - 1]!.key)) tail--
  if (group < 0 || tail === head.length || tail <= group + 1) return [head]
  const parts = head.slice(tail)
  const inPlace = [...head.slice(0, group), ...parts, ...head.slice(group + 1, tail)]
  return parts.some((token) => token.key === '小计') ? [inPlace] : [inPlace, head]
}
