import type { DisclosureTable, TextLeaf } from '../document.ts'
import { declaredUnit, isNumeric } from './money-cell.ts'
import { isEmptyRow, leaf, type Row, textLeaf, type Token } from './token.ts'

/**
 * A table kept as it stands: title and unit (from the lines above or its own first rows), head rows down to the first row with a number,
 * and all further rows, every cell in its place. Heads that come again on a new page are left out.
 */
export function readTable(rows: readonly Row[], titleToken: Token | null, unitToken: Token | null): DisclosureTable | null {
  let title = titleToken
  let unit = unitToken
  let at = 0
  for (; at < rows.length; at++) {
    const filled = rows[at]!.tokens.filter((token) => token.key !== '')
    if (filled.length === 0) continue
    const declaring = filled.find((token) => declaredUnit(token.text) !== null && token.key.length < 20)
    if (declaring && filled.length <= 3 && !filled.some((token) => isNumeric(token.text))) {
      unit = declaring
      for (const token of filled) token.used = true
    } else if (filled.length === 1 && rows[at]!.tokens.length >= 1 && at < 3 && !isNumeric(filled[0]!.text) && !title) title = filled[0]!
    else break
  }
  const body = rows.slice(at).filter((row) => !isEmptyRow(row))
  if (body.length === 0) return null
  let headRows = body.findIndex((row) => row.tokens.some((token) => isNumeric(token.text)))
  if (headRows < 0) headRows = 1
  const head = body.slice(0, headRows)
  const seen = new Set(head.map(keys))
  const kept = body.slice(headRows).filter((row) => {
    const repeated = seen.has(keys(row))
    if (repeated) for (const token of row.tokens) token.used = true
    return !repeated
  })
  return {
    title: title ? leaf(title, title.text.trim()) : null,
    unit: unit ? leaf(unit, unitWord(unit)) : null,
    head: head.map((row) => row.tokens.map(cell)),
    rows: kept.map((row) => row.tokens.map(cell)),
  }
}

function keys(row: Row): string {
  return row.tokens.map((token) => token.key).join('|')
}

function cell(token: Token): TextLeaf {
  return textLeaf(token)
}

function unitWord(token: Token): string | null {
  return declaredUnit(token.text)
}
