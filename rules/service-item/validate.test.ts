import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { ServiceItem } from './item.ts'
import { mayStand, validateItem, validateTogether } from './validate.ts'

const read = (code: string) => JSON.parse(readFileSync(new URL(`../../data/items/${code}.json`, import.meta.url), 'utf8')) as ServiceItem
const permit = read('food-business-permit')
const filing = read('enterprise-investment-filing')
const renewal = read('labour-dispatch-permit')

/** A copy of an item with one place changed; `undefined` takes the place away. */
function changed(item: ServiceItem, path: string, value: unknown): unknown {
  const copy = structuredClone(item) as unknown as Record<string, unknown>
  const keys = path.split(/[.[\]]+/).filter((key) => key !== '')
  let at = copy
  for (const key of keys.slice(0, -1)) at = at[key] as Record<string, unknown>
  if (value === undefined) delete at[keys.at(-1)!]
  else at[keys.at(-1)!] = value
  return copy
}
const rulesAt = (value: unknown) => validateItem(value, 'x.json').map((finding) => `${finding.path} ${finding.rule}`)

describe('a sound item', () => {
  it.each([permit, filing])('$code has no errors', (item) => expect(mayStand(validateItem(item))).toBe(true))
  it('has its unverified bases told as doubts', () => {
    const doubts = validateItem(permit).filter((finding) => finding.rule === 'basis-unverified')
    expect(doubts).toHaveLength(permit.basis.filter((basis) => basis.status === 'recalled').length)
    expect(doubts.every((finding) => finding.severity === 'doubt')).toBe(true)
  })
})

describe('what 行政许可法 42 allows', () => {
  const own = { startEvent: 'accepted', dayType: 'workday', article: '行政许可法 第四十二条' } as const
  const promised = { ...own, days: 5, article: '承诺' }
  const more = (days: number, approver = 'organ-head') => ({ days, dayType: 'workday', article: '行政许可法 第四十二条', approver })
  it.each([
    [20, more(10), []],
    [21, more(10), ['limits.statutory.days limit-over-article-42']],
    [20, more(11), ['limits.extension.days limit-over-article-42']],
    [45, more(15, 'government-head'), []],
    [46, more(16, 'government-head'), ['limits.statutory.days limit-over-article-42', 'limits.extension.days limit-over-article-42']],
    [60, { ...more(30), article: '某条例 第五条' }, ['limits.statutory.days limit-over-article-42']],
  ])('%i days and %j', (days, extension, told) => {
    const limits = { ...permit.limits, statutory: { ...own, days }, promised, extension }
    expect(rulesAt({ ...permit, limits }).filter((one) => one.endsWith('article-42'))).toEqual(told)
    const elsewhere = {
      ...limits,
      statutory: { ...limits.statutory, article: '某条例 第四条' },
      extension: { ...extension, article: '某条例 第四条' },
    }
    expect(rulesAt({ ...permit, limits: elsewhere }).filter((one) => one.endsWith('article-42'))).toEqual([])
  })
})

describe('every slip is named by file, path and rule', () => {
  const first = permit.form[0]!.fields[0]!
  it.each([
    ['name', undefined, 'name shape-missing'],
    ['name', '', 'name shape-empty'],
    ['name', ' 食品', 'name shape-text'],
    ['name', '食\u0000品', 'name shape-text'],
    ['version', 1.5, 'version shape-number'],
    ['version', '1', 'version shape-type'],
    ['procedure', 'licence', 'procedure shape-choice'],
    ['aliases', '开饭店', 'aliases shape-type'],
    ['colour', 'red', 'colour shape-unknown-field'],
    ['limits.promised.days', -1, 'limits.promised.days shape-number'],
    ['materials[0].copies', null, 'materials[0].copies shape-type'],
    ['materials[0].showIf', { field: 'byAgent' }, 'materials[0].showIf.equals shape-missing'],
    ['materials[0].showIf', { field: 'staff', equals: 1.5 }, 'materials[0].showIf.equals shape-number'],
    ['materials[0].showIf', { all: [] }, 'materials[0].showIf.all shape-empty'],
    ['implementationCode', '123', 'implementationCode shape-text'],
    ['fee', { charged: true }, 'fee.standard shape-missing'],
    ['basis', [], 'basis basis-missing'],
    ['basis[0].article', '总则', 'basis[0].article basis-article'],
    ['basis[0].text', '该条规定：“国家对食品生产经营实行许可制度，从事食品销售应当取得许可”', 'basis[0].text basis-quoted'],
    ['materials[0].name', '法律法规规定的其他材料', 'materials[0].name material-vague'],
    ['materials[0].notes', '身份证等相关材料', 'materials[0].notes material-vague'],
    ['materials[0].originals', 0, 'materials[0] material-count-zero'],
    ['materials[1].issuer', undefined, 'materials[1].issuer material-issuer-missing'],
    ['materials[1].id', permit.materials[0]!.id, 'materials[1].id id-duplicate'],
    ['materials[0].showIf', { field: 'salary', equals: 1 }, 'materials[0].showIf condition-field-unknown'],
    ['materials[0].showIf', { field: 'businessForm', equals: 'circus' }, 'materials[0].showIf condition-value-impossible'],
    ['materials[0].showIf', { not: { field: 'byAgent', equals: 'yes' } }, 'materials[0].showIf condition-value-impossible'],
    ['form[0].fields[0].showIf', { field: 'staff', equals: 3 }, 'form[0].fields[0].showIf condition-field-later'],
    ['form[0].fields[0]', { ...first, type: 'choice' }, 'form[0].fields[0].options field-options-missing'],
    ['form[0].fields[0]', { ...first, type: 'list' }, 'form[0].fields[0].columns field-columns-missing'],
    ['form[0].fields[0]', { ...first, min: 9, max: 3 }, 'form[0].fields[0].min field-range-reversed'],
    ['form[1].fields[0].id', first.id, 'form[1].fields[0].id id-duplicate'],
    ['limits.promised.days', 11, 'limits.promised.days limit-promised-over-statutory'],
    ['limits.promised.days', 6, 'steps limit-steps-over-promised'],
    ['limits.promised.dayType', 'calendar', 'limits.promised.dayType limit-day-types-differ'],
    ['limits.promised', { ...permit.limits.promised, days: 40, dayType: 'calendar' }, 'limits.promised.days limit-promised-over-statutory'],
    ['limits.statutory', { ...permit.limits.statutory, days: 121, dayType: 'month' }, 'limits.statutory limit-months-absurd'],
    ['limits.promised', { ...permit.limits.promised, days: 1, dayType: 'month' }, 'limits.promised.days limit-promised-over-statutory'],
    ['limits.promised.startEvent', 'received', 'limits.promised.startEvent limit-start-events-differ'],
    ['limits.extension.dayType', 'calendar', 'limits.extension.dayType limit-extension-day-type'],
    [
      'limits.excluded',
      [{ kind: 'payment', name: '缴费', article: '行政许可法 第四十五条', maxDays: 5, dayType: 'workday' }],
      'limits.excluded[0].kind excluded-not-listed',
    ],
    ['steps[1].role', 'reviewer', 'steps[1].role step-last-not-decision'],
    ['steps[0].role', 'decision-maker', 'steps[0].role step-decision-early'],
    ['shortfall', null, 'shortfall shortfall-not-offered'],
    ['aliases[0]', permit.name, 'aliases[0] alias-is-name'],
    ['aliases[1]', permit.aliases[0], 'aliases[1] id-duplicate'],
  ])('%s = %j gives %s', (path, value, told) => expect(rulesAt(changed(permit, path, value))).toContain(told))

  it.each([
    ['steps', [...filing.steps, { ...filing.steps[0]!, id: 'second' }], 'steps filing-steps'],
    ['separation', true, 'separation filing-separation'],
    ['hearing.announced', true, 'hearing filing-hearing'],
    ['limits.extension', { days: 5, dayType: 'workday', article: '某条 第一条', approver: 'organ-head' }, 'limits.extension filing-extension'],
    ['limits.service', { days: 5, dayType: 'workday', article: '某条 第一条' }, 'limits.service filing-service'],
    ['limits.statutory.startEvent', 'accepted', 'limits.statutory.startEvent filing-start-event'],
    ['shortfall', { days: 5, dayType: 'workday' }, 'shortfall filing-shortfall'],
  ])('of a filing: %s = %j gives %s', (path, value, told) => expect(rulesAt(changed(filing, path, value))).toContain(told))

  it.each([
    ['renewal.endField', 'permitNumber', 'renewal.endField permit-end-field'],
    ['renewal.endField', 'nothing', 'renewal.endField permit-end-field'],
    ['renewal.when', { field: 'colour', equals: 'red' }, 'renewal.when condition-field-unknown'],
    ['renewal.when', { field: 'kind', equals: 'extension' }, 'renewal.when condition-value-impossible'],
    ['renewal.before.article', undefined, 'renewal.before.article shape-missing'],
    ['result.validMonths', null, 'renewal renewal-without-term'],
    ['renewal.wished', { endField: 'permitEnd', maxMonths: 12 }, 'renewal.wished renewal-term-twice'],
    ['renewal.wished', { endField: 'nothing', maxMonths: 12 }, 'renewal.wished.endField permit-end-field'],
    ['superior', '省厅', 'renewal renewal-not-decided-here'],
    ['renewal.before', { days: 30, dayType: 'calendar', article: '行政许可法 第五十条' }, 'renewal.before renewal-before-article-50'],
    ['renewal.before', { days: 45, dayType: 'workday', article: '《行政许可法》第五十条' }, 'renewal.before renewal-before-article-50'],
    ['renewal.numberField', 'permitEnd', 'renewal.numberField permit-number-field'],
    ['change', { numberField: 'nothing' }, 'change.numberField permit-number-field'],
    ['samePermit', ['labour-dispatch-permit'], 'samePermit same-permit-named-twice'],
    ['samePermit', ['other', 'other'], 'samePermit same-permit-named-twice'],
    ['change', { endField: 'permitNumber' }, 'change.endField permit-end-field'],
    ['change', { when: { field: 'kind', equals: 'extension' } }, 'change.when condition-value-impossible'],
  ])('of a renewal: %s = %j gives %s', (path, value, told) => {
    expect(mayStand(validateItem(renewal))).toBe(true)
    expect(rulesAt(changed(renewal, path, value))).toContain(told)
  })

  it('wants the items whose permits are changed or renewed named as of the same permit, in matters of public safety', () => {
    const told = (samePermit: readonly string[], publicSafety: boolean) =>
      rulesAt({ ...renewal, samePermit, publicSafety, renewal: { ...renewal.renewal!, of: ['labour-dispatch-permit', 'other'] } })
    expect(told([], true)).toContain('renewal.of same-permit-missing')
    expect(told(['other'], true)).not.toContain('renewal.of same-permit-missing')
    expect(told([], false)).not.toContain('renewal.of same-permit-missing')
  })

  it('tells of questions that wait for each other', () => {
    const field = (id: string, on: string) => ({ id, label: id, required: false, type: 'yes-no' as const, showIf: { field: on, equals: true } })
    const circular = changed(permit, 'form[0].fields', [field('a', 'b'), field('b', 'c'), field('c', 'a')])
    const told = validateItem(circular).find((finding) => finding.rule === 'condition-circular')
    expect(told?.sentence).toContain('a → b → c → a')
  })

  it('names the file, speaks Chinese, and never throws, whatever comes', () => {
    expect(validateItem(changed(permit, 'name', ''), 'x.json')[0]).toMatchObject({ file: 'x.json', sentence: '不能为空。' })
    for (const value of [null, undefined, 3, 'x', [], {}, { code: [] }, { materials: [null] }, { ...permit, form: [{}] }])
      expect(validateItem(value).some((finding) => finding.severity === 'error')).toBe(true)
  })
})

describe('items together', () => {
  it('share no code, no name and no set of materials', () => {
    const alone = { ...permit, samePermit: [] }
    const twin = { ...alone, code: 'twin', name: '另一个事项' }
    const told = validateTogether([
      { file: 'a.json', item: alone },
      { file: 'b.json', item: twin },
      { file: 'c.json', item: { ...filing, code: permit.code } },
    ])
    expect(told.map((finding) => `${finding.file} ${finding.rule}`)).toEqual(['c.json item-code-duplicate', 'b.json item-materials-same'])
    expect(told[1]?.sentence).toContain('a.json')
  })

  it.each([
    [['b'], ['a'], true, []],
    [['b'], [], true, ['a.json same-permit-one-sided']],
    [['b'], ['a', 'c'], true, ['a.json same-permit-one-sided', 'b.json same-permit-unknown']],
    [['b'], ['a'], false, ['a.json same-permit-safety', 'b.json same-permit-safety']],
    [['c'], [], true, ['a.json same-permit-unknown']],
  ])('of one permit: %j and %j, alike for safety: %j', (ofA, ofB, publicSafety, told) => {
    const a = { ...permit, code: 'a', name: '甲', publicSafety: true, samePermit: ofA }
    const b = { ...filing, code: 'b', name: '乙', publicSafety, samePermit: ofB }
    const found = validateTogether([
      { file: 'a.json', item: a },
      { file: 'b.json', item: b },
    ])
    expect(found.map((finding) => `${finding.file} ${finding.rule}`).toSorted()).toEqual(told)
  })
})
