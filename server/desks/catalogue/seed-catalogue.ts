import type { Actor } from '../../../rules/act.ts'
import type { Refusal } from '../../../rules/refusal.ts'
import type { ServiceItem } from '../../../rules/service-item/item.ts'
import type { PlainDate } from '../../../rules/time/plain-date.ts'
import type { Database } from '../../platform/database/database.ts'
import type { Writer } from '../../platform/writer/writer.ts'
import { readItemFiles } from './item-files.ts'

export interface SeedOutcome {
  /** Codes put into the book now, and codes that stood in it already or had nothing new. */
  readonly written: readonly string[]
  readonly kept: readonly string[]
}

const catalogueLoader: Actor = { kind: 'system', id: 'catalogue-loader', name: '系统', roles: [] }
const expected = new Set(['item-already-in-book', 'item-version-unchanged'])

/**
 * Opens a bureau's catalogue with the shipped items, published from `effectiveFrom`. Idempotent: an item that has any version is left alone,
 * for after opening the book is the only source. Throws where an item is refused for another reason.
 */
export function seedCatalogue(
  writer: Writer,
  bureau: string,
  {
    effectiveFrom = '2015-01-01' as PlainDate,
    items = readItemFiles(),
  }: { readonly effectiveFrom?: PlainDate; readonly items?: readonly ServiceItem[] } = {},
): Promise<SeedOutcome> {
  return submitEach(writer, bureau, items, 'load-opening-item', (item) => ({ item, effectiveFrom }))
}

/**
 * After a product upgrade: shipped items that are not what the product brought before become drafts for the editors, each once, whatever the bureau made of
 * its own versions meanwhile. Nothing is overwritten.
 */
export function draftUpgradedItems(writer: Writer, bureau: string, release: string, items = readItemFiles()): Promise<SeedOutcome> {
  return submitEach(writer, bureau, items, 'draft-item-version', (item) => ({ item, source: 'upgrade', note: `产品 ${release} 版随附` }))
}

/** The same for every bureau that opened with the shipped catalogue; one that built its own is left alone. */
export async function draftUpgradedItemsEverywhere(database: Database, writer: Writer, release: string, items = readItemFiles()): Promise<void> {
  const { rows } = await database.query<{ bureau: string }>(
    `select b.bureau from bureau b where exists (select from item_version_row v where v.bureau = b.bureau and v.source = 'opening') order by b.bureau`,
    [],
  )
  for (const { bureau } of rows) await draftUpgradedItems(writer, bureau, release, items)
}

async function submitEach(
  writer: Writer,
  bureau: string,
  items: readonly ServiceItem[],
  act: string,
  inputOf: (item: ServiceItem) => unknown,
): Promise<SeedOutcome> {
  const outcomes = await Promise.all(
    items.map((item) =>
      writer.submit({ bureau, act, input: inputOf(item), actor: catalogueLoader, channel: 'agent' }).then((outcome) => ({ item, outcome })),
    ),
  )
  const failed = outcomes.flatMap(({ item, outcome }) =>
    outcome.ok || expected.has(outcome.refusal.code) ? [] : [`${item.code}: ${told(outcome.refusal)}`],
  )
  if (failed.length > 0) throw new Error(`the catalogue was not written whole: ${failed.join('; ')}`)
  const codes = (ok: boolean) => outcomes.filter(({ outcome }) => outcome.ok === ok).map(({ item }) => item.code)
  return { written: codes(true), kept: codes(false) }
}

const told = (refusal: Refusal) => `${refusal.code} ${JSON.stringify(refusal.detail ?? {})}`
