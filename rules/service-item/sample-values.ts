import type { Json } from '../act.ts'
import { organisationCheckCharacter } from '../identifier/organisation-code.ts'
import { residentCheckCharacter } from '../identifier/resident-id.ts'
import { usccCheckCharacter } from '../identifier/uscc.ts'
import { addDays, type PlainDate } from '../time/plain-date.ts'
import type { FormField } from './item.ts'

const surnames = '王李张刘陈杨赵黄周吴徐孙马朱胡郭何林高罗'
const givenNames = ['秀兰', '志强', '建国', '海燕', '文博', '丽华', '春生', '晓东', '雪梅', '永辉', '佳琪', '立新', '玉珍', '宏伟', '思远', '桂英']
const trades = ['海诺', '渤海', '金港', '新岸', '恒泰', '润达', '康宁', '启航', '盛源', '万和', '东方', '蓝湾']
const streets = ['长江西道', '黄河西道', '泰山路', '天山北路', '珠江道', '腾飞路', '船厂路', '峨眉山南路']

const at = <T>(list: ArrayLike<T>, n: number): T => list[n % list.length]!
const padded = (n: number, width: number) => String(n).padStart(width, '0')

/** A resident identity number that verifies (GB 11643-1999), born 1960–1999, with an area of 秦皇岛. */
export function sampleResidentId(n: number): string {
  const born = `${1960 + (n % 40)}${padded(1 + (n % 12), 2)}${padded(1 + (n % 28), 2)}`
  const body = `${at(['130302', '130303', '130304', '130322'], n)}${born}${padded(1 + (n % 998), 3)}`
  return body + residentCheckCharacter(body)
}

/** An enterprise's credit code that verifies, its subject part too. */
export function sampleCreditCode(n: number): string {
  const subject = padded(70_000_000 + ((n * 7919) % 9_000_000), 8)
  const body = `91130301${subject}${organisationCheckCharacter(subject)}`
  return body + usccCheckCharacter(body)
}
export const samplePersonName = (n: number): string => at(surnames, n * 7) + at(givenNames, n * 5 + (n >> 3))
export const samplePhone = (n: number): string => `13${n % 10}${padded((n * 104_729) % 100_000_000, 8)}`
export const sampleAddress = (n: number): string => `河北省秦皇岛市经济技术开发区${at(streets, n)}${1 + (n % 180)}号`
export const sampleFirmName = (n: number): string =>
  `秦皇岛${at(trades, n)}${at(['商贸', '餐饮管理', '建筑工程', '人力资源', '科技', '物流'], n >> 2)}有限公司`

/** A plausible, valid and repeatable answer to one question. `n` picks among names, days and numbers; the same `n` gives the same answer. */
export function sampleValue(field: FormField, n: number): Json {
  switch (field.type) {
    case 'yes-no':
      return true
    case 'choice':
      return field.options?.[0]?.value ?? ''
    case 'integer':
      return clamp(field, 12 + (n % 30))
    case 'money':
      return clamp(field, 5_000_000 + (n % 50) * 1_000_000)
    case 'date':
      return sampleDate(field.label, n)
    case 'uscc':
      return sampleCreditCode(n)
    case 'resident-id':
      return sampleResidentId(n)
    case 'phone':
      return samplePhone(n)
    case 'project-code':
      return `26${padded(1 + (n % 12), 2)}-130371-04-01-${padded(100_000 + ((n * 3571) % 900_000), 6)}`
    case 'list':
      return Array.from({ length: Math.max(1, field.min ?? 1) }, (_, row) =>
        Object.fromEntries((field.columns ?? []).map((column) => [column.id, sampleValue(column, n + row * 3 + 1)])),
      )
    default:
      return fitted(field, sampleText(field, n))
  }
}

function clamp(field: FormField, value: number): number {
  const least = field.min ?? (field.type === 'money' ? 0 : value)
  return Math.min(field.max ?? Number.POSITIVE_INFINITY, Math.max(least, value))
}

const today = '2026-03-02' as PlainDate
function sampleDate(label: string, n: number): string {
  if (/出生/.test(label)) return addDays('1975-05-20' as PlainDate, n % 5000)
  // A permit in hand that is to be changed or renewed must not have run out, whenever a demonstration is set up.
  if (/证.*(届满|有效期至)/.test(label)) return addDays(today, 1500 + (n % 300))
  if (/届满|到期|有效期至|截止|止/.test(label)) return addDays(today, 400 + (n % 600))
  if (/开工|开业|起|演出|施工|拟/.test(label)) return addDays(today, 60 + (n % 60))
  return addDays(today, -20 - (n % 300))
}

function sampleText(field: FormField, n: number): string {
  const label = field.label
  if (/姓名|负责人$|联系人|经办人|法定代表人$|代表人$|投资人$|举办者$/.test(label)) return samplePersonName(n)
  if (/地址|住所|场所$|地点|位置|坐落/.test(label)) return sampleAddress(n)
  if (/路段|道路/.test(label)) return `${at(streets, n)}（${at(streets, n + 3)}至${at(streets, n + 5)}段）`
  if (/项目名称|工程名称/.test(label)) return `${at(trades, n)}${at(['标准厂房', '冷链仓储', '污水处理', '住宅小区', '智能制造基地'], n)}项目`
  if (/名称|单位|字号/.test(label)) return sampleFirmName(n)
  if (/编号|证号|号码|文号/.test(label)) return `JY${padded((n * 99_991) % 1_000_000_000, 9)}`
  if (field.type === 'long-text')
    return `${label}：按照法律法规和章程的规定开展，具体内容见所附材料。负责人${samplePersonName(n)}，联系地址${sampleAddress(n)}。`
  return `${label}${1 + (n % 9)}`
}

/** Stretches or cuts a text to the field's own length. */
function fitted(field: FormField, text: string): string {
  let chars = [...text]
  while (chars.length < (field.min ?? 1)) chars = [...chars, ...text]
  return chars.slice(0, field.max ?? chars.length).join('')
}
