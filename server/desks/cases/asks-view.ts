import type { CaseAsks } from '../../../contract/cases.ts'
import { openAsks } from '../../../rules/case/wishes/open-asks.ts'
import type { CaseState } from '../../../rules/case/standing/state.ts'
import type { Tx } from '../../platform/database/database.ts'
import { type CaseScope, withinSql } from './scope.ts'

/** More than this no desk answers in a day; the oldest come first. */
const most = 100

/** What applicants said and asked that waits for an answer, in ended cases as well, which stand on no other list. */
export async function asksWithin(tx: Tx, bureau: string, scope: CaseScope): Promise<CaseAsks> {
  const { rows } = await tx.query<{ state: CaseState }>(
    `select s.state from case_row c join subject s on s.bureau = c.bureau and s.kind = 'case' and s.id = c.id
     where c.bureau = $1 and c.asked_on is not null and ${withinSql(scope, '$2')} order by c.asked_on, c.id limit ${most}`,
    [bureau, scope.of],
  )
  return rows.flatMap(({ state }) =>
    openAsks(state).map((ask) => ({
      ...ask,
      id: state.id,
      number: state.number,
      itemName: state.item.name,
      applicantName: state.applicant.name ?? '',
    })),
  )
}
