import { Button } from 'antd'
import type { BudgetDocument, PrintedTable } from '../../../rules/budget/budget-document.ts'
import { blankPublicTables, emptyStatement } from '../../../rules/budget/public-tables.ts'
import type { PlacedFinding } from '../../../rules/budget/read-composed.ts'
import { FindingList } from './finding-list.tsx'
import { ListPicker, usePlaceInList } from './list-picker.tsx'
import { type SectionProps, Part } from './sections.tsx'
import { TableGrid } from './table-grid.tsx'

/** The public tables as grids; a table without rows is published with the statement that it is empty. */
export function Tables({ budget, put, disabled, findings }: SectionProps & { readonly findings: readonly PlacedFinding[] }) {
  const { tables } = budget
  const [at, choose] = usePlaceInList(tables.length)
  const table = tables[at]
  const change = (rows: PrintedTable['rows']) => put({ tables: tables.map((one, index) => (index === at ? { ...one, rows } : one)) })
  const own = findings.filter(({ path }) => path !== null && `${path}/`.startsWith(`tables/${at}/`))
  return (
    <Part title={`公开表（${tables.length} 张）`}>
      <div className="tools block">
        <ListPicker
          label="选择表"
          none="还没有表"
          at={at}
          choose={choose}
          names={tables.map(({ title, rows }, index) => `${index + 1}、${title ?? '未命名'}${rows.length === 0 ? '（空表）' : ''}`)}
        />
        {!disabled && tables.length === 0 && <Button onClick={() => put({ tables: nine(budget) })}>建立九张公开表</Button>}
      </div>
      {tables.length === 0 && <p className="quiet">这份文件里没有公开表。</p>}
      {table !== undefined && (
        <div key={at}>
          <TableGrid table={table} disabled={disabled} onChange={change} />
          {table.rows.length === 0 && <p className="quiet">没有填写的表公开时列出空表，并注明：{emptyStatement(table, budget.document)}</p>}
          <h3>检查结果</h3>
          <FindingList findings={own} empty="这张表没有发现问题。表与表之间的核对见“检查”。" />
        </div>
      )}
    </Part>
  )
}

const nine = ({ document }: BudgetDocument): PrintedTable[] => blankPublicTables(document.kind ?? 'budget')
