import {
  applicantWords,
  dayTypeWords,
  materialFormWords,
  procedureWords,
  sourceWords,
  startEventWords,
  stepRoleWords,
} from '../../../contract/catalogue-words.ts'
import type { Json } from '../../../rules/act.ts'

type Words = Readonly<Record<string, string>>

/** Fields that hold one of a few codes, by the end of their path. */
const choices: readonly (readonly [RegExp, Words])[] = [
  [/^procedure$/, procedureWords],
  [/^applicants\[\d+\]$/, applicantWords],
  [/dayType$/, dayTypeWords],
  [/startEvent$/, startEventWords],
  [/^materials\[\d+\]\.form$/, materialFormWords],
  [/^materials\[\d+\]\.source$/, sourceWords],
  [/^steps\[\d+\]\.role$/, stepRoleWords],
  [/^basis\[\d+\]\.status$/, { read: '已核对原文', recalled: '待核' }],
  [/^limits\.extension\.approver$/, { 'organ-head': '本机关负责人', 'government-head': '本级人民政府负责人' }],
  [/^eligibility\[\d+\]\.pass$/, { yes: '是', no: '否' }],
  [
    /\.(fields|columns)\[\d+\]\.type$/,
    {
      text: '一行文字',
      'long-text': '多行文字',
      integer: '整数',
      money: '金额',
      date: '日期',
      choice: '选择',
      'yes-no': '是否',
      uscc: '统一社会信用代码',
      'resident-id': '身份证号码',
      phone: '电话',
      'project-code': '项目代码',
      list: '表格',
    },
  ],
]

/** What this bureau's own tables offer for a field, by its path. */
export type OwnChoices = Readonly<Record<string, Words>>

/** The words of the codes a field may hold; undefined where it is free. */
export const choicesOf = (path: string, own: OwnChoices): Words | undefined => own[path] ?? choices.find(([road]) => road.test(path))?.[1]

/** The order in which an editor reads an item; what is not named follows. Its code and version are the book's. */
const order = [
  'name',
  'aliases',
  'field',
  'procedure',
  'institution',
  'office',
  'basis',
  'applicants',
  'conditions',
  'eligibility',
  'materials',
  'form',
]
const next = [
  'limits',
  'fee',
  'steps',
  'separation',
  'publicSafety',
  'samePermit',
  'superior',
  'result',
  'change',
  'renewal',
  'cancellation',
  'hearing',
  'shortfall',
  'visits',
  'guide',
  'basicCode',
  'implementationCode',
]
const inside = ['id', 'law', 'name', 'title', 'label', 'ask', 'article', 'type', 'role', 'days', 'dayType', 'startEvent', 'statutory', 'promised']
const places = new Map([...order, ...next, ...inside].map((name, place) => [name, place]))

export const inOrder = (group: Readonly<Record<string, Json>>, path: string): readonly (readonly [string, Json])[] =>
  Object.entries(group)
    .filter(([name]) => path !== '' || (name !== 'code' && name !== 'version'))
    .sort(([a], [b]) => (places.get(a) ?? 99) - (places.get(b) ?? 99))

/** Fields of an item that may be left out: shown all the same, so that they can be filled in. */
export const unset: Readonly<Record<string, Json>> = { publicSafety: false, samePermit: [], superior: null }
