import type { BudgetKey } from '../../rules/budget/budget-ref.ts'
import type { Database } from '../platform/database/database.ts'

/** The bureau's own name for a document: 2020年部门预算. */
export const budgetInWords = ({ year, kind }: BudgetKey): string => `${year}年部门${kind === 'budget' ? '预算' : '决算'}`

/** 2020 → 2020; undefined for what is no year. */
export const yearIn = (text: string): number | undefined => (/^20\d\d$/.test(text) ? Number(text) : undefined)

/** True where the bureau has a book. */
export const isOpen = async (database: Database, bureau: string): Promise<boolean> =>
  (await database.query('SELECT 1 FROM journal WHERE bureau = $1 LIMIT 1', [bureau])).rowCount !== 0
