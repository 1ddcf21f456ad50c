import { type ItemState, versionInForce } from '../../../rules/service-item/item-state.ts'
import type { ServiceItem } from '../../../rules/service-item/item.ts'
import { itemVersionRef } from '../../../rules/service-item/refs.ts'
import type { PlainDate } from '../../../rules/time/plain-date.ts'
import type { Database, Tx } from '../../platform/database/database.ts'
import { SearchIndex } from './search-index.ts'

/** The items of one bureau that are in force on one day, with their search. Never changed: a new one is made when the book moved. */
export interface Shelf {
  readonly day: PlainDate
  readonly items: ReadonlyMap<string, ServiceItem>
  readonly search: SearchIndex
}

interface Kept {
  readonly stamp: string
  readonly shelf: Shelf
}

/** Shelves by database handle, so that two databases in one process (tests) do not see each other's. */
const kept = new WeakMap<Database, Map<string, Kept>>()

/**
 * The shelf of this bureau today. One short statement asks whether what is in memory is still right (another process may have published);
 * only then items are read again.
 */
export async function shelfOf(database: Database, bureau: string, day: PlainDate): Promise<Shelf> {
  const shelves = kept.get(database) ?? new Map<string, Kept>()
  kept.set(database, shelves)
  const { rows } = await database.query<{ stamp: string }>(
    `SELECT count(*) || ':' || coalesce(sum(seq), 0) AS stamp FROM item_row WHERE bureau = $1`,
    [bureau],
  )
  const stamp = `${day} ${rows[0]!.stamp}`
  const before = shelves.get(bureau)
  if (before?.stamp === stamp) return before.shelf
  const items = await itemsInForce(database, bureau, day)
  const shelf = { day, items, search: new SearchIndex([...items.values()], before?.shelf.search) }
  shelves.set(bureau, { stamp, shelf })
  return shelf
}

async function itemsInForce(tx: Tx, bureau: string, day: PlainDate): Promise<ReadonlyMap<string, ServiceItem>> {
  const { rows } = await tx.query<{ id: string; published: ItemState['published']; retired_from: PlainDate | null }>(
    'SELECT id, published, retired_from FROM item_row WHERE bureau = $1 ORDER BY id',
    [bureau],
  )
  const refs = rows.flatMap((row) => {
    const version = versionInForce({ code: row.id, lastVersion: 0, published: row.published, retiredFrom: row.retired_from }, day)
    return version === undefined ? [] : [itemVersionRef(row.id, version).id]
  })
  const { rows: states } = await tx.query<{ item: ServiceItem }>(
    `SELECT s.item FROM unnest($2::text[]) AS want(id) CROSS JOIN LATERAL (
       SELECT id, state->'item' AS item FROM subject WHERE bureau = $1 AND kind = 'service-item-version' AND id = want.id OFFSET 0) AS s ORDER BY s.id`,
    [bureau, refs],
  )
  return new Map(states.map(({ item }) => [item.code, item]))
}

/** One version of an item, in force or not; undefined where the book has none. */
export async function itemVersion(tx: Tx, bureau: string, code: string, version: number): Promise<ServiceItem | undefined> {
  const { rows } = await tx.query<{ item: ServiceItem }>(
    `SELECT state->'item' AS item FROM subject WHERE bureau = $1 AND kind = 'service-item-version' AND id = $2`,
    [bureau, itemVersionRef(code, version).id],
  )
  return rows[0]?.item
}

/** The same for everybody's eyes: only versions that were published, in force now or once. */
export async function publishedVersion(tx: Tx, bureau: string, code: string, version: number): Promise<ServiceItem | undefined> {
  const { rows } = await tx.query<{ item: ServiceItem }>(
    `SELECT state->'item' AS item FROM subject WHERE bureau = $1 AND kind = 'service-item-version' AND id = $2 AND state->>'status' = 'published'`,
    [bureau, itemVersionRef(code, version).id],
  )
  return rows[0]?.item
}
