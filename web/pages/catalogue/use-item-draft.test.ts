import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { ServiceItem } from '../../../rules/service-item/item.ts'
import { type Page, putTogether } from './use-item-draft.ts'

const item = JSON.parse(readFileSync(new URL('../../../data/items/drug-retail-permit.json', import.meta.url), 'utf8')) as ServiceItem
const page = (seq: number, more: Partial<ServiceItem>) => ({ seq, item: { ...item, ...more } }) as unknown as Page

test('two editors of one draft: both changes stand, and the next save is upon the newest', () => {
  const held = putTogether({ item: { ...item, visits: 3 }, base: page(1, {}) }, page(2, { office: 'hall' }), '吴静')
  expect(held.item).toEqual({ ...item, visits: 3, office: 'hall' })
  expect(held.base.seq).toBe(2)
  expect(held.meeting).toMatchObject({ by: '吴静', differently: [] })
})

test('rows of a list changed by each meet row by row', () => {
  const copies = (n: number) => item.materials.map((one, at) => (at === n ? { ...one, copies: one.copies + 5 } : one))
  const { item: merged } = putTogether({ item: { ...item, materials: copies(0) }, base: page(1, {}) }, page(2, { materials: copies(1) }), '吴静')
  expect(merged.materials.map(({ copies: n }, at) => n - item.materials[at]!.copies)).toEqual(item.materials.map((_, at) => (at < 2 ? 5 : 0)))
})

test('one place changed differently by both is named, stands as one’s own, and may be given up', () => {
  const { item: merged, meeting } = putTogether({ item: { ...item, visits: 3 }, base: page(1, {}) }, page(2, { visits: 4 }), '吴静')
  expect(merged.visits).toBe(3)
  expect(meeting!.differently).toMatchObject([{ path: 'visits', before: '4', after: '3' }])
  expect(meeting!.asTheirs.visits).toBe(4)
})
