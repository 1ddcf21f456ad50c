import type { Field } from '../../ui/field.ts'

const kinds = [
  { value: 'budget', label: '预算' },
  { value: 'accounts', label: '决算' },
]

export const openFields = (year: number, department: string): readonly Field[] => [
  { kind: 'integer', name: 'year', label: '年度', least: 2000, most: 2199, first: year },
  { kind: 'choice', name: 'kind', label: '种类', options: kinds, first: 'budget' },
  { kind: 'line', name: 'department', label: '部门名称', most: 200, first: department },
  {
    kind: 'choice',
    name: 'from',
    label: '内容',
    first: 'blank',
    options: [
      { value: 'blank', label: '空白，带九张公开表' },
      { value: 'last-year', label: '沿用上年的文字和项目' },
    ],
  },
]

export const importFields = (year: number): readonly Field[] => [
  { kind: 'integer', name: 'year', label: '年度', least: 2000, most: 2199, first: year },
  { kind: 'choice', name: 'kind', label: '种类', options: kinds, first: 'budget' },
  { kind: 'yes', name: 'original', label: '这是已经公开的原文件（差错照原样留着，逐处决定是否更正）', first: false },
]

export const replyFields: readonly Field[] = [
  { kind: 'day', name: 'on', label: '批复日期' },
  { kind: 'line', name: 'document', label: '批复文号', most: 200 },
]

export const unitDisclosureFields: readonly Field[] = [
  { kind: 'day', name: 'on', label: '公开日期' },
  { kind: 'line', name: 'where', label: '公开的地方', most: 300, hint: '例如：政府门户网站预决算公开专栏' },
]

export const reasonFields: readonly Field[] = [{ kind: 'words', name: 'reason', label: '原因', most: 500 }]

/** `first`: the words to be corrected; null where the standard form corrects by itself. */
export const decisionFields = (first: string | null): readonly Field[] => [
  ...(first === null
    ? []
    : [{ kind: 'words', name: 'becomes', label: '更正为', most: 6000, first, optional: true, hint: '清空表示删去这一处' } as const]),
  { kind: 'words', name: 'reason', label: '原因', most: 500 },
]
