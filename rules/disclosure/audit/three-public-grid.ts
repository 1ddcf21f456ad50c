import { type Amount, compareSum, inWan, sumOf } from './amounts.ts'
import { tight } from './leaves.ts'
import { amountIn, type Grid, type GridCell } from './table-grid.ts'

/** A sum of a 三公 table that does not hold. */
export interface ThreePublicFault {
  readonly cell: GridCell
  readonly wrong: string
}

const ITEMS = ['total', 'abroad', 'cars', 'purchase', 'running', 'reception'] as const
type Item = (typeof ITEMS)[number]
type Cells = Partial<Record<Item, GridCell>>

const ITEM_WORDS: readonly [Item, RegExp][] = [
  ['cars', /小计|购置(?:费)?(?:及|和|与)运行|购置、运行|^公务用车(?:费|经费)?$/],
  ['abroad', /出国|出境/],
  ['reception', /接待/],
  ['purchase', /购置(?:费)?$/],
  ['running', /运行(?:维护)?费?$/],
  ['total', /合计|^“?三公”?经费(?:总额|总计)?$/],
]

const itemOf = (words: string): Item | null => ITEM_WORDS.find(([, pattern]) => pattern.test(words))?.[0] ?? null

/** Every sum that does not hold, whether the items stand across or down, once or for several years side by side. */
export function threePublicGridFaults(grid: Grid): ThreePublicFault[] {
  const across = segments(grid)
  const told = across.length > 0 ? grid.rows.flatMap((row) => across.map((part) => cellsAt(row, part))) : down(grid)
  return told.flatMap((cells) => faultsIn(grid, cells))
}

/** Columns of each year or kind: a new one begins where an item comes again. */
function segments(grid: Grid): (readonly (readonly [Item, number])[])[] {
  const parts: [Item, number][][] = []
  grid.columns.forEach((words, at) => {
    const item = itemOf(words)
    if (item === null) return
    if (parts.length === 0 || parts.at(-1)!.some(([known]) => known === item)) parts.push([])
    parts.at(-1)!.push([item, at])
  })
  return parts.filter((part) => part.length >= 3)
}

const cellsAt = (row: readonly GridCell[], part: readonly (readonly [Item, number])[]): Cells =>
  Object.fromEntries(part.flatMap(([item, at]) => (row[at] ? [[item, row[at]]] : [])))

/** Items down the first column: the cells of each further column. */
function down(grid: Grid): Cells[] {
  const items = grid.rows.map((row) =>
    itemOf(
      tight(row[0]!.raw)
        .replace(/^其中[:：]?/, '')
        .replace(/^[（(]?[一二三四五\d]{1,2}[)）、.．]+(?=.)/, ''),
    ),
  )
  const known = items.filter((item) => item !== null)
  if (known.length < 3 || new Set(known).size < known.length) return []
  return grid.columns.slice(1).flatMap((words, at) => {
    if (/增减|比上年|变动|比例|率|说明|备注/.test(words)) return []
    return [Object.fromEntries(grid.rows.flatMap((row, index) => (items[index] && row[at + 1] ? [[items[index], row[at + 1]]] : [])))]
  })
}

function faultsIn(grid: Grid, cells: Cells): ThreePublicFault[] {
  const faults: ThreePublicFault[] = []
  const amount = (item: Item): Amount | null => amountIn(grid, cells[item])
  const [cars, purchase, running] = [amount('cars'), amount('purchase'), amount('running')]
  if (cars && purchase && running && compareSum([purchase, running], cars) === 'broken')
    faults.push({ cell: cells.cars!, wrong: `公务用车购置及运行费${inWan(cars.fen)}，购置加运行为${inWan(sumOf([purchase, running]))}` })
  const [total, abroad, reception] = [amount('total'), amount('abroad'), amount('reception')]
  const vehicles = cars ? [cars] : [purchase, running].filter((part): part is Amount => part !== null)
  if (total && abroad && reception && vehicles.length > 0 && compareSum([abroad, ...vehicles, reception], total) === 'broken')
    faults.push({ cell: cells.total!, wrong: `“三公”经费合计${inWan(total.fen)}，各项相加为${inWan(sumOf([abroad, ...vehicles, reception]))}` })
  return faults
}
