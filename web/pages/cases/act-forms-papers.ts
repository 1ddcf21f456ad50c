import { type Act, type ActForm, type Around, livePapers, openDataRequests, reason } from './act-form-parts.ts'
import type { Field, Option } from '../../ui/field.ts'

const methods: readonly Option[] = [
  { value: 'direct', label: '直接送达' },
  { value: 'electronic', label: '电子送达' },
  { value: 'post', label: '邮寄' },
  { value: 'left', label: '留置' },
  { value: 'entrusted', label: '委托' },
]

const applicantFields = ({ page }: Around): Field[] => [
  { kind: 'line', name: ['applicant', 'name'], label: page.applicantKind === 'natural-person' ? '姓名' : '名称', most: 200, optional: true },
  { kind: 'line', name: ['applicant', 'idNumber'], label: '证件号码', most: 40, optional: true },
  { kind: 'line', name: ['applicant', 'phone'], label: '电话', most: 20, optional: true },
  { kind: 'line', name: ['applicant', 'address'], label: '地址', most: 300, optional: true },
  { kind: 'line', name: ['applicant', 'legalRepresentative'], label: '法定代表人', most: 100, optional: true },
]

/** Records of the office's own work go to nobody. */
const ownRecords = new Set(['service-receipt', 'inspection-record'])
const toServe = ({ page }: Around) =>
  page.papers.filter(({ kind, status, servedOn }) => status !== 'voided' && servedOn === null && !ownRecords.has(kind))
const unserved = (around: Around): readonly Option[] => toServe(around).map(({ id, title, number }) => ({ value: id, label: `${title} ${number}` }))
const by = (method: string) => (values: Readonly<Record<string, unknown>>) => values.method === method

/** Papers after they are issued, the file, and what concerns the applicant's data. */
export const paperForms = {
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
        options: unserved(around),
        first: toServe(around).map(({ id }) => id),
      },
      { kind: 'choice', name: 'method', label: '送达方式', options: methods, first: 'direct' },
      { kind: 'line', name: 'receiver', label: '收件人', most: 100, first: around.page.applicant.agentName ?? around.page.applicant.name },
      { kind: 'line', name: 'place', label: '送达地点', most: 300, first: '政务服务大厅', hint: '留置的，写受送达人的住所' },
      {
        kind: 'day',
        name: 'servedOn',
        label: '送达日期',
        first: around.today,
        hint: '直接、委托：签收日；邮寄：回执上的收件日；电子：到达收件系统之日；留置：留下文书之日',
      },
      { kind: 'line', name: 'reference', label: '邮件号码', most: 100, when: by('post') },
      { kind: 'day', name: 'postedOn', label: '交邮日期', optional: true, when: by('post') },
      { kind: 'line', name: 'reference', label: '受委托的单位', most: 100, when: by('entrusted') },
      {
        kind: 'line',
        name: 'reference',
        label: '收件地址',
        most: 100,
        optional: true,
        hint: '网上账户以外的邮箱、传真等；没有网上账户的必填',
        when: by('electronic'),
      },
      { kind: 'words', name: 'refusedBecause', label: '拒收事由', most: 500, when: by('left') },
      {
        kind: 'rows',
        name: 'witnesses',
        label: '见证人（基层组织或者所在单位的代表）',
        add: '加一名见证人',
        least: 0,
        columns: [
          { kind: 'line', name: 'name', label: '姓名', most: 100 },
          { kind: 'line', name: 'unit', label: '单位', most: 100 },
        ],
        when: by('left'),
      },
      { kind: 'files', name: 'photos', label: '送达过程的照片、录像', optional: true, hint: '没有见证人的必须有', when: by('left') },
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
  'announce-service': (around) => ({
    says: '受送达人下落不明，或者其他方式都无法送达的，才能公告送达。自公告之日起经过三十日视为送达，到期自动记为送达、出具送达回证。',
    fields: [
      { kind: 'checks', name: 'papers', label: '送达的文书', options: unserved(around) },
      { kind: 'line', name: 'receiver', label: '受送达人', most: 100, first: around.page.applicant.name },
      { kind: 'day', name: 'announcedOn', label: '公告日期', first: around.today },
      { kind: 'line', name: 'publishedIn', label: '公告登在哪里', most: 200, hint: '报纸（版次）、网站或者公告栏' },
      { kind: 'words', name: 'because', label: '公告的原因和经过', most: 500, phrases: ['按登记地址邮寄被退回，电话无法接通，住所无人。'] },
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
  'correct-applicant-data': (around) => ({
    says: '只填要更正的项目，其余留空。',
    fields: [...applicantFields(around), reason('更正原因')],
  }),
  'change-service-consent': ({ page }) => ({
    says: page.consentsToElectronicService
      ? '申请人不再同意电子送达，以后的文书用其他方式送达。'
      : '申请人同意电子送达，以后的文书发到网上消息即可送达。',
    fields: [],
    fixed: { consents: !page.consentsToElectronicService },
  }),
  'request-data-change': () => ({
    says: '申请人当面请求更正或者删除这一件里的个人信息，照原话记下，三十日内答复。',
    fields: [
      {
        kind: 'choice',
        name: 'kind',
        label: '请求',
        options: [
          { value: 'correction', label: '更正' },
          { value: 'erasure', label: '删除' },
        ],
        first: 'correction',
      },
      { kind: 'words', name: 'wish', label: '要更正或者删除什么', most: 2000 },
    ],
  }),
  'answer-data-request': (around) => {
    const open = openDataRequests(around)
    const [first] = open
    const isCorrection = ({ request, done }: Readonly<Record<string, unknown>>) =>
      done === true && around.page.dataRequests.some(({ id, kind }) => id === request && kind === 'correction')
    return {
      says: '照办或者说明不能照办的理由，出具答复书，申请人在消息里看到。照办更正的，只填要更正的项目；照办删除的，个人信息随即删除，不能恢复。',
      fields: [
        { kind: 'choice', name: 'request', label: '请求', options: open, ...(first && { first: first.value }) },
        { kind: 'yes', name: 'done', label: '照办', first: false },
        ...applicantFields(around).map((field): Field => ({ ...field, when: isCorrection })),
        {
          kind: 'words',
          name: 'reasons',
          label: '答复的理由或者结果',
          most: 2000,
          phrases: ['已经按您的请求更正。', '许可案卷的法定保存期限还没有届满，期满后删除。', '经核对，所记信息与您的证件一致，不需要更正。'],
        },
      ],
    }
  },
  'erase-personal-data': () => ({ says: '个人信息删除后不能恢复，办理记录仍在册。', fields: [reason('删除原因')] }),
} satisfies Readonly<Partial<Record<Act, (around: Around) => ActForm>>>
