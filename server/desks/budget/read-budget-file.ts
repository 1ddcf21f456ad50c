import { parse } from 'csv-parse/sync'
import { accountCodes } from '../../../data/account-codes/load-account-codes.ts'
import type { BudgetDocument } from '../../../rules/budget/budget-document.ts'
import { plainOf } from '../../../rules/budget/plain-of.ts'
import { auditBudget } from '../../../rules/budget/read-composed.ts'
import { textsOfSource } from '../../../rules/budget/texts-of-source.ts'
import { auditDisclosure } from '../../../rules/disclosure/audit/audit-disclosure.ts'
import type { DisclosureDocument } from '../../../rules/disclosure/document.ts'
import type { Finding } from '../../../rules/disclosure/audit/finding.ts'
import { readDisclosure } from '../../../rules/disclosure/read/read-disclosure.ts'
import type { SourceBlock } from '../../../rules/disclosure/read/source-block.ts'
import { sourceLines } from '../../../rules/disclosure/read/source-lines.ts'
import { accepted, refused, type Result } from '../../../rules/refusal.ts'
import { sourceBlocks } from '../disclosure/public.ts'

export interface ReadBudget {
  readonly content: BudgetDocument
  /** What the audit finds in the file and no longer in the document that would be printed from the data: faults of wording and form. */
  readonly leftOut: readonly { readonly path: string; readonly was: string; readonly reason: string }[]
}

/**
 * Reads a budget document of any kind the disclosure desk reads, and our own CSV and JSON. Refusals: those of the reader, `source-damaged` for a
 * JSON file that is no document.
 */
export async function readBudgetFile(bytes: Uint8Array, name: string): Promise<Result<ReadBudget>> {
  if (/\.json$/i.test(name)) return readJson(bytes)
  const blocks = /\.csv$/i.test(name) ? csvBlocks(bytes) : await sourceBlocks(bytes)
  if (!blocks.ok) return blocks
  const document = readDisclosure(blocks.value)
  const content = plainOf(document, textsOfSource(blocks.value))
  const before = auditDisclosure({ document, lines: sourceLines(blocks.value), accountCodes })
  return accepted({ content, leftOut: leftOut(before, auditBudget(content, accountCodes)) })
}

function readJson(bytes: Uint8Array): Result<ReadBudget> {
  try {
    const read = JSON.parse(new TextDecoder().decode(bytes)) as DisclosureDocument
    return accepted({ content: plainOf(read), leftOut: [] })
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
    if (row) blocks.push({ kind: 'row', table, line, cells: record.map((text) => ({ text, line })) })
    else if ((record[0] ?? '').trim() !== '') blocks.push({ kind: 'line', line, text: record[0]! })
  }
  return blocks.length === 0 ? refused('source-empty') : accepted(blocks)
}

/** Findings of the file beyond those that its data alone has, rule by rule. */
function leftOut(before: readonly Finding[], after: readonly Finding[]): ReadBudget['leftOut'] {
  const stays = new Map<string, number>()
  for (const { rule } of after) stays.set(rule, (stays.get(rule) ?? 0) + 1)
  const quotes = new Map<string, number>()
  for (const { rule, quote } of after) quotes.set(`${rule} ${quote}`, (quotes.get(`${rule} ${quote}`) ?? 0) + 1)
  const unmatched = before.filter(({ rule, quote }) => {
    const key = `${rule} ${quote}`
    const left = quotes.get(key) ?? 0
    if (left === 0) return true
    quotes.set(key, left - 1)
    stays.set(rule, stays.get(rule)! - 1)
    return false
  })
  return unmatched.flatMap(({ rule, line, quote, message }) => {
    const left = stays.get(rule) ?? 0
    stays.set(rule, left - 1)
    // The same fault, quoted otherwise.
    return left > 0 ? [] : [{ path: `第${line}行 ${rule}`, was: quote, reason: `按统一格式重新排版，不再保留。${message}` }]
  })
}
