import type { DocumentRule } from './rule.ts'
export const tableRules: readonly DocumentRule[] = []
