import type { ApplicantKind, FormField, FormGroup } from '../rules/service-item/item.ts'
import { applicantWords } from './catalogue-words.ts'

/** Who applies, asked with the same boxes and the same checks as the item's own questions. */
export function applicantForm(kinds: readonly ApplicantKind[]): readonly FormGroup[] {
  const person = { field: 'kind', equals: 'natural-person' } as const
  const line = (id: string, label: string, more: Partial<FormField> = {}): FormField => ({ id, label, required: true, type: 'text', ...more })
  return [
    {
      id: 'who',
      title: '申请人',
      fields: [
        {
          id: 'kind',
          label: '申请人类型',
          required: true,
          type: 'choice',
          options: kinds.map((kind) => ({ value: kind, label: applicantWords[kind] })),
        },
        line('name', '姓名', { showIf: person, max: 200 }),
        line('firm', '单位名称', { showIf: { not: person }, max: 200 }),
        {
          id: 'idType',
          label: '证件',
          required: true,
          type: 'choice',
          showIf: person,
          options: [
            { value: 'resident-id', label: '身份证' },
            { value: 'passport', label: '护照' },
            { value: 'other', label: '其他证件' },
          ],
        },
        line('residentId', '身份证号码', { type: 'resident-id', showIf: { all: [person, { field: 'idType', equals: 'resident-id' }] } }),
        line('otherId', '证件号码', { max: 40, showIf: { all: [person, { field: 'idType', oneOf: ['passport', 'other'] }] } }),
        line('uscc', '统一社会信用代码', { type: 'uscc', showIf: { not: person } }),
        line('phone', '联系电话', { type: 'phone' }),
        line('legalRepresentative', '法定代表人（负责人）', { required: false, showIf: { not: person }, max: 100 }),
        line('address', '住址（住所）', { required: false, max: 300 }),
        { id: 'agent', label: '由代理人办理', required: true, type: 'yes-no' },
        line('agentName', '代理人姓名', { showIf: { field: 'agent', equals: true }, max: 100 }),
        line('agentIdNumber', '代理人身份证号码', { type: 'resident-id', showIf: { field: 'agent', equals: true } }),
        line('agentPhone', '代理人电话', { type: 'phone', showIf: { field: 'agent', equals: true } }),
      ],
    },
  ]
}

type Filled = Readonly<Record<string, unknown>>

/** The applicant as the door takes it, from what was filled in. */
export function applicantOf(filled: Filled) {
  const text = (id: string): string | null =>
    typeof filled[id] === 'string' && (filled[id] as string).trim() !== '' ? (filled[id] as string).trim() : null
  const person = filled.kind === 'natural-person'
  const idType = person ? (text('idType') ?? 'resident-id') : 'uscc'
  return {
    applicantKind: filled.kind,
    applicant: {
      name: person ? text('name') : text('firm'),
      idType,
      idNumber: idType === 'uscc' ? text('uscc') : idType === 'resident-id' ? text('residentId') : text('otherId'),
      phone: text('phone'),
      address: text('address'),
      legalRepresentative: person ? null : text('legalRepresentative'),
      agentName: text('agentName'),
      agentIdNumber: text('agentIdNumber'),
      agentPhone: text('agentPhone'),
    },
  }
}
