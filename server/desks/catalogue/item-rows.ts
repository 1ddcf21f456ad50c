import type { ItemState } from '../../../rules/service-item/item-state.ts'
import type { ItemVersionState } from '../../../rules/service-item/item-version-state.ts'
import type { RowMaker } from '../../platform/database/rows.ts'

/** Items that were ever published: small enough to be read whole, to know whether the shelf is still right. */
export const itemRows: RowMaker<ItemState> = {
  kind: 'service-item',
  table: 'item_row',
  columns: { seq: 'integer', published: 'jsonb', retired_from: 'date' },
  toRow: (state, _ref, seq) => (state.published.length === 0 ? null : { seq, published: state.published, retired_from: state.retiredFrom }),
}

/** Every version, drafts too, for the editors' list. */
export const itemVersionRows: RowMaker<ItemVersionState> = {
  kind: 'service-item-version',
  table: 'item_version_row',
  columns: {
    code: 'text',
    version: 'integer',
    seq: 'integer',
    name: 'text',
    field: 'text',
    procedure: 'text',
    institution: 'text',
    office: 'text',
    status: 'text',
    source: 'text',
    note: 'text',
    drafted_at: 'timestamptz',
    drafted_by: 'text',
    effective_from: 'date',
  },
  toRow: ({ item, status, source, note, writers, draftedAt, effectiveFrom }, _ref, seq) => ({
    code: item.code,
    version: item.version,
    seq,
    name: item.name,
    field: item.field,
    procedure: item.procedure,
    institution: item.institution,
    office: item.office,
    status,
    source,
    note,
    drafted_at: draftedAt,
    drafted_by: writers.map((writer) => writer.name).join('、'),
    effective_from: effectiveFrom,
  }),
}
