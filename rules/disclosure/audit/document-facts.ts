import type { BudgetProject, DisclosureDocument, Place } from '../document.ts'
import type { AccountCodeTable } from './account-codes.ts'
import { type NamedGrid, type PublicTable, publicTable, tableKindsIn } from './public-tables.ts'
import { type SectionName, sectionsIn } from './sections.ts'
import { type ScoreSheet, scoreSheets } from './score-sheets.ts'
import { gridOf } from './table-grid.ts'
import type { AuditInput, SourceLine } from './input.ts'
import { rawOf, sameWords, textOf } from './leaves.ts'
import { type ComparisonFault, comparisonFaults } from './year-on-year.ts'
import { type TellingLines, tellingLines } from './telling-lines.ts'
import { labelOf, type ProjectContext, type ProjectFacts, projectFacts, type WrittenText } from './project-facts.ts'

/** What the rules on the document all need, read once. */
export interface DocumentFacts {
  readonly document: DisclosureDocument
  /** Lines with anything on them. */
  readonly lines: readonly SourceLine[]
  readonly telling: TellingLines
  /** Lines of running text and headings, not rows of a table. */
  readonly prose: readonly SourceLine[]
  readonly accountCodes: AccountCodeTable | null
  readonly year: number | null
  readonly kind: 'budget' | 'accounts'
  readonly projects: readonly ProjectFacts[]
  readonly context: ProjectContext
  /** Comparisons with another year that do not hold. */
  readonly comparisons: readonly ComparisonFault[]
  /** The kept tables with named columns. */
  readonly grids: readonly NamedGrid[]
  readonly scoreSheets: readonly ScoreSheet[]
  /** The sections the lines speak of, and the public tables that are there. */
  readonly sections: ReadonlySet<SectionName>
  readonly tableKinds: ReadonlySet<PublicTable>
}

/** A paragraph in a spreadsheet fills the first cell of an empty row. */
const PARAGRAPH = /。|^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十]{1,2}部分)/

/** The lines that are running text or headings, not rows of a table. */
function proseOf(lines: readonly SourceLine[]): SourceLine[] {
  const prose: SourceLine[] = []
  for (const line of lines) {
    const { cells } = line
    if (cells === undefined) {
      if (!line.text.startsWith('\t')) prose.push(line)
    } else if (
      cells.length > 1 &&
      cells[0] !== '' &&
      (cells[0]!.length >= 20 || PARAGRAPH.test(cells[0]!)) &&
      cells.every((cell, at) => at === 0 || cell === '')
    ) {
      prose.push({ line: line.line, text: cells[0]! })
    }
  }
  return prose
}

const DUTIES = /^[\s一二三四五六七八九十（）()\d、.．]*(?:部门|单位|主要|机构)?(?:主要)?(?:职责|职能)/
const INSTITUTIONS = /机构设置|单位构成|机构情况|部门预算安排|收支|预算单位/

/** The paragraphs of the section on duties. */
function dutyTexts(prose: readonly SourceLine[]): WrittenText[] {
  const texts: WrittenText[] = []
  let inside = false
  for (const { line, text } of prose) {
    const tight = text.trim()
    if (tight.length <= 30 && DUTIES.test(tight) && !tight.includes('。')) inside = true
    else if (inside && tight.length <= 30 && INSTITUTIONS.test(tight)) return texts
    else if (inside && tight.length >= 12) texts.push({ whose: '部门职责', text: tight, words: sameWords(tight), place: { line } })
  }
  return texts
}

function departmentTexts(document: DisclosureDocument, prose: readonly SourceLine[]): WrittenText[] {
  const goals = document.departmentGoals.map((leaf) => ({
    whose: '部门绩效目标',
    text: textOf(leaf),
    words: sameWords(textOf(leaf)),
    place: leaf.place,
  }))
  return [...dutyTexts(prose), ...goals.filter((goal) => goal.text.length >= 8)]
}

function goalsByWords(projects: readonly BudgetProject[]): Map<string, WrittenText[]> {
  const byWords = new Map<string, WrittenText[]>()
  for (const project of projects) {
    for (const leaf of project.goals) {
      const words = sameWords(textOf(leaf))
      if (words === '') continue
      const written = { whose: labelOf(project), text: textOf(leaf), words, place: leaf.place }
      const list = byWords.get(words)
      if (list) list.push(written)
      else byWords.set(words, [written])
    }
  }
  return byWords
}

/** What one project's rules may know of the document around it. */
export function projectContext(document: DisclosureDocument, prose: readonly SourceLine[]): ProjectContext {
  let operatorsUsed = false
  let unitsUsed = false
  for (const project of document.projects) {
    for (const { target } of project.indicators) {
      if (target?.value?.operator) operatorsUsed = true
      if (target?.value?.unit) unitsUsed = true
    }
  }
  return {
    year: document.document.year?.value ?? null,
    operatorsUsed,
    unitsUsed,
    departmentTexts: departmentTexts(document, prose),
    goals: goalsByWords(document.projects),
  }
}

export function documentFacts({ document, lines: allLines, accountCodes }: AuditInput): DocumentFacts {
  const { lines, telling } = tellingLines(allLines)
  const prose = proseOf(lines)
  const context = projectContext(document, prose)
  return {
    document,
    lines,
    telling,
    prose,
    accountCodes: accountCodes ?? null,
    year: context.year,
    kind: document.document.kind?.value ?? 'budget',
    projects: document.projects.map((project) => projectFacts(project, context)),
    context,
    comparisons: comparisonFaults(document, prose),
    grids: document.tables.flatMap((table) => {
      const grid = gridOf(table)
      return grid ? [{ ...grid, kind: publicTable(grid.title) }] : []
    }),
    scoreSheets: scoreSheets(document, allLines, telling.scored),
    sections: sectionsIn(lines),
    tableKinds: tableKindsIn(document, telling.table),
  }
}

/** The first line that matches, else the first line of the document: where something absent is told. */
export function anchor({ lines, document }: DocumentFacts, wanted?: RegExp): { readonly place: Place; readonly quote: string } {
  const line = wanted && lines.find(({ text }) => wanted.test(text))
  if (line) return { place: { line: line.line }, quote: line.text.trim() }
  const department = document.document.department
  if (department) return { place: department.place, quote: rawOf(department) }
  return { place: { line: lines[0]?.line ?? 1 }, quote: lines[0]?.text.trim() ?? '' }
}
