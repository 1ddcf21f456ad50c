import type { caseActInputs } from '../../../contract/case-act-inputs.ts'
import type { CasePage } from '../../../contract/cases.ts'
import type { ServiceItem } from '../../../rules/service-item/item.ts'
import type { Field, Option } from '../../ui/field.ts'

export type Act = keyof typeof caseActInputs

/** What the form of an act is drawn from. */
export interface Around {
  readonly page: CasePage
  /** The version the case began under; absent while it is fetched. */
  readonly item: ServiceItem | undefined
  /** Colleagues who may be named. */
  readonly people: readonly Option[]
  readonly me: { readonly id: string; readonly name: string }
  readonly today: string
}

export interface ActForm {
  /** One sentence above the form: what this press does. */
  readonly says?: string
  readonly fields: readonly Field[]
  /** What is sent besides what is filled in. */
  readonly fixed?: Readonly<Record<string, unknown>>
  /** Shows the materials' own form in place of fields. */
  readonly materials?: 'supplement' | 'shortfall'
}

const running = ({ page }: Around) => page.steps.find(({ stands }) => stands === 'running')
const points = (around: Around): readonly Option[] =>
  (running(around)?.checklist ?? []).map(({ id, point, necessary }) => ({ value: id, label: point, ...(necessary ? {} : { hint: '（选查）' }) }))
const ticks = (around: Around): Field[] => {
  const options = points(around)
  return options.length === 0 ? [] : [{ kind: 'checks', name: 'ticked', label: '审查要点', options, optional: true }]
}
const opinion = (around: Around, label = '意见'): Field => ({
  kind: 'words',
  name: 'opinion',
  label,
  most: 2000,
  phrases: running(around)?.phrases ?? [],
})
const reason = (label = '原因', most = 500): Field => ({ kind: 'words', name: 'reason', label, most })

const parts = ({ page }: Around): readonly Option[] => [
  { value: 'form', label: '申请表' },
  ...page.materials.map(({ material, name }) => ({ value: material, label: name })),
]
const livePapers = ({ page }: Around): readonly Option[] =>
  page.papers.filter(({ status }) => status !== 'voided').map(({ id, title, number }) => ({ value: id, label: `${title} ${number}` }))
const parties = ({ page }: Around): readonly Option[] => [
  { value: 'applicant', label: `申请人 ${page.applicant.name}` },
  ...page.thirdParties.map(({ id, name }) => ({ value: id, label: name })),
]

const faultPhrases = ['未提交', '未签名或未盖章', '不在有效期内', '复印件不清晰', '内容与申请表不一致', '份数不足']
const corrections = ['补充提交原件', '签名并加盖公章后重新提交', '更换有效期内的证件', '重新提交清晰的扫描件', '按申请表更正后重新提交']
const faults = (around: Around): Field => ({
  kind: 'rows',
  name: 'faults',
  label: '需要补正的内容',
  hint: '一次告知全部问题；同一材料的问题写在一条里。',
  add: '再加一处',
  least: 1,
  columns: [
    { kind: 'choice', name: 'material', label: '材料', options: parts(around), find: true },
    { kind: 'words', name: 'fault', label: '问题', most: 1000, phrases: faultPhrases },
    { kind: 'words', name: 'correction', label: '怎样改正', most: 1000, phrases: corrections },
  ],
  first: firstFaults(around),
})
/** What is missing is a fault already; else one empty line to begin with. */
const firstFaults = ({ page }: Around): readonly object[] => {
  const missing = page.materials.filter(({ handedIn, necessary }) => handedIn === null && necessary)
  return missing.length === 0 ? [{}] : missing.map(({ material }) => ({ material, fault: '未提交' }))
}
const faultsForm = (around: Around, says: string): ActForm => ({
  says,
  fields: [faults(around), ...(around.page.supplements.length > 0 ? [reason('再次告知的原因')] : [])],
})

const methods: readonly Option[] = [
  { value: 'direct', label: '直接送达' },
  { value: 'electronic', label: '电子送达' },
  { value: 'post', label: '邮寄' },
  { value: 'left', label: '留置' },
  { value: 'entrusted', label: '委托' },
  { value: 'announced', label: '公告' },
]

const groundOf = (values: Readonly<Record<string, unknown>>): string => (values.ground as { kind?: string } | undefined)?.kind ?? ''

/** The form of every act: the body of its door, asked in the clerk's words. */
export const actForms: Readonly<Record<Act, (around: Around) => ActForm>> = {
  'supplement-materials': () => ({ says: '登记申请人补来的材料；全部补齐后重新计算五个工作日。', fields: [], materials: 'supplement' }),
  'meet-shortfall': () => ({ says: '登记申请人补交的容缺材料。', fields: [], materials: 'shortfall' }),
  'withdraw-application': () => ({ says: '申请人要求撤回，办理就此结束。', fields: [reason('撤回原因')] }),
  'request-supplement': (around) => faultsForm(around, '出具补正告知书，须一次告知需要补正的全部内容。'),
  'accept-case': () => ({ says: '材料齐全、符合法定形式，予以受理，出具受理通知书，开始计算审查期限。', fields: [] }),
  'accept-with-shortfall': ({ page }) => ({
    says: '先行受理，所列材料限期补交；补齐之前不能作出决定。',
    fields: [
      {
        kind: 'checks',
        name: 'materials',
        label: '待补交的材料',
        options: page.materials
          .filter(({ handedIn, necessary }) => handedIn === null && necessary)
          .map(({ material, name, maySupplyLater }) => ({ value: material, label: name, ...(maySupplyLater ? {} : { hint: '（不可容缺）' }) })),
        first: page.materials
          .filter(({ handedIn, necessary, maySupplyLater }) => handedIn === null && necessary && maySupplyLater)
          .map(({ material }) => material),
      },
    ],
  }),
  'declare-not-permit-matter': () => ({
    says: '该事项依法不需要取得行政许可，即时告知不受理。',
    fields: [
      reason('不受理的理由', 1000),
      { kind: 'words', name: 'basis', label: '依据', most: 500, optional: true },
      { kind: 'words', name: 'advice', label: '建议', most: 500, optional: true },
    ],
  }),
  'decline-case': () => ({
    says: '作出不予受理决定，决定书载明理由和救济途径。',
    fields: [
      {
        kind: 'choice',
        name: ['ground', 'kind'],
        label: '情形',
        options: [
          { value: 'other-organ', label: '不属于本机关职权范围' },
          { value: 'other', label: '其他依法不予受理的情形' },
        ],
      },
      { kind: 'line', name: ['ground', 'rightOrgan'], label: '有权办理的机关', most: 200, when: (values) => groundOf(values) === 'other-organ' },
      {
        kind: 'line',
        name: ['ground', 'rightOrganAddress'],
        label: '该机关地址',
        most: 300,
        optional: true,
        when: (values) => groundOf(values) === 'other-organ',
      },
      { kind: 'words', name: ['ground', 'basis'], label: '依据', most: 500, when: (values) => groundOf(values) === 'other' },
      { kind: 'texts', name: 'reasons', label: '理由', add: '再加一条理由', least: 1 },
    ],
  }),
  'claim-case': () => ({ says: '由您经办这一件。', fields: [] }),
  'hand-over-case': ({ people }) => ({ fields: [{ kind: 'choice', name: 'to', label: '移交给', options: people, find: true }, reason('移交原因')] }),
  'take-over-case': ({ people }) => ({
    says: '经办人离岗或请假，由您指定的人接着办。',
    fields: [{ kind: 'choice', name: 'to', label: '接办人', options: people, find: true }, reason('接管原因')],
  }),
  'pass-step': (around) => ({
    says: `通过“${running(around)?.name ?? '当前环节'}”，转入下一环节。`,
    fields: [...ticks(around), opinion(around)],
    fixed: { step: running(around)?.id ?? '' },
  }),
  'return-step': (around) => ({
    says: '退回前面的环节重新办理，期限继续计算。',
    fields: [
      {
        kind: 'choice',
        name: 'to',
        label: '退回到',
        options: around.page.steps.filter(({ stands }) => stands === 'passed').map(({ id, name }) => ({ value: id, label: name })),
      },
      reason('退回原因', 1000),
    ],
  }),
  'record-site-inspection': ({ page, today }) => ({
    says: '现场核查须有两名以上工作人员参加，记录后出具现场核查笔录。',
    fields: [
      { kind: 'day', name: 'on', label: '核查日期', first: today },
      { kind: 'time', name: 'startedAt', label: '开始时间' },
      { kind: 'time', name: 'endedAt', label: '结束时间' },
      { kind: 'line', name: 'place', label: '地点', most: 300, first: page.applicant.address ?? '' },
      {
        kind: 'rows',
        name: 'inspectors',
        label: '核查人员',
        add: '再加一名',
        least: 2,
        columns: [
          { kind: 'line', name: 'name', label: '姓名', most: 100 },
          { kind: 'line', name: 'licence', label: '执法证号', most: 60, optional: true },
        ],
      },
      {
        kind: 'rows',
        name: 'present',
        label: '在场人员',
        add: '再加一名',
        least: 0,
        columns: [
          { kind: 'line', name: 'name', label: '姓名', most: 100 },
          { kind: 'line', name: 'role', label: '身份', most: 100 },
        ],
      },
      {
        kind: 'rows',
        name: 'findings',
        label: '核查情况',
        add: '再加一项',
        least: 1,
        columns: [
          { kind: 'line', name: 'point', label: '核查内容', most: 500 },
          { kind: 'words', name: 'found', label: '查见情况', most: 2000, phrases: ['与申报材料一致', '符合要求'] },
          { kind: 'yes', name: 'conforms', label: '符合', first: true },
        ],
      },
      { kind: 'files', name: 'photos', label: '现场照片', optional: true },
      { kind: 'words', name: 'remarks', label: '备注', most: 2000, optional: true },
    ],
  }),
  'start-excluded-procedure': ({ item }) => ({
    says: '所需时间不计入办理期限，须书面告知申请人。',
    fields: [
      {
        kind: 'choice',
        name: 'kind',
        label: '程序',
        find: true,
        options: (item?.limits.excluded ?? []).map(({ kind, name, maxDays, dayType, article }) => ({
          value: kind,
          label: `${name}（至多${maxDays}${dayType === 'workday' ? '个工作日' : '日'}，${article}）`,
        })),
      },
      { kind: 'integer', name: 'days', label: '预计所需天数', least: 1, most: 3650, unit: '日' },
      reason('启动原因', 1000),
    ],
  }),
  'end-excluded-procedure': () => ({ says: '期限自次日起继续计算。', fields: [{ kind: 'words', name: 'result', label: '结果', most: 1000 }] }),
  'extend-review': ({ item }) => ({
    says: '只能延长一次，须告知申请人理由。',
    fields: [
      {
        kind: 'integer',
        name: 'days',
        label: '延长天数',
        least: 1,
        most: 3650,
        unit: item?.limits.extension?.dayType === 'calendar' ? '日' : '个工作日',
        ...(item?.limits.extension ? { hint: `至多 ${item.limits.extension.days}，${item.limits.extension.article}` } : {}),
      },
      reason('延长理由', 1000),
    ],
  }),
  'inform-third-party': () => ({
    says: '许可直接关系他人重大利益，告知其有权陈述、申辩。',
    fields: [
      { kind: 'line', name: 'name', label: '利害关系人', most: 200 },
      {
        kind: 'choice',
        name: 'kind',
        label: '类型',
        options: [
          { value: 'person', label: '个人' },
          { value: 'organisation', label: '单位' },
        ],
        first: 'person',
      },
      { kind: 'words', name: 'interest', label: '利害关系', most: 1000 },
      { kind: 'words', name: 'gist', label: '申请事项概要', most: 1000 },
      { kind: 'integer', name: 'replyDays', label: '陈述申辩期限', least: 1, most: 60, unit: '个工作日', first: 5 },
    ],
  }),
  'record-third-party-statement': ({ page }) => ({
    fields: [
      { kind: 'choice', name: 'party', label: '陈述人', options: page.thirdParties.map(({ id, name }) => ({ value: id, label: name })), find: true },
      { kind: 'words', name: 'gist', label: '意见概要', most: 2000 },
      { kind: 'words', name: 'statement', label: '陈述、申辩全文', most: 5000 },
      { kind: 'words', name: 'answer', label: '是否采纳及理由', most: 2000 },
    ],
  }),
  'inform-hearing-right': (around) => ({
    says: '告知听证权利；当事人可在五日内申请，其间不能作出决定。',
    fields: [
      { kind: 'choice', name: 'party', label: '告知谁', options: parties(around), find: true, first: 'applicant' },
      {
        kind: 'choice',
        name: ['ground', 'kind'],
        label: '情形',
        options: [
          { value: 'interests', label: '直接涉及重大利益关系（第四十七条）' },
          { value: 'announced', label: '法律规定或公共利益需要（第四十六条）' },
        ],
      },
      { kind: 'words', name: ['ground', 'interest'], label: '重大利益关系', most: 1000, when: (values) => groundOf(values) === 'interests' },
      { kind: 'words', name: ['ground', 'basis'], label: '依据', most: 1000, when: (values) => groundOf(values) === 'announced' },
      { kind: 'words', name: 'intention', label: '拟作出的决定', most: 1000, optional: true },
    ],
  }),
  'request-hearing': (around) => ({ fields: [{ kind: 'choice', name: 'party', label: '申请人', options: parties(around), find: true }] }),
  'waive-hearing': (around) => ({ fields: [{ kind: 'choice', name: 'party', label: '谁放弃', options: parties(around), find: true }] }),
  'announce-hearing': ({ people }) => ({
    says: '须在听证七日前通知，主持人不能是审查该申请的人员。',
    fields: [
      { kind: 'day', name: 'heldOn', label: '听证日期' },
      { kind: 'line', name: 'place', label: '地点', most: 300 },
      { kind: 'choice', name: 'chair', label: '主持人', options: people, find: true },
    ],
  }),
  'hold-hearing': ({ today }) => ({
    fields: [
      { kind: 'day', name: 'on', label: '举行日期', first: today },
      { kind: 'digest', name: 'minutes', label: '听证笔录' },
    ],
  }),
  'grant-case': (around) => ({
    says: `作出准予决定，出具决定书。本决定依据您现在看到的材料（第 ${around.page.materialsSeq} 次变动为止）。`,
    fields: [
      { kind: 'words', name: 'content', label: '准予的内容', most: 1000, first: `准予${around.page.applicant.name}办理${around.page.item.name}` },
      ...ticks(around),
      opinion(around, '决定意见'),
      { kind: 'texts', name: 'conditions', label: '附加条件', add: '加一条附加条件', least: 0 },
      { kind: 'day', name: 'validFrom', label: '生效日期', optional: true, hint: '不填即自决定之日起' },
    ],
    fixed: { basedOnSeq: around.page.seq },
  }),
  'refuse-case': (around) => ({
    says: '作出不予许可决定，决定书载明理由和申请复议、提起诉讼的途径。',
    fields: [{ kind: 'texts', name: 'reasons', label: '理由', add: '再加一条理由', least: 1 }, opinion(around, '决定意见')],
    fixed: { basedOnSeq: around.page.seq },
  }),
  'acknowledge-filing': (around) => ({
    says: '材料齐全，出具备案回执。',
    fields: [...ticks(around), { ...opinion(around), optional: true }],
  }),
  'return-filing': (around) => faultsForm(around, '备案材料不齐，一次告知全部需要补齐的内容。'),
  'correct-clerical-error': (around) => ({
    says: '只更正文字错误，原文书保留，出具更正告知书。',
    fields: [
      { kind: 'choice', name: 'paper', label: '文书', options: livePapers(around), find: true },
      {
        kind: 'rows',
        name: 'corrections',
        label: '更正内容',
        add: '再加一处',
        least: 1,
        columns: [
          { kind: 'line', name: 'place', label: '位置', most: 200 },
          { kind: 'line', name: 'wrong', label: '原文', most: 500 },
          { kind: 'line', name: 'right', label: '更正为', most: 500 },
        ],
      },
    ],
  }),
  'void-paper': (around) => ({
    says: '文书作废后号码保留，不再使用。',
    fields: [{ kind: 'choice', name: 'paper', label: '文书', options: livePapers(around), find: true }, reason('作废原因')],
  }),
  'serve-papers': (around) => ({
    fields: [
      {
        kind: 'checks',
        name: 'papers',
        label: '送达的文书',
        options: livePapers(around),
        first: around.page.papers.filter(({ status, servedOn }) => status !== 'voided' && servedOn === null).map(({ id }) => id),
      },
      { kind: 'choice', name: 'method', label: '送达方式', options: methods, first: 'direct' },
      { kind: 'line', name: 'receiver', label: '收件人', most: 100, first: around.page.applicant.agentName ?? around.page.applicant.name },
      { kind: 'line', name: 'place', label: '送达地点', most: 300, first: '政务服务大厅' },
      { kind: 'day', name: 'servedOn', label: '送达日期', first: around.today },
      {
        kind: 'line',
        name: 'reference',
        label: '邮寄单号或公告编号',
        most: 100,
        optional: true,
        when: ({ method }) => method === 'post' || method === 'announced' || method === 'entrusted',
      },
      {
        kind: 'rows',
        name: 'servers',
        label: '送达人',
        add: '再加一名',
        least: 1,
        columns: [{ kind: 'line', name: 'name', label: '姓名', most: 100 }],
        first: [{ name: around.me.name }],
      },
    ],
  }),
  'archive-case': () => ({
    fields: [{ kind: 'line', name: 'location', label: '存放位置', most: 200, optional: true, hint: '档案柜、盒号；纯电子档案不填' }],
  }),
  'remind-case': () => ({
    fields: [
      { kind: 'words', name: 'text', label: '催办内容', most: 500, phrases: ['即将到期，请抓紧办理。', '已超承诺时限，请说明原因并尽快办结。'] },
    ],
  }),
  'correct-applicant-data': ({ page }) => ({
    says: '只填要更正的项目，其余留空。',
    fields: [
      { kind: 'line', name: ['applicant', 'name'], label: page.applicantKind === 'natural-person' ? '姓名' : '名称', most: 200, optional: true },
      { kind: 'line', name: ['applicant', 'idNumber'], label: '证件号码', most: 40, optional: true },
      { kind: 'line', name: ['applicant', 'phone'], label: '电话', most: 20, optional: true },
      { kind: 'line', name: ['applicant', 'address'], label: '地址', most: 300, optional: true },
      { kind: 'line', name: ['applicant', 'legalRepresentative'], label: '法定代表人', most: 100, optional: true },
      reason('更正原因'),
    ],
  }),
  'erase-personal-data': () => ({ says: '个人信息删除后不能恢复，办理记录仍在册。', fields: [reason('删除原因')] }),
}
