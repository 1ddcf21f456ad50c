import type { AccountCodeTable } from '../../rules/disclosure/audit/account-codes.ts'
import economic from './economic.json' with { type: 'json' }
import functional from './functional.json' with { type: 'json' }

/**
 * Codes of the government accounts for the budget years 2018 on: functional to 项, economic to 款. Partial: what a district bureau meets.
 * `basis` tells how each name is known: read (seen in published accounts), sure, or recalled (to be re-checked; gives no error).
 */
export const accountCodes = { functional, economic } as AccountCodeTable
