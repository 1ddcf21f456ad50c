import type { DocumentRule } from './rule.ts'
export const scoreRules: readonly DocumentRule[] = []
