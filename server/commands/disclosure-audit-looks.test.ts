import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { accountCodes } from '../../data/account-codes/load-account-codes.ts'
import { auditDisclosure } from '../../rules/disclosure/audit/audit-disclosure.ts'
import { readDisclosure } from '../../rules/disclosure/read/read-disclosure.ts'
import { sourceLines } from '../../rules/disclosure/read/source-lines.ts'
import { textBlocks } from '../desks/disclosure/sources/text-blocks.ts'

const folder = new URL('../../tests/fixtures/disclosure/sound/', import.meta.url)

/** What a sound document may still be told: that something stands elsewhere, or is told more shortly than the law likes. */
const MAY_BE_TOLD = ['THREE-PUBLIC-LAST-YEAR', 'PROC-INCOMPLETE', 'SECTION-CHANGE', 'SECTION-MISSING', 'TABLE-MISSING']

describe('sound documents of different looks', () => {
  it.each(readdirSync(folder))('%s: no error, and only completeness in doubt', (name) => {
    const blocks = textBlocks(readFileSync(new URL(name, folder), 'utf8'))
    const document = readDisclosure(blocks)
    const findings = auditDisclosure({ document, lines: sourceLines(blocks), accountCodes })
    const told = findings.filter(({ severity, rule }) => severity === 'error' || (severity === 'warning' && !MAY_BE_TOLD.includes(rule)))
    expect(told.map(({ rule, line, message }) => `${rule} ${line} ${message}`)).toEqual([])
    expect(document.unread).toEqual([])
    expect(document.totals.expenditure?.value).toBeGreaterThan(0)
    expect(document.threePublic.length).toBeGreaterThan(0)
  })
})
