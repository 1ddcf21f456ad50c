import { Button } from 'antd'
import type { ReactNode } from 'react'
import { DecimalCell, MoneyCell, TextCell } from './cells.tsx'

export type RowColumn<Row> = { readonly title: string; readonly name: keyof Row & string; readonly kind: 'text' | 'money' | 'decimal' | 'year' }

interface Props<Row> {
  readonly caption: string
  readonly rows: readonly Row[]
  readonly columns: readonly RowColumn<Row>[]
  readonly blank: Row
  readonly disabled: boolean
  readonly onChange: (rows: readonly Row[]) => void
}

/** A list filled in as a table: a row for each, a cell for each of its parts. */
export function RowsEditor<Row extends object>({ caption, rows, columns, blank, disabled, onChange }: Props<Row>) {
  const put = (at: number, name: keyof Row, value: unknown) => onChange(rows.map((row, index) => (index === at ? { ...row, [name]: value } : row)))
  const cell = (row: Row, at: number, { name, kind, title }: RowColumn<Row>): ReactNode => {
    const shared = { label: `${caption}第${at + 1}行${title}`, disabled }
    const value = row[name] as unknown
    if (kind === 'money') return <MoneyCell {...shared} value={value as number | null} onChange={(next) => put(at, name, next)} />
    if (kind === 'decimal') return <DecimalCell {...shared} value={value as string | null} onChange={(next) => put(at, name, next)} />
    if (kind === 'year')
      return (
        <DecimalCell
          {...shared}
          value={value === null ? null : String(value)}
          onChange={(next) => {
            const year = next === null ? null : Number(next)
            put(at, name, Number.isInteger(year) ? year : null)
          }}
        />
      )
    return <TextCell {...shared} value={value as string | null} onChange={(next) => put(at, name, next)} />
  }
  return (
    <div className="grid-frame">
      <table className="grid">
        <caption className="unseen">{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ title }) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
            {!disabled && (
              <th scope="col">
                <span className="unseen">删去</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row of a form is its place
            <tr key={at}>
              {columns.map((column) => (
                <td key={column.name} data-title={column.title}>
                  {cell(row, at, column)}
                </td>
              ))}
              {!disabled && (
                <td>
                  <Button size="small" aria-label={`删去${caption}第${at + 1}行`} onClick={() => onChange(rows.filter((_, index) => index !== at))}>
                    删去
                  </Button>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {!disabled && (
        <Button size="small" onClick={() => onChange([...rows, blank])}>
          加一行
        </Button>
      )}
    </div>
  )
}
