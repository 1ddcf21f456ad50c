import { expect, test } from 'vitest'
import { cellAsWritten, harmlessCell } from './harmless-cell.ts'

test.each([
  ['=HYPERLINK("http://evil.cn","点我")', `'=HYPERLINK("http://evil.cn","点我")`],
  ['@SUM(A1)', `'@SUM(A1)`],
  ['+86 0335', `'+86 0335`],
  ['-2+cmd|calc', `'-2+cmd|calc`],
  ['\t=1', `'\t=1`],
  ['＝1+1', `'＝1+1`],
  ['-12,300.50', '-12,300.50'],
  ['+3.2%', '+3.2%'],
  ['-', '-'],
  ['一、总则', '一、总则'],
  ['', ''],
])('%j goes out as %j', (text, cell) => {
  expect(harmlessCell(text)).toBe(cell)
  expect(cellAsWritten(cell)).toBe(text)
})
