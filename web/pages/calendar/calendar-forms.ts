import type { Field } from '../../ui/field.ts'

/** A year's table as the notice lists it: spans of days off, single days of work. */
export const yearFields = (year: number): readonly Field[] => [
  { kind: 'integer', name: 'year', label: '年份', least: 2015, most: 2199, first: year },
  { kind: 'line', name: 'notice', label: '通知文号', most: 60, hint: '例如：国办发明电〔2025〕7号' },
  { kind: 'line', name: 'noticeTitle', label: '通知标题', most: 200, first: `国务院办公厅关于${year}年部分节假日安排的通知` },
  { kind: 'day', name: 'noticeDate', label: '通知日期' },
  {
    kind: 'rows',
    name: 'off',
    label: '放假',
    add: '再加一段',
    least: 1,
    hint: '通知所列的放假时段，首尾都算；周末在其中的也照列。',
    columns: [
      { kind: 'line', name: 'name', label: '节日', most: 50 },
      { kind: 'day', name: 'from', label: '从' },
      { kind: 'day', name: 'to', label: '到' },
    ],
    first: ['元旦', '春节', '清明节', '劳动节', '端午节', '中秋节', '国庆节'].map((name) => ({ name })),
  },
  {
    kind: 'rows',
    name: 'work',
    label: '调休上班',
    add: '加一天',
    least: 0,
    columns: [
      { kind: 'line', name: 'name', label: '哪个节日的调休', most: 50 },
      { kind: 'day', name: 'from', label: '日期' },
    ],
  },
]

export const dayFields: readonly Field[] = [
  { kind: 'day', name: 'day', label: '日期' },
  {
    kind: 'choice',
    name: 'kind',
    label: '改为',
    options: [
      { value: 'work', label: '上班' },
      { value: 'rest', label: '休息' },
    ],
  },
  { kind: 'line', name: 'document', label: '依据文号', most: 100 },
  { kind: 'words', name: 'reason', label: '原因', most: 300 },
]

interface Span {
  readonly name: string
  readonly from: string
  readonly to?: string
}

/** Every day of each span, with its name. A span that ends before it begins gives its first day only; the server judges the table. */
export function namedDays(spans: unknown): readonly { readonly day: string; readonly name: string }[] {
  return ((spans as readonly Span[] | undefined) ?? []).flatMap(({ name, from, to }) => {
    const first = Date.parse(`${from}T00:00:00Z`)
    const days = Math.min(60, Math.max(0, Math.round((Date.parse(`${to ?? from}T00:00:00Z`) - first) / 86_400_000)))
    return Array.from({ length: days + 1 }, (_, n) => ({ day: new Date(first + n * 86_400_000).toISOString().slice(0, 10), name }))
  })
}
