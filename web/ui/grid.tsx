import type { ReactNode } from 'react'

export interface Column<Row> {
  readonly title: string
  /** Null where there is nothing to say: a dash in the table, nothing on a card. */
  readonly show: (row: Row) => ReactNode
  /** Stays on one line: numbers and dates. On a phone such columns stand side by side. */
  readonly tight?: boolean
  /** What the row is called: the first line of its card on a phone. */
  readonly lead?: boolean
}

interface Props<Row> {
  readonly caption: string
  readonly rows: readonly Row[]
  readonly columns: readonly Column<Row>[]
  readonly keyOf: (row: Row) => string
  /** The row one stands on by keyboard. */
  readonly here?: number
  readonly empty: ReactNode
  readonly onOpen?: (row: Row) => void
  /** Rows can be ticked; the name of a row is read out beside its box. */
  readonly ticked?: { readonly keys: ReadonlySet<string>; readonly toggle: (key: string) => void; readonly nameOf: (row: Row) => string }
}

const classes = (on: Readonly<Record<string, boolean | undefined>>): string | undefined =>
  Object.entries(on)
    .flatMap(([name, yes]) => (yes ? [name] : []))
    .join(' ') || undefined

/** A table that becomes a pile of cards on a phone. */
export function Grid<Row>({ caption, rows, columns, keyOf, here = -1, empty, onOpen, ticked }: Props<Row>) {
  if (rows.length === 0) return <div className="empty">{empty}</div>
  return (
    <div className="grid-frame">
      <table className="grid">
        <caption className="unseen">{caption}</caption>
        <thead>
          <tr>
            {ticked && (
              <th scope="col">
                <span className="unseen">选择</span>
              </th>
            )}
            {columns.map(({ title }) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => {
            const key = keyOf(row)
            return (
              <tr key={key} className={index === here ? 'row-here' : undefined} onDoubleClick={onOpen && (() => onOpen(row))}>
                {ticked && (
                  <td className="tick">
                    <input
                      type="checkbox"
                      aria-label={`选择${ticked.nameOf(row)}`}
                      checked={ticked.keys.has(key)}
                      onChange={() => ticked.toggle(key)}
                    />
                  </td>
                )}
                {columns.map(({ title, show, tight, lead }) => {
                  const shown = show(row)
                  return (
                    <td key={title} data-title={title} className={classes({ tight, lead, nothing: shown === null })}>
                      {shown === null ? <span className="quiet">—</span> : shown}
                    </td>
                  )
                })}
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
