import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { inChinese } from './english.ts'
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
  const place = found.indexOf(one.expect)
  const line = `${one.query} (${one.kind}) gave ${found.slice(0, 3).join(', ') || 'nothing'}; wanted ${one.expect}`
  return { ...one, first: place === 0, hit: place >= 0 && place < 3, line }
})
const rate = (table: typeof asking, of: 'first' | 'hit' = 'hit') => table.filter((one) => one[of]).length / table.length
const told = (table: typeof asking) => table.flatMap((one) => (one.hit ? [] : [one.line])).join('\n')

describe('searching the catalogue by plain words', () => {
  it('asks at least a thousand things of items that exist', () => {
    expect(asked.length).toBeGreaterThanOrEqual(1000)
    const codes = new Set(items.map((item) => item.code))
    expect(asked.filter((one) => !codes.has(one.expect))).toEqual([])
  })
  it('brings the right item among the first three for nearly all', () => {
    const table = asking.filter((one) => !one.heldOut)
    expect(rate(table), told(table)).toBeGreaterThanOrEqual(0.98)
  })
  it('does so too for queries that were kept aside, and mostly first', () => {
    const table = asking.filter((one) => one.heldOut)
    expect(table.length).toBeGreaterThanOrEqual(100)
    expect(rate(table), told(table)).toBeGreaterThanOrEqual(0.97)
    expect(rate(table, 'first')).toBeGreaterThanOrEqual(0.9)
  })
  it.each([...new Set(asked.map((one) => one.kind))])('does not leave the %s queries behind', (kind) => {
    const table = asking.filter((one) => one.kind === kind)
    expect(rate(table), told(table)).toBeGreaterThanOrEqual(0.9)
  })
  it('leaves pinyin and initials alone where they look like English, and reads English within Chinese', () => {
    for (const typed of ['change', 'ktv', 'lwpq', 'shipin xuke', 'canyin', 'men', 'an', 'qwerty']) expect(inChinese(typed)).toBe(typed)
    expect(inChinese('How do I renew my food licence?')).toBe('延续食品许可证?')
    expect(inChinese('开 Coffee Shop')).toBe('开 咖啡店')
    expect(inChinese('resturant')).toBe('饭店')
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
  it('knows what is to be done from what is said', () => {
    expect(index.find('饭店换老板了')[0]?.code).toBe('food-business-change')
    expect(index.find('饭店的证快到期了')[0]?.code).toBe('food-business-renewal')
    expect(index.find('饭店')[0]?.code).toBe('food-business-permit')
    expect(index.find('协会不办了')[0]?.code).toBe('social-organisation-cancellation')
  })
  it('lets a trade give way to the matter', () => {
    expect(index.find('饭店污水排到下水道')[0]?.code).toBe('sewage-discharge-permit')
    expect(index.find('养猪场打井')[0]?.code).toBe('water-abstraction-permit')
  })
  it('says what it understood, and when it is not sure', () => {
    expect(index.answer('劳务派潜').understood).toEqual(['劳务派遣'])
    expect(index.answer('饭店搬家').understood).toEqual(['饭店', '搬家'])
    expect(index.answer('开饭店').sure).toBe(true)
    expect(index.find('饭店')[0]?.matched).toBe('食品经营许可（新办）')
    expect(index.find('鸡蛋灌饼')[0]?.matched).toBe('食品经营许可（新办）')
    expect(index.find('开饭店')[0]?.matched).toBe('开饭店')
    expect(index.answer('盖板').sure).toBe(false)
  })
  it('names the other house for what the bureau does not do, instead of a bad match', () => {
    for (const query of ['结婚登记', '护照', '社保卡', '我想办驾驶证', '公积金怎么提取']) {
      const { items: found, elsewhere } = index.answer(query)
      expect(found, query).toEqual([])
      expect(elsewhere?.where, query).toMatch(/./)
    }
    expect(index.answer('开民宿要不要营业执照')).toMatchObject({ items: [{ code: 'public-place-hygiene-permit' }], elsewhere: { word: '营业执照' } })
    expect(index.answer('开饭店').elsewhere).toBeUndefined()
  })
  it('says nothing of another house where the bureau has such an item', () => {
    const own = new SearchIndex([{ ...items[0]!, code: 'marriage', name: '婚姻登记', aliases: ['结婚登记'] }])
    expect(own.answer('婚姻登记')).toMatchObject({ items: [{ code: 'marriage' }], elsewhere: undefined })
  })
  it('answers alike when it is built upon the index before', () => {
    const again = new SearchIndex(items, new SearchIndex(items.slice(3)))
    for (const { query } of asked.slice(0, 50)) expect(again.answer(query)).toEqual(index.answer(query))
  })
  it('takes under 5 ms of the processor, and under 20 with 3,000 items', () => {
    const matters = ['渔业', '港口', '船舶', '桥梁', '供热', '气象', '测绘', '文物', '印刷', '广播']
    const wanted = ['许可', '审批', '核准', '登记', '变更登记', '注销登记', '延续', '资质认定', '验收', '补办']
    const many = Array.from({ length: 3000 - items.length }, (_, i) => ({
      ...items[i % items.length]!,
      code: `taken-${i}`,
      name: `${matters[i % 10]}${wanted[Math.floor(i / 10) % 10]}第${i}类`,
      aliases: [`办${matters[i % 10]}${i}`],
    }))
    const cost = (of: SearchIndex) => {
      for (const { query } of asked.slice(0, 100)) of.find(query)
      const before = process.threadCpuUsage()
      for (const { query } of asked.slice(0, 300)) of.find(query)
      const { user, system } = process.threadCpuUsage(before)
      return (user + system) / 1000 / 300
    }
    expect(cost(index)).toBeLessThan(5)
    expect(cost(new SearchIndex([...items, ...many]))).toBeLessThan(20)
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
