import { type PlainDate, parsePlainDate } from '../time/plain-date.ts'
import { type IdentifierCheck, invalid, valid } from './check.ts'
import { mod11And10 } from './iso-7064.ts'

/**
 * 办件编号. No national rule binds it beyond being unique and at most 50 long, so this is the house's own:
 * region (6) + receiving unit (3 or 4) + day (8) + serial of that day and unit (5) + check digit (ISO 7064 MOD 11,10) = 23 or 24 digits.
 */
export interface CaseNumberParts {
  readonly region: string
  readonly unit: string
  readonly day: PlainDate
  /** From 1 to 99999. */
  readonly serial: number
}

/** Writes a case number; undefined if a part does not fit its place. */
export function writeCaseNumber({ region, unit, day, serial }: CaseNumberParts): string | undefined {
  if (!/^[0-9]{6}$/.test(region) || !/^[0-9]{3,4}$/.test(unit)) return undefined
  if (!Number.isInteger(serial) || serial < 1 || serial > 99999) return undefined
  const digits = `${region}${unit}${day.replaceAll('-', '')}${String(serial).padStart(5, '0')}`
  return digits + mod11And10(digits)
}

const shape = /^([0-9]{6})([0-9]{3,4})([0-9]{4})([0-9]{2})([0-9]{2})([0-9]{5})[0-9]$/

/** The parts of a case number; undefined unless `checkCaseNumber` finds it valid. */
export function readCaseNumber(text: string): CaseNumberParts | undefined {
  if (!checkCaseNumber(text).valid) return undefined
  const [, region, unit, year, month, day, serial] = shape.exec(text)!
  return { region: region!, unit: unit!, day: parsePlainDate(`${year}-${month}-${day}`)!, serial: Number(serial) }
}

/** Reasons: `wrong-shape`, `date`, `serial`, `check-digit`. Spaces and hyphens that people put in for reading are not taken out here. */
export function checkCaseNumber(text: string): IdentifierCheck {
  const match = shape.exec(text)
  if (!match) return invalid('wrong-shape')
  const [, , , year, month, day, serial] = match
  if (parsePlainDate(`${year}-${month}-${day}`) === undefined) return invalid('date')
  if (Number(serial) === 0) return invalid('serial')
  return text.at(-1) === mod11And10(text.slice(0, -1)) ? valid : invalid('check-digit')
}
