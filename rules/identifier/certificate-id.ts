import { type IdentifierCheck, invalid, valid } from './check.ts'
import { mod37And36 } from './iso-7064.ts'
import { checkUscc } from './uscc.ts'

/** Root of all 电子证照标识 in the tree of object identifiers. */
const root = '1.2.156.3005.2.'
const parts = /^([0-9A-Z]{1,21})\.([0-9A-Z]{1,18})\.([0-9A-Z_]{1,32})\.([0-9]{3})\.([0-9A-Z])$/

/** The check character over type, issuer, serial number and version, without root, dots and underscores (MOD 37,36). */
const certificateCheckCharacter = (type: string, issuer: string, serial: string, version: string): string =>
  mod37And36(`${type}${issuer}${serial}${version}`.replaceAll('_', ''))

/**
 * 电子证照标识 (GB/T 36904-2018): root, 类型代码, 颁发机构代码, 流水号 (at most 32), 版本号 (three digits from 001), 校验位.
 * Reasons: `wrong-root`, `lower-case`, `wrong-shape`, `version`, `check-digit`. Type and issuer codes in use are not all 统一社会信用代码:
 * see `certificateIdParts`.
 */
export function checkCertificateId(value: string): IdentifierCheck {
  if (!value.startsWith(root)) return invalid('wrong-root')
  const rest = value.slice(root.length)
  const match = parts.exec(rest)
  if (!match) return invalid(/^[\x21-\x7e]*$/.test(rest) && parts.test(rest.toUpperCase()) ? 'lower-case' : 'wrong-shape')
  const [, type, issuer, serial, version, check] = match
  if (version === '000') return invalid('version')
  return check === certificateCheckCharacter(type!, issuer!, serial!, version!) ? valid : invalid('check-digit')
}

export interface CertificateIdParts {
  readonly type: string
  readonly issuer: string
  readonly serial: string
  readonly version: string
  /** Whether type (18 + 3) and issuer begin with a 统一社会信用代码 that holds, as the standard wants; some in use do not. */
  readonly typeHolds: boolean
  readonly issuerHolds: boolean
}

export function certificateIdParts(value: string): CertificateIdParts | undefined {
  if (!checkCertificateId(value).valid) return undefined
  const [, type, issuer, serial, version] = parts.exec(value.slice(root.length))!
  const typeHolds = /^.{18}[0-9]{3}$/.test(type!) && checkUscc(type!.slice(0, 18)).valid
  return { type: type!, issuer: issuer!, serial: serial!, version: version!, typeHolds, issuerHolds: checkUscc(issuer!).valid }
}

/** Writes a 电子证照标识 with its check character; undefined if a part cannot stand in one. */
export function writeCertificateId(type: string, issuer: string, serial: string, version: number): string | undefined {
  const written = String(version).padStart(3, '0')
  const body = `${type}.${issuer}.${serial}.${written}`
  if (!parts.test(`${body}.0`) || version < 1) return undefined
  return `${root}${body}.${certificateCheckCharacter(type, issuer, serial, written)}`
}
