import { expect, test } from 'vitest'
import type { PlainDate } from '../time/plain-date.ts'
import { sealedUntil } from './sealed-until.ts'

const seal = (from: string, until: string | null) => ({
  from: from as PlainDate,
  until: until as PlainDate | null,
})

test.each([
  ['none', [], undefined],
  ['not yet', [seal('2026-12-01', null)], undefined],
  ['ended yesterday', [seal('2026-01-01', '2026-11-25')], undefined],
  ['ends today', [seal('2026-01-01', '2026-11-26')], '2026-11-26'],
  ['no end', [seal('2026-01-01', null)], null],
  ['another follows at once', [seal('2026-01-01', '2026-11-27'), seal('2026-11-28', '2027-12-31')], '2027-12-31'],
  ['another without end follows', [seal('2026-11-28', null), seal('2026-01-01', '2026-11-27')], null],
  ['a day is missing between', [seal('2026-01-01', '2026-11-27'), seal('2026-11-29', null)], '2026-11-27'],
  ['two overlap', [seal('2026-01-01', '2026-11-27'), seal('2026-06-01', '2026-12-31')], '2026-12-31'],
] as const)('papers bear a seal: %s', (_, seals, until) => {
  expect(sealedUntil(seals, '2026-11-26' as PlainDate)).toBe(until)
})
