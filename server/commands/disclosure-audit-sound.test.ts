import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { accountCodes } from '../../data/account-codes/load-account-codes.ts'
import { auditDisclosure } from '../../rules/disclosure/audit/audit-disclosure.ts'
import { auditProject } from '../../rules/disclosure/audit/audit-project.ts'
import type { Finding } from '../../rules/disclosure/audit/finding.ts'
import { readDisclosure } from '../../rules/disclosure/read/read-disclosure.ts'
import { sourceLines } from '../../rules/disclosure/read/source-lines.ts'
import { docxFile, htmlFile, xlsxFile } from '../../tests/fixtures/disclosure/render-office.ts'
import { pipedText, stackedText, tabbedText } from '../../tests/fixtures/disclosure/render-text.ts'
import { sourceBlocks } from '../desks/disclosure/read-file.ts'
import { textBlocks } from '../desks/disclosure/sources/text-blocks.ts'
import { aForm, someFigures, soundPage } from './testing/sound-page.ts'

function audit(text: string): Finding[] {
  const blocks = textBlocks(text)
  return auditDisclosure({ document: readDisclosure(blocks), lines: sourceLines(blocks), accountCodes })
}
const told = (findings: readonly Finding[], severity: Finding['severity']): string[] =>
  findings.filter((finding) => finding.severity === severity).map(({ rule, line, message }) => `${rule} ${line} ${message}`)

describe('a sound document', () => {
  it.each([
    ['one cell a line behind tabs', stackedText],
    ['rows with tabs', tabbedText],
    ['rows with pipes', pipedText],
  ] as const)('has no error, whatever its figures, its roundings and its local form: %s', (_, render) => {
    fc.assert(
      fc.property(someFigures, aForm, (figures, form) => {
        expect(told(audit(render(soundPage(figures, form))), 'error')).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  it.each([
    ['docx', docxFile],
    ['html', htmlFile],
    ['xlsx', xlsxFile],
  ] as const)('has no error in a .%s file either', async (_, render) => {
    await fc.assert(
      fc.asyncProperty(someFigures, aForm, async (figures, form) => {
        const file = await render(soundPage(figures, form))
        const blocks = await sourceBlocks(typeof file === 'string' ? new TextEncoder().encode(file) : file)
        if (!blocks.ok) throw new Error(blocks.refusal.code)
        expect(told(auditDisclosure({ document: readDisclosure(blocks.value), lines: sourceLines(blocks.value), accountCodes }), 'error')).toEqual([])
      }),
      { numRuns: 10 },
    )
  })

  it('has no warning either, except for a third level left blank', () => {
    fc.assert(
      fc.property(someFigures, aForm, (figures, form) => {
        const warnings = told(audit(stackedText(soundPage(figures, { ...form, trailingZeros: true }))), 'warning').filter(
          (warning) => form.thirdLevel || !warning.startsWith('IND-L3-BLANK'),
        )
        expect(warnings).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  it('was read: the audit had figures to check', () => {
    fc.assert(
      fc.property(someFigures, aForm, (figures, form) => {
        const document = readDisclosure(textBlocks(stackedText(soundPage(figures, { ...form, tables: true }))))
        expect(Object.values(document.totals).every((leaf) => leaf?.value != null)).toBe(true)
        expect(document.threePublic).toHaveLength(2)
        expect(document.projects).toHaveLength(figures.projects.length)
        expect(document.tables.length).toBeGreaterThanOrEqual(5)
        for (const project of document.projects) expect(auditProject(project).filter(({ severity }) => severity === 'error')).toEqual([])
      }),
      { numRuns: 20 },
    )
  })
})
