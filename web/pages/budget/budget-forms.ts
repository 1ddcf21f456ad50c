import type { BudgetList } from '../../../contract/budget.ts'
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

/** A draft that is there already is replaced only by somebody who says so. */
export const importFields = (year: number, there: BudgetList['budgets']): readonly Field[] => [
  { kind: 'integer', name: 'year', label: '年度', least: 2000, most: 2199, first: year },
  { kind: 'choice', name: 'kind', label: '种类', options: kinds, first: 'budget' },
  { kind: 'yes', name: 'original', label: '这是已经公开的原文件（差错照原样留着，逐处决定是否更正）', first: false },
  {
    kind: 'yes',
    name: 'replace',
    label: '替换正在编制的内容',
    hint: '这一年已经有正在编制的内容，导入会替换其中的全部内容，以前的版本留在“对照”中。只想取回填好的表格的，请打开那一年，按“取回填好的文件”。',
    first: false,
    when: (values) => there.some((one) => one.year === Number(values.year) && one.kind === values.kind && one.phase === 'drafting'),
  },
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

const becomes = { kind: 'words', name: 'becomes', most: 6000 } as const
/** What shall stand there instead of `now`; nothing to say where the standard form corrects by itself; of a fault without a place, where it was corrected. */
export const decisionFields = (fault: { readonly carried: boolean; readonly now: string | null } | null): readonly Field[] => [
  ...(fault === null || !fault.carried
    ? []
    : fault.now === null
      ? [{ ...becomes, label: '在哪里、怎样更正的', hint: '例如：在“公开表”中补列了九张表' }]
      : [{ ...becomes, label: '更正为', first: fault.now, optional: true as const, hint: '清空表示删去这一处' }]),
  { kind: 'words', name: 'reason', label: '原因', most: 500 },
]
