import type { Act, SubjectKind } from '../../../rules/act.ts'
import type { RowMaker } from '../rows.ts'
import type { RouteRow } from './route-row.ts'

/** One room of the bureau: the subjects it keeps, the acts it can do, the list tables it fills and the doors that lead in. */
export interface Desk {
  readonly name: string
  readonly kinds: readonly SubjectKind[]
  readonly acts: readonly Act[]
  readonly rows: readonly RowMaker[]
  readonly routes: readonly RouteRow[]
}
