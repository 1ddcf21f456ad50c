import { parseBaseCode, parseImplementationCode } from '../../../../rules/identifier/implementation-code.ts'
import { checkUscc } from '../../../../rules/identifier/uscc.ts'

/** A code of the official catalogue that does not hold, with the stable reason of `rules/identifier/`. */
export interface CodeFault {
  readonly kind: '实施编码' | '基本编码' | '实施主体统一社会信用代码'
  readonly value: string
  readonly reason: string
  readonly sentence: string
}

const words: Readonly<Record<string, string>> = {
  'spreadsheet-number': '被电子表格改成了科学计数，原来的数字已经丢失：请把这一列设为文本后重新导出',
  'wrong-length': '位数不对',
  'wrong-characters': '有不该出现的字符',
  'lower-case': '字母应当大写',
  'region-not-digits': '行政区划部分不是数字',
  'check-digit': '校验位不对',
  department: '登记管理部门部分不对',
  region: '行政区划部分没有这个省份',
  subject: '主体标识码全是零',
  'item-type': '事项类型部分不在国家代码表内',
  level: '行使层级部分不对',
  'implementing-body': '前 18 位不是有效的统一社会信用代码',
  'body-differs': '前 18 位与实施主体代码不一致',
  'base-differs': '后 12 位与基本编码不一致',
}

/** `1.13708E+30`: what a spreadsheet makes of a long code that it takes for a number. */
const isSpreadsheetNumber = (code: string): boolean => /^\d(\.\d+)?E\+\d+$/i.test(code)
const doubtsOf = (code: string, doubts: readonly string[]): readonly string[] => (isSpreadsheetNumber(code) ? ['spreadsheet-number'] : doubts)

export interface Codes {
  readonly implementationCode: string | null
  /** The same with the two digits of 业务办理项 where the code has them: items that share an 实施编码 are told apart by them. */
  readonly handlingCode: string | null
  readonly basicCode: string | null
}

/**
 * Checks the three codes of a row, each by itself and against each other. Only codes with the right shape are kept (others could not be told from
 * noise); every fault is reported with its value. Of a 33-character code (业务办理项) the first 31 are the 实施编码.
 */
export function checkCodes(given: { readonly implementationCode: string; readonly basicCode: string; readonly implementingBodyCode: string }): {
  readonly codes: Codes
  readonly faults: readonly CodeFault[]
} {
  const faults: CodeFault[] = []
  const fault = (kind: CodeFault['kind'], value: string, reason: string) =>
    faults.push({ kind, value, reason, sentence: `${kind}“${value}”${words[reason] ?? reason}。` })
  const [implementation, base, body] = [given.implementationCode, given.basicCode, given.implementingBodyCode].map((code) =>
    code.normalize('NFKC').replace(/\s+/g, ''),
  ) as [string, string, string]
  let codes: Codes = { implementationCode: null, handlingCode: null, basicCode: null }
  if (body !== '') {
    const check = checkUscc(body)
    if (isSpreadsheetNumber(body)) fault('实施主体统一社会信用代码', body, 'spreadsheet-number')
    else if (!check.valid) fault('实施主体统一社会信用代码', body, check.reason ?? 'wrong-characters')
  }
  if (base !== '') {
    const parsed = parseBaseCode(base)
    for (const reason of doubtsOf(base, parsed.doubts)) fault('基本编码', base, reason)
    if (parsed.value) codes = { ...codes, basicCode: base }
  }
  if (implementation !== '') {
    const parsed = parseImplementationCode(implementation)
    for (const reason of doubtsOf(implementation, parsed.doubts)) fault('实施编码', implementation, reason)
    if (parsed.value) {
      codes = { ...codes, implementationCode: implementation.slice(0, 31), handlingCode: implementation }
      if (body !== '' && parsed.value.body !== body) fault('实施编码', implementation, 'body-differs')
      if (codes.basicCode !== null && implementation.slice(19, 31) !== codes.basicCode) fault('实施编码', implementation, 'base-differs')
    }
  }
  return { codes, faults }
}
