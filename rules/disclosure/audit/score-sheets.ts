import type { DisclosureDocument, Place } from '../document.ts'
import type { SourceLine } from './input.ts'
import { tight } from './leaves.ts'

export interface ScoreCell {
  readonly raw: string
  readonly value: number | null
  readonly place: Place
}

export interface ScoreRow {
  readonly label: string
  readonly target: ScoreCell | null
  readonly actual: ScoreCell | null
  readonly weight: ScoreCell | null
  readonly score: ScoreCell | null
  readonly isTotal: boolean
}

interface ExecutionRow {
  readonly label: string
  readonly budget: ScoreCell | null
  readonly spent: ScoreCell | null
  readonly rate: ScoreCell | null
  readonly weight: ScoreCell | null
  readonly score: ScoreCell | null
}

/** A self-evaluation sheet (绩效自评表): what was spent, and the points of each indicator. */
export interface ScoreSheet {
  readonly execution: readonly ExecutionRow[]
  readonly rows: readonly ScoreRow[]
}

interface SheetLine {
  readonly line: number
  /** The line of each cell, where they differ. */
  readonly lines?: readonly number[]
  readonly cells: readonly string[]
}

function numberIn(raw: string): number | null {
  const body = tight(raw)
    .replaceAll(',', '')
    .replaceAll('，', '')
    .replace(/分$/, '')
    .replace(/[%％]$/, '')
  return /^-?\d+(?:\.\d+)?$/.test(body) ? Number(body) : null
}

const cellAt = (row: SheetLine, at: number): ScoreCell | null =>
  at < 0 || at >= row.cells.length
    ? null
    : { raw: row.cells[at]!.trim(), value: numberIn(row.cells[at]!), place: row.lines ? { line: row.lines[at]! } : { line: row.line, cell: at } }

/** One cell a line: cells on lines that follow each other are one row, an empty line ends it. */
function stackedRows(lines: readonly SourceLine[]): SheetLine[] {
  const rows: { line: number; lines: number[]; cells: string[] }[] = []
  for (const { line, cells } of lines) {
    if (cells?.length !== 1) continue
    const last = rows.at(-1)
    if (last && last.lines.at(-1) === line - 1) {
      last.cells.push(cells[0]!)
      last.lines.push(line)
    } else rows.push({ line, lines: [line], cells: [cells[0]!] })
  }
  return rows.filter((row) => row.cells.length > 2)
}

/** Rows of tables in order: from the kept tables, and from the lines where a form was read as a project. */
function sheetLines(document: DisclosureDocument, lines: readonly SourceLine[]): SheetLine[] {
  const rows: SheetLine[] = []
  for (const { line, cells } of lines) if (cells && cells.length > 2) rows.push({ line, cells })
  if (rows.length > 0) return rows
  const stacked = stackedRows(lines)
  if (stacked.length > 0) return stacked
  return document.tables.flatMap((table) =>
    [...table.head, ...table.rows].flatMap((row) => (row[0] ? [{ line: row[0].place.line, cells: row.map((leaf) => leaf.raw) }] : [])),
  )
}

const HEADS = {
  budget: /^全年预算数|^调整后预算数/,
  spent: /执行数/,
  rate: /执行率/,
  weight: /^(?:分值|权重)/,
  score: /^(?:得分|自评得分)$/,
  target: /^(?:年度|预期)?指标值$/,
  actual: /^(?:实际|全年)(?:完成|实现)(?:值|情况)$/,
} as const satisfies Readonly<Record<string, RegExp>>
type Heads = Record<keyof typeof HEADS, number>
const HEAD_NAMES = Object.keys(HEADS) as (keyof Heads)[]
const NO_HEADS: Heads = { budget: -1, spent: -1, rate: -1, weight: -1, score: -1, target: -1, actual: -1 }
/** No sheet begins without one of these words. Most documents have neither, and are not looked at any closer. */
const OF_A_HEAD = /得\s*分|执\s*行\s*数/

/** Where the heads stand in a row; -1 for one that is not there or stands twice. */
function headsOf(cells: readonly string[]): Heads {
  if (!cells.some((cell) => OF_A_HEAD.test(cell))) return NO_HEADS
  const heads: Heads = { ...NO_HEADS }
  const words = cells.map(tight)
  for (const name of HEAD_NAMES) {
    const at = words.findIndex((word) => HEADS[name].test(word))
    if (at === words.findLastIndex((word) => HEADS[name].test(word))) heads[name] = at
  }
  return heads
}

/** The sheets of a document; `scored` are the lines that may be a head's. A row counts only while it is as wide as the head above it. */
export function scoreSheets(document: DisclosureDocument, lines: readonly SourceLine[], scored: readonly SourceLine[]): ScoreSheet[] {
  const inTable = ({ cells, text }: SourceLine): boolean => cells !== undefined || text.startsWith('\t')
  if (lines.length > 0 && !scored.some((line) => inTable(line) && OF_A_HEAD.test(line.text))) return []
  const sheets: { execution: ExecutionRow[]; rows: ScoreRow[] }[] = []
  let sheet: { execution: ExecutionRow[]; rows: ScoreRow[] } | null = null
  let mode: 'none' | 'execution' | 'points' = 'none'
  let width = 0
  let at = NO_HEADS
  for (const row of sheetLines(document, lines)) {
    const heads = headsOf(row.cells)
    if (heads.budget >= 0 && heads.spent >= 0) {
      sheet = { execution: [], rows: [] }
      sheets.push(sheet)
      ;[mode, at, width] = ['execution', heads, row.cells.length]
      continue
    }
    if (heads.weight >= 0 && heads.score >= 0 && row.cells.some((cell) => /指标/.test(cell))) {
      if (!sheet || mode === 'points') {
        sheet = { execution: [], rows: [] }
        sheets.push(sheet)
      }
      ;[mode, at, width] = ['points', heads, row.cells.length]
      continue
    }
    if (mode === 'none' || !sheet || row.cells.length !== width) {
      // A total row is often merged: label, weight and score alone.
      if (mode === 'points' && sheet && /^(?:总分|合计|总计)/.test(tight(row.cells[0] ?? ''))) takeMergedTotal(sheet, row)
      else if (mode === 'execution') mode = 'none'
      continue
    }
    const label = tight(row.cells.find((cell) => /\p{Script=Han}/u.test(cell)) ?? '')
    if (mode === 'execution')
      sheet.execution.push({
        label,
        budget: cellAt(row, at.budget),
        spent: cellAt(row, at.spent),
        rate: cellAt(row, at.rate),
        weight: cellAt(row, at.weight),
        score: cellAt(row, at.score),
      })
    else
      sheet.rows.push({
        label,
        target: cellAt(row, at.target),
        actual: cellAt(row, at.actual),
        weight: cellAt(row, at.weight),
        score: cellAt(row, at.score),
        isTotal: /^(?:总分|合计|总计)/.test(label),
      })
  }
  return sheets.filter((one) => one.execution.length + one.rows.length > 0)
}

function takeMergedTotal(sheet: { rows: ScoreRow[] }, row: SheetLine): void {
  const numbers = row.cells.flatMap((_, at) => (numberIn(row.cells[at]!) === null ? [] : [at]))
  if (numbers.length === 2)
    sheet.rows.push({
      label: tight(row.cells[0]!),
      target: null,
      actual: null,
      weight: cellAt(row, numbers[0]!),
      score: cellAt(row, numbers[1]!),
      isTotal: true,
    })
}
