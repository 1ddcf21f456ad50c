import type { CaseState } from '../../../rules/case/standing/state.ts'
import type { RowMaker } from '../../platform/database/rows.ts'

/** How an announced hearing stands for whoever reads of it. */
export type HearingStanding = 'announced' | 'held' | 'dropped'

const standingOf = ({ hearing, decision }: Pick<CaseState, 'hearing' | 'decision'>): HearingStanding =>
  hearing?.held ? 'held' : decision === null ? 'announced' : 'dropped'

/** Hearings announced to everybody (行政许可法 46, 48(1)(2)): item, matter, day, place. Nothing here names the applicant or any party. */
export const hearingRows: RowMaker<CaseState> = {
  kind: 'case',
  table: 'hearing_row',
  columns: {
    item: 'text',
    item_name: 'text',
    by_law: 'boolean',
    matter: 'text',
    announced_on: 'date',
    held_on: 'date',
    starts_at: 'text',
    place: 'text',
    standing: 'text',
    postponed: 'jsonb',
  },
  toRow(state) {
    const { hearing, item } = state
    const announced = hearing?.announced
    return announced
      ? {
          item: item.code,
          item_name: item.name,
          by_law: hearing.parties.some(({ requestBy }) => requestBy === null) || hearing.requestedOn === null,
          matter: announced.matter ?? null,
          announced_on: announced.on,
          held_on: announced.heldOn,
          starts_at: announced.startsAt ?? null,
          place: announced.place,
          standing: standingOf(state),
          postponed: announced.postponed ?? [],
        }
      : null
  },
  isSameRow: (before, after) => before.hearing === after.hearing && standingOf(before) === standingOf(after),
}
