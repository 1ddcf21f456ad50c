import type { ServiceItem } from '../../service-item/item.ts'

/** The same, for renewing a permit: the form asks for its last day, fifteen working days are to lie before it. */
export const aRenewal = (parts: Partial<ServiceItem> = {}): ServiceItem => {
  const [first, ...others] = anItem().form
  const permitEnd = { id: 'permitEnd', label: '许可证有效期至', required: true, type: 'date' } as const
  return anItem({
    form: [{ ...first!, fields: [...first!.fields, permitEnd] }, ...others],
    renewal: { endField: 'permitEnd', before: { days: 15, dayType: 'workday', article: '测试条例 第九条' } },
    ...parts,
  })
}

/** A small permit item with everything in it, for tests; parts can be replaced. */
export const anItem = (parts: Partial<ServiceItem> = {}): ServiceItem => ({
  code: 'test-permit',
  version: 1,
  name: '测试经营许可',
  aliases: [],
  field: '测试',
  procedure: 'permit',
  basicCode: null,
  implementationCode: null,
  institution: '442002',
  office: 'social-affairs',
  basis: [{ law: '测试条例', article: '第三条', text: '从事测试经营应当取得许可。', status: 'recalled' }],
  applicants: ['natural-person', 'enterprise'],
  conditions: ['有固定场所'],
  eligibility: [],
  materials: [
    {
      id: 'application',
      name: '申请书',
      form: 'either',
      originals: 1,
      copies: 0,
      necessary: true,
      source: 'applicant',
      maySupplyLater: false,
      acceptance: '签名',
    },
    {
      id: 'lease',
      name: '场所租赁合同',
      form: 'either',
      originals: 0,
      copies: 1,
      necessary: true,
      source: 'applicant',
      maySupplyLater: true,
      acceptance: '在有效期内',
    },
    {
      id: 'photo',
      name: '场所照片',
      form: 'electronic',
      originals: 1,
      copies: 0,
      necessary: false,
      source: 'applicant',
      maySupplyLater: false,
      acceptance: '清晰',
    },
  ],
  form: [
    {
      id: 'place',
      title: '经营场所',
      fields: [
        { id: 'address', label: '地址', required: true, type: 'text', max: 100 },
        { id: 'manager', label: '负责人身份证号', required: false, type: 'resident-id' },
      ],
    },
  ],
  limits: {
    statutory: { days: 20, dayType: 'workday', startEvent: 'accepted', article: '行政许可法 第四十二条' },
    promised: { days: 10, dayType: 'workday', startEvent: 'accepted', article: '承诺' },
    extension: { days: 10, dayType: 'workday', article: '行政许可法 第四十二条', approver: 'organ-head' },
    excluded: [{ kind: 'expert-review', name: '专家评审', article: '行政许可法 第四十五条', maxDays: 30, dayType: 'workday' }],
  },
  fee: { charged: false },
  steps: [
    {
      id: 'review',
      name: '审查',
      role: 'reviewer',
      days: 6,
      checklist: [
        { id: 'place', point: '场所与申请一致', necessary: true },
        { id: 'extra', point: '其他', necessary: false },
      ],
      siteInspection: false,
      phrases: ['符合条件。'],
    },
    {
      id: 'decision',
      name: '决定',
      role: 'decision-maker',
      days: 4,
      checklist: [{ id: 'lawful', point: '程序合法', necessary: true }],
      siteInspection: false,
      phrases: ['准予。'],
    },
  ],
  separation: true,
  result: { certificate: '测试经营许可证', validMonths: 60 },
  hearing: { announced: false, interestedParties: false },
  shortfall: { days: 10, dayType: 'workday' },
  visits: 0,
  guide: { place: '政务服务中心一楼', hours: '工作日', phone: '0335-0000000', complaintPhone: '12345', questions: [] },
  ...parts,
})

/** A filing: one step, no acceptance, no decision. */
export const aFiling = (parts: Partial<ServiceItem> = {}): ServiceItem =>
  anItem({
    code: 'test-filing',
    name: '测试备案',
    procedure: 'filing',
    limits: {
      statutory: { days: 5, dayType: 'workday', startEvent: 'documents-complete', article: '测试办法 第五条' },
      promised: { days: 1, dayType: 'workday', startEvent: 'documents-complete', article: '承诺' },
      extension: null,
      excluded: [],
    },
    steps: [
      {
        id: 'check',
        name: '核对',
        role: 'reviewer',
        days: 1,
        checklist: [{ id: 'complete', point: '材料齐全', necessary: true }],
        siteInspection: false,
        phrases: [],
      },
    ],
    separation: false,
    result: { certificate: null, validMonths: null },
    shortfall: null,
    ...parts,
  })
