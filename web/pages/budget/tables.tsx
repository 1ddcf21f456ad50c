import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import type { BudgetDocument, PrintedTable } from '../../../rules/budget/budget-document.ts'
import { blankPublicTables } from '../../../rules/budget/public-tables.ts'
import type { SectionProps } from './sections.tsx'
import { Part } from './sections.tsx'

/** The public tables as grids; a table without rows is published with the statement that it is empty. */
export function Tables({ budget, put, disabled }: SectionProps) {
  const [chosen, setChosen] = useState(0)
  const { tables } = budget
  const at = Math.min(chosen, tables.length - 1)
  const table = tables[at]
  const change = (rows: PrintedTable['rows']) => put({ tables: tables.map((one, index) => (index === at ? { ...one, rows } : one)) })
  const width = table === undefined ? 0 : Math.max(...[...table.head, ...table.rows].map((row) => row.length), 1)
  return (
    <Part title={`公开表（${tables.length} 张）`}>
      <div className="tools block">
        <Select
          aria-label="选择表"
          style={{ minWidth: 320 }}
          value={table === undefined ? null : at}
          placeholder="还没有表"
          options={tables.map(({ title }, index) => ({ value: index, label: `${index + 1}、${title ?? '未命名'}` }))}
          onChange={(next) => setChosen(next ?? 0)}
        />
        {!disabled && tables.length === 0 && <Button onClick={() => put({ tables: nine(budget) })}>建立九张公开表</Button>}
      </div>
      {table !== undefined && (
        <div className="grid-frame" key={at}>
          <table className="grid">
            <caption>
              {table.title} {table.unit !== null && <span className="quiet">单位：{table.unit}</span>}
            </caption>
            <thead>
              {table.head.map((row) => (
                <tr key={row.join('|')}>
                  {row.map((cell, index) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
                    <th key={index} scope="col">
                      {cell}
                    </th>
                  ))}
                </tr>
              ))}
            </thead>
            <tbody>
              {table.rows.map((row, line) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a row of a form is its place
                <tr key={line}>
                  {row.map((cell, column) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its place
                    <td key={column}>
                      <Input
                        aria-label={`第${line + 1}行${table.head.at(-1)?.[column] ?? `第${column + 1}列`}`}
                        readOnly={disabled}
                        value={cell}
                        onChange={({ target }) => change(table.rows.map((one, index) => (index === line ? one.with(column, target.value) : one)))}
                      />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
          {table.rows.length === 0 && <p className="quiet">本表没有数据，公开时列出空表并注明。</p>}
          {!disabled && (
            <>
              <Button size="small" onClick={() => change([...table.rows, Array<string>(width).fill('')])}>
                加一行
              </Button>{' '}
              {table.rows.length > 0 && (
                <Button size="small" onClick={() => change(table.rows.slice(0, -1))}>
                  删去末行
                </Button>
              )}
            </>
          )}
        </div>
      )}
    </Part>
  )
}

const nine = ({ document }: BudgetDocument): PrintedTable[] => blankPublicTables(document.kind ?? 'budget')
