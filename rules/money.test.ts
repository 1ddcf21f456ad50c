import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FEN_PER_UNIT, type MoneyUnit, decimalToFen, formatMoney, narrow, parseDecimal, parseMoney, roundMoney, sumMoney } from './money.ts'

describe('parseMoney', () => {
  it.each<[string, MoneyUnit | null, number | null]>([
    ['27.50', '万元', 27_500_000],
    ['124.5503', '万元', 124_550_300],
    ['546.52万元', null, 546_520_000],
    ['1,234.56 元', '万元', 123_456],
    ['１２，３４５．６０', '元', 1_234_560],
    ['（3.2）', '万元', -3_200_000],
    ['(3.2)万元', null, -3_200_000],
    ['－0.48', '万元', -480_000],
    ['负0.48万元', null, -480_000],
    ['△1', '元', -100],
    ['¥5.01', '元', 501],
    ['546.52萬元', null, 546_520_000],
    ['0', '万元', 0],
    ['0.000001', '万元', 1],
    ['0.0000001', '万元', null],
    ['', '万元', null],
    ['无', '万元', null],
    ['-', '万元', null],
    ['——', '万元', null],
    ['27.5027.50', '万元', null],
    ['1,23', '元', null],
    ['12,3456', '元', null],
    ['1 234', '元', null],
    ['27.', '万元', null],
    ['.5', '万元', null],
    ['XX', '万元', null],
    ['27.50', null, null],
    ['99999999999999', '万元', null],
  ])('%s in %s', (text, unit, fen) => {
    expect(parseMoney(text, unit)).toBe(fen)
  })

  it('reads back whatever it writes, in every unit', () => {
    const units = Object.keys(FEN_PER_UNIT) as MoneyUnit[]
    fc.assert(
      fc.property(
        fc.oneof(fc.maxSafeInteger(), fc.integer({ min: -99_999, max: 99_999_999 })),
        fc.constantFrom(...units),
        fc.integer({ min: 0, max: 4 }),
        (fen, unit, places) => {
          expect(parseMoney(formatMoney(fen, unit, places), unit)).toBe(fen)
        },
      ),
    )
  })

  it('agrees with an oracle that counts digits by hand', () => {
    fc.assert(
      fc.property(fc.nat(999_999_999), fc.nat(999_999), (whole, fraction) => {
        const text = `${whole.toLocaleString('en-US')}.${String(fraction).padStart(6, '0')}`
        expect(parseMoney(text, '万元')).toBe(whole * 1_000_000 + fraction)
      }),
    )
  })
})

describe('writing', () => {
  it.each([
    [4_700_000, '4.70'],
    [124_550_300, '124.5503'],
    [-1, '-0.000001'],
    [0, '0.00'],
  ])('formatMoney %d', (fen, text) => expect(formatMoney(fen)).toBe(text))
  it.each([
    [124_550_300, '124.55'],
    [5_000, '0.01'],
    [4_999, '0.00'],
    [-5_000, '-0.01'],
    [-4_999, '0.00'],
  ])('roundMoney %d', (fen, text) => expect(roundMoney(fen)).toBe(text))
})

it('narrow keeps the length and turns full width into half width', () => {
  expect(narrow('１，２．３％（）　')).toBe('1,2.3%() ')
})

it('a decimal finer than a 分 is not money', () => {
  expect(decimalToFen(parseDecimal('0.005')!, '元')).toBeNull()
})

it('a sum with an unknown part is unknown', () => {
  expect(sumMoney([1, 2, 3])).toBe(6)
  expect(sumMoney([1, null])).toBeNull()
  expect(sumMoney([Number.MAX_SAFE_INTEGER, 1])).toBeNull()
})
