const DIGITS = '零一二三四五六七八九'

/** 0 … 99 as in headings and periods: 一, 十, 十二, 三十. */
export function chineseNumeral(value: number): string {
  const [tens, ones] = [Math.floor(value / 10), value % 10]
  return `${tens > 1 ? DIGITS[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 || value === 0 ? DIGITS[ones] : ''}`
}
