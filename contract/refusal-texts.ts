import { caseRefusalTexts } from './case-refusal-texts.ts'

/**
 * The Chinese sentence for every refusal, by code, sorted. {places} are filled from the refusal's `detail`.
 * A sentence says what is wrong and, where there is something to do, what to do.
 */
export const refusalTexts: Readonly<Record<string, string>> = {
  ...caseRefusalTexts,
  'calendar-day-out-of-year': '{day} 不在 {year} 年的通知范围内（只能是当年和上年十二月的日期）。',
  'calendar-day-same': '{day} 已经按同一文件这样设置。',
  'calendar-day-twice': '{day} 写了两次，请核对放假日和调休上班日。',
  'calendar-days-missing': '{year} 年的放假日只有 {count} 天，像是没有录完，请对照通知补齐。',
  'calendar-table-same': '{year} 年的放假安排已经这样录入，没有变化。',
  'calendar-work-on-weekday': '{day} 不是周末，不能作为调休上班日。',
  'wrong-value': '“{field}”填写有误：{expects}。',
}

/** Fills the {places} of a refusal's sentence; a code without a sentence is shown as such, so that nobody meets silence. */
export function sentenceOf(refusal: { readonly code: string; readonly detail?: Readonly<Record<string, string | number>> }): string {
  const text = refusalTexts[refusal.code] ?? `办理未成功（${refusal.code}）。`
  return text.replace(/\{(\w+)\}/g, (place, name: string) => String(refusal.detail?.[name] ?? place))
}
