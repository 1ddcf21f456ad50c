import { excludedByLaw } from '../../../rules/case/deadlines/start-excluded-procedure.ts'
import { dayTypeWords } from '../../../contract/catalogue-words.ts'
import { spokenDays } from '../../../contract/reason-texts.ts'
import type { Field } from '../../ui/field.ts'
import { type Act, type ActForm, type Around, groundOf, opinion, parts, reason, running, ticks } from './act-form-parts.ts'
import { hearingForms } from './act-forms-hearing.ts'
import { paperForms } from './act-forms-papers.ts'
import { permitForms } from './act-forms-permit.ts'

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
/** More days than the item or the bureau leaves, where this case needs them. */
const supplementDays = ({ item }: Around): Field => {
  const own = item?.limits.supplement
  return {
    kind: 'integer',
    name: 'days',
    label: '补正期限',
    least: own?.days ?? 1,
    most: 365,
    unit: own ? dayTypeWords[own.dayType] : '天',
    optional: true,
    hint: `不填即按规定：${own ? `${spokenDays(own)}，${own.article}` : '本局设置的天数'}；可以多给，不能少给。最后一日印在告知书上。`,
  }
}
const faultsForm = (around: Around, says: string): ActForm => ({
  says,
  fields: [faults(around), supplementDays(around), ...(around.page.supplements.length > 0 ? [reason('再次告知的原因')] : [])],
})

/** Kinds of procedures that the item itself names. */
const ownKinds = (item: Around['item']): ReadonlySet<string> => new Set((item?.limits.excluded ?? []).map(({ kind }) => kind))

/** Asked only where it was announced. */
const falsehood = ({ page }: Around): readonly Field[] =>
  page.measures.some(({ kind, ended }) => kind === 'refusal' && ended === null)
    ? [{ kind: 'yes', name: 'falsehood', label: '因隐瞒情况、提供虚假材料（给予警告；涉及公共安全的一年内不得再次申请）', first: true }]
    : []

/** The form of every act: the body of its door, asked in the clerk's words. */
export const actForms: Readonly<Record<Act, (around: Around) => ActForm>> = {
  'supplement-materials': () => ({ says: '登记申请人补来的材料；全部补齐后重新计算五个工作日。', fields: [], materials: 'supplement' }),
  'meet-shortfall': () => ({ says: '登记申请人补交的容缺材料。', fields: [], materials: 'shortfall' }),
  'give-up-supplement': () => ({ says: '申请人当面表示不再补正的，在此登记；登记后不必等补正期限届满，就可以说明理由作出决定。', fields: [] }),
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
  'decline-case': (around) => ({
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
      ...falsehood(around),
    ],
  }),
  'claim-case': () => ({ says: '由您经办这一件。', fields: [] }),
  'hand-over-case': ({ people }) => ({
    fields: [{ kind: 'choice', name: 'to', label: '移交给谁', options: people, find: true }, reason('移交原因')],
  }),
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
        options: [
          ...(item?.limits.excluded ?? []).map(({ kind, name, maxDays, dayType, article }) => ({
            value: kind,
            label: `${name}（至多${spokenDays({ days: maxDays, dayType })}，${article}）`,
          })),
          ...Object.entries(excludedByLaw)
            .filter(([kind]) => !ownKinds(item).has(kind))
            .map(([value, name]) => ({ value, label: `${name}（行政许可法 第四十五条）` })),
        ],
      },
      {
        kind: 'line',
        name: 'basis',
        label: '哪部法律、哪一条要求进行',
        most: 200,
        hint: '原样印在告知书上，如“安全生产法 第三十二条”',
        when: ({ kind }) => typeof kind === 'string' && kind !== 'hearing' && !ownKinds(item).has(kind),
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
        unit: item?.limits.extension ? dayTypeWords[item.limits.extension.dayType] : '个工作日',
        ...(item?.limits.extension ? { hint: `至多${spokenDays(item.limits.extension)}，${item.limits.extension.article}` } : {}),
      },
      reason('延长理由', 1000),
    ],
  }),
  'grant-case': (around) => ({
    says: `作出准予决定，出具决定书。本决定依据您现在看到的材料（第 ${around.page.materialsSeq} 次变动为止）。`,
    fields: [
      { kind: 'words', name: 'content', label: '准予的内容', most: 1000, first: `准予${around.page.applicant.name}办理${around.page.item.name}` },
      ...ticks(around),
      opinion(around, '决定意见'),
      { kind: 'texts', name: 'conditions', label: '附加条件', add: '加一条附加条件', least: 0 },
      { kind: 'day', name: 'validFrom', label: '生效日期', optional: true, hint: '不填即自决定之日起；延续的，自原有效期届满的次日起' },
    ],
    fixed: { basedOnSeq: around.page.seq },
  }),
  'refuse-case': (around) => ({
    says: '作出不予许可决定，决定书载明理由和申请复议、提起诉讼的途径。',
    fields: [{ kind: 'texts', name: 'reasons', label: '理由', add: '再加一条理由', least: 1 }, ...falsehood(around), opinion(around, '决定意见')],
    fixed: { basedOnSeq: around.page.seq },
  }),
  'forward-case': (around) => ({
    says: `本机关初步审查后，连同全部申请材料报送${around.item?.superior ?? '上级机关'}决定，出具初步审查意见书。`,
    fields: [
      { kind: 'yes', name: 'agrees', label: '符合法定条件，建议准予', first: true },
      { kind: 'texts', name: 'reasons', label: '初步审查意见', add: '再加一条', least: 1 },
      ...ticks(around),
      opinion(around, '经办意见'),
    ],
    fixed: { basedOnSeq: around.page.seq },
  }),
  'record-superior-decision': ({ today }) => ({
    says: '登记上级机关的决定，申请人在办件里看到。',
    fields: [
      { kind: 'yes', name: 'granted', label: '准予', first: true },
      { kind: 'day', name: 'decidedOn', label: '决定日期', first: today },
      { kind: 'line', name: 'number', label: '决定文号', most: 100 },
    ],
  }),
  'acknowledge-filing': (around) => ({
    says: '材料齐全，出具备案回执。',
    fields: [...ticks(around), { ...opinion(around), optional: true }],
  }),
  'return-filing': (around) => faultsForm(around, '备案材料不齐，一次告知全部需要补齐的内容。'),
  ...hearingForms,
  ...paperForms,
  ...permitForms,
}
