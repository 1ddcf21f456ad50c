import { expect, test } from 'vitest'
import { applicantForm } from './receipt-form.ts'
import { carriedOver } from './same-words.ts'
import type { FormField } from '../rules/service-item/item.ts'

const who = applicantForm(['natural-person', 'enterprise'])
const firm = {
  kind: 'enterprise',
  firm: '海诺公司',
  uscc: '91130301MA0HE7ATM7',
  legalRepresentative: '张秀兰',
  phone: '13800000009',
  name: '不问的姓名',
}
const person = { kind: 'natural-person', name: '李明', idType: 'resident-id', residentId: '130302199001011234', phone: '13800000008' }
const field = (id: string, label: string, type: FormField['type'] = 'text'): FormField => ({ id, label, type, required: true })
const form = [
  {
    id: 'g',
    title: '申请人',
    fields: [
      field('a', '经营者名称'),
      field('b', '名称（姓名）'),
      field('c', '法定代表人'),
      field('d', '联系电话', 'phone'),
      field('e', '联系电话'),
      field('f', '拟登记名称'),
    ],
  },
]

test.each([
  [
    'a firm: its name under each of its names, its representative, its phone where a phone is asked for',
    firm,
    { a: '海诺公司', b: '海诺公司', c: '张秀兰', d: '13800000009' },
  ],
  ['a person: the name only where a person may be named', person, { b: '李明', d: '13800000008' }],
])('%s', (_, said, carried) => {
  expect(carriedOver(who, said, form, {})).toEqual(carried)
})

test('what was answered stays', () => {
  expect(carriedOver(who, firm, form, { a: '海诺饭店', d: '' })).toMatchObject({ a: '海诺饭店', d: '', b: '海诺公司' })
})
