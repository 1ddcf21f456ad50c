import type { FormGroup, ServiceItem, Step } from '../../../../rules/service-item/item.ts'

/** Questions that any application must answer: another system's list says nothing of forms, so an editor completes this before proposing. */
export const importedForm: readonly FormGroup[] = [
  {
    id: 'applicant',
    title: '申请人',
    fields: [
      { id: 'applicantName', label: '申请人名称（姓名）', required: true, type: 'text', max: 80 },
      { id: 'contactPhone', label: '联系电话', required: true, type: 'phone' },
      { id: 'address', label: '地址', required: true, type: 'text', max: 120 },
    ],
  },
  { id: 'matter', title: '申请内容', fields: [{ id: 'contents', label: '申请内容', required: true, type: 'long-text', min: 2, max: 2000 }] },
]

/** Review and decision, or the one step of a filing, dividing the promised days: two thirds for the review. */
export function importedSteps(procedure: ServiceItem['procedure'], promisedDays: number): readonly Step[] {
  const step = (id: string, name: string, role: Step['role'], days: number, point: string, phrase: string): Step => ({
    id,
    name,
    role,
    days,
    checklist: [{ id: `${id}-complete`, point, necessary: true }],
    siteInspection: false,
    phrases: [phrase],
  })
  if (procedure === 'filing') return [step('filing-check', '备案核对', 'decision-maker', promisedDays, '备案信息齐全', '信息齐全，予以备案。')]
  const review = Math.floor((promisedDays * 2) / 3)
  return [
    step('review', '审查', 'reviewer', review, '材料齐全，符合法定形式和条件', '经审查符合条件，建议准予。'),
    step('decision', '决定', 'decision-maker', promisedDays - review, '审查意见明确', '准予。'),
  ]
}
