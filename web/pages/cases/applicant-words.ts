import type { ApplicantKind } from '../../../rules/service-item/item.ts'

export const applicantKinds: Readonly<Record<ApplicantKind, string>> = {
  'natural-person': '个人',
  enterprise: '企业',
  'public-institution': '事业单位',
  'social-organisation': '社会组织',
  'administrative-organ': '行政机关',
  'other-organisation': '其他组织',
}

export const idTypes: Readonly<Record<string, string>> = { uscc: '统一社会信用代码', 'resident-id': '身份证号码', passport: '护照号码', other: '其他证件号码' }
