import type { BudgetDocument } from '../../../../rules/budget/budget-document.ts'
import { composeDisclosure, disclosureTitle } from '../../../../rules/budget/compose-disclosure.ts'
import { documentOf } from '../../../../rules/budget/read-composed.ts'
import { documentCsv } from './csv.ts'
import type { RenderFacts, RenderFormat } from './facts.ts'
import { htmlPage } from './html.ts'

/**
 * The published document of a budget in one format. The libraries are loaded only for their format; Word, PDF and spreadsheets take tens of
 * milliseconds and belong in a worker (`render-in-worker.ts`) where others wait.
 */
export async function renderBudget(
  budget: BudgetDocument,
  format: RenderFormat,
  facts: RenderFacts,
  fontFolders: readonly string[] = [],
): Promise<Uint8Array> {
  const title = disclosureTitle(budget)
  const blocks = composeDisclosure(budget)
  switch (format) {
    case 'json':
      return bytes(`${JSON.stringify(documentOf(budget), null, 2)}\n`)
    case 'csv':
      return bytes(documentCsv(blocks))
    case 'html':
      return bytes(htmlPage(blocks, title, facts))
    case 'xlsx':
      return (await import('./xlsx.ts')).xlsxFile(blocks, title)
    case 'docx':
      return (await import('./docx.ts')).docxFile(blocks, title, facts.publisher)
    case 'pdf':
      return (await import('./pdf.ts')).pdfFile(blocks, title, facts.publisher, fontFolders)
  }
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
