import type { DisclosureDocument } from '../document.ts'
import type { MoneyUnit } from '../../money.ts'
import { bodyOf, findHead, markUsed, seated } from './headed-table.ts'
import { declaredUnit, moneyLeaf, numberLeaf } from './money-cell.ts'
import { codeLeaf, type Row, textLeaf, type Token } from './token.ts'

/** Tables that fill a list of their own: institutions, assets, function codes, procurement. Each reader answers null when the table is another. */
type Institution = DisclosureDocument['institutions'][number]
type Asset = DisclosureDocument['assets'][number]
type FunctionCode = DisclosureDocument['functionCodes'][number]
type Purchase = DisclosureDocument['procurement'][number]

const text = (token: Token | undefined) => (token ? textLeaf(token) : null)

const institutionRole = (words: string): keyof Institution | null => {
  if (/^(单位|机构|部门)(名称)?$|^(预算)?单位名称$/.test(words)) return 'name'
  if (/^(单位|机构)?性质$/.test(words)) return 'nature'
  if (/规格$|级别$/.test(words)) return 'rank'
  if (/经费(保障|来源|供给|形式|性质)|(保障|供给)(形式|方式)/.test(words)) return 'funding'
  return null
}

export function readInstitutions(rows: readonly Row[]): Institution[] | null {
  const head = findHead(rows, institutionRole, 3)
  if (!head) return null
  markUpTo(rows, head.at)
  const list: Institution[] = []
  for (const row of bodyOf(rows, head)) {
    const seat = seated(row, head)
    if (seat) list.push({ name: text(seat.name), nature: text(seat.nature), rank: text(seat.rank), funding: text(seat.funding) })
  }
  return list
}

const assetRole = (words: string): keyof Asset | null => {
  if (/^(项目|资产(项目|名称|类别)?|名称|类别|指标|分类)$/.test(words)) return 'name'
  if (/^(资产)?(实有)?数量/.test(words)) return 'quantity'
  if (/价值|^金额|原值|账面/.test(words)) return 'value'
  return null
}

export function readAssets(rows: readonly Row[], unit: MoneyUnit | null, inChapter: boolean): Asset[] | null {
  const head = findHead(rows, assetRole, 2, 8)
  if (!head?.roles.includes('value') || !(head.roles.includes('quantity') || inChapter)) return null
  // 项目 | 金额 | 项目 | 金额 is a table of income and expenditure.
  if (head.row.tokens.filter((token) => assetRole(token.key) === 'value').length > 1 && !head.roles.includes('quantity')) return null
  const declared = unitUpTo(rows, head.at) ?? unit
  markUpTo(rows, head.at)
  const list: Asset[] = []
  for (const row of bodyOf(rows, head)) {
    const seat = seated(row, head)
    if (!seat) continue
    list.push({
      name: text(seat.name),
      quantity: seat.quantity ? numberLeaf(seat.quantity) : null,
      value: seat.value ? moneyLeaf(seat.value, declared) : null,
    })
  }
  return list
}

const codeRole = (words: string): keyof FunctionCode | null => {
  if (/(编码|代码)$/.test(words)) return 'code'
  if (/名称$/.test(words)) return 'name'
  if (/名词解释|解释|说明|释义/.test(words)) return 'note'
  return null
}

export function readFunctionCodes(rows: readonly Row[]): FunctionCode[] | null {
  const head = findHead(rows, codeRole, 3)
  if (!head) return null
  markUpTo(rows, head.at)
  const list: FunctionCode[] = []
  for (const row of bodyOf(rows, head)) {
    const seat = seated(row, head)
    if (seat) list.push({ code: seat.code ? codeLeaf(seat.code) : null, name: text(seat.name), note: text(seat.note) })
  }
  return list
}

const purchaseRole = (words: string): keyof Purchase | null => {
  if (/^(采购)?项目(名称)?$|采购项目/.test(words)) return 'name'
  if (/采购(物品|品目|目录|内容|标的)|^(物品|品目|货物)(名称)?$/.test(words)) return 'item'
  if (/数量/.test(words)) return 'quantity'
  if (/金额|预算|合计|总计/.test(words)) return 'amount'
  return null
}

export function readPurchases(rows: readonly Row[], unit: MoneyUnit | null): Purchase[] | null {
  const head = findHead(rows, purchaseRole, 3)
  if (!head || !(head.roles.includes('item') || head.row.tokens.some((token) => token.key.includes('采购')))) return null
  const declared = unitUpTo(rows, head.at) ?? unit
  markUpTo(rows, head.at)
  const list: Purchase[] = []
  for (const row of bodyOf(rows, head)) {
    const seat = seated(row, head)
    if (!seat) continue
    if (/^(合计|总计|小计)$/.test(row.tokens.find((token) => token.key !== '')?.key ?? '')) {
      markUsed(row)
      continue
    }
    const amount = seat.amount ? moneyLeaf(seat.amount, declared) : null
    list.push({ name: text(seat.name), item: text(seat.item), quantity: text(seat.quantity), amount })
  }
  return list
}

function markUpTo(rows: readonly Row[], at: number): void {
  for (const row of rows.slice(0, at + 1)) markUsed(row)
}

/** The money unit that the rows down to the head declare; the head's own word is the nearest. */
export function unitUpTo(rows: readonly Row[], at: number): MoneyUnit | null {
  let unit: MoneyUnit | null = null
  for (const row of rows.slice(0, at + 1)) for (const token of row.tokens) unit = declaredUnit(token.text) ?? unit
  return unit
}
