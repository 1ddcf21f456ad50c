import type { AccountCodeTable } from '../disclosure/audit/account-codes.ts'
import { auditDisclosure } from '../disclosure/audit/audit-disclosure.ts'
import type { Finding } from '../disclosure/audit/finding.ts'
import type { DisclosureDocument } from '../disclosure/document.ts'
import { readDisclosure } from '../disclosure/read/read-disclosure.ts'
import type { SourceBlock, SourceCell } from '../disclosure/read/source-block.ts'
import { sourceLines } from '../disclosure/read/source-lines.ts'
import type { BudgetDocument } from './budget-document.ts'
import { composeDisclosure } from './compose-disclosure.ts'
import type { DisclosureBlock, TableBlock } from './disclosure-block.ts'
import { type LeafPlace, leafPlaces, placeOnLine } from './leaf-places.ts'
import { pathTitle } from './path-title.ts'

/** The composed page as the reader takes pages: a line for each paragraph and for each table row, counted from 1. */
function sourceOf(blocks: readonly DisclosureBlock[]): SourceBlock[] {
  const source: SourceBlock[] = []
  let line = 0
  let table = 0
  for (const block of blocks) {
    if (block.kind !== 'table') {
      source.push({ kind: 'line', line: ++line, text: block.text })
      continue
    }
    if (block.captionPrinted) source.push({ kind: 'line', line: ++line, text: block.caption })
    if (block.unit !== null) source.push({ kind: 'line', line: ++line, text: `单位：${block.unit}` })
    table++
    for (const cells of filledRows(block)) {
      line++
      source.push({ kind: 'row', table, line, cells: cells.map((cell) => ({ ...cell, line })) })
    }
  }
  return source
}

/** Rows with a place for every cell that one above reaches down into. */
export function filledRows(block: TableBlock): Omit<SourceCell, 'line'>[][] {
  const reach = new Map<number, { rows: number; columns: number }>()
  return block.rows.map((cells) => {
    const out: Omit<SourceCell, 'line'>[] = []
    let column = 0
    const cover = (): void => {
      for (let above = reach.get(column); above && above.rows > 0; above = reach.get(column)) {
        out.push({ text: '', covered: true, span: above.columns })
        above.rows--
        column += above.columns
      }
    }
    for (const cell of cells) {
      cover()
      const columns = cell.columns ?? 1
      out.push({ text: cell.text, span: columns })
      if ((cell.rows ?? 1) > 1) reach.set(column, { rows: cell.rows! - 1, columns })
      column += columns
    }
    cover()
    return out
  })
}

/** The document as other programs read it (docs/disclosure-schema.json), with places on the composed page. */
export const documentOf = (budget: BudgetDocument): DisclosureDocument => readDisclosure(sourceOf(composeDisclosure(budget)))

/** A finding in the data: `path` is the value it stands at, or the project or table it stands in, or what it is about; null where it is of the whole. */
export type PlacedFinding = Finding & { readonly path: string | null }

/** As `auditBudget`, each finding with its place in the data. */
export function auditPlaced(budget: BudgetDocument, accountCodes?: AccountCodeTable): PlacedFinding[] {
  const source = sourceOf(composeDisclosure(budget))
  const document = readDisclosure(source)
  const places = leafPlaces(document).toSorted((a, b) => a.line - b.line)
  const found = auditDisclosure({ document, lines: sourceLines(source), ...(accountCodes === undefined ? {} : { accountCodes }) })
  return found.map((finding) => {
    const { rule, line, quote } = finding
    const path = placeOnLine(places, budget, line, quote) ?? partOf(places, line) ?? passageWith(budget, quote)
    return { ...finding, message: withoutLines(finding.message, places, budget), path: path ?? (rule.startsWith('TABLE-') ? 'tables' : null) }
  })
}

/** On a screen without lines, places are told by name: that of what stands there by the words quoted next. */
const withoutLines = (message: string, places: readonly LeafPlace[], budget: BudgetDocument): string =>
  message.replace(/（第\d+行）/g, '').replace(/第(\d+)行(?=[^“]*“([^”]*)”)/g, (whole, line: string, quote: string) => {
    const there = placeOnLine(places, budget, Number(line), quote) ?? partOf(places, Number(line))
    return there === null ? whole : `“${pathTitle(there)}”处`
  })

/** The paragraph printed as published that holds these words. */
function passageWith({ asPublished = {} }: BudgetDocument, quote: string): string | null {
  if (quote === '') return null
  for (const [section, paragraphs] of Object.entries(asPublished)) {
    const at = paragraphs.findIndex((paragraph) => paragraph.includes(quote))
    if (at >= 0) return `asPublished/${section}/${at}`
  }
  return null
}

/** `projects/3` where everything on the line, or on the one after it, is of one project; so for a table, and for what is said of a heading. */
function partOf(places: readonly LeafPlace[], line: number): string | null {
  const here = places.filter((place) => place.line === line)
  const parts = new Set(
    (here.length > 0 ? here : places.filter((place) => place.line === line + 1)).map(({ path }) => path.split('/').slice(0, 2).join('/')),
  )
  const [part] = parts
  return parts.size === 1 ? part! : null
}

/** What the audit finds in the document that would be published now: the same rules as for a file. Without account codes the rules on codes stay silent. */
export function auditBudget(budget: BudgetDocument, accountCodes?: AccountCodeTable): Finding[] {
  const source = sourceOf(composeDisclosure(budget))
  return auditDisclosure({ document: readDisclosure(source), lines: sourceLines(source), ...(accountCodes === undefined ? {} : { accountCodes }) })
}
