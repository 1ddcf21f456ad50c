import type { DisclosureDocument } from '../document.ts'
import { closeForm, newReading, type Reading } from './reading.ts'
import type { SourceBlock } from './source-block.ts'
import { endChapter, takeLine } from './take-line.ts'
import { takeTable } from './take-table.ts'
import { isEmptyRow, type Row, rowsOf, type Token } from './token.ts'
import { totalsInTables } from './totals-in-tables.ts'

/**
 * Reads a department's published budget or final-account document from its lines and tables.
 * Never throws, never guesses: what is absent is null, what was seen where data was expected and not understood stands in `unread`.
 */
export function readDisclosure(blocks: readonly SourceBlock[]): DisclosureDocument {
  const rows = rowsOf(blocks)
  const reading = newReading()
  for (let at = 0; at < rows.length; ) {
    const row = rows[at]!
    if (row.table === undefined) {
      if (!isEmptyRow(row)) takeLine(reading, row)
      at++
      continue
    }
    let end = at
    while (end < rows.length && rows[end]!.table === row.table) end++
    takeTable(reading, rows.slice(at, end))
    at = end
  }
  endChapter(reading)
  closeForm(reading)
  return documentOf(reading, rows)
}

function documentOf(reading: Reading, rows: readonly Row[]): DisclosureDocument {
  const projects = reading.projects.length > 0 ? reading.projects : reading.listedProjects
  for (const project of projects) reading.head.unitCode(project.unitCode)
  const told = reading.totals.totals()
  const tabled = totalsInTables(reading.tables)
  const threePublic = reading.threePublic.years()
  return {
    document: reading.head.head(),
    institutions: reading.institutions,
    totals: {
      income: told.income ?? tabled.income,
      expenditure: told.expenditure ?? tabled.expenditure,
      basic: told.basic ?? tabled.basic,
      personnel: told.personnel ?? tabled.personnel,
      publicFunds: told.publicFunds ?? tabled.publicFunds,
      project: told.project ?? tabled.project,
    },
    operatingCost: reading.operatingCost,
    threePublic: threePublic.length > 0 ? threePublic : reading.threePublicYears,
    procurement: reading.purchases.length > 0 ? reading.purchases : reading.procurement.purchases(),
    assets: reading.assets,
    functionCodes: reading.codes,
    departmentGoals: reading.goals,
    safeguards: reading.safeguards,
    projects,
    tables: reading.tables,
    unread: unreadOf(rows),
  }
}

function unreadOf(rows: readonly Row[]): { line: number; text: string }[] {
  const unread: { line: number; text: string }[] = []
  const look = (token: Token): void => {
    if (token.unsure) unread.push({ line: token.line, text: token.unsure })
    if (token.parts) for (const part of token.parts) look(part)
    else if (!token.used && token.key !== '') unread.push({ line: token.line, text: token.text.trim() })
  }
  for (const row of rows) for (const token of row.tokens) look(token)
  return unread
}
