import { caseKind } from '../../../rules/case/case-kind.ts'
import type { PaperState } from '../../../rules/case/papers/paper-kind.ts'
import type { CaseState } from '../../../rules/case/standing/state.ts'
import type { ServiceItem } from '../../../rules/service-item/item.ts'
import type { Database, Tx } from '../../platform/database/database.ts'
import type { Visit } from '../../platform/http/visit.ts'
import type { JournalEntry } from '../../platform/writer/journal.ts'
import { readSubject, subjectsById, subjectsOf } from '../../platform/writer/subjects.ts'
import { itemVersionOf } from './item-versions.ts'
import { liesIn, scopeOfVisit } from './scope.ts'

export interface OpenedCase {
  readonly seq: number
  readonly state: CaseState
  readonly item: ServiceItem
}

/** A case with its item version, if it lies in the visitor's scope; undefined as well where there is none, so that nobody learns of it. */
export async function openCaseFor(tx: Tx, visit: Visit, id: string): Promise<OpenedCase | undefined> {
  const found = await readSubject(tx, visit.bureau, caseKind, id)
  if (!found || !liesIn(scopeOfVisit(visit), found.state)) return undefined
  return { seq: found.seq, state: found.state, item: await itemVersionOf(tx, visit.bureau, found.state) }
}

export type PaperStatus = PaperState['status']
/** An entry as the timeline tells it. */
export type ToldEntry = Pick<JournalEntry, 'position' | 'seq' | 'type' | 'occurredAt' | 'actor' | 'onBehalfOf' | 'data'>

/** A case with all that its page shows besides: its entries, without personal data, and how its papers stand. */
export interface WholeCase extends OpenedCase {
  readonly entries: readonly ToldEntry[]
  readonly standing: ReadonlyMap<string, PaperStatus>
}

const entriesById = `SELECT position, subject_seq AS seq, type, occurred_at AS "occurredAt", actor, on_behalf_of AS "onBehalfOf", data
  FROM journal WHERE bureau = $1 AND subject_kind = 'case' AND subject_id = $2 ORDER BY subject_seq`
const papersById = 'SELECT id, status FROM paper_row WHERE bureau = $1 AND case_id = $2'

/** The whole case in one round trip, if it lies in the visitor's scope; undefined as by `openCaseFor`. */
export async function openWholeCase({ steady }: Pick<Database, 'steady'>, visit: Visit, id: string): Promise<WholeCase | undefined> {
  const values = [visit.bureau, id]
  const [cases, entries, papers] = await steady.together([
    subjectsById(visit.bureau, caseKind, [id]),
    { sql: entriesById, values },
    { sql: papersById, values },
  ])
  const found = subjectsOf(caseKind, cases!)[0]
  if (!found || !liesIn(scopeOfVisit(visit), found.state)) return undefined
  return {
    seq: found.seq,
    state: found.state,
    item: await itemVersionOf(steady, visit.bureau, found.state),
    entries: entries as unknown as ToldEntry[],
    standing: new Map((papers as unknown as { id: string; status: PaperStatus }[]).map(({ id: paper, status }) => [paper, status])),
  }
}
