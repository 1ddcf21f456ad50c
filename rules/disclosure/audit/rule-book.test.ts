import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { ruleBook } from './rule-book.ts'

it('stands in docs/disclosure-rules.md as the rule table has it', () => {
  const path = new URL('../../../docs/disclosure-rules.md', import.meta.url)
  expect(readFileSync(path, 'utf8')).toBe(ruleBook())
})
