import type { CaseReason } from '../../../contract/cases.ts'
import type { CaseState } from '../../../rules/case/standing/state.ts'
import type { ServiceItem } from '../../../rules/service-item/item.ts'
import { byDay } from '../../../rules/time/dated-reasons.ts'
import type { PlainDate } from '../../../rules/time/plain-date.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { Visit } from '../../platform/http/visit.ts'
import { permitReasons } from './permit-reasons.ts'
import { procedureReasons } from './procedure-reasons.ts'
import { scopeOfVisit, withinSql } from './scope.ts'

/** Every dated reason of a case beside its legs, in order of days within what it is about; things of one day stay in the order in which they follow from one another. */
export function caseReasons(state: CaseState, item: ServiceItem, today: PlainDate): readonly CaseReason[] {
  const inOrder = (reasons: readonly Omit<CaseReason, 'about'>[], about: CaseReason['about']): readonly CaseReason[] =>
    reasons.map((one) => ({ about, ...one })).toSorted(byDay)
  return [...inOrder(procedureReasons(state, item, today), 'procedure'), ...inOrder(permitReasons(state, today), 'permit')]
}

/** The same for a visitor: another case stays closed to whoever may not see it. */
export async function reasonsFor(tx: Tx, visit: Visit, reasons: readonly CaseReason[]): Promise<CaseReason[]> {
  const ids = reasons.flatMap((one) => one.case?.id ?? [])
  const open = ids.length > 0 ? await openTo(tx, visit, ids) : new Set<string>()
  return reasons.map((one) => ({ ...one, case: one.case && open.has(one.case.id) ? one.case : null }))
}

async function openTo(tx: Tx, visit: Visit, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const scope = scopeOfVisit(visit)
  const sql = `select c.id from case_row c where c.bureau = $1 and c.id = any($2::text[]) and ${withinSql(scope, '$3')}`
  return new Set((await tx.query<{ id: string }>(sql, [visit.bureau, ids, scope.kind === 'none' ? '' : scope.of])).rows.map(({ id }) => id))
}
