import { parse } from 'csv-parse/sync'
import { accountCodes } from '../../../data/account-codes/load-account-codes.ts'
import type { BudgetDocument } from '../../../rules/budget/budget-document.ts'
import { originalFaults, type OriginalFault } from '../../../rules/budget/original-faults.ts'
import { plainOf } from '../../../rules/budget/plain-of.ts'
import { publishedPassages } from '../../../rules/budget/published-passages.ts'
import { auditBudget } from '../../../rules/budget/read-composed.ts'
import { textsOfSource } from '../../../rules/budget/texts-of-source.ts'
import { auditDisclosure } from '../../../rules/disclosure/audit/audit-disclosure.ts'
import type { DisclosureDocument } from '../../../rules/disclosure/document.ts'
import { readDisclosure } from '../../../rules/disclosure/read/read-disclosure.ts'
import type { SourceBlock } from '../../../rules/disclosure/read/source-block.ts'
import { sourceLines } from '../../../rules/disclosure/read/source-lines.ts'
import { accepted, refused, type Result } from '../../../rules/refusal.ts'
import { cellAsWritten } from '../../platform/harmless-cell.ts'
import { sourceBlocks } from '../disclosure/public.ts'

export interface ReadBudget {
  readonly content: BudgetDocument
  /** What the audit finds in it, where it was read as the published original. */
  readonly faults: readonly OriginalFault[]
}

/**
 * Reads a budget document of any kind the disclosure desk reads, and our own CSV and JSON. An `original` keeps the wording it was published with, and
 * tells its faults. Refusals: those of the reader, `source-damaged` for a JSON file that is no document.
 */
export async function readBudgetFile(bytes: Uint8Array, name: string, original = false): Promise<Result<ReadBudget>> {
  if (/\.json$/i.test(name)) return readJson(bytes)
  const found = /\.csv$/i.test(name) ? csvBlocks(bytes) : await sourceBlocks(bytes)
  if (!found.ok) return found
  const blocks = found.value
  const document = readDisclosure(blocks)
  const plain = plainOf(document, textsOfSource(blocks))
  if (!original) return accepted({ content: plain, faults: [] })
  const content = { ...plain, asPublished: publishedPassages(blocks, document).asPublished }
  const before = auditDisclosure({ document, lines: sourceLines(blocks), accountCodes })
  return accepted({ content, faults: originalFaults({ blocks, document, content, before, after: auditBudget(content, accountCodes) }) })
}

function readJson(bytes: Uint8Array): Result<ReadBudget> {
  try {
    const read = JSON.parse(new TextDecoder().decode(bytes)) as DisclosureDocument
    return accepted({ content: plainOf(read), faults: [] })
  } catch {
    return refused('source-damaged')
  }
}

/** Records with one field are lines of text, others rows; an empty line parts tables. */
function csvBlocks(bytes: Uint8Array): Result<SourceBlock[]> {
  const blocks: SourceBlock[] = []
  let table = 1
  let line = 0
  let inTable = false
  let records: string[][]
  try {
    records = parse(Buffer.from(bytes), { bom: true, relax_column_count: true, skip_empty_lines: false }) as string[][]
  } catch {
    return refused('source-damaged')
  }
  for (const record of records) {
    line++
    const row = record.length > 1
    if (inTable && !row) table++
    inTable = row
    if (row) blocks.push({ kind: 'row', table, line, cells: record.map((text) => ({ text: cellAsWritten(text), line })) })
    else if ((record[0] ?? '').trim() !== '') blocks.push({ kind: 'line', line, text: cellAsWritten(record[0]!) })
  }
  return blocks.length === 0 ? refused('source-empty') : accepted(blocks)
}
