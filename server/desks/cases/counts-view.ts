import type { CaseCounts } from '../../../contract/cases.ts'
import { casePhases } from '../../../rules/case/standing/permitted-acts.ts'
import type { PlainDate } from '../../../rules/time/plain-date.ts'
import type { Tx } from '../../platform/database/database.ts'
import { lightCountsSql } from './case-list-view.ts'
import { type CaseScope, withinSql } from './scope.ts'

/** Numbers above the list: running cases by light and phase, those late in their step, the visitor's own, what nobody has claimed, what came and went today. */
export async function countCases(tx: Tx, bureau: string, scope: CaseScope, me: string, today: PlainDate): Promise<CaseCounts> {
  const within = withinSql(scope, '$3')
  const values = [bureau, today, scope.of]
  const { stepsLate, supplementsLate, ...lights } = (
    await tx.query<CaseCounts['lights'] & Pick<CaseCounts, 'stepsLate' | 'supplementsLate'>>(lightCountsSql(within), values)
  ).rows[0]!
  const running = `case_row c where c.bureau = $1 and $2::date is not null and ${within} and c.running`
  const { rows } = await tx.query<{ phase: keyof CaseCounts['phases']; n: number; mine: number; unclaimed: number }>(
    `select c.phase, count(*)::int as n, (count(*) filter (where c.handler = $4))::int as mine, (count(*) filter (where c.handler is null))::int as unclaimed
     from ${running} group by c.phase`,
    [...values, me],
  )
  const day = await tx.query<{ received: number; concluded: number }>(
    `select (select count(*) from case_row c where c.bureau = $1 and ${within} and c.received_at >= ($2::date::timestamp at time zone 'Asia/Shanghai') and c.received_on = $2::date)::int as received,
       (select count(*) from case_row c where c.bureau = $1 and ${within} and c.concluded_on = $2::date)::int as concluded`,
    values,
  )
  const phases = Object.fromEntries(casePhases.map((phase) => [phase, rows.find((row) => row.phase === phase)?.n ?? 0])) as CaseCounts['phases']
  const total = (of: 'mine' | 'unclaimed') => rows.reduce((sum, row) => sum + row[of], 0)
  return {
    lights,
    stepsLate,
    supplementsLate,
    phases,
    mine: total('mine'),
    unclaimed: total('unclaimed'),
    receivedToday: day.rows[0]!.received,
    concludedToday: day.rows[0]!.concluded,
  }
}
