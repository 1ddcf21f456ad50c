import { Button } from 'antd'
import { memo, useState } from 'react'
import { Link } from 'react-router'
import { applicantOf } from '../../../../../contract/receipt-form.ts'
import type { SheetColumn } from '../../../../../contract/receipt-sheet.ts'
import { nextBox } from '../next-box.ts'
import type { BatchRow } from './use-batch.ts'

interface Props {
  readonly row: BatchRow
  readonly columns: readonly SheetColumn[]
  readonly write: (id: number, column: string, cell: string) => void
  readonly remove: (id: number) => void
  readonly takeAnother: (id: number) => void
}

/** One application of a batch: who, how it stands, and what is wrong with it, each fault with its own box. */
export const RowCard = memo(function RowCard({ row, columns, write, remove, takeAnother }: Props) {
  const { id, line, read, state, cells } = row
  const [whole, setWhole] = useState(false)
  // A box that was opened by a fault stays while one types in it.
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set())
  const { applicant } = applicantOf(read.applicant)
  const open = state === 'waiting' || state === 'refused'
  const shown = columns.filter((column) => whole || touched.has(column.id) || read.faults.has(column.id))
  return (
    // biome-ignore lint/a11y/noNoninteractiveElementInteractions: Enter goes on from box to box, as in the form of one case
    <li
      className="batch-row"
      data-state={read.faults.size > 0 && open ? 'faulty' : state}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.nativeEvent.isComposing || !(event.target instanceof HTMLInputElement)) return
        event.preventDefault()
        nextBox(event.currentTarget, event.target)
      }}
    >
      <div className="batch-row-head">
        <span className="quiet">第 {line} 行</span>
        <strong>{applicant.name ?? '（没有写名称）'}</strong>
        <span className="quiet">{[applicant.idNumber, applicant.phone].filter(Boolean).join('　')}</span>
        {open && read.missing.length > 0 && (
          <span className="flagged" title={read.missing.join('、')}>
            缺 {read.missing.length} 项必交材料
          </span>
        )}
        <span className="batch-row-state" role="status">
          <Standing row={row} />
        </span>
        {open && (
          <span className="batch-row-tools">
            <Button size="small" type="link" aria-expanded={whole} onClick={() => setWhole(!whole)}>
              {whole ? '收起' : '看全部'}
            </Button>
            <Button size="small" type="link" aria-label={`第 ${line} 行不收`} onClick={() => remove(id)}>
              不收
            </Button>
          </span>
        )}
        {state === 'done' && row.before && (
          <Button size="small" type="link" onClick={() => takeAnother(id)}>
            这是另一件，再收
          </Button>
        )}
      </div>
      {row.sentence && (
        <p className="fault" role="alert">
          ⚠ {row.sentence}
        </p>
      )}
      {open && shown.length > 0 && (
        <div className="form-boxes">
          {shown.map((column) => (
            <Cell
              key={column.id}
              box={`row-${id}-${column.id}`}
              column={column}
              value={cells[column.id] ?? ''}
              fault={read.faults.get(column.id)}
              onChange={(cell) => {
                setTouched((now) => (now.has(column.id) ? now : new Set(now).add(column.id)))
                write(id, column.id, cell)
              }}
            />
          ))}
        </div>
      )}
    </li>
  )
})

function Standing({ row: { state, read, answer, before } }: { readonly row: BatchRow }) {
  if (state === 'done' && answer)
    return (
      <>
        {before ? '以前收过 ' : '已收 '}
        <Link to={`/cases/${answer.id}`} target="_blank" className="number">
          {answer.number}
        </Link>
      </>
    )
  if (state === 'sending') return '正在收'
  if (state === 'unanswered') return <span className="flagged">没有等到答复</span>
  if (read.faults.size > 0) return <span className="fault">{read.faults.size} 处要改</span>
  return state === 'refused' ? <span className="fault">没有收成</span> : <span className="good">可以收</span>
}

interface CellProps {
  readonly box: string
  readonly column: SheetColumn
  readonly value: string
  readonly fault: string | undefined
  readonly onChange: (cell: string) => void
}

function Cell({ box, column, value, fault, onChange }: CellProps) {
  const list = column.options.length > 0 ? `${box}-list` : undefined
  const told = [fault ? `${box}-fault` : '', column.hint ? `${box}-hint` : ''].filter(Boolean).join(' ')
  return (
    <div className="form-box">
      <label className="label" htmlFor={box}>
        {column.title}
      </label>
      <input
        id={box}
        className="box"
        value={value}
        autoComplete="off"
        aria-invalid={fault !== undefined}
        aria-describedby={told || undefined}
        {...(list ? { list } : {})}
        onChange={(event) => onChange(event.target.value)}
      />
      {list && (
        <datalist id={list}>
          {column.options.map((option) => (
            <option key={option} value={option} />
          ))}
        </datalist>
      )}
      {fault ? (
        <p id={`${box}-fault`} className="fault hint">
          ⚠ {fault}
        </p>
      ) : (
        column.hint && (
          <p id={`${box}-hint`} className="quiet hint">
            {column.hint}
          </p>
        )
      )}
    </div>
  )
}
