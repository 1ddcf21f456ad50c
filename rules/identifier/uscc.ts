import { type IdentifierCheck, invalid, valid, writingFault } from './check.ts'
import { organisationCheckCharacter } from './organisation-code.ts'
import { provinces } from './provinces.ts'

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

/** Registered by a department of the centre: 10; of 新疆生产建设兵团: 66 or 99. */
const regions = new Set([...provinces, '10', '66', '99'])

/** The eighteenth character for the first seventeen (GB 32100: weights 3^(i−1) mod 31). */
export function usccCheckCharacter(seventeen: string): string {
  const sum = weights.reduce((total, weight, i) => total + weight * alphabet.indexOf(seventeen[i]!), 0)
  return alphabet[(31 - (sum % 31)) % 31]!
}

/**
 * 统一社会信用代码 (GB 32100-2015), eighteen characters without I, O, S, V, Z.
 * No registering department has the number 0, no region an unknown province, no body nothing but zeros for its number; beyond that the tables known here
 * are not held to be whole. Reasons: `wrong-length`, `lower-case`, `wrong-characters`, `region-not-digits`, `check-digit`, then, of a code that adds up,
 * `department`, `region`, `subject`.
 */
export function checkUscc(value: string): IdentifierCheck {
  const fault = writingFault(value, 18, /^[0-9A-HJ-NPQRTUWXY]{18}$/)
  if (fault) return fault
  if (!/^..[0-9]{6}/.test(value)) return invalid('region-not-digits')
  if (value[17] !== usccCheckCharacter(value)) return invalid('check-digit')
  if (value[0] === '0') return invalid('department')
  if (!regions.has(value.slice(2, 4))) return invalid('region')
  return value.startsWith('000000000', 8) ? invalid('subject') : valid
}

/** The parts of a code that `checkUscc` found valid. */
export interface UsccParts {
  /** 登记管理部门: 1 机构编制, 5 民政, 9 市场监管 … */
  readonly department: string
  /** 机构类别 within the department: 51 社会团体, 52 民办非企业单位, 53 基金会 … */
  readonly category: string
  /** 登记管理机关行政区划, six digits. */
  readonly region: string
  /** 主体标识码, nine characters. */
  readonly subject: string
  /** Whether the 主体标识码 holds by GB 11714. Older codes may fail it: a reason to look twice, never to refuse. */
  readonly subjectHolds: boolean
}

export function usccParts(value: string): UsccParts | undefined {
  if (!checkUscc(value).valid) return undefined
  const subject = value.slice(8, 17)
  const subjectHolds = subject[8] === organisationCheckCharacter(subject)
  return { department: value[0]!, category: value[1]!, region: value.slice(2, 8), subject, subjectHolds }
}
