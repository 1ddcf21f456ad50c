import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { BatchAnswer } from '../../../../../contract/case-batch.ts'
import type { CaseAnswer } from '../../../../../contract/cases.ts'
import { applicantOf } from '../../../../../contract/receipt-form.ts'
import { type ReadSheetRow, readSheetRow, type SheetCells, type SheetColumn } from '../../../../../contract/receipt-sheet.ts'
import type { ServiceItem } from '../../../../../rules/service-item/item.ts'
import { call, Problem } from '../../../../api.ts'
import { backdating, type ReceiptDay } from '../receipt-day.tsx'
import { rowKey } from './row-key.ts'
import type { SheetRow } from './sheet-rows.ts'

/** `unanswered`: sent, but the answer never came. Sent again under its key it is taken in once. */
export type RowState = 'waiting' | 'sending' | 'unanswered' | 'done' | 'refused'

export interface BatchRow extends SheetRow {
  readonly id: number
  readonly read: ReadSheetRow
  readonly state: RowState
  readonly answer: CaseAnswer | null
  /** Taken in before this: the same row was sent in the last days. */
  readonly before: boolean
  /** Why it was refused. */
  readonly sentence: string
  /** How often the clerk said that it is another case in spite of an equal one. */
  readonly another: number
}

/** So many rows travel together: few enough that one sees it go on. */
const portion = 10

export const isReady = ({ state, read }: BatchRow): boolean =>
  state === 'unanswered' || ((state === 'waiting' || state === 'refused') && read.faults.size === 0)

/** The rows of one batch and their way to the book. */
export function useBatch(item: ServiceItem, columns: readonly SheetColumn[], day: ReceiptDay) {
  const client = useQueryClient()
  const [rows, setRows] = useState<readonly BatchRow[]>([])
  const [halt, setHalt] = useState('')
  const [running, setRunning] = useState(false)
  const next = useRef(0)
  const latest = useRef(rows)
  const put = (write: (now: readonly BatchRow[]) => readonly BatchRow[]) => {
    latest.current = write(latest.current)
    setRows(latest.current)
  }
  const change = (id: number, part: Partial<BatchRow>) => put((now) => now.map((row) => (row.id === id ? { ...row, ...part } : row)))
  const fresh = ({ line, cells }: SheetRow): BatchRow => ({
    id: next.current++,
    line,
    cells,
    read: readSheetRow(item, columns, cells),
    state: 'waiting',
    answer: null,
    before: false,
    sentence: '',
    another: 0,
  })
  const send = useMutation({
    mutationFn: (applications: readonly object[]) => call<BatchAnswer>('/api/cases/at-counter/batch', { method: 'POST', body: { applications } }),
  })

  /** Rows that say the same are told apart by their order. */
  const keys = (): ReadonlyMap<number, string> => {
    const seen = new Map<string, number>()
    const about = [item.code, item.version, day.on]
    return new Map(
      latest.current.map(({ id, cells, another }) => {
        const bare = rowKey(about, cells, 0)
        const nth = seen.get(bare) ?? 0
        seen.set(bare, nth + 1)
        return [id, rowKey([...about, another], cells, nth)]
      }),
    )
  }
  const applicationOf = ({ read, id }: BatchRow, keyed: ReadonlyMap<number, string>) => ({
    key: keyed.get(id)!,
    item: item.code,
    itemVersion: item.version,
    ...applicantOf(read.applicant),
    answers: read.answers,
    materials: read.materials,
    consentsToElectronicService: read.electronic,
    ...backdating(day),
  })

  const run = async () => {
    if (running) return
    setRunning(true)
    setHalt('')
    const keyed = keys()
    for (let tried = new Set<number>(); ; ) {
      const part = latest.current.filter((row) => isReady(row) && !tried.has(row.id)).slice(0, portion)
      if (part.length === 0) break
      const going = new Set(part.map(({ id }) => id))
      tried = new Set([...tried, ...going])
      put((now) => now.map((row) => (going.has(row.id) ? { ...row, state: 'sending', sentence: '' } : row)))
      try {
        const { lines } = await send.mutateAsync(part.map((row) => applicationOf(row, keyed)))
        for (const { line, answer, refusal, replayed } of lines)
          change(
            part[line]!.id,
            answer ? { state: 'done', answer, before: replayed } : { state: 'refused', sentence: refusal?.sentence ?? '没有收成。' },
          )
      } catch (error) {
        // What the server said no to as a whole was not done; where no answer came, nobody knows.
        const unknown = !(error instanceof Problem) || error.status === 0 || error.status >= 500
        const sentence = error instanceof Error ? error.message : '没有收成。'
        for (const id of going) change(id, unknown ? { state: 'unanswered' } : { state: 'waiting' })
        setHalt(sentence)
        break
      }
    }
    setRunning(false)
    void client.invalidateQueries({ queryKey: ['cases'] })
    void client.invalidateQueries({ queryKey: ['case-counts'] })
  }

  return {
    rows,
    running,
    /** Why it stopped before the end; empty where it did not. */
    halt,
    run,
    add: (found: readonly SheetRow[]) => put((now) => [...now, ...found.map(fresh)]),
    write: (id: number, column: string, cell: string) =>
      put((now) =>
        now.map((row) => {
          if (row.id !== id) return row
          const cells: SheetCells = { ...row.cells, [column]: cell }
          return { ...row, cells, read: readSheetRow(item, columns, cells), state: 'waiting', sentence: '' }
        }),
      ),
    remove: (id: number) => put((now) => now.filter((row) => row.id !== id)),
    /** An equal row was taken in before, and this is another case all the same. */
    takeAnother: (id: number) =>
      put((now) => now.map((row) => (row.id === id ? { ...row, state: 'waiting', answer: null, before: false, another: row.another + 1 } : row))),
  }
}
