import { expect, test } from 'vitest'
import { type PaperKind, paperKinds } from './paper-kinds.ts'
import { formatPaperNumber, paperCounterId, standardPaperNumberStyle } from './paper-number.ts'

test('a number has the organ, the kind, the year in 〔〕 and a serial without leading zeros', () => {
  expect(formatPaperNumber({ letterCode: '秦开审批', kind: 'acceptance-notice', year: 2026, serial: 12 })).toBe('秦开审批受字〔2026〕12号')
  expect(formatPaperNumber({ letterCode: '秦开审批', kind: 'supplement-notice', year: 2026, serial: 1 })).toBe('秦开审批补字〔2026〕1号')
  expect(formatPaperNumber({ letterCode: '秦开审批', kind: 'grant-decision', year: 2026, serial: 10_000 })).toBe('秦开审批准字〔2026〕10000号')
})

test('a bureau may set its own pattern and words; what stands in them is not read as a place again', () => {
  const style = { pattern: '{letterCode}许{word}[{year}]第{serial}号', words: { 'grant-decision': '决' } as const }
  expect(formatPaperNumber({ letterCode: '{year}', kind: 'grant-decision', year: 2026, serial: 3 }, style)).toBe('{year}许决[2026]第3号')
  expect(formatPaperNumber({ letterCode: '秦', kind: 'receipt', year: 2026, serial: 3 }, style)).toBe('秦许收字[2026]第3号')
})

test('two kinds never share a number: their words differ', () => {
  const words = (Object.keys(paperKinds) as PaperKind[]).map((kind) => paperKinds[kind].numberWord)
  expect(new Set(words).size).toBe(words.length)
  expect(standardPaperNumberStyle.pattern).toContain('{word}')
})

test('one counter per kind and year', () => {
  expect(paperCounterId('receipt', 2026)).toBe('paper-number/receipt/2026')
  expect(paperCounterId('receipt', 2027)).not.toBe(paperCounterId('receipt', 2026))
})
