import { parentPort, workerData } from 'node:worker_threads'
import exceljs from 'exceljs'
import type { ReceiptSheetRows } from '../../../contract/case-batch.ts'
import { accepted, type Result } from '../../../rules/refusal.ts'
import { sourceBlocks } from '../disclosure/public.ts'
import type { SheetJob } from './receipt-sheet.ts'

/** As many rows as one batch is likely to have are formatted. */
const formatted = 500

/** Every cell is text, so that no spreadsheet shortens a number of eighteen digits; what is a choice is chosen from a list. */
async function draw({ name, columns }: Extract<SheetJob, { job: 'draw' }>): Promise<Uint8Array> {
  const book = new exceljs.Workbook()
  // A sheet's name holds 31 characters and none of these.
  const sheet = book.addWorksheet(name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31), { views: [{ state: 'frozen', xSplit: 1, ySplit: 1 }] })
  sheet.columns = columns.map(({ title, required }) => ({
    header: required ? `${title}*` : title,
    width: Math.min(40, Math.max(12, [...title].length * 2 + 4)),
    style: { numFmt: '@' },
  }))
  sheet.getRow(1).font = { bold: true }
  columns.forEach(({ hint, options }, n) => {
    if (hint) sheet.getCell(1, n + 1).note = hint
    const list = `"${options.join(',')}"`
    // A list inside a rule holds 255 characters and no comma of its own.
    if (options.length === 0 || list.length > 255 || options.some((option) => option.includes(','))) return
    for (let row = 2; row <= formatted; row++)
      sheet.getCell(row, n + 1).dataValidation = { type: 'list', allowBlank: true, formulae: [list], showErrorMessage: false }
  })
  return new Uint8Array(await book.xlsx.writeBuffer())
}

async function read(bytes: Uint8Array): Promise<Result<ReceiptSheetRows>> {
  const blocks = await sourceBlocks(bytes)
  if (!blocks.ok) return blocks
  const tables = new Map<number, { rows: { line: number; cells: string[] }[] }>()
  for (const block of blocks.value) {
    if (block.kind !== 'row') continue
    const table = tables.get(block.table) ?? { rows: [] }
    tables.set(block.table, table)
    table.rows.push({ line: block.line, cells: block.cells.flatMap(({ text, span = 1 }) => [text, ...Array.from({ length: span - 1 }, () => '')]) })
  }
  return accepted({ tables: [...tables.values()] })
}

const job = workerData as SheetJob
parentPort!.postMessage(job.job === 'draw' ? await draw(job) : await read(job.bytes))
