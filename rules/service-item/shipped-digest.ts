import { textDigest } from '../text-digest.ts'
import type { ServiceItem } from './item.ts'

/** Names in order, for a database gives them back in its own. */
const ordered = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(ordered)
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(
          Object.entries(value)
            .filter(([, inner]) => inner !== undefined)
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([name, inner]) => [name, ordered(inner)]),
        )
      : value

/** The mark of an item's content as the product ships it, whatever number it gets in a bureau's book. */
export const shippedDigest = (item: ServiceItem): string => textDigest(JSON.stringify(ordered({ ...item, version: 0 })))
