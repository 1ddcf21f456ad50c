import { expect, it } from 'vitest'
import { maskIdNumber, maskName, maskPhone } from './masking.ts'

it.each([
  [maskName, '张三', '张*'],
  [maskName, '欧阳娜娜', '欧***'],
  [maskName, '𠮷田', '𠮷*'],
  [maskName, '张', '*'],
  [maskName, '', ''],
  [maskIdNumber, '130302199001011234', '130***********1234'],
  [maskIdNumber, '12345678', '123*5678'],
  [maskIdNumber, '1234567', '*******'],
  [maskPhone, '13812341234', '138****1234'],
  [maskPhone, '110', '***'],
])('%o hides %s as %s', (mask, value, shown) => {
  expect(mask(value)).toBe(shown)
})
