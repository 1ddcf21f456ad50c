import { PassThrough } from 'node:stream'
import { parentPort } from 'node:worker_threads'
import exceljs from 'exceljs'

/** Writes a spreadsheet from rows as they come, off the main thread. `{ head }` opens it, `{ rows }` adds, `{ end }` closes; bytes go back as they are made. */
interface Message {
  readonly head?: readonly { readonly title: string; readonly width: number }[]
  readonly rows?: readonly (readonly (string | number | null)[])[]
  readonly end?: true
}

const port = parentPort!
const bytes = new PassThrough()
bytes.on('data', (chunk: Buffer) => port.postMessage({ chunk: new Uint8Array(chunk) }))
bytes.on('end', () => port.postMessage({ ended: true }))
const book = new exceljs.stream.xlsx.WorkbookWriter({ stream: bytes, useStyles: true })
const sheet = book.addWorksheet('办件', { views: [{ state: 'frozen', ySplit: 1 }] })

port.on('message', async ({ head, rows, end }: Message) => {
  if (head) {
    sheet.columns = head.map(({ title, width }) => ({ header: title, width }))
    sheet.getRow(1).font = { bold: true }
    sheet.getRow(1).commit()
  }
  // Text goes in as text: a name that looks like a formula stays a name.
  for (const row of rows ?? []) sheet.addRow([...row]).commit()
  if (end) {
    sheet.commit()
    await book.commit()
  }
  port.postMessage({ taken: true })
})
