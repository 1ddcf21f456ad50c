import type { CaseAsks } from '../../../contract/cases.ts'
import { openAsks } from '../../../rules/case/wishes/open-asks.ts'
import { caseKind } from '../../../rules/case/case-kind.ts'
import type { Tx } from '../../platform/database/database.ts'
import { readSubjects } from '../../platform/writer/subjects.ts'
import { type CaseScope, withinSql } from './scope.ts'

/** More than this no desk answers in a day; the oldest come first. */
const most = 100

/** What applicants said and asked that waits for an answer, in ended cases as well, which stand on no other list. */
export async function asksWithin(tx: Tx, bureau: string, scope: CaseScope): Promise<CaseAsks> {
  const { rows } = await tx.query<{ id: string }>(
    `select c.id from case_row c where c.bureau = $1 and c.asked_on is not null and ${withinSql(scope, '$2')} order by c.asked_on, c.id limit ${most}`,
    [bureau, scope.of],
  )
  const ids = rows.map(({ id }) => id)
  const found = await readSubjects(tx, bureau, caseKind, ids)
  return found
    .sort((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id))
    .flatMap(({ state }) =>
      openAsks(state).map((ask) => ({
        ...ask,
        id: state.id,
        number: state.number,
        itemName: state.item.name,
        applicantName: state.applicant.name ?? '',
      })),
    )
}
