import type { FormLabel } from './form-label.ts'
import { indicatorHead } from './indicator-rows.ts'
import { isPlanHead } from './plan-rows.ts'
import { formLabel, isFormWord, isLevel1, isLevel2, MONTHS } from './form-words.ts'
import { isNumeric } from './money-cell.ts'
import { lineWords } from './line-words.ts'
import { partOf, type Row, type Token } from './token.ts'

const HEAD: readonly FormLabel[] = ['indicatorGroup', 'level1', 'level2', 'level3', 'description', 'target', 'basis', 'operator', 'measure']

const SINGLE: readonly FormLabel[] = ['code', 'name', 'unit', 'unitCode', 'total', 'fiscal', 'other', 'ignored']

/**
 * Gives a form that came without its rows (one cell a line, or the whole form on one line) rows again, by its own words.
 * Rows from real tables stay as they are. Rows made here have no `table`: their cells may have been lost, so they are not read by position.
 */
export function regrouped(rows: readonly Row[]): Row[] {
  const out: Row[] = []
  let run: Token[] = []
  let inIndicators = false
  const printed = rows.some((row) => row.printed)
  const flush = (): void => {
    const made = group(printed ? mended(run) : run, inIndicators)
    inIndicators = made.inIndicators
    for (const row of made.rows) out.push(row)
    run = []
  }
  for (const row of rows) {
    if (row.table === undefined) for (const token of row.tokens) run.push(...(lineWords(token) ?? [token]))
    else if (holdsBlocks(row)) run.push(...row.tokens)
    else {
      flush()
      out.push(row)
    }
  }
  flush()
  return out
}

/** Words of the form put together again that the end of a line broke: 指标值确定依 / 据, with the other cells of the row between. */
function mended(tokens: readonly Token[]): Token[] {
  const out = [...tokens]
  for (let at = 0; at < out.length; at++) {
    const first = out[at]!
    if (isFormWord(first.key) || first.key.length > 9) continue
    for (let rest = at + 1; rest <= at + 4 && rest < out.length; rest++) {
      const second = out[rest]!
      if (second.key.length > 6 || isFormWord(second.key) || !isFormWord(first.key + second.key)) continue
      const whole = partOf(first, first.text.trim() + second.text.trim())
      first.parts = [whole]
      second.used = true
      out[at] = whole
      out.splice(rest, 1)
      break
    }
  }
  return out
}

/** True for a row that holds a whole form: its first words, and the months or the head of its indicators behind them. */
function holdsBlocks(row: Row): boolean {
  if (row.tokens.length < 12) return false
  const labels = row.tokens.map(formLabel)
  if (!labels.includes('name') && !labels.includes('code')) return false
  return isPlanHead(labels) || indicatorHead(row) !== null
}

function group(tokens: readonly Token[], started: boolean): { rows: Row[]; inIndicators: boolean } {
  const labels = tokens.map(formLabel)
  const rows: Row[] = []
  let inIndicators = started
  const push = (from: number, to: number): void => {
    if (to > from) rows.push({ tokens: tokens.slice(from, to), line: tokens[from]!.line, table: undefined })
  }
  let at = 0
  while (at < tokens.length) {
    const head = headEnd(labels, at)
    if (head > at) {
      push(at, head)
      at = head
      inIndicators = true
      continue
    }
    const plan = planEnd(tokens, labels, at)
    if (plan > at) {
      push(at, plan)
      const values = until(tokens, labels, plan)
      push(plan, values)
      at = values
      inIndicators = false
      continue
    }
    if (labels[at] !== null && labels[at] !== 'ignored') inIndicators = false
    // Lines out of order: an indicator may come before the head of its table.
    else if (labels[at] === null && (isLevel1(tokens[at]!.key) || isLevel2(tokens[at]!.key))) inIndicators = true
    const pair = expectedAndDone(labels, at)
    if (pair > at) {
      // With more than a text for each it cannot be told where the one ends and the other begins: then none is taken.
      const texts = until(tokens, labels, pair)
      push(pair - 2, pair)
      tokens[at]!.used = true
      push(pair, texts)
      at = texts
      continue
    }
    const run = inIndicators ? at : labelRun(labels, at)
    if (run - at > 1) {
      // Words one after another and their values behind them, as columns come out of a page.
      const values = until(tokens, labels, run)
      push(at, run)
      push(run, values)
      at = values
      continue
    }
    const end = rowEnd(tokens, labels, at, inIndicators)
    push(at, end)
    at = end
  }
  return { rows, inIndicators }
}

/** End of a run of words that ask for one value each. 绩效目标 may have many, and so stands alone. */
function labelRun(labels: readonly (FormLabel | null)[], from: number): number {
  let end = from
  while (end < labels.length && SINGLE.includes(labels[end] as FormLabel)) end++
  return end
}

function rowEnd(tokens: readonly Token[], labels: readonly (FormLabel | null)[], at: number, inIndicators: boolean): number {
  if (!inIndicators) return labels[at] === null ? at + 1 : until(tokens, labels, at + 1)
  if (labels[at] === null) return Math.max(indicatorEnd(tokens, labels, at), at + 1)
  // 总分 and its points, down to the next level word.
  let end = at + 1
  while (end < tokens.length && labels[end] === null && !isLevel1(tokens[end]!.key) && !isLevel2(tokens[end]!.key)) end++
  return end
}

/** End of 预期目标, 实际完成情况: one text stands under each. */
function expectedAndDone(labels: readonly (FormLabel | null)[], from: number): number {
  let end = from
  while (labels[end] === 'goals') end++
  return end > from && labels[end] === 'ignored' && labels[end + 1] === null ? end + 1 : from
}

/** End of a run of head words in which at least two are of the indicator table. */
function headEnd(labels: readonly (FormLabel | null)[], from: number): number {
  let end = from
  let levels = 0
  for (; end < labels.length; end++) {
    const label = labels[end] ?? null
    if (label === null || !(HEAD.includes(label) || label === 'ignored')) break
    if (label === 'level1' || label === 'level2' || label === 'level3' || label === 'target') levels++
  }
  return levels >= 2 ? end : from
}

/** End of the months, with their shares where these stand between them. */
function planEnd(tokens: readonly Token[], labels: readonly (FormLabel | null)[], from: number): number {
  let end = from
  let months = 0
  if (labels[end] === 'planGroup') end++
  while (end < labels.length) {
    const label = labels[end] ?? null
    if (label !== null && MONTHS[label] !== undefined) months++
    else if (!(months > 0 && label === null && isNumeric(tokens[end]!.text) && isMonth(labels[end + 1]))) break
    end++
  }
  if (months < 2) return from
  const beside = labels[end - 2] === null && labels[end] === null && end < tokens.length && isNumeric(tokens[end]!.text)
  return beside ? end + 1 : end
}

function isMonth(label: FormLabel | null | undefined): boolean {
  return label != null && MONTHS[label] !== undefined
}

/** End of the values: the next label, or the first word of an indicator. */
function until(tokens: readonly Token[], labels: readonly (FormLabel | null)[], from: number): number {
  let end = from
  while (end < labels.length && labels[end] === null && !isLevel1(tokens[end]!.key) && !isLevel2(tokens[end]!.key)) end++
  return end
}

/** End of one indicator's cells: the next level word opens the next row. */
function indicatorEnd(tokens: readonly Token[], labels: readonly (FormLabel | null)[], from: number): number {
  let end = from
  let seen2 = false
  while (end < tokens.length && (labels[end] ?? null) === null) {
    const words = tokens[end]!.key
    const next = tokens[end + 1]?.key ?? ''
    const second = isLevel2(words) && !(isLevel1(words) && isLevel2(next))
    if (end > from && !second && isLevel1(words)) break
    if (second) {
      if (seen2 || (end > from && !(end === from + 1 && isLevel1(tokens[from]!.key)))) break
      seen2 = true
    }
    end++
  }
  return end
}
