import type { MoneyLeaf, NumberLeaf, ThreePublicYear } from '../document.ts'
import { type MoneyUnit, parseMoney } from '../../money.ts'
import { isNumeric, moneyLeaf } from './money-cell.ts'
import { type Sum, solveSums } from './solve-sums.ts'
import { isEmptyRow, leaf, type Row, type Token } from './token.ts'

type Field = Exclude<keyof ThreePublicYear, 'year'>
/** `vehicles` is the sum of buying and running, which the data does not hold. */
type Column = Field | 'vehicles' | 'year'

/** The years of a 三公 table, whether its items stand across or down. Null when the table is none. Cells lost are put back by the sums, or stay unknown. */
export function readThreePublicTable(rows: readonly Row[], unit: MoneyUnit | null, year: NumberLeaf | null): ThreePublicYear[] | null {
  const filled = rows.filter((row) => !isEmptyRow(row))
  return across(filled, unit, year) ?? down(filled, unit, year)
}

function columnOf(words: string): Column | null {
  if (words.length > 30) return null
  if (/购置(费)?(及|和|与)运行|购置、运行|^公务用车(费|经费)?(合计|小计)?$|^小计$|用车购置及运/.test(words)) return 'vehicles'
  if (/出国|出境/.test(words)) return 'abroad'
  if (/接待/.test(words)) return 'reception'
  if (/购置/.test(words)) return 'vehiclePurchase'
  if (/车.*运行|^运行(维护)?(费|费用|支出)?$/.test(words)) return 'vehicleRunning'
  if (/^(合计|总计|三公经费(合计|总计|总额)?)$|三公经费(合计|总计|总额|支出)?$/.test(words)) return 'total'
  if (/^(年度|年份)$/.test(words)) return 'year'
  return null
}

/** Items across: the head in one row, or in two where 小计, 购置费, 运行费 stand under 公务用车购置及运行费. */
function across(rows: readonly Row[], unit: MoneyUnit | null, year: NumberLeaf | null): ThreePublicYear[] | null {
  const at = rows.findIndex((row) => kinds(row).filter((kind) => kind !== null && kind !== 'year').length >= 3)
  if (at < 0) return null
  let columns = leafColumns(rows[at]!, rows[at + 1])
  let from = at + 1
  if (columns) from = at + 2
  else columns = kinds(rows[at]!).map((kind, index) => ({ kind, column: rows[at]!.tokens[index]!.column }))
  const parts = sideBySide(columns, rows[at - 1])
  const years: ThreePublicYear[] = []
  for (const row of rows.slice(from)) {
    if (!row.tokens.some((token) => isNumeric(token.text)) || countsColumns(row)) continue
    // Cells lost under two heads side by side: which of the two lost them cannot be told.
    const split = parts[0]!.from > 0 || parts[0]!.to < columns.length
    if (split && row.tokens.length !== columns.length) continue
    for (const part of parts) {
      const own = split ? { ...row, tokens: row.tokens.slice(part.from, part.to) } : row
      const read = readAcross(own, columns.slice(part.from, part.to), unit, part.year ?? year)
      if (read) years.push(read)
    }
  }
  return years.length > 0 ? years : null
}

interface Part {
  readonly from: number
  readonly to: number
  readonly year: NumberLeaf | null
}

/** The same items twice in one head, under 预算数 and 决算数 (what was spent counts) or under two years. */
function sideBySide(columns: readonly LeafColumn[], over: Row | undefined): Part[] {
  const again = columns.findIndex(({ kind }) => kind === 'total')
  const starts = columns.flatMap(({ kind }, index) => (kind === 'total' && again >= 0 ? [index] : []))
  if (starts.length < 2) return [{ from: 0, to: columns.length, year: null }]
  const parts = starts.map((from, index) => {
    const title = over?.tokens.findLast((token) => token.key !== '' && token.column <= columns[from]!.column)
    return { from, to: starts[index + 1] ?? columns.length, title }
  })
  const spent = parts.filter(({ title }) => title?.key.includes('决算'))
  return (spent.length > 0 ? spent : parts).map(({ from, to, title }) => ({ from, to, year: title ? yearOf(title) : null }))
}

/** 栏次 1 2 3 …: the columns' numbers. */
function countsColumns(row: Row): boolean {
  const numbers = row.tokens.filter((token) => isNumeric(token.text))
  return numbers.length > 3 && numbers.every((token, index) => token.key === String(index + 1))
}

interface LeafColumn {
  readonly kind: Column | null
  readonly column: number
}

function kinds(row: Row): (Column | null)[] {
  return row.tokens.map((token) => (token.key === '' ? null : columnOf(token.key)))
}

/** The lowest heads of a two-row head by grid column; null when the second row is no head. */
function leafColumns(top: Row, below: Row | undefined): LeafColumn[] | null {
  if (!below || below.tokens.some((token) => isNumeric(token.text))) return null
  const lower = kinds(below)
  if (lower.filter((kind) => kind !== null).length < 2) return null
  const filled = below.tokens.filter((token) => token.key !== '').length
  const whole = top.tokens.findIndex((token) => columnOf(token.key) === 'vehicles')
  if (below.tokens.length === filled && whole >= 0) {
    // The second row holds the parts of one head alone, and its places under the others were not told.
    const parts = lower.map((kind, index): LeafColumn => ({ kind, column: top.tokens[whole]!.column + index }))
    const before = kinds(top).map((kind, index): LeafColumn => ({ kind, column: index < whole ? index : index - 1 + parts.length }))
    return [...before.slice(0, whole), ...parts, ...before.slice(whole + 1)]
  }
  const first = below.tokens.findIndex((token) => token.key !== '')
  const last = below.tokens.findLastIndex((token) => token.key !== '')
  const untold = top.tokens.length < below.tokens.length && top.tokens.every((token) => token.span === 1)
  return below.tokens.map((token, index) => {
    const own = lower[index] ?? null
    const fromEnd = top.tokens[top.tokens.length - below.tokens.length + index]
    const beside = index < first ? top.tokens[index] : index > last ? fromEnd : undefined
    const over = untold ? beside : top.tokens.find((each) => token.column >= each.column && token.column < each.column + each.span)
    return { kind: own ?? (token.key === '' && over ? columnOf(over.key) : null), column: token.column }
  })
}

function readAcross(row: Row, columns: readonly LeafColumn[], unit: MoneyUnit | null, year: NumberLeaf | null): ThreePublicYear | null {
  const found: Partial<Record<Field, MoneyLeaf>> = {}
  const first = row.tokens[0]!
  const named = columns[0]?.kind === 'total' && isNumeric(first.text) ? null : yearOf(first)
  if (row.tokens.length === columns.length) {
    for (const [index, { kind }] of columns.entries()) put(found, kind, row.tokens[index]!, unit)
  } else {
    const seats = columns.filter(({ kind }) => kind !== null && kind !== 'year').map(({ kind }) => kind as Field | 'vehicles')
    const numbers = row.tokens.filter((token) => token.key !== '' && isNumeric(token.text))
    const amounts = numbers.map((token) => parseMoney(token.text, unit ?? '元'))
    if (amounts.some((amount) => amount === null)) return null
    const solved = solveSums(seats.length, amounts as number[], sumsOf(seats))
    if (!solved) return null
    solved.forEach((amount, index) => {
      const token = amount === null ? undefined : numbers[placeIn(solved, amounts as number[], index)]
      if (token) put(found, seats[index]!, token, unit)
    })
    if (numbers.every((token) => !token.used)) return null
  }
  return entry(named ?? year, found)
}

/** Which of the numbers, in order, stands at this column of a solution: the first of its value not passed yet, counted from the nearer end. */
function placeIn(solved: readonly (number | null)[], amounts: readonly number[], column: number): number {
  const before = solved.slice(0, column).filter((value) => value === solved[column]).length
  let seen = 0
  for (let i = 0; i < amounts.length; i++) if (amounts[i] === solved[column] && seen++ === before) return i
  return amounts.indexOf(solved[column]!)
}

function sumsOf(seats: readonly (Field | 'vehicles')[]): Sum[] {
  const at = (kind: Field | 'vehicles'): number => seats.indexOf(kind)
  const parts = (kinds: readonly (Field | 'vehicles')[]): number[] => kinds.map(at).filter((index) => index >= 0)
  const sums: Sum[] = []
  const split = at('vehicles') >= 0
  if (split && (at('vehiclePurchase') >= 0 || at('vehicleRunning') >= 0))
    sums.push({ whole: at('vehicles'), parts: parts(['vehiclePurchase', 'vehicleRunning']) })
  if (at('total') >= 0)
    sums.push({
      whole: at('total'),
      parts: parts(['abroad', ...(split ? (['vehicles'] as const) : (['vehiclePurchase', 'vehicleRunning'] as const)), 'reception']),
    })
  return sums
}

function put(found: Partial<Record<Field, MoneyLeaf>>, kind: Column | null, token: Token, unit: MoneyUnit | null): void {
  if (kind === null) return
  if (kind === 'vehicles' || kind === 'year') token.used = true
  else found[kind] ??= moneyLeaf(token, unit)
}

/** Items down the first column, years across: 项目 | 2019年预算数 | 2020年预算数. */
function down(rows: readonly Row[], unit: MoneyUnit | null, year: NumberLeaf | null): ThreePublicYear[] | null {
  const items = rows.map((row) => row.tokens.findIndex((token) => token.key !== '' && columnOf(plainItem(token.key)) !== null))
  const count = items.filter((at) => at >= 0).length
  // A table of accounts has some of these items too, among many others.
  if (count < 3 || rows.filter(isItemRow).length > count + 2) return null
  const first = items.findIndex((at) => at >= 0)
  const label = items[first]!
  const head = first > 0 ? rows[first - 1]! : null
  const width = rows[first]!.tokens.length
  // With 预算数 and 决算数 side by side what was spent counts.
  const spent = head?.tokens.some((token) => token.key.includes('决算')) ?? false
  const years: ThreePublicYear[] = []
  for (let column = label + 1; column < width; column++) {
    const top = head && head.tokens.length === width ? head.tokens[column]! : null
    if (top && (/增减|比上年|变动|比例|备注|说明|执行|完成/.test(top.key) || (spent && /预算/.test(top.key)))) continue
    const found: Partial<Record<Field, MoneyLeaf>> = {}
    rows.forEach((row, index) => {
      const at = items[index]!
      if (at < 0 || row.tokens.length !== width) return
      const token = row.tokens[column]!
      if (token.key === '' || isNumeric(token.text)) put(found, columnOf(plainItem(row.tokens[at]!.key)), token, unit)
    })
    if (Object.values(found).some((each) => each.value !== null))
      years.push(entry((top ? yearOf(top) : null) ?? (years.length === 0 ? year : null), found))
  }
  return years.length > 0 ? years : null
}

function isItemRow(row: Row): boolean {
  return row.tokens.some((token) => token.key !== '' && !isNumeric(token.text)) && row.tokens.some((token) => isNumeric(token.text))
}

function plainItem(words: string): string {
  return words
    .replace(/^(其中[:：]?)?([(（][一二三四五\d]{1,2}[)）]|[一二三四五\d]{1,2}[、.．)）]|\d(?![\d.年]))[、.．]?/, '')
    .replace(/^其中[:：]?/, '')
}

function yearOf(token: Token): NumberLeaf | null {
  const found = /(20\d\d)年|^(20\d\d)$/.exec(token.key)
  return found ? leaf(token, Number(found[1] ?? found[2]), token.text.trim()) : null
}

function entry(year: NumberLeaf | null, found: Partial<Record<Field, MoneyLeaf>>): ThreePublicYear {
  const { total = null, abroad = null, vehiclePurchase = null, vehicleRunning = null, reception = null } = found
  return { year, total, abroad, vehiclePurchase, vehicleRunning, reception }
}
