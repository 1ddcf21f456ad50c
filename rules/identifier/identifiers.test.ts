import { describe, expect, it } from 'vitest'
import { certificateIdParts, checkCertificateId, writeCertificateId } from './certificate-id.ts'
import type { IdentifierCheck } from './check.ts'
import { parseBaseCode, parseImplementationCode } from './implementation-code.ts'
import { mod37And36 } from './iso-7064.ts'
import { checkOrganisationCode } from './organisation-code.ts'
import { checkProjectCode } from './project-code.ts'
import { checkResidentId, residentIdParts } from './resident-id.ts'
import { d } from '../time/testing/day-oracle.ts'
import { checkUscc, usccCheckCharacter, usccParts } from './uscc.ts'

const said = (check: IdentifierCheck) => `${check.valid ? 'valid' : 'invalid'} ${check.reason ?? ''}`.trim()

describe('统一社会信用代码', () => {
  it.each([
    ['91350100M000100Y43', 'valid'],
    ['91110000802100433B', 'valid'],
    ['11330105002500287C', 'valid'],
    ['11430000006122244L', 'valid'],
    ['11100000000013338W', 'valid'],
    ['11370800MB28559184', 'valid'],
    ['911100001000002837', 'invalid check-digit'],
    ['91350100m000100y43', 'invalid lower-case'],
    ['91350100M000100Y4', 'invalid wrong-length'],
    ['91350100M000100Y430', 'invalid wrong-length'],
    ['91350100I000100Y43', 'invalid wrong-characters'],
    ['9135O100M000100Y43', 'invalid wrong-characters'],
    ['9135A100M000100Y43', 'invalid region-not-digits'],
    ['９1350100M000100Y43', 'invalid wrong-characters'],
    ['91350100M000100Y 3', 'invalid wrong-characters'],
    ['', 'invalid wrong-length'],
  ])('%s is %s', (value, expected) => {
    expect(said(checkUscc(value))).toBe(expected)
  })

  it.each([
    ['000000000000000000', 'department'],
    ['01350100M000100Y4', 'department'],
    ['90350100M000100Y4', undefined],
    ['91000000M000100Y4', 'region'],
    ['91160100M000100Y4', 'region'],
    ['91900100M000100Y4', 'region'],
    ['91350100000000000', 'subject'],
    ['91100000M000100Y4', undefined],
    ['12990000M000100Y4', undefined],
    ['N2350100M000100Y4', undefined],
  ])('%s adds up and is refused because of %s', (body, reason) => {
    const value = body.slice(0, 17) + usccCheckCharacter(body)
    expect(checkUscc(value)).toEqual(reason === undefined ? { valid: true } : { valid: false, reason })
  })

  it('has parts, and doubts about an old 主体标识码 that refuse nothing', () => {
    expect(usccParts('91350100M000100Y43')).toEqual({ department: '9', category: '1', region: '350100', subject: 'M000100Y4', subjectHolds: true })
    expect(usccParts('11100000000013338W')).toMatchObject({ department: '1', category: '1', subject: '000013338', subjectHolds: true })
    expect(usccParts('911100001000002837')).toBeUndefined()
  })
})

describe('公民身份号码', () => {
  it.each([
    ['11010519491231002X', 'valid'],
    ['11010519491231002x', 'invalid lower-case'],
    ['110105194912310021', 'invalid check-digit'],
    ['11010519490231002X', 'invalid birth-date'],
    ['11010518991231002X', 'invalid birth-date'],
    ['110105491231002', 'invalid old-fifteen-digits'],
    ['1101051949123100', 'invalid wrong-length'],
    ['1101O519491231002X', 'invalid wrong-characters'],
    ['１1010519491231002X', 'invalid wrong-characters'],
    ['X1010519491231002X', 'invalid wrong-characters'],
  ])('%s is %s', (value, expected) => {
    expect(said(checkResidentId(value))).toBe(expected)
  })

  it('cannot be of somebody not yet born', () => {
    expect(said(checkResidentId('11010519491231002X', d('1949-12-31')))).toBe('valid')
    expect(said(checkResidentId('11010519491231002X', d('1949-12-30')))).toBe('invalid birth-date-in-future')
  })

  it('tells area, birth and sex', () => {
    expect(residentIdParts('11010519491231002X')).toEqual({ area: '110105', birth: '1949-12-31', male: false })
    expect(residentIdParts('11010519491231003X')).toBeUndefined()
  })
})

describe('组织机构代码', () => {
  it.each([
    ['D2143569-X', 'valid'],
    ['D2143569X', 'valid'],
    ['M000100Y4', 'valid'],
    ['000013338', 'valid'],
    ['d2143569X', 'invalid lower-case'],
    ['D2143569-1', 'invalid check-digit'],
    ['D214-3569X', 'invalid wrong-length'],
    ['D2143569Y', 'invalid wrong-characters'],
    ['D214356', 'invalid wrong-length'],
  ])('%s is %s', (value, expected) => {
    expect(said(checkOrganisationCode(value))).toBe(expected)
  })
})

describe('电子证照标识', () => {
  const root = '1.2.156.3005.2.'
  it('computes the check character that GB/T 17710 gives as its example', () => {
    expect(mod37And36('A12425GABC1234002')).toBe('M')
  })

  it.each([
    ['11100000000013338W011.11430000006122244L.20230000403.001.U', 'valid'],
    ['11100000000013338W009.11330105002500287C.2025052201.002.0', 'valid'],
    ['11100000MB03271699022.340100.000000016.001.9', 'valid'],
    ['062301.1101101102.0624_001.001.U', 'valid'],
    ['11100000000013661B006.113700000045046442.209FA4E88F9E4C878F3E9BED2CE7EA49.001.D', 'valid'],
    ['11100000000013661B006.113700000045046442.209FA4E88F9E4C878F3E9BED2CE7EA49.001.M', 'invalid check-digit'],
    ['11100000000013338W011.11430000006122244L.20230000403.000.U', 'invalid version'],
    ['11100000000013338W011.11430000006122244L.20230000403.1.U', 'invalid wrong-shape'],
    ['11100000000013338w011.11430000006122244L.20230000403.001.U', 'invalid lower-case'],
    ['11100000000013338W011.11430000006122244L.20230000403.001', 'invalid wrong-shape'],
    ['11100000000013661B006.113700000045046442.0209FA4E88F9E4C878F3E9BED2CE7EA49.001.D', 'invalid wrong-shape'],
    ['11100000000013338W011.11430000006122244L..001.U', 'invalid wrong-shape'],
    ['', 'invalid wrong-shape'],
  ])('%s is %s', (rest, expected) => {
    expect(said(checkCertificateId(root + rest))).toBe(expected)
  })

  it('begins with the root', () => {
    expect(said(checkCertificateId('11100000000013338W011.11430000006122244L.20230000403.001.U'))).toBe('invalid wrong-root')
    expect(said(checkCertificateId('1.2.156.3005.1.11100000000013338W011.11430000006122244L.20230000403.001.U'))).toBe('invalid wrong-root')
  })

  it('is written as it is read', () => {
    const id = `${root}11100000000013338W011.11430000006122244L.20230000403.001.U`
    expect(writeCertificateId('11100000000013338W011', '11430000006122244L', '20230000403', 1)).toBe(id)
    expect(certificateIdParts(id)).toMatchObject({ serial: '20230000403', version: '001', typeHolds: true, issuerHolds: true })
    expect(certificateIdParts(`${root}11100000MB03271699022.340100.000000016.001.9`)).toMatchObject({ typeHolds: true, issuerHolds: false })
    expect(writeCertificateId('a', '11430000006122244L', '1', 1)).toBeUndefined()
    expect(writeCertificateId('11100000000013338W011', '11430000006122244L', '1', 0)).toBeUndefined()
    expect(writeCertificateId('11100000000013338W011', '11430000006122244L', '1', 1000)).toBeUndefined()
  })
})

describe('投资项目代码', () => {
  it.each([
    ['2105-130371-04-01-123456', 'valid check-digit-unknown'],
    ['2018-130371-26-03-000045', 'valid check-digit-unknown'],
    ['2012-000000-04-01-123456', 'valid check-digit-unknown'],
    ['2113-130371-04-01-123456', 'invalid month'],
    ['2100-130371-04-01-123456', 'invalid month'],
    ['1999-130371-04-01-123456', 'invalid month'],
    ['2105-990371-04-01-123456', 'invalid region'],
    ['2105-130371-04-01-12345', 'invalid wrong-shape'],
    ['210513037104011234560000', 'invalid wrong-shape'],
    ['2105-13037A-04-01-123456', 'invalid wrong-shape'],
    ['2105－130371－04－01－123456', 'invalid wrong-shape'],
  ])('%s is %s', (value, expected) => {
    expect(said(checkProjectCode(value))).toBe(expected)
  })
})

describe('codes of the catalogue, taken softly', () => {
  it('splits 实施编码 and 业务办理项编码', () => {
    const { value, doubts } = parseImplementationCode('11370800MB285591843370117002011')
    expect(doubts).toEqual([])
    expect(value).toEqual({
      body: '11370800MB28559184',
      level: '3',
      base: { list: '37', itemType: '01', department: '17', mainItem: '002', subItem: '011' },
      handling: null,
    })
    expect(parseImplementationCode('11370800MB28559184337011700201101').value?.handling).toBe('01')
  })

  it('doubts without refusing', () => {
    expect(parseImplementationCode('11370800MB285591859379917002011').doubts).toEqual(['implementing-body', 'level', 'item-type'])
    expect(parseImplementationCode('11370800MB285591859379917002011').value?.level).toBe('9')
    expect(parseImplementationCode('11370800MB28559184337011700201')).toEqual({ doubts: ['wrong-length'] })
    expect(parseImplementationCode('11370800MB28559184337011700201X')).toEqual({ doubts: ['wrong-characters'] })
    expect(parseBaseCode('000131004000')).toMatchObject({ doubts: [], value: { list: '00', itemType: '01', department: '31' } })
    expect(parseBaseCode('00013100400')).toEqual({ doubts: ['wrong-length'] })
    expect(parseBaseCode('00013100400A')).toEqual({ doubts: ['wrong-characters'] })
  })
})
