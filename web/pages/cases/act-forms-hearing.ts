import type { Field } from '../../ui/field.ts'
import { type Act, type ActForm, type Around, groundOf, openRecusals, openStatements, parties } from './act-form-parts.ts'

/** A day that was announced is given up only with a reason, which everybody may read. */
const announcedBefore = ({ hearing }: Around['page']): readonly Field[] =>
  hearing?.announced && hearing.heldOn === null
    ? [
        {
          kind: 'words',
          name: 'postponedBecause',
          label: '改期的原因（向社会公告）',
          most: 300,
          optional: true,
          hint: `已公告定在 ${hearing.announced.heldOn}；换日子的必填，不写个人信息`,
        },
      ]
    : []

/** Duties to third parties, and the hearing (行政许可法 36, 46–48). */
export const hearingForms = {
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
  'make-statement': () => ({
    says: '申请人当面陈述、申辩的，照原话记下；答复之前不能作出决定。',
    fields: [{ kind: 'words', name: 'statement', label: '陈述、申辩', most: 5000 }],
  }),
  'answer-statement': (around) => {
    const open = openStatements(around)
    return {
      says: '说明是否采纳和理由，出具答复书，申请人在消息里看到。',
      fields: [
        { kind: 'choice', name: 'statement', label: '陈述、申辩', options: open, ...(open[0] && { first: open[0].value }) },
        { kind: 'yes', name: 'accepted', label: '采纳', first: true },
        {
          kind: 'words',
          name: 'reasons',
          label: '理由',
          most: 2000,
          phrases: ['已核实，予以采纳。', '与法定条件无关，不予采纳。', '没有证据证明，不予采纳。'],
        },
      ],
    }
  },
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
  'request-hearing': (around) => ({ fields: [{ kind: 'choice', name: 'party', label: '谁要求听证', options: parties(around), find: true }] }),
  'waive-hearing': (around) => ({ fields: [{ kind: 'choice', name: 'party', label: '谁放弃', options: parties(around), find: true }] }),
  'announce-hearing': ({ people, page }) => ({
    says: '须在听证七日前通知，主持人不能是审查该申请的人员。出具听证通知书，送申请人和每一位利害关系人；同时在网上办事大厅的“听证公告”里公告，谁都看得到。',
    fields: [
      ...announcedBefore(page),
      { kind: 'day', name: 'heldOn', label: '听证日期' },
      { kind: 'time', name: 'startsAt', label: '开始时间' },
      { kind: 'line', name: 'place', label: '地点', most: 300 },
      { kind: 'choice', name: 'chair', label: '主持人', options: people, find: true },
      {
        kind: 'words',
        name: 'matter',
        label: '听证内容（向社会公告）',
        most: 500,
        optional: true,
        first: page.hearing?.announced?.matter ?? '',
        hint: '不写商业秘密、姓名和其他个人信息；依第四十六条举行的必填，其余的不填只公告事项名称',
      },
    ],
  }),
  'request-recusal': (around) => ({
    says: '当事人当面申请工作人员回避的，照原话记下。作出决定之前，被申请人不主持听证、不审查、不决定。',
    fields: [
      { kind: 'choice', name: 'party', label: '谁申请', options: parties(around), find: true, first: 'applicant' },
      { kind: 'choice', name: 'against', label: '申请谁回避', options: around.people, find: true },
      { kind: 'words', name: 'reason', label: '理由', most: 1000 },
    ],
  }),
  'decide-recusal': (around) => {
    const open = openRecusals(around)
    const of = (values: Readonly<Record<string, unknown>>) => around.page.recusals.find(({ id }) => id === values.recusal)?.against.id
    const granted = (values: Readonly<Record<string, unknown>>) => values.granted === true
    const handles = (values: Readonly<Record<string, unknown>>) => granted(values) && of(values) === around.page.handler?.id
    const presides = (values: Readonly<Record<string, unknown>>) => granted(values) && of(values) === around.page.hearing?.announced?.chairId
    return {
      says: '由负责人决定，不能由被申请人自己决定。出具答复书送申请的人；换主持人的，另出听证通知书。',
      fields: [
        { kind: 'choice', name: 'recusal', label: '回避申请', options: open, ...(open[0] && { first: open[0].value }) },
        { kind: 'yes', name: 'granted', label: '同意回避', first: true },
        { kind: 'words', name: 'reasons', label: '理由', most: 1000, phrases: ['查明确有直接利害关系。', '查明没有直接利害关系。'] },
        { kind: 'choice', name: 'handler', label: '接办人', options: around.people, find: true, optional: true, hint: '不填则待领办', when: handles },
        {
          kind: 'choice',
          name: 'chair',
          label: '接替的主持人',
          options: around.people,
          find: true,
          optional: true,
          hint: '不填则要另行公告听证',
          when: presides,
        },
      ],
    }
  },
  'hold-hearing': ({ today }) => ({
    fields: [
      { kind: 'day', name: 'on', label: '举行日期', first: today },
      { kind: 'digest', name: 'minutes', label: '听证笔录' },
    ],
  }),
} satisfies Readonly<Partial<Record<Act, (around: Around) => ActForm>>>
