import type { AnswerFault } from '../rules/service-item/answer-fault.ts'
import type { Condition, FormField, FormGroup, ServiceItem } from '../rules/service-item/item.ts'
import { formatMoney } from '../rules/money.ts'
import type { Elsewhere } from './catalogue.ts'
import { spokenDays } from './reason-texts.ts'

/** The words in which codes of the catalogue are told to citizens and staff. */
export const procedureWords = { permit: '行政许可', registration: '登记', filing: '备案' } as const
export const applicantWords = {
  'natural-person': '自然人',
  enterprise: '企业',
  'public-institution': '事业单位',
  'social-organisation': '社会组织',
  'administrative-organ': '行政机关',
  'other-organisation': '其他组织',
} as const
export const materialFormWords = { paper: '纸质', electronic: '电子', either: '纸质或者电子' } as const
export const sourceWords = { applicant: '申请人自备', government: '政府部门核发', 'third-party': '其他机构出具' } as const
export const dayTypeWords = { workday: '个工作日', calendar: '日（自然日）', month: '个月' } as const
export const startEventWords = { accepted: '受理之日', 'documents-complete': '收到全部有效文件之日', received: '收到申请之日' } as const
export const stepRoleWords = { reviewer: '审查人员', head: '科室负责人', 'decision-maker': '决定人' } as const
export const versionStatusWords = { draft: '草稿', proposed: '待审核', approved: '已审核、待发布', published: '已发布', retired: '已作废' } as const
export const versionSourceWords = { editor: '事项编辑', opening: '开局目录', import: '外部导入', upgrade: '产品升级' } as const

const identifierReasons: Readonly<Record<string, string>> = {
  'wrong-length': '位数不对',
  'lower-case': '字母应当大写',
  'wrong-characters': '有不该出现的字符',
  'region-not-digits': '行政区划部分不是数字',
  'check-digit': '校验位不对，可能有一位输错',
  'wrong-shape': '格式不对，应形如 2603-130371-04-01-123456',
  month: '月份不对',
  region: '地区不对',
}

const faultWords: Readonly<Record<AnswerFault['code'], string>> = {
  'answer-missing': '请填写“{label}”。',
  'answer-not-chosen': '请选择“{label}”。',
  'answer-unknown-field': '没有“{path}”这个问题，请刷新页面后重新填写。',
  'answer-hidden-field': '按您的情况不用填写“{label}”，请清空。',
  'answer-wrong-type': '“{label}”应填{expected}。',
  'answer-too-short': '“{label}”至少 {min} 个字，现有 {length} 个。',
  'answer-too-long': '“{label}”至多 {max} 个字，现有 {length} 个。',
  'answer-too-small': '“{label}”不能小于 {min}。',
  'answer-too-great': '“{label}”不能大于 {max}。',
  'answer-not-offered': '请在“{label}”的选项中选择一个。',
  'answer-bad-date': '“{label}”不是一个日期，应写成 2026-03-02 这样的格式。',
  'answer-bad-phone': '“{label}”不对，请填 11 位手机号或者带区号的固定电话。',
  'answer-bad-uscc': '“{label}”不对：{reason}。',
  'answer-bad-resident-id': '“{label}”不对：{reason}。',
  'answer-bad-project-code': '“{label}”不对：{reason}。',
  'answer-bad-text': '“{label}”里有不能保存的字符或者多余的换行，请删去后再填。',
  'answer-too-few-rows': '“{label}”至少要填 {min} 行，现有 {rows} 行。',
  'answer-too-many-rows': '“{label}”至多填 {max} 行，现有 {rows} 行。',
}

/** What to tell the applicant about one answer that cannot stand. */
export function sentenceOfFault(fault: AnswerFault): string {
  const isMoney = fault.detail?.unit === 'money'
  return faultWords[fault.code].replace(/\{(\w+)\}/g, (place, name: string) => {
    if (name === 'label') return fault.label
    if (name === 'path') return fault.path
    const value = fault.detail?.[name]
    if (value === undefined) return place
    if (name === 'reason') return identifierReasons[value] ?? '请逐位核对'
    return isMoney && typeof value === 'number' ? `${formatMoney(value, '元', 0)}元` : String(value)
  })
}

/** When a conditional material or question is asked for: `“申请类型”为“延续”或者“变更”`. */
export function conditionWords(condition: Condition, form: readonly FormGroup[]): string {
  if ('all' in condition) return condition.all.map((part) => conditionWords(part, form)).join('，并且')
  if ('any' in condition) return condition.any.map((part) => conditionWords(part, form)).join('，或者')
  if ('not' in condition) return `不是（${conditionWords(condition.not, form)}）`
  const field = form.flatMap((group) => group.fields).find((one) => one.id === condition.field)
  const values = 'equals' in condition ? [condition.equals] : condition.oneOf
  return `“${field?.label ?? condition.field}”为${values.map((value) => `“${valueWords(field, value)}”`).join('或者')}`
}

function valueWords(field: FormField | undefined, value: string | number | boolean): string {
  if (typeof value === 'boolean') return value ? '是' : '否'
  return field?.options?.find((option) => option.value === value)?.label ?? String(value)
}

/** 自受理之日起20个工作日（行政许可法 第四十二条） */
export const limitWords = (limit: ServiceItem['limits']['statutory']): string =>
  limit.days === 0
    ? `${startEventWords[limit.startEvent]}当日（${limit.article}）`
    : `自${startEventWords[limit.startEvent]}起${spokenDays(limit)}（${limit.article}）`

/** What is said to somebody who asks for what the bureau does not do. */
/** A bureau that has just opened. */
export const nothingInForce = '本局还没有发布事项。事项编辑起草、提交，事项审核发布以后，才能收件。'

export const sentenceOfElsewhere = ({ word, matter, where, status }: Elsewhere): string =>
  `“${word}”不在本局办理的事项里。${matter}请到${where}办理${status === '' ? '' : `（去处${status}，去之前请先打 12345 问清）`}。`
