import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { accountCodes } from '../../data/account-codes/load-account-codes.ts'
import { auditDisclosure } from '../../rules/disclosure/audit/audit-disclosure.ts'
import type { Finding } from '../../rules/disclosure/audit/finding.ts'
import { readDisclosure } from '../../rules/disclosure/read/read-disclosure.ts'
import { sourceLines } from '../../rules/disclosure/read/source-lines.ts'
import { textBlocks } from '../desks/disclosure/sources/text-blocks.ts'
import { brokenIdentities } from './testing/slow-identities.ts'

const page = readFileSync(new URL('../../tests/fixtures/disclosure/budget-2020.txt', import.meta.url), 'utf8')

function errorsOf(text: string): Finding[] {
  const blocks = textBlocks(text)
  const findings = auditDisclosure({ document: readDisclosure(blocks), lines: sourceLines(blocks), accountCodes })
  return findings.filter(({ severity }) => severity === 'error')
}

/** The name the slow checker gives to the identity behind a finding; null for errors that are no arithmetic. */
function identityOf({ rule, message, quote }: Finding): string | null {
  const project = /^项目(\d+)/.exec(message)?.[1]
  switch (rule) {
    case 'SUM-INCOME-EXPENDITURE':
      return 'income = expenditure'
    case 'SUM-BASIC-PROJECT':
      return 'basic + project'
    case 'SUM-PERSONNEL-PUBLIC':
      return 'personnel + public'
    case 'SUM-PROJECTS':
      return 'projects'
    case 'SUM-PROJECT':
      return `project ${project}`
    case 'PLAN-SUM':
      return `plan ${project}`
    case 'SUM-THREE-PUBLIC':
      return `三公 ${/^(\d{4})年/.exec(message)?.[1]}`
    case 'YOY-DIFF':
    case 'YOY-DIRECTION':
      return quote.endsWith('万元') ? '三公 running' : '三公 total'
    case 'SUM-ASSETS':
      return 'assets'
    case 'PROC-PROJECT':
      return 'procurement'
    default:
      return null
  }
}

const identities = (findings: readonly Finding[]): string[] => [...new Set(findings.flatMap((finding) => identityOf(finding) ?? []))].sort()
const others = (findings: readonly Finding[]): string[] =>
  findings
    .filter((finding) => identityOf(finding) === null && finding.rule !== 'BUDGET-BLANK')
    .map(({ rule, line, quote }) => `${rule} ${line} ${quote.replace(/[\d.]+/g, '')}`)

/** Every figure of the page that stands in an identity: the amounts in the text, and the numbers that fill a cell. */
const figures: readonly { readonly start: number; readonly end: number; readonly inCell: boolean }[] = [
  ...[...page.matchAll(/(?<=\t)\d+\.\d+(?=\n)/g)].map((match) => ({ start: match.index, end: match.index + match[0].length, inCell: true })),
  ...[...page.matchAll(/\d+(?:\.\d+)?(?=万元|的主要原因)/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    inCell: false,
  })),
]
const cells = figures.filter(({ inCell }) => inCell)
type Span = (typeof figures)[number]

const replaced = (spans: readonly Span[], by: readonly string[]): string =>
  spans
    .map((span, index) => ({ span, text: by[index]! }))
    .sort((a, b) => b.span.start - a.span.start)
    .reduce((text, { span, text: put }) => text.slice(0, span.start) + put + text.slice(span.end), page)
const shown = ({ start, end }: Span): string => page.slice(start, end)
const wide = (text: string): string => text.replace(/\d/g, (digit) => '０１２３４５６７８９'[Number(digit)]!)

const baseline = errorsOf(page)

function holds(text: string): void {
  const found = errorsOf(text)
  expect(identities(found)).toEqual([...brokenIdentities(text)].sort())
  expect(others(found)).toEqual(others(baseline))
}

const oneFigure = fc.constantFrom(...figures)
const oneCell = fc.constantFrom(...cells)
const amount = fc.integer({ min: 1, max: 99_999 }).map((value) => (value / 100).toFixed(2))

describe('the audit against a slow checker of its own making', () => {
  it('agrees on the page as it stands', () => {
    expect([...brokenIdentities(page)].sort()).toEqual(['plan 3', 'plan 9'])
    holds(page)
  })

  it('agrees after a figure was retyped', () => {
    fc.assert(
      fc.property(oneFigure, amount, (span, put) => holds(replaced([span], [put]))),
      { numRuns: 150 },
    )
  })

  it('agrees after a hundredth was gained or lost', () => {
    fc.assert(
      fc.property(oneFigure, fc.constantFrom(-0.02, -0.01, 0.01, 0.02, 0.05, 0.1), (span, step) =>
        holds(replaced([span], [Math.max(0, Number(shown(span)) + step).toFixed(2)])),
      ),
      { numRuns: 100 },
    )
  })

  it('agrees after a cell was emptied', () => {
    fc.assert(
      fc.property(oneCell, (span) => holds(replaced([span], ['']))),
      { numRuns: cells.length },
    )
  })

  it('agrees after two figures changed places', () => {
    fc.assert(
      fc.property(oneFigure, oneFigure, (one, two) => {
        fc.pre(one !== two)
        holds(replaced([one, two], [shown(two), shown(one)]))
      }),
      { numRuns: 120 },
    )
  })

  it('says nothing new when a figure is only written another way', () => {
    fc.assert(
      fc.property(oneFigure, fc.boolean(), (span, full) => {
        const put = full ? wide(shown(span)) : Number(shown(span)).toFixed(4)
        expect(identities(errorsOf(replaced([span], [put])))).toEqual(identities(baseline))
      }),
      { numRuns: 60 },
    )
  })
})
