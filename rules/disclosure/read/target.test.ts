import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { looksLikeTarget, parseOperator, parseTarget } from './target.ts'

describe('parseTarget', () => {
  it.each([
    ['≥90%', '≥', 90, '%'],
    ['90%', null, 90, '%'],
    ['≤10个', '≤', 10, '个'],
    ['≥95', '≥', 95, null],
    ['＞＝９５％', '≥', 95, '%'],
    ['>=95%', '≥', 95, '%'],
    ['≧3次', '≥', 3, '次'],
    ['＜2小时', '<', 2, '小时'],
    ['=100%', '=', 100, '%'],
    ['不少于3次', '≥', 3, '次'],
    ['不超过1,200元', '≤', 1200, '元'],
    ['大于等于98.5%', '≥', 98.5, '%'],
    ['95%以上', '≥', 95, '%'],
    ['5个工作日以内', '≤', 5, '个工作日'],
    ['≤15日', '≤', 15, '日'],
    ['≥3000元/户', '≥', 3000, '元/户'],
    ['-2℃', null, -2, '℃'],
  ])('%s', (text, operator, value, unit) => {
    expect(parseTarget(text)).toEqual({ operator, value, unit })
    expect(looksLikeTarget(text)).toBe(text !== '-2℃')
  })

  it.each([
    '',
    '优良',
    '显著提升',
    '90%-95%',
    '3~5天',
    '2020年',
    '2020年12月底前',
    '12月',
    '5日',
    '≥',
    '1.2.3%',
    '95%以上及100%',
    '3次，每次2天',
    '控制在预算内',
  ])('%s has no value', (text) => {
    expect(parseTarget(text).value).toBeNull()
    expect(parseTarget(text).unit).toBeNull()
  })

  it('reads what it is given in its own spelling, whatever the number', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('≥', '≤', '=', '>', '<'),
        fc.integer({ min: 0, max: 10 ** 9 }),
        fc.nat(4),
        fc.constantFrom('%', '个', '次', '件', '元'),
        (operator, digits, places, unit) => {
          const value = digits / 10 ** places
          expect(parseTarget(`${operator}${value.toFixed(places)}${unit}`)).toEqual({ operator, value, unit })
        },
      ),
    )
  })

  it('never throws', () => fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void parseTarget(text))))
})

it('an operator cell holds an operator and nothing else', () => {
  expect(['≥', '＝', '大于等于', '定性', '正向', '≥90'].map(parseOperator)).toEqual(['≥', '=', '≥', null, null, null])
})
