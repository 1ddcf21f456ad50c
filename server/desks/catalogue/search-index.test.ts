import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readItemFiles } from './item-files.ts'
import { SearchIndex } from './search-index.ts'
import { editDistance } from './similarity.ts'

interface Asked {
  readonly query: string
  readonly expect: string
  readonly kind: string
  /** Not looked at while the search was tuned: its rate is the honest one. */
  readonly heldOut: boolean
}
const asked = JSON.parse(readFileSync(new URL('../../../data/search/queries.json', import.meta.url), 'utf8')) as readonly Asked[]
const items = readItemFiles()
const index = new SearchIndex(items)
/** Each query once: the place of the right item among what was found, and a line for the report where it is not among the first three. */
const asking = asked.map((one) => {
  const found = index.find(one.query, 10).map((item) => item.code)
  const hit = found.slice(0, 3).includes(one.expect)
  return { ...one, hit, line: `${one.query} (${one.kind}) gave ${found.slice(0, 3).join(', ') || 'nothing'}; wanted ${one.expect}` }
})
const rate = (table: typeof asking) => table.filter((one) => one.hit).length / table.length
const told = (table: typeof asking) => table.flatMap((one) => (one.hit ? [] : [one.line])).join('\n')

describe('searching the catalogue by plain words', () => {
  it('asks at least a hundred things of items that exist', () => {
    expect(asked.length).toBeGreaterThanOrEqual(100)
    const codes = new Set(items.map((item) => item.code))
    expect(asked.filter((one) => !codes.has(one.expect))).toEqual([])
  })
  it('brings the right item among the first three for nine in ten', () => {
    const table = asking.filter((one) => !one.heldOut)
    expect(rate(table), told(table)).toBeGreaterThanOrEqual(0.9)
  })
  it('does so too for queries that were kept aside', () => {
    const table = asking.filter((one) => one.heldOut)
    expect(table.length).toBeGreaterThanOrEqual(100)
    expect(rate(table), told(table)).toBeGreaterThanOrEqual(0.9)
  })
  it.each([...new Set(asked.map((one) => one.kind))])('does not leave the %s queries behind', (kind) => {
    const table = asking.filter((one) => one.kind === kind)
    expect(rate(table), told(table)).toBeGreaterThanOrEqual(0.75)
  })
  it('puts every item first when its own name is typed, whole or in pinyin initials', () => {
    for (const item of items) expect(index.find(item.name, 1)[0]?.code).toBe(item.code)
  })
  it('finds nothing for nothing, and nothing for what has nothing to do with the bureau', () => {
    for (const query of ['', '  ', '？！', '🙂', 'qqqqzzzz', '今天天气', '𠮷𠮷𠮷']) expect(index.find(query), query).toEqual([])
  })
  it('answers a very long query and odd characters without harm', () => {
    expect(index.find('开饭店'.repeat(300)).length).toBeLessThanOrEqual(20)
    expect(index.find('<script>alert(1)</script>', 3).length).toBeLessThanOrEqual(3)
    expect(index.find(`开饭店${'\u0000'}`, 3)[0]?.code).toBe('food-business-permit')
  })
  it('is quick', () => {
    const start = performance.now()
    for (const one of asked) index.find(one.query)
    expect((performance.now() - start) / asked.length).toBeLessThan(20)
  })
})

describe('edit distance', () => {
  it.each([
    ['', 'abc', 3],
    ['派遣', '派潜', 1],
    ['ab', 'ba', 1],
    ['kitten', 'sitting', 3],
    ['same', 'same', 0],
  ])('%s to %s is %i', (a, b, distance) => expect(editDistance([...a], [...b])).toBe(distance))
})
