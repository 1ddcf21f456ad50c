import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runs } from '../time/testing/arbitraries.ts'
import { d, nextDay } from '../time/testing/day-oracle.ts'
import { checkCaseNumber, readCaseNumber, writeCaseNumber } from './case-number.ts'
import { checkCertificateId, writeCertificateId } from './certificate-id.ts'
import type { IdentifierCheck } from './check.ts'
import { mod11And10 } from './iso-7064.ts'
import { checkOrganisationCode, organisationCheckCharacter } from './organisation-code.ts'
import { provinces } from './provinces.ts'
import { checkResidentId, residentCheckCharacter } from './resident-id.ts'
import { checkUscc, usccCheckCharacter } from './uscc.ts'

const digits = '0123456789'
const capitals = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const usccAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const string = (alphabet: string, length: number) => fc.string({ unit: fc.constantFrom(...alphabet), minLength: length, maxLength: length })

const days = fc.integer({ min: 0, max: 45000 }).map((n) => nextDay(d('1900-01-01'), n))
const uscc = fc
  .tuple(string(usccAlphabet.slice(1), 2), fc.constantFrom(...provinces), string(digits, 4), string(usccAlphabet.slice(1), 9))
  .map((parts) => parts.join(''))
  .map((body) => body + usccCheckCharacter(body))
const residentId = fc
  .tuple(string(digits, 6), days, string(digits, 3))
  .map(([area, birth, order]) => area + birth.replaceAll('-', '') + order)
  .map((body) => body + residentCheckCharacter(body))
const organisationCode = string(digits + capitals, 8).map((body) => body + organisationCheckCharacter(body))
const certificateId = fc
  .record({ serial: string(digits + capitals, 12), version: fc.integer({ min: 1, max: 999 }), issuer: uscc })
  .map(({ serial, version, issuer }) => writeCertificateId('11100000000013338W011', issuer, serial, version)!)
const caseParts = fc.record({
  region: string(digits, 6),
  unit: fc.oneof(string(digits, 3), string(digits, 4)),
  day: days,
  serial: fc.integer({ min: 1, max: 99999 }),
})
const caseNumber = caseParts.map((parts) => writeCaseNumber(parts)!)

interface Family {
  readonly name: string
  readonly values: fc.Arbitrary<string>
  readonly check: (value: string) => IdentifierCheck
  readonly alphabet: string
  /** The share of transposed neighbours that the method promises to find. */
  readonly transposed: 'all' | 'nearly all' | 'most'
}

const families: readonly Family[] = [
  { name: '统一社会信用代码', values: uscc, check: checkUscc, alphabet: usccAlphabet, transposed: 'all' },
  { name: '公民身份号码', values: residentId, check: checkResidentId, alphabet: `${digits}X`, transposed: 'all' },
  // Modulo 11 sees every altered digit, but not a letter for another eleven further on (A for L).
  { name: '组织机构代码', values: organisationCode, check: checkOrganisationCode, alphabet: digits, transposed: 'most' },
  { name: '电子证照标识', values: certificateId, check: checkCertificateId, alphabet: digits + capitals, transposed: 'nearly all' },
  { name: '办件编号', values: caseNumber, check: checkCaseNumber, alphabet: digits, transposed: 'nearly all' },
]

describe.each(families)('$name', ({ values, check, alphabet, transposed }) => {
  it('is valid as made', () => {
    fc.assert(
      fc.property(values, (value) => {
        expect(check(value)).toEqual({ valid: true })
      }),
      { numRuns: runs },
    )
  })

  it('is not valid with any one character altered', () => {
    fc.assert(
      fc.property(values, fc.nat(), fc.constantFrom(...alphabet), (value, at, other) => {
        const i = at % value.length
        const swap = alphabet.includes(value[i]!) && value[i] !== other
        fc.pre(swap)
        expect(check(value.slice(0, i) + other + value.slice(i + 1)).valid).toBe(false)
      }),
      { numRuns: runs },
    )
  })

  it(`finds ${transposed} transposed neighbours`, () => {
    let [tried, missed] = [0, 0]
    fc.assert(
      fc.property(values, fc.nat(), (value, at) => {
        const i = at % (value.length - 1)
        const [a, b] = [value[i]!, value[i + 1]!]
        fc.pre(a !== b && a !== '.' && b !== '.')
        tried++
        if (check(value.slice(0, i) + b + a + value.slice(i + 2)).valid) missed++
      }),
      { numRuns: runs },
    )
    expect(missed / tried).toBeLessThanOrEqual({ all: 0, 'nearly all': 0.04, most: 0.1 }[transposed])
  })
})

describe('any text at all', () => {
  it('is answered with a verdict and, if invalid, a reason in kebab-case', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'grapheme', maxLength: 40 }), string(`${digits}${capitals}.-x`, 18), string(digits, 24)), (text) => {
        for (const { check } of families) {
          const found = check(text)
          if (!found.valid) expect(found.reason).toMatch(/^[a-z]+(-[a-z]+)*$/)
        }
      }),
      { numRuns: runs },
    )
  })
})

describe('办件编号', () => {
  it('takes its check digit as the standard does in its example', () => {
    expect(mod11And10('0794')).toBe('5')
  })

  it('is read back as it was written', () => {
    fc.assert(
      fc.property(caseParts, (parts) => {
        expect(readCaseNumber(writeCaseNumber(parts)!)).toEqual(parts)
      }),
      { numRuns: runs },
    )
  })

  it('stands in 23 or 24 digits', () => {
    const parts = { region: '130371', unit: '002', day: d('2026-03-02'), serial: 17 }
    expect(writeCaseNumber(parts)).toBe('13037100220260302000175')
    expect(writeCaseNumber({ ...parts, unit: '0021' })).toHaveLength(24)
    for (const wrong of [{ unit: '02' }, { region: '13037' }, { serial: 0 }, { serial: 100000 }, { serial: 1.5 }]) {
      expect(writeCaseNumber({ ...parts, ...wrong })).toBeUndefined()
    }
  })

  it.each([
    ['1303710022026023000017', 'wrong-shape'],
    ['13037100220260230000170', 'date'],
    ['13037100220260302000000', 'serial'],
    ['130371-002-20260302-00017', 'wrong-shape'],
  ])('%s: %s', (text, reason) => {
    expect(checkCaseNumber(text)).toEqual({ valid: false, reason })
    expect(readCaseNumber(text)).toBeUndefined()
  })
})
