import { parseMoney } from '../../money.ts'
import { type FormDraft, isMoneyLabel, keepValue } from './form-draft.ts'
import type { FormLabel } from './form-label.ts'
import { isNumeric } from './money-cell.ts'
import { solveSums, type Sum } from './solve-sums.ts'
import type { Row, Token } from './token.ts'

/** The head of a self-evaluation's money block: 年初预算数, 全年预算数, 全年执行数, 分值, 执行率, 得分. */
export interface FundHead {
  readonly width: number
  /** Grid column of the budget that counts: the year's as it was adjusted, the opening one where there is no other. */
  readonly column: number
  /** True when both budgets have a column. */
  readonly both: boolean
}

export function fundHead(row: Row): FundHead | null {
  const at = (word: string): Token | undefined => row.tokens.find((token) => token.key.startsWith(word))
  const whole = at('全年预算')
  const opening = at('年初预算')
  const counted = whole ?? opening
  return counted ? { width: row.tokens.length, column: columnOf(row, counted), both: whole !== undefined && opening !== undefined } : null
}

/** Grid column in a table; in a row of loose cells the place in the row. */
function columnOf(row: Row, token: Token): number {
  return row.table === undefined ? row.tokens.indexOf(token) : token.column
}

/** The amount of a row under a fund head. Where cells were lost it is known only if both budgets are the same. */
export function fundValue(row: Row, label: number, head: FundHead): Token | null {
  const wide = row.tokens.some((token) => token.span > 1)
  if (row.table !== undefined && (row.tokens.length === head.width || wide)) return row.tokens.find((token) => token.column === head.column) ?? null
  const numbers = row.tokens.slice(label + 1).filter((token) => isNumeric(token.text))
  if (!head.both && numbers.length === 1) return numbers[0]!
  const [first, second] = numbers
  return first && second && parseMoney(first.text, '元') === parseMoney(second.text, '元') ? first : null
}

/**
 * Amounts under or behind money words that are not as many as the words: the sum total = fiscal + other says where they belong, or nothing does.
 * True when at least one was placed.
 */
export function placeBySums(draft: FormDraft, labels: readonly FormLabel[], tokens: readonly Token[]): boolean {
  if (!labels.every(isMoneyLabel) || tokens.length === 0 || !tokens.every((token) => isNumeric(token.text))) return false
  const amounts = tokens.map((token) => parseMoney(token.text, '元'))
  if (amounts.some((amount) => amount === null)) return false
  const whole = labels.indexOf('total')
  const parts = [labels.indexOf('fiscal'), labels.indexOf('other')].filter((at) => at >= 0)
  const sums: Sum[] = whole >= 0 && parts.length > 0 ? [{ whole, parts }] : []
  const solved = solveSums(labels.length, amounts as number[], sums)
  let from = 0
  solved?.forEach((amount, index) => {
    const at = amount === null ? -1 : amounts.indexOf(amount, from)
    if (at < 0) return
    keepValue(draft, labels[index]!, tokens[at]!)
    from = at + 1
  })
  return from > 0
}
