import { Worker } from 'node:worker_threads'
import type { ReceiptSheetRows } from '../../../contract/case-batch.ts'
import { type SheetItem, sheetColumns } from '../../../contract/receipt-sheet.ts'
import type { Result } from '../../../rules/refusal.ts'

export type SheetJob =
  | { readonly job: 'draw'; readonly name: string; readonly columns: readonly DrawnColumn[] }
  | { readonly job: 'read'; readonly bytes: Uint8Array }

export interface DrawnColumn {
  readonly title: string
  readonly hint: string
  readonly required: boolean
  readonly options: readonly string[]
}

/** Spreadsheets are packed and unpacked in a thread of their own, so that nobody else at the counter waits. */
function inWorker<Answer>(job: SheetJob): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./receipt-sheet-worker.ts', import.meta.url), { workerData: job })
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`worker ended with ${code}`)))
  })
}

/** The empty sheet of applicants for an item, as XLSX. */
export const drawReceiptSheet = (item: SheetItem & { readonly name: string }): Promise<Uint8Array> =>
  inWorker({
    job: 'draw',
    name: item.name,
    columns: sheetColumns(item).map(({ title, hint, required, options }) => ({ title, hint, required, options })),
  })

/** The tables of a filled sheet, as texts. Refusals: those of the reader of office files. */
export const readReceiptSheet = (bytes: Uint8Array): Promise<Result<ReceiptSheetRows>> => inWorker({ job: 'read', bytes })
