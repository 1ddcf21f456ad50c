import { Skeleton } from 'antd'
import { type ReactNode, useRef } from 'react'
import { useNavigate } from 'react-router'
import { FindBox } from './find-box.tsx'
import { type Column, Grid } from './grid.tsx'
import { Trouble } from './trouble.tsx'
import { useListKeys } from './use-list-keys.ts'

interface Props<Row> {
  readonly caption: string
  readonly find: { readonly label: string; readonly placeholder: string; readonly text: string; readonly onFind: (text: string) => void }
  /** Further filters and buttons, beside the box. */
  readonly tools: ReactNode
  /** Stands between the tools and the rows. */
  readonly children?: ReactNode
  /** Undefined while they are on their way. */
  readonly rows: readonly Row[] | undefined
  readonly error: Error | null
  readonly retry: () => void
  readonly columns: readonly Column<Row>[]
  readonly keyOf: (row: Row) => string
  /** The page of a row. */
  readonly addressOf: (row: Row) => string
  readonly empty: string
}

/** A list one searches, narrows and walks by keyboard; each row opens a page. */
export function SearchedList<Row>({ caption, find, tools, children, rows, error, retry, columns, keyOf, addressOf, empty }: Props<Row>) {
  const navigate = useNavigate()
  const box = useRef<HTMLInputElement>(null)
  const open = (row: Row) => navigate(addressOf(row))
  const here = useListKeys(rows?.length ?? 0, { open: (n) => open(rows![n]!), find: () => box.current?.focus() })
  return (
    <>
      <div className="tools">
        <FindBox {...find} box={box} />
        {tools}
      </div>
      <Trouble error={error} retry={retry} />
      {children}
      {rows ? (
        <Grid<Row> caption={caption} rows={rows} columns={columns} keyOf={keyOf} here={here} onOpen={open} empty={empty} />
      ) : (
        error === null && <Skeleton active paragraph={{ rows: 8 }} title={false} />
      )}
    </>
  )
}
