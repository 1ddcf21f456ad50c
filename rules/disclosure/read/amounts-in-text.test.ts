import { describe, expect, it } from 'vitest'
import { amountsInText } from './amounts-in-text.ts'

const of = (text: string) => amountsInText(text, { line: 1 }).map((amount) => [amount.leaf.raw, amount.leaf.value, amount.label])

describe('amountsInText', () => {
  it('finds every amount with the words before it', () => {
    expect(of('基本支出470.9万元，包括人员经费326.63万元；项目支出１２３．５元。')).toEqual([
      ['470.9万元', 470_900_000, '基本支出'],
      ['326.63万元', 326_630_000, ',包括人员经费'],
      ['１２３．５元', 12_350, '项目支出'],
    ])
  })
  it('takes a number without a unit for no amount', () => expect(of('2020年减少0.48的主要原因是3辆车，占12%')).toEqual([]))
  it('knows a negative sign, and does not know which amount of a range is meant', () => {
    expect(of('增加-0.5万元')[0]!.slice(0, 2)).toEqual(['-0.5万元', -500_000])
    expect(of('共3-5万元')[0]!.slice(0, 2)).toEqual(['5万元', null])
  })
  it('keeps the place of a blank to be filled, with no value', () => {
    expect(of('安排XX万元，其中____元')).toEqual([
      ['XX万元', null, '安排'],
      ['____元', null, ',其中'],
    ])
    expect(of('支出XX.XX万元')).toEqual([['XX.XX万元', null, '支出']])
  })
  it('does not take 万 in a word for a unit', () => expect(of('3万人受益')).toEqual([]))
  it('reads run-together points as unknown', () => expect(of('安排27.5027.50万元')[0]!.slice(0, 2)).toEqual(['27.5027.50万元', null]))
})
