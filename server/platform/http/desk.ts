import type { Act, SubjectKind } from '../../../rules/act.ts'
import type { Agent } from '../agents/agents.ts'
import type { Database } from '../database/database.ts'
import type { BesideTheBook } from '../erasing/eraser.ts'
import type { FileStore } from '../files/store.ts'
import type { Projection } from '../writer/projections.ts'
import type { RowMaker } from '../database/rows.ts'
import type { Settings } from '../settings.ts'
import type { RouteRow } from './route-row.ts'
import type { Visit } from './visit.ts'

/** What a desk's agents may stand on besides the writer's hands. */
export interface Ground {
  readonly database: Database
  readonly files: FileStore
  readonly settings: Settings
  readonly now: () => Date
}

/** Says whether this visitor may see a stored file, and under what name, because of something this desk keeps; undefined: this desk knows no reason. */
export type FileGuard = (visit: Visit, database: Database, digest: string) => Promise<{ readonly name: string; readonly subject: string } | undefined>

/** One room of the bureau: the subjects it keeps, the acts it can do, the list tables it fills, the doors that lead in, and who follows the book for it. */
export interface Desk {
  readonly name: string
  readonly kinds: readonly SubjectKind[]
  readonly acts: readonly Act[]
  readonly rows: readonly RowMaker[]
  readonly routes: readonly RouteRow[]
  readonly projections?: readonly Projection[]
  readonly agents?: (ground: Ground) => readonly Agent[]
  readonly fileGuard?: FileGuard
  /** Entry types whose data may name a stored file by its digest. */
  readonly fileEntries?: readonly string[]
  readonly besideTheBook?: BesideTheBook
}
