import { expect, it } from 'vitest'
import { answersOf, answersToPrint } from './answer-text.ts'
import type { FormGroup } from './item.ts'

const form: readonly FormGroup[] = [
  {
    id: 'project',
    title: '项目',
    fields: [
      { id: 'name', label: '项目名称', required: true, type: 'text', max: 80 },
      { id: 'kind', label: '类别', required: true, type: 'choice', options: [{ value: 'new', label: '新建' }] },
      { id: 'sum', label: '总投资', required: true, type: 'money' },
      { id: 'begins', label: '开工日期', required: true, type: 'date' },
      { id: 'foreign', label: '是否外资', required: true, type: 'yes-no' },
      { id: 'holder', label: '身份证号码', required: true, type: 'resident-id' },
      { id: 'phone', label: '电话', required: true, type: 'phone' },
      { id: 'country', label: '国别', required: true, type: 'text', max: 20, showIf: { field: 'foreign', equals: true } },
    ],
  },
]
const answers = {
  name: '光伏',
  kind: 'new',
  sum: 1_234_500,
  begins: '2026-05-01',
  foreign: false,
  holder: '11010519491231002X',
  phone: '13800001234',
  country: '不算数',
}

it('says every answer that counts as people read it, numbers of people masked', () => {
  const said = answersOf({ form }, answers, true)[0]!.fields.map(({ value }) => value)
  expect(said).toEqual(['光伏', '新建', '12345.00元', '2026-05-01', '否', '110***********002X', '138****1234'])
  expect(answersOf({ form }, answers, false)[0]!.fields.map(({ value }) => value)).toContain('11010519491231002X')
  expect(answersOf({ form }, null, false)).toEqual([])
})

it('prints what was filed without any number of a person', () => {
  expect(answersToPrint({ form }, answers).map(({ label, value }) => `${label} ${value}`)).toEqual([
    '项目名称 光伏',
    '类别 新建',
    '总投资 12345.00元',
    '开工日期 2026年5月1日',
    '是否外资 否',
  ])
  expect(answersToPrint({ form }, null)).toEqual([])
})
