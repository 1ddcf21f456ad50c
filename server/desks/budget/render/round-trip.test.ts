import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { accountCodes } from '../../../../data/account-codes/load-account-codes.ts'
import type { BudgetDocument } from '../../../../rules/budget/budget-document.ts'
import { aWholeBudget } from '../../../../rules/budget/testing/whole-budget.ts'
import { auditDisclosure } from '../../../../rules/disclosure/audit/audit-disclosure.ts'
import type { Finding } from '../../../../rules/disclosure/audit/finding.ts'
import { readDisclosure } from '../../../../rules/disclosure/read/read-disclosure.ts'
import { sourceLines } from '../../../../rules/disclosure/read/source-lines.ts'
import { sourceBlocks } from '../../disclosure/public.ts'
import { readBudgetFile } from '../read-budget-file.ts'
import { bareFacts, type RenderFormat, renderFormats } from './facts.ts'
import { renderBudget } from './render.ts'

const original = readFileSync(new URL('../../../../data/demonstration/budget-2020.txt', import.meta.url))

async function taken(bytes: Uint8Array, name: string, as: 'draft' | 'original' = 'draft'): Promise<BudgetDocument> {
  const read = await readBudgetFile(bytes, name, as === 'original')
  if (!read.ok) throw new Error(read.refusal.code)
  return read.value.content
}

async function audited(bytes: Uint8Array): Promise<Finding[]> {
  const blocks = await sourceBlocks(bytes)
  if (!blocks.ok) throw new Error(blocks.refusal.code)
  return auditDisclosure({ document: readDisclosure(blocks.value), lines: sourceLines(blocks.value), accountCodes })
}

/** How often each rule finds something. */
function tally(findings: readonly Finding[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { rule } of findings) counts.set(rule, (counts.get(rule) ?? 0) + 1)
  return counts
}

const draw = (budget: BudgetDocument, format: RenderFormat): Promise<Uint8Array> =>
  renderBudget(budget, format, bareFacts(budget.document.department ?? ''))

/** What has more findings in the drawn document than in the one it was drawn from. */
async function newFaults(drawn: Uint8Array, from: Uint8Array): Promise<unknown[]> {
  const had = tally(await audited(from))
  return [...tally(await audited(drawn))].filter(([rule, count]) => count > (had.get(rule) ?? 0))
}

const cases = renderFormats.flatMap((format) => [[format, 'original'] as const, [format, 'draft'] as const])

test.each(cases)(
  'the 2020 document drawn as %s from the %s reads back as the same data, and has no fault that the original did not have',
  async (format, as) => {
    const budget = await taken(original, 'budget-2020.txt', as)
    const drawn = await draw(budget, format)
    const { texts, ...data } = await taken(drawn, `drawn.${format}`)
    const { texts: words, asPublished: _, ...expected } = budget
    expect(data).toEqual(expected)
    // JSON has the shape that other programs read, which does not hold the officer's own words.
    if (format !== 'json') expect(texts).toEqual(words)
    if (format === 'json' || format === 'csv') return
    expect(await newFaults(drawn, original)).toEqual([])
  },
)

test('what was published in the original stands word for word in what is drawn from it, until somebody decides', async () => {
  const budget = await taken(original, 'budget-2020.txt', 'original')
  const page = Buffer.from(await draw(budget, 'html')).toString()
  const passages = Object.values(budget.asPublished ?? {}).flat()
  expect(passages).toHaveLength(7)
  for (const passage of passages) expect(page).toContain(passage)
  const again = await taken(await draw(budget, 'docx'), 'drawn.docx', 'original')
  expect(again.asPublished).toEqual(budget.asPublished)
})

test.each(renderFormats)('a whole budget with the nine tables drawn as %s reads back as the same data and without an error', async (format) => {
  const budget = aWholeBudget()
  const drawn = await draw(budget, format)
  const { texts: _, ...data } = await taken(drawn, `drawn.${format}`)
  const { texts: __, ...expected } = budget
  expect(data).toEqual(expected)
  if (format === 'json' || format === 'csv') return
  expect((await audited(drawn)).filter(({ severity }) => severity === 'error')).toEqual([])
})
