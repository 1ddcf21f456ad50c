import { Alert, Button, Progress } from 'antd'
import { useCallback, useMemo, useRef, useState } from 'react'
import { onPaper, sheetColumns } from '../../../../../contract/receipt-sheet.ts'
import type { ServiceItem } from '../../../../../rules/service-item/item.ts'
import { useLeavingWarning } from '../../../../ui/leaving-warning.ts'
import { useShortcuts } from '../../../../ui/shortcuts.ts'
import { lacksReason, ReceiptDayBoxes, receivedToday } from '../receipt-day.tsx'
import { BatchDone } from './batch-done.tsx'
import { RowCard } from './row-card.tsx'
import { SheetSource } from './sheet-source.tsx'
import { isReady, useBatch } from './use-batch.ts'

/** From the sheet to the receipts. Every row has its own answer; what is wrong is put right here. */
export function BatchOfItem({ item }: { readonly item: ServiceItem }) {
  const columns = useMemo(() => sheetColumns(item), [item])
  const [day, setDay] = useState(receivedToday)
  const [tried, setTried] = useState(false)
  const [faultyOnly, setFaultyOnly] = useState(false)
  const batch = useBatch(item, columns, day)
  const { rows, running, halt } = batch
  const done = rows.filter(({ state }) => state === 'done')
  const ready = rows.filter(isReady)
  const unanswered = rows.filter(({ state }) => state === 'unanswered').length
  const faulty = rows.filter(({ state, read }) => state === 'refused' || (state === 'waiting' && read.faults.size > 0))
  const open = rows.length - done.length
  const press = () => {
    setTried(true)
    if (lacksReason(day)) document.getElementById('because')?.focus()
    else if (ready.length > 0 && !running) void batch.run()
  }
  useShortcuts([{ key: 's', text: '收件', run: press }])
  useLeavingWarning(open > 0 && done.length > 0)
  // The row cards are drawn again only when their row changes.
  const latest = useRef(batch)
  latest.current = batch
  const write = useCallback((id: number, column: string, cell: string) => latest.current.write(id, column, cell), [])
  const remove = useCallback((id: number) => latest.current.remove(id), [])
  const takeAnother = useCallback((id: number) => latest.current.takeAnother(id), [])
  const files = item.materials.length - onPaper(item).length
  return (
    <>
      <SheetSource
        item={item}
        columns={columns}
        onRows={(found) => {
          batch.add(found)
          // A row to be filled here takes the focus.
          if (found.every(({ cells }) => Object.keys(cells).length === 0))
            requestAnimationFrame(() => document.querySelector<HTMLElement>('.batch-row:last-child .box')?.focus())
        }}
      />
      {rows.length > 0 && (
        <>
          <section className="panel">
            <div className="form-boxes">
              <ReceiptDayBoxes value={day} onChange={setDay} tried={tried} />
            </div>
            {files > 0 && <p className="quiet">这个事项有 {files} 项电子材料，表里不填，收件后在各件的页面上传。</p>}
          </section>
          <div className="batch-bar">
            <p role="status">
              共 {rows.length} 行：可以收 {ready.length - unanswered}
              {faulty.length > 0 && <span className="fault">，要改 {faulty.length}</span>}
              {unanswered > 0 && (
                <>
                  ，<span className="flagged">没有等到答复 {unanswered}</span>
                </>
              )}
              ，已收 {done.length}
            </p>
            {(running || done.length > 0) && (
              <Progress percent={Math.round((done.length / rows.length) * 100)} aria-label="收件进度" size="small" className="batch-progress" />
            )}
            {open > 0 && (
              <Button type="primary" loading={running} disabled={ready.length === 0} aria-keyshortcuts="s" onClick={press}>
                {done.length + unanswered > 0 ? `接着收（${ready.length} 件）` : `收件（${ready.length} 件）`}
                <kbd className="letter">s</kbd>
              </Button>
            )}
            {faulty.length > 0 && (
              <label className="tick-label">
                <input type="checkbox" checked={faultyOnly} onChange={(event) => setFaultyOnly(event.target.checked)} /> 只看要改的
              </label>
            )}
          </div>
          {halt && (
            <Alert
              type="error"
              showIcon
              role="alert"
              className="block"
              title={halt}
              description={`已收 ${done.length} 件，还有 ${ready.length} 件。排除后按“接着收”，已经收的不会重复。`}
            />
          )}
          {done.length > 0 && !running && <BatchDone rows={done} />}
          <ol className="batch-rows">
            {(faultyOnly && faulty.length > 0 ? faulty : rows).map((row) => (
              <RowCard key={row.id} row={row} columns={columns} write={write} remove={remove} takeAnother={takeAnother} />
            ))}
          </ol>
        </>
      )}
    </>
  )
}
