import type { Sheet } from '../../../../rules/paper/sheet.ts'
import type { PlainDate } from '../../../../rules/time/plain-date.ts'

/** A sheet with nothing special on it; a test names what it is about. */
export const plainSheet = (changes: Partial<Sheet> = {}): Sheet => ({
  form: 'letter',
  heading: '某某区行政审批局',
  number: '某审批受字〔2026〕1号',
  title: '通知书',
  addressee: '某某公司',
  paragraphs: [{ text: '正文。' }],
  signature: { organ: '某某区行政审批局', date: '2026-03-02' as PlainDate },
  seal: { draw: 'place' },
  ...changes,
})
