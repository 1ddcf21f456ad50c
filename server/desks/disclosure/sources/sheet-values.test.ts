import { describe, expect, it } from 'vitest'
import { cellStyles, PLAIN_STYLE, shownValue } from './sheet-values.ts'

const shown = (stored: string, format: string): string => {
  const escaped = format.replaceAll('&', '&amp;').replaceAll('"', '&quot;')
  const [style] = cellStyles(
    `<styleSheet><numFmts><numFmt numFmtId="170" formatCode="${escaped}"/></numFmts><cellXfs><xf numFmtId="170"/></cellXfs></styleSheet>`,
  )
  return shownValue(stored, style!)
}

describe('a stored number', () => {
  it.each([
    ['27.5', '0.00', '27.50'],
    ['27.456', '0.00', '27.456'],
    ['546.5233333333333', '#,##0.00', '546.52'],
    ['0.30000000000000004', 'General', '0.3'],
    ['0.55', '0.00%', '55.00%'],
    ['1', '0%', '100%'],
    ['5', '0"台"', '5台'],
    ['2.5', '#,##0.00_ ;[Red]-#,##0.00', '2.50'],
    ['3', '0.##', '3'],
    ['44561', 'yyyy"年"m"月"d"日"', '2021年12月31日'],
  ])('%s in %s is %s', (stored, format, expected) => expect(shown(stored, format)).toBe(expected))

  it('without a format stands as it is', () => expect(shownValue('1234.5', PLAIN_STYLE)).toBe('1234.5'))
})
