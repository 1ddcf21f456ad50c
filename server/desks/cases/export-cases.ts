import { Readable } from 'node:stream'
import { Worker } from 'node:worker_threads'
import { legTitles, lightTitles, permitTitles, phaseTitles } from '../../../contract/case-texts.ts'
import type { CaseRow } from '../../../contract/cases.ts'
import type { Database, Tx } from '../../platform/database/database.ts'
import { type ListAsked, listCases } from './case-list-view.ts'

type Names = ReadonlyMap<string, string>

const columns: readonly { readonly title: string; readonly width: number; readonly of: (row: CaseRow, offices: Names) => string | number | null }[] =
  [
    { title: '办件编号', width: 26, of: ({ number }) => number },
    { title: '事项', width: 30, of: ({ itemName }) => itemName },
    { title: '申请人', width: 30, of: ({ applicantName }) => applicantName },
    { title: '收件日期', width: 12, of: ({ receivedOn }) => receivedOn },
    { title: '状态', width: 12, of: ({ phase }) => phaseTitles[phase] },
    { title: '许可现状', width: 18, of: ({ permit }) => permit && permitTitles[permit] },
    { title: '环节', width: 12, of: ({ stepName }) => stepName },
    { title: '经办人', width: 12, of: ({ handler }) => handler?.name ?? null },
    { title: '科室', width: 18, of: ({ office }, offices) => offices.get(office) ?? office },
    { title: '当前时限', width: 12, of: ({ leg }) => leg && legTitles[leg] },
    { title: '承诺到期', width: 12, of: ({ promisedDue }) => promisedDue },
    { title: '法定到期', width: 12, of: ({ statutoryDue }) => statutoryDue },
    { title: '灯号', width: 10, of: ({ light }) => lightTitles[light] },
    { title: '补正逾期', width: 10, of: ({ supplementOverdue }) => (supplementOverdue ? '是' : null) },
    { title: '环节超时', width: 10, of: ({ stepOverdue }) => (stepOverdue ? '是' : null) },
    { title: '催办次数', width: 10, of: ({ reminders }) => reminders },
  ]

async function officeNames(tx: Tx, bureau: string): Promise<Names> {
  const { rows } = await tx.query<{ id: string; name: string }>('select id, name from office where bureau = $1', [bureau])
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** The most rows of one sheet: a spreadsheet holds about a million, and nobody reads as many. */
const most = 100_000
const page = 200

/**
 * The list as a spreadsheet, in the same order and under the same filters, streamed: pages are read as the reader takes them, and a worker thread writes,
 * so that neither the memory nor other requests feel a long list.
 */
export function exportCases(tx: Database, asked: ListAsked): Readable {
  const worker = new Worker(new URL('./export-worker.ts', import.meta.url))
  const out = new Readable({ read() {}, destroy: (error, done) => void worker.terminate().then(() => done(error)) })
  let taken = () => {}
  worker.on('message', (message: { chunk?: Uint8Array; ended?: true; taken?: true }) => {
    if (message.chunk) out.push(Buffer.from(message.chunk))
    if (message.taken) taken()
    if (message.ended) out.push(null)
  })
  worker.on('error', (error) => out.destroy(error instanceof Error ? error : new Error(String(error))))
  const send = (message: object): Promise<void> =>
    new Promise((resolve) => {
      taken = resolve
      worker.postMessage(message)
    })
  const write = async (): Promise<void> => {
    const offices = await officeNames(tx, asked.bureau)
    await send({ head: columns.map(({ title, width }) => ({ title, width })) })
    let after = asked.query.after
    for (let count = 0; count < most; ) {
      const { rows, next } = await listCases(tx, { ...asked, query: { ...asked.query, limit: page, ...(after === undefined ? {} : { after }) } })
      await send({ rows: rows.map((row) => columns.map(({ of }) => of(row, offices))) })
      count += rows.length
      if (next === null || out.destroyed) break
      after = next
    }
    await send({ end: true })
  }
  write().catch((error: unknown) => out.destroy(error instanceof Error ? error : new Error(String(error))))
  return out
}
