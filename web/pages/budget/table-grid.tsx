import { Button, Input } from 'antd'
import type { ClipboardEvent, KeyboardEvent } from 'react'
import type { PrintedTable } from '../../../rules/budget/budget-document.ts'
import { amountInCell, isAmountColumn } from '../../../rules/budget/public-tables.ts'
import { OnPaper } from '../../ui/on-paper.tsx'

interface Props {
  readonly table: PrintedTable
  readonly disabled: boolean
  readonly onChange: (rows: PrintedTable['rows']) => void
}

/** A table filled in cell by cell: Enter and the arrows go from row to row, a block copied from a spreadsheet is pasted from the cell on. */
export function TableGrid({ table, disabled, onChange }: Props) {
  const { head, rows } = table
  const width = Math.max(...[...head, ...rows].map((row) => row.length), 1)
  const blank = (): string[] => Array<string>(width).fill('')
  const heads = head.at(-1) ?? []
  const named = (line: number, column: number): string => `第${line + 1}行${heads[column] ?? `第${column + 1}列`}`
  const wrong = rows.flatMap((row) => row.filter((cell, column) => isWrong(table, column, cell))).length
  const put = (line: number, column: number, text: string) => onChange(rows.with(line, rows[line]!.with(column, text)))
  const paste = (line: number, column: number, event: ClipboardEvent) => {
    const block = pasted(event.clipboardData.getData('text/plain'))
    if (disabled || block.length * (block[0]?.length ?? 0) < 2) return
    event.preventDefault()
    const next = rows.map((row) => [...row])
    for (const [down, cells] of block.entries()) {
      const row = next[line + down] ?? blank()
      for (const [right, text] of cells.entries()) if (column + right < width) row[column + right] = text
      next[line + down] = row
    }
    onChange(next)
  }
  return (
    <div className="grid-frame">
      <table className="grid filling">
        <caption>
          {table.title} {table.unit !== null && <span className="quiet">单位：{table.unit}</span>}
        </caption>
        <thead>
          {head.map((row, line) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row of a form is its place
            <tr key={line}>
              {row.map((cell, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
                <th key={column} scope="col">
                  {cell}
                </th>
              ))}
              {!disabled && (
                <th scope="col">
                  <span className="unseen">增减行</span>
                </th>
              )}
            </tr>
          ))}
        </thead>
        <tbody onKeyDown={walk}>
          {rows.map((row, line) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row of a form is its place
            <tr key={line}>
              {row.map((cell, column) => {
                const faulty = isWrong(table, column, cell)
                return (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its place
                  <td key={column} data-title={heads[column] ?? ''}>
                    <OnPaper text={cell} {...(isAmountColumn(table, column) ? { amount: true } : {})} />
                    <Input
                      aria-label={named(line, column)}
                      aria-invalid={faulty}
                      {...(faulty ? { status: 'error' as const, title: '请填写数字' } : {})}
                      className={isAmountColumn(table, column) ? 'amount-cell' : 'word-cell'}
                      readOnly={disabled}
                      value={cell}
                      onChange={({ target }) => put(line, column, target.value)}
                      onPaste={(event) => paste(line, column, event)}
                    />
                  </td>
                )
              })}
              {!disabled && (
                <td className="tight">
                  <Button size="small" aria-label={`在第${line + 1}行下加一行`} onClick={() => onChange(rows.toSpliced(line + 1, 0, blank()))}>
                    加行
                  </Button>{' '}
                  <Button size="small" aria-label={`删去第${line + 1}行`} onClick={() => onChange(rows.toSpliced(line, 1))}>
                    删去
                  </Button>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {wrong > 0 && (
        <p className="overdue" role="status">
          有 {wrong} 格应填金额的不是数字（红框），核对时不计入。
        </p>
      )}
      {!disabled && (
        <div className="tools">
          <Button size="small" onClick={() => onChange([...rows, blank()])}>
            加一行
          </Button>
          <span className="quiet">可以从表格软件复制一块，粘贴到起始格。</span>
        </div>
      )}
    </div>
  )
}

/** Something stands where an amount belongs, and is none. */
const isWrong = (table: PrintedTable, column: number, cell: string): boolean =>
  isAmountColumn(table, column) && cell.trim() !== '' && amountInCell(table, cell) === null

/** Lines of tab-separated cells, as spreadsheets put them on the clipboard. */
const pasted = (text: string): string[][] =>
  text
    .replace(/\r?\n$/, '')
    .split(/\r?\n/)
    .map((line) => line.split('\t').map((cell) => cell.trim()))

/** Enter and the arrows up and down: the same column in the next row or the one before. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const down = event.key === 'Enter' || event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  const cell = event.target instanceof HTMLInputElement ? event.target.closest('td') : null
  if (down === 0 || cell === null || event.nativeEvent.isComposing) return
  const row = down > 0 ? cell.parentElement?.nextElementSibling : cell.parentElement?.previousElementSibling
  const next = row?.children.item(cell.cellIndex)?.querySelector('input')
  if (!next) return
  event.preventDefault()
  next.focus()
  next.select()
}
