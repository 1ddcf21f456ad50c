import { fieldTitles } from './field-titles.ts'
import type { ServiceItem } from './item.ts'

/** One difference between two versions of an item. `path` as in a finding; list members with an id are matched by it, not by place. */
export interface ItemDifference {
  readonly path: string
  /** The field in Chinese, from the outside inwards: 申请材料 · 验资报告 · 份数. */
  readonly title: string
  readonly kind: 'added' | 'removed' | 'changed'
  /** Undefined where added, and where removed respectively. */
  readonly before?: string
  readonly after?: string
}

const inRecord: Readonly<Record<string, string>> = {
  'materials.form': '形式',
  'materials.name': '材料名称',
  'showIf.field': '问题',
  'steps.name': '环节名称',
}
const words: Readonly<Record<string, string>> = {
  workday: '工作日',
  calendar: '自然日',
  month: '月',
  accepted: '受理之日',
  'documents-complete': '收到全部有效文件之日',
  received: '收到之日',
  paper: '纸质',
  electronic: '电子',
  either: '纸质或者电子',
  applicant: '申请人自备',
  government: '政府部门核发',
  'third-party': '其他机构出具',
  reviewer: '审查',
  head: '审核',
  'decision-maker': '决定',
  permit: '行政许可',
  registration: '登记',
  filing: '备案',
  read: '已核对原文',
  recalled: '待核',
  'organ-head': '本机关负责人',
  'government-head': '本级人民政府负责人',
  'natural-person': '自然人',
  enterprise: '企业',
  'public-institution': '事业单位',
  'social-organisation': '社会组织',
  'administrative-organ': '行政机关',
  'other-organisation': '其他组织',
}

/** What changed from one version of an item to another, field by field in the order of the newer; the version number itself does not count. */
export function diffItems(before: ServiceItem, after: ServiceItem): readonly ItemDifference[] {
  const differences: ItemDifference[] = []
  compare({ ...before, version: 0 }, { ...after, version: 0 }, '', [], differences)
  return differences
}

type Value = unknown
type Fields = Readonly<Record<string, Value>>

function compare(before: Value, after: Value, path: string, trail: readonly string[], out: ItemDifference[]): void {
  if (Object.is(before, after)) return
  if (isFields(before) && isFields(after)) {
    for (const key of [...Object.keys(after), ...Object.keys(before).filter((name) => !Object.hasOwn(after, name))]) {
      if (before[key] === undefined && after[key] === undefined) continue
      compare(before[key], after[key], path ? `${path}.${key}` : key, [...trail, titleOf(path, key)], out)
    }
    return
  }
  if (Array.isArray(before) && Array.isArray(after)) {
    compareLists(before, after, path, trail, out)
    return
  }
  const title = trail.join(' · ')
  if (before === undefined || before === null) out.push({ path, title, kind: 'added', after: spoken(after) })
  else if (after === undefined || after === null) out.push({ path, title, kind: 'removed', before: spoken(before) })
  else if (spoken(before) !== spoken(after)) out.push({ path, title, kind: 'changed', before: spoken(before), after: spoken(after) })
}

function compareLists(before: readonly Value[], after: readonly Value[], path: string, trail: readonly string[], out: ItemDifference[]): void {
  const keys = new Set([...before, ...after].map(keyOf))
  const keyed = keys.size > 0 && !keys.has(undefined)
  if (!keyed) {
    for (let i = 0; i < Math.max(before.length, after.length); i++) compare(before[i], after[i], `${path}[${i}]`, [...trail, `第${i + 1}项`], out)
    return
  }
  const old = new Map(before.map((entry) => [keyOf(entry), entry]))
  after.forEach((entry, i) => {
    compare(old.get(keyOf(entry)), entry, `${path}[${i}]`, isFields(entry) ? [...trail, nameOf(entry)] : trail, out)
    old.delete(keyOf(entry))
  })
  for (const entry of old.values()) compare(entry, undefined, path, isFields(entry) ? [...trail, nameOf(entry)] : trail, out)
  const kept = (list: readonly Value[], other: readonly Value[]) => list.map(keyOf).filter((key) => other.some((entry) => keyOf(entry) === key))
  const [was, is] = [kept(before, after), kept(after, before)]
  if (was.some((key, i) => key !== is[i]) && before.some(isFields))
    out.push({ path, title: `${trail.join(' · ')} · 顺序`, kind: 'changed', before: was.join('、'), after: is.join('、') })
}

const isFields = (value: Value): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value)
const keyOf = (entry: Value): string | undefined => {
  if (!isFields(entry)) return typeof entry === 'string' ? entry : undefined
  const key = entry.id ?? entry.kind ?? entry.value ?? (entry.law ? `${entry.law}${entry.article}` : entry.ask)
  return typeof key === 'string' ? key : undefined
}
const nameOf = (entry: Fields): string => String(entry.name ?? entry.label ?? entry.title ?? entry.point ?? entry.ask ?? entry.law ?? entry.id ?? '')

function titleOf(path: string, key: string): string {
  const outer =
    path
      .replace(/\[\d+\]/g, '')
      .split('.')
      .at(-1) ?? ''
  return inRecord[`${outer}.${key}`] ?? fieldTitles[key] ?? key
}

/** A value as an editor reads it: known words in Chinese, a record as its parts. */
function spoken(value: Value): string {
  if (value === null || value === undefined) return '无'
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (typeof value === 'string') return words[value] ?? value
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value)) return value.length === 0 ? '无' : value.map(spoken).join('、')
  return Object.entries(value as Fields)
    .filter(([, inner]) => inner !== undefined)
    .map(([key, inner]) => `${fieldTitles[key] ?? key}：${spoken(inner)}`)
    .join('；')
}
