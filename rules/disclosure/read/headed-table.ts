import { isEmptyRow, type Row, type Token } from './token.ts'

/** A table's head row with what each of its cells means; null for cells of no account. */
export interface TableHead<Role extends string> {
  readonly at: number
  readonly roles: readonly (Role | null)[]
  readonly row: Row
}

/** The first of the leading rows in which at least `least` different roles are named. */
export function findHead<Role extends string>(
  rows: readonly Row[],
  roleOf: (words: string, token: Token) => Role | null,
  least: number,
  within = 6,
): TableHead<Role> | null {
  for (let at = 0; at < rows.length && at < within; at++) {
    const row = rows[at]!
    if (row.tokens.length < least || countNamed(row, roleOf) < least) continue
    const roles: (Role | null)[] = []
    let named = 0
    for (const token of row.tokens) {
      const role = token.key === '' || token.key.length > 24 ? null : roleOf(token.key, token)
      const first = role !== null && !roles.includes(role)
      if (first) named++
      roles.push(first ? role : null)
    }
    if (named >= least) return { at, roles, row }
  }
  return null
}

/** How many cells name a role, the same one perhaps twice: most rows name none, and need not be looked at closer. */
function countNamed<Role extends string>(row: Row, roleOf: (words: string, token: Token) => Role | null): number {
  let named = 0
  for (const token of row.tokens) if (token.key !== '' && token.key.length <= 24 && roleOf(token.key, token) !== null) named++
  return named
}

/**
 * The cells of a body row by role. Null when the row does not line up with the head (cells lost), so that nothing is put under a wrong head.
 * A row shorter by trailing cells alone lines up when grid columns are known to be single.
 */
export function seated<Role extends string>(row: Row, head: TableHead<Role>): Partial<Record<Role, Token>> | null {
  const byIndex = row.tokens.length === head.row.tokens.length
  const spans = row.tokens.some((token) => token.span > 1) || head.row.tokens.some((token) => token.span > 1)
  if (!byIndex && !spans) return null
  const seat: Partial<Record<Role, Token>> = {}
  row.tokens.forEach((token, index) => {
    const at = byIndex && !spans ? index : head.row.tokens.findIndex((each) => token.column >= each.column && token.column < each.column + each.span)
    const role = head.roles[at]
    if (role != null && seat[role] === undefined) seat[role] = token
  })
  return seat
}

/** Body rows under a head: without empty rows and without the head come again on a new page. */
export function bodyOf<Role extends string>(rows: readonly Row[], head: TableHead<Role>): Row[] {
  const headKeys = head.row.tokens.map((token) => token.key).join('|')
  return rows.slice(head.at + 1).filter((row) => {
    if (isEmptyRow(row)) return false
    const same = row.tokens.map((token) => token.key).join('|') === headKeys
    if (same) markUsed(row)
    return !same
  })
}

export function markUsed(row: Row): void {
  for (const token of row.tokens) token.used = true
}
