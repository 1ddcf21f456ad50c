import { addDays, type PlainDate } from '../time/plain-date.ts'
import type { SealImage } from './bureau.ts'

/**
 * The last day on which papers bear a seal image, from this day on through images that follow one another; null where no end is known,
 * undefined where none is in force on this day.
 */
export function sealedUntil(seals: readonly Pick<SealImage, 'from' | 'until'>[], day: PlainDate): PlainDate | null | undefined {
  let last: PlainDate | undefined
  for (let next = day; ; next = addDays(last, 1)) {
    const inForce = seals.filter(({ from, until }) => from <= next && (until === null || next <= until))
    if (inForce.length === 0) return last
    if (inForce.some(({ until }) => until === null)) return null
    last = inForce
      .map(({ until }) => until!)
      .sort()
      .at(-1)!
  }
}
