/** One name a code has borne. Years are budget years, both inclusive; no `until` means it still stands. */
export interface AccountCodeName {
  readonly name: string
  readonly from: number
  readonly until?: number
  /** read: seen in an official or published table; sure: known by heart beyond doubt; recalled: to be re-checked, so it never gives an error. */
  readonly basis: 'read' | 'sure' | 'recalled'
}

/** One code of the government accounts: 类 (3 digits), 款 (5) or 项 (7). */
export interface AccountCode {
  readonly code: string
  readonly names: readonly AccountCodeName[]
}

/** Partial by nature: a code that is not here is unknown, not wrong. */
export interface AccountCodeTable {
  readonly functional: readonly AccountCode[]
  readonly economic: readonly AccountCode[]
}

/** The name a code bears in a year, or undefined where the table does not know it. */
export const nameInYear = (code: AccountCode, year: number): AccountCodeName | undefined =>
  code.names.find((name) => name.from <= year && (name.until === undefined || year <= name.until))
