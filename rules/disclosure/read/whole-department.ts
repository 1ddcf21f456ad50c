import type { DisclosureTable, TextLeaf } from '../document.ts'
import { formLabel } from './form-words.ts'
import { readTable } from './generic-table.ts'
import { isEmptyRow, lineLeaves, type Row, type Token } from './token.ts'

/** What a table on the whole department (部门整体支出绩效目标表) holds: its goals, and the rest as it stands. */
export interface WholeDepartment {
  readonly goals: readonly TextLeaf[]
  readonly table: DisclosureTable | null
}

/** The data have no indicators of a department, so these stay a table; its goals join the department's. */
export function readWholeDepartment(rows: readonly Row[], title: Token | null, unit: Token | null): WholeDepartment {
  const goals: TextLeaf[] = []
  const rest: Row[] = []
  let below: number | null = null
  let inGoals = false
  for (const row of rows) {
    if (isEmptyRow(row)) continue
    const labels = row.tokens.map(formLabel)
    const at = labels.indexOf('goals')
    const filled = row.tokens.filter((token) => token.key !== '')
    if (at >= 0 && filled.every((_, index) => labels[row.tokens.indexOf(filled[index]!)] !== null)) {
      // 年度总体目标 | 预期目标 | 实际完成情况, the texts standing below.
      below = Math.max(at, labels.lastIndexOf('goals'))
      markWords(row)
      continue
    }
    if (below !== null && labels.every((label) => label === null)) {
      const cell = row.tokens[below]
      if (cell) goals.push(...lineLeaves(cell))
      for (const token of row.tokens) token.used = true
      below = null
      continue
    }
    below = null
    if (at >= 0) {
      markWords(row)
      for (const token of row.tokens.slice(at + 1)) goals.push(...lineLeaves(token))
      inGoals = true
    } else if (inGoals && row.tokens[0]!.key === '' && filled.length === 1 && labels.every((label) => label === null))
      goals.push(...lineLeaves(filled[0]!))
    else {
      inGoals = false
      rest.push(row)
    }
  }
  return { goals, table: rest.length > 0 ? readTable(rest, title, unit) : null }
}

function markWords(row: Row): void {
  for (const token of row.tokens) if (token.key === '' || formLabel(token) !== null) token.used = true
}
