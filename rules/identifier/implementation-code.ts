import { checkUscc } from './uscc.ts'

/** Codes of the official catalogue (GB/T 39554.1, ZWFW C0109.1), taken softly: they are stored as given, and `doubts` say what does not fit. */
export interface BaseCode {
  /** `00` for the national list, else the province. */
  readonly list: string
  /** 事项类型: 01 行政许可 … 20 公共服务. */
  readonly itemType: string
  readonly department: string
  readonly mainItem: string
  readonly subItem: string
}

export interface ImplementationCode {
  readonly body: string
  /** 行使层级: 1 国家 … 4 县, 5 乡镇, 6 村, 7 分级管理. */
  readonly level: string
  readonly base: BaseCode
  /** 业务办理项, two digits, only in the code of 33. */
  readonly handling: string | null
}

export interface SoftParse<T> {
  readonly value?: T
  /** `wrong-length`, `wrong-characters` (then there is no value); `item-type`, `level`, `implementing-body` (there is one, but look twice). */
  readonly doubts: readonly string[]
}

const isKnownType = (itemType: string) => Number(itemType) <= 20

/** 基本编码, twelve digits. */
export function parseBaseCode(text: string): SoftParse<BaseCode> {
  if (text.length !== 12) return { doubts: ['wrong-length'] }
  if (!/^[0-9]{12}$/.test(text)) return { doubts: ['wrong-characters'] }
  const value = {
    list: text.slice(0, 2),
    itemType: text.slice(2, 4),
    department: text.slice(4, 6),
    mainItem: text.slice(6, 9),
    subItem: text.slice(9, 12),
  }
  return { value, doubts: isKnownType(value.itemType) ? [] : ['item-type'] }
}

/** 实施编码 of 31 characters, or 业务办理项编码 of 33. */
export function parseImplementationCode(text: string): SoftParse<ImplementationCode> {
  if (text.length !== 31 && text.length !== 33) return { doubts: ['wrong-length'] }
  const base = parseBaseCode(text.slice(19, 31))
  if (base.value === undefined || !/^[0-9A-Z]{18}[0-9]{13}([0-9]{2})?$/.test(text)) return { doubts: ['wrong-characters'] }
  const [body, level] = [text.slice(0, 18), text[18]!]
  const doubts = [...(checkUscc(body).valid ? [] : ['implementing-body']), ...(/[1-7]/.test(level) ? [] : ['level']), ...base.doubts]
  return { value: { body, level, base: base.value, handling: text.slice(31) || null }, doubts }
}
