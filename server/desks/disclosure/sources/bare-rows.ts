import { isFormWord, labelOf } from '../../../../rules/disclosure/read/form-words.ts'
import { key } from '../../../../rules/disclosure/read/plain-words.ts'
import { type Chain, type Column, mayBeMerged, overlap, type Pieces, piecesOf, type Run } from './bare-cells.ts'
import type { PrintedRow } from './pdf-text.ts'

/** One cell of a table without ruled lines: its text, how far it reaches across the page, and the middle of its lines down the page. */
export interface LooseCell extends Column {
  readonly text: string
  readonly y: number
  readonly top: number
  readonly bottom: number
  /** How wide its widest line and its last line are. */
  readonly widest: number
  readonly last: number
  readonly size: number
  /** True when it cannot be told which lines are this cell's. */
  readonly unsure: boolean
}
/** One row of such a table, put together from one printed line or several. */
export interface LooseRow {
  readonly cells: readonly LooseCell[]
  readonly y: number
  /** True for a row that nothing but the place of its text makes one. */
  readonly free: boolean
}
/** The rows of a region; `centred` tells that cells stand in the middle of the rows they are merged over. */
export interface LooseRows {
  readonly rows: readonly LooseRow[]
  readonly centred: boolean
  /** How much speaks against each way of setting cells. */
  readonly against: Readonly<Record<Level, number>>
}

/** Where a row's cells are level: their first lines, or their middles. */
export type Level = 'top' | 'middle'
interface Anchor {
  readonly y: number
  readonly cells: LooseCell[]
}
/** The rows by one way of setting cells, and how much speaks against it. */
interface Reading {
  readonly rows: LooseRow[]
  readonly level: Level
  readonly against: number
}

/**
 * Printed lines of a table without ruled lines as rows of cells. What is certain (words of the form, amounts, texts that stand alone) makes the rows;
 * every other text must fall to them whole, its lines level with a row by their first or by their middle, as all cells of the table are.
 * Where that can be done in more ways than one the cell is unsure.
 */
export function looseRows(lines: readonly PrintedRow[], usual: Level | null = null): LooseRows {
  const all = readings(lines)
  const best = (level: Level): Reading | undefined => all.find((each) => each.level === level)
  const [top, middle] = [best('top')!, best('middle')!]
  const against = { top: top.against, middle: middle.against }
  const [liked, other] = usual === 'middle' || (usual === null && middle.against < top.against) ? [middle, top] : [top, middle]
  const chosen = other.against + (usual === null ? 0 : CLEARLY) < liked.against ? other : liked
  return { rows: chosen.rows, against, centred: chosen.level === 'middle' || middle.against === top.against }
}

/** How much more must speak against the way that the document's tables are set as a rule before one of them is read the other way. */
const CLEARLY = 8

/** The lines read in every way that cells may be set, the likeliest first. */
export function readings(lines: readonly PrintedRow[]): Reading[] {
  return piecesOf(lines)
    .flatMap((pieces) => LEVELS.map((level) => reading(pieces, level)))
    .sort((a, b) => a.against - b.against)
}

const LEVELS: readonly Level[] = ['top', 'middle']

function reading({ words, values, chains }: Pieces, level: Level): Reading {
  const at = (cell: LooseCell): number => (level === 'top' ? cell.top : cell.y)
  const cells = words.map((runs) => cellOf(runs, []))
  const merged = cells.filter((cell) => mayBeMerged(key(cell.text)))
  const alone = chains.filter(({ runs }) => runs.length === 1)
  const certain = [...cells.filter((cell) => !merged.includes(cell)), ...values.map((run) => cellOf([run], []))]
  const anchors: Anchor[] = []
  const near = (words.flat()[0] ?? values[0] ?? chains[0]?.runs[0])?.size ?? 10
  const tolerance = near * 0.22
  const anchorAt = (y: number): Anchor | undefined => anchors.find((each) => Math.abs(each.y - y) <= tolerance)
  const put = (cell: LooseCell): void => {
    const anchor = anchorAt(at(cell))
    if (anchor) anchor.cells.push(cell)
    else anchors.push({ y: at(cell), cells: [cell] })
  }
  for (const cell of certain) put(cell)
  // Texts that stand alone make a row where two of them are level.
  const single = new Set<Chain>()
  for (const chain of alone) {
    const y = chain.runs[0]!.y
    if (!anchorAt(y) && !alone.some((other) => other !== chain && Math.abs(other.runs[0]!.y - y) <= tolerance)) continue
    single.add(chain)
    put(cellOf(chain.runs, []))
  }
  anchors.sort((a, b) => a.y - b.y)
  let against = anchors.length
  anchors.forEach((anchor, index) => {
    const below = anchors[index + 1]
    if (below && Math.max(...anchor.cells.map(({ bottom }) => bottom)) >= Math.min(...below.cells.map(({ top }) => top))) against += 5
  })
  // The word beside goals, or above them, is level with them when it is merged over no other row.
  const labels = merged.map((cell): Anchor => ({ y: at(cell), cells: [cell] }))
  const free: LooseRow[] = []
  const placed = new Map<Anchor, LooseCell[]>()
  for (const chain of chains) {
    if (single.has(chain)) continue
    const blocks = partingOf(chain, anchors, labels, level, tolerance)
    if (!blocks) {
      against += 10
      const cell = { ...cellOf(chain.runs, chain.hard), unsure: true }
      free.push({ cells: [cell], y: cell.top, free: true })
      continue
    }
    for (const { from, to, anchor } of blocks) {
      const cell = cellOf(chain.runs.slice(from, to), chain.hard.slice(from, to))
      if (anchor) placed.set(anchor, [...(placed.get(anchor) ?? []), cell])
      else {
        // Texts that are level with one another are one row.
        const beside = free.findIndex(
          (row) => Math.abs(row.y - at(cell)) <= tolerance && row.cells.every((each) => !each.unsure && overlap(each, cell) <= 0),
        )
        if (beside >= 0) free[beside] = { ...free[beside]!, cells: [...free[beside]!.cells, cell] }
        else {
          against += 3
          free.push({ cells: [cell], y: at(cell), free: true })
        }
      }
    }
  }
  const rows: LooseRow[] = [
    ...anchors.map((anchor) => ({ cells: [...anchor.cells, ...(placed.get(anchor) ?? [])], y: anchor.y, free: false })),
    ...free,
  ]
  for (const label of labels) {
    const beside = placed.get(label)
    const own = rows.find((row) => !row.free && Math.abs(row.y - label.y) <= tolerance)
    if (beside) rows.push({ cells: [...label.cells, ...beside], y: label.y, free: false })
    else if (own) rows[rows.indexOf(own)] = { ...own, cells: [...own.cells, ...label.cells] }
    else rows.push({ cells: label.cells, y: label.y, free: true })
  }
  rows.sort((a, b) => a.y - b.y)
  return { rows: doubtedGoals(betweenTwo(rows)).map((row) => ({ ...row, cells: [...row.cells].sort((a, b) => a.left - b.left) })), level, against }
}

/** A label merged over rows and centred stands between them: it belongs to the last row above it that has room for it. */
function betweenTwo(rows: readonly LooseRow[]): LooseRow[] {
  const out: LooseRow[] = []
  rows.forEach((row, index) => {
    const [cell] = row.cells
    const label = row.free && row.cells.length === 1 && /^(budget|plan|goals)/.test(kindOf(cell!.text))
    const above = label && index + 1 < rows.length ? out.findLastIndex((each) => !each.free) : -1
    const room = above >= 0 && out.slice(above).every((each) => each.cells.every((other) => overlap(cell!, other) <= 0)) && asks(out[above]!, cell!)
    if (room) out[above] = { ...out[above]!, cells: [...out[above]!.cells, cell!] }
    else out.push(row)
  })
  return out
}

/** True for a row that the label may stand beside: one with words of the form; beside goals one that tells of goals. */
function asks({ cells }: LooseRow, label: LooseCell): boolean {
  return cells.some(({ text }) => (kindOf(label.text) === 'goals' ? labelOf(key(text)) === 'goals' : isFormWord(key(text))))
}

/** The texts above and below a label of goals that stands level with none of them: where each begins and ends cannot be told. */
function doubtedGoals(rows: readonly LooseRow[]): LooseRow[] {
  const doubtful = new Set<LooseRow>()
  rows.forEach((row, at) => {
    if (!row.free || row.cells.length !== 1 || kindOf(row.cells[0]!.text) !== 'goals') return
    for (let up = at - 1; up >= 0 && rows[up]!.free; up--) doubtful.add(rows[up]!)
    for (let down = at + 1; down < rows.length && rows[down]!.free; down++) doubtful.add(rows[down]!)
  })
  return rows.map((row) =>
    doubtful.has(row) ? { ...row, cells: row.cells.map((cell) => (isFormWord(key(cell.text)) ? cell : { ...cell, unsure: true })) } : row,
  )
}

interface Block {
  readonly from: number
  readonly to: number
  readonly anchor: Anchor | null
}

/** A chain parted into cells, each level with a row; the fewer stand free the better. Null when it cannot be done, or in several ways as well. */
function partingOf(chain: Chain, anchors: readonly Anchor[], labels: readonly Anchor[], level: Level, tolerance: number): Block[] | null {
  const { runs } = chain
  interface Way {
    readonly cost: number
    readonly ways: number
    readonly blocks: readonly Block[]
  }
  const known = new Map<string, Way | null>()
  const bottomOf = (index: number): number =>
    anchors[index] ? Math.max(...anchors[index].cells.map(({ bottom }) => bottom)) : Number.NEGATIVE_INFINITY
  const topOf = (index: number): number => (anchors[index] ? Math.min(...anchors[index].cells.map(({ top }) => top)) : Number.POSITIVE_INFINITY)
  const best = (from: number, above: number): Way | null => {
    if (from === runs.length) return { cost: 0, ways: 1, blocks: [] }
    const name = `${from} ${above}`
    if (known.has(name)) return known.get(name)!
    let found: Way | null = null
    const offer = (block: Block, cost: number, rest: Way | null): void => {
      if (!rest) return
      const whole = cost + rest.cost
      if (!found || whole < found.cost) found = { cost: whole, ways: rest.ways, blocks: [block, ...rest.blocks] }
      else if (whole === found.cost) found = { ...found, ways: found.ways + rest.ways }
    }
    for (let to = from + 1; to <= runs.length; to++) {
      const [first, last] = [runs[from]!, runs[to - 1]!]
      const y = level === 'top' ? first.y : (first.y + last.y) / 2
      const across = {
        left: Math.min(...runs.slice(from, to).map((run) => run.left)),
        right: Math.max(...runs.slice(from, to).map((run) => run.right)),
      }
      const index = anchors.findIndex((each) => Math.abs(each.y - y) <= tolerance)
      if (
        index > above &&
        first.y > bottomOf(index - 1) &&
        last.y < topOf(index + 1) &&
        anchors[index]!.cells.every((cell) => overlap(cell, across) <= 0)
      )
        offer({ from, to, anchor: anchors[index]! }, 0, best(to, index))
      const label = labels.find((each) => Math.abs(each.y - y) <= tolerance && each.cells[0]!.right < across.left)
      const between = anchors.every((each) => each.y < first.y - tolerance || each.y > last.y + tolerance)
      if (index < 0 && label && between) offer({ from, to, anchor: label }, 0, best(to, above))
      else if (index < 0 && between) offer({ from, to, anchor: null }, 1, best(to, above))
    }
    known.set(name, found)
    return found
  }
  const way = best(0, -1)
  return way && way.ways === 1 ? [...way.blocks] : null
}

function kindOf(text: string): string {
  return mayBeMerged(key(text)) ? (/目标/.test(text) ? 'goals' : /计划/.test(text) ? 'plan' : /资金|预算/.test(text) ? 'budget' : 'level') : ''
}

/** The text of a cell: its lines go on in one another but where one begins anew. */
function cellOf(runs: readonly Run[], hard: readonly boolean[]): LooseCell {
  const text = runs.map((run, index) => `${index > 0 && hard[index] ? '\n' : runs[index - 1]?.blank ? ' ' : ''}${run.text}`).join('')
  const [top, bottom] = [runs[0]!.y, runs.at(-1)!.y]
  const left = Math.min(...runs.map((run) => run.left))
  const widths = runs.map((run) => run.right - run.left)
  return {
    text,
    left,
    right: Math.max(...runs.map((run) => run.right)),
    y: (top + bottom) / 2,
    top,
    bottom,
    widest: Math.max(...widths),
    last: widths.at(-1)!,
    size: runs[0]!.size,
    unsure: false,
  }
}
