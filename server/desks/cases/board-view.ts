import type { CaseBoard } from '../../../contract/case-board.ts'
import { type Light, lightOf } from '../../../rules/time/light.ts'
import type { PlainDate } from '../../../rules/time/plain-date.ts'
import type { Tx } from '../../platform/database/database.ts'

interface Row {
  office: string
  item: string
  item_name: string
  timed: boolean
  stopped: boolean
  yellow_on: PlainDate | null
  promised_due: PlainDate | null
  statutory_due: PlainDate | null
  cases: number
}

/** Running cases of the whole bureau by office, item and light. Cases with the same dates are counted together, and the rule gives them their light. */
export async function caseBoard(tx: Tx, bureau: string, today: PlainDate): Promise<CaseBoard> {
  const { rows } = await tx.query<Row>(
    `select office, item, max(item_name) as item_name, leg is not null as timed, stopped, yellow_on, promised_due, statutory_due, count(*)::int as cases
     from case_row where bureau = $1 and running
     group by office, item, leg is not null, stopped, yellow_on, promised_due, statutory_due`,
    [bureau],
  )
  const cells = new Map<string, CaseBoard['cells'][number]>()
  for (const row of rows) {
    const { office, item, item_name: itemName, cases } = row
    const dates = { stopped: row.stopped, yellowOn: row.yellow_on, promisedDue: row.promised_due, statutoryDue: row.statutory_due }
    const light: Light | 'none' = row.timed ? lightOf(dates, today) : 'none'
    const key = `${office} ${item} ${light}`
    cells.set(key, { office, item, itemName, light, cases: (cells.get(key)?.cases ?? 0) + cases })
  }
  return { cells: [...cells.values()].toSorted((a, b) => a.itemName.localeCompare(b.itemName, 'zh')) }
}
