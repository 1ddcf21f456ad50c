import type { BudgetProject, DisclosureDocument, DisclosureTable, MoneyLeaf, TextLeaf, ThreePublicYear } from '../document.ts'
import type { MoneyUnit } from '../../money.ts'
import { type HeadFinder, headFinder } from './document-head.ts'
import type { FormLabel } from './form-label.ts'
import type { Section } from './headings.ts'
import { declaredUnit } from './money-cell.ts'
import { type ProcurementFinder, procurementFinder } from './procurement-in-text.ts'
import type { FormTitle } from './form-draft.ts'
import { isBare, readProjectForm } from './project-form.ts'
import { type ThreePublicFinder, threePublicFinder } from './three-public-in-text.ts'
import type { Row, Token } from './token.ts'
import { type TotalsFinder, totalsFinder } from './totals-in-text.ts'

/** A project form whose rows are still being gathered. */
export interface OpenForm {
  readonly title: FormTitle
  readonly titleKey: string
  readonly unit: MoneyUnit | null
  readonly rows: Row[]
  /** 项目编码 and 项目名称, once they came: when one comes again it is the next project's. */
  readonly starts: Set<FormLabel>
}

/** Everything known so far while a document is read from its first line to its last. */
export interface Reading {
  section: Section | null
  form: OpenForm | null
  /** The last line that declared a money unit, and the last that named a table, waiting for their table. */
  unitLine: Token | null
  titleLine: Token | null
  /** True right behind a form's title that came again: the same form overleaf, or the next one under a title that says no more. */
  titleAgain: boolean
  /** True behind the title of a table on the whole department. */
  wholeDepartment: boolean
  /** Short lines of a chapter whose table may have come apart into loose cells. */
  loose: Token[]
  operatingCost: MoneyLeaf | null
  /** True when they were taken from printed pages. */
  loosePrinted: boolean
  /** True when the columns of a printed table came one after another: its cells may stand anywhere behind it. */
  jumbled: boolean
  /** True behind a line that may go on in the next. */
  open: boolean
  readonly head: HeadFinder
  readonly totals: TotalsFinder
  readonly threePublic: ThreePublicFinder
  readonly procurement: ProcurementFinder
  readonly institutions: DisclosureDocument['institutions'][number][]
  readonly purchases: DisclosureDocument['procurement'][number][]
  readonly assets: DisclosureDocument['assets'][number][]
  readonly codes: DisclosureDocument['functionCodes'][number][]
  readonly threePublicYears: ThreePublicYear[]
  readonly goals: TextLeaf[]
  readonly safeguards: TextLeaf[]
  readonly projects: BudgetProject[]
  /** Projects of lists without indicators: they count only where no form tells of projects. */
  readonly listedProjects: BudgetProject[]
  readonly tables: DisclosureTable[]
}

export function newReading(): Reading {
  const head = headFinder()
  return {
    section: null,
    form: null,
    unitLine: null,
    titleLine: null,
    titleAgain: false,
    wholeDepartment: false,
    loose: [],
    operatingCost: null,
    loosePrinted: false,
    jumbled: false,
    open: false,
    head,
    totals: totalsFinder(),
    threePublic: threePublicFinder(head.year, () => head.kind() === 'accounts'),
    procurement: procurementFinder(),
    institutions: [],
    purchases: [],
    assets: [],
    codes: [],
    threePublicYears: [],
    goals: [],
    safeguards: [],
    projects: [],
    listedProjects: [],
    tables: [],
  }
}

/** The money unit in force for the next table. */
export function unitInForce(reading: Reading): MoneyUnit | null {
  return reading.unitLine ? declaredUnit(reading.unitLine.text) : null
}

/** Opens a form; the one before it is read and kept. */
export function openForm(reading: Reading, title: FormTitle, titleKey: string): OpenForm {
  closeForm(reading)
  reading.titleAgain = false
  reading.form = { title, titleKey, unit: unitInForce(reading), rows: [], starts: new Set() }
  return reading.form
}

/** The form that cells with these start words belong to: the open one, or a new one when it has them already. */
export function formFor(reading: Reading, starts: readonly FormLabel[]): OpenForm {
  const { form } = reading
  const taken = form !== null && starts.some((label) => form.starts.has(label))
  // Under a title come again the next form has that title too.
  const titleKey = reading.titleAgain && form ? form.titleKey : ''
  const open = form === null || taken ? openForm(reading, { number: null, name: null }, titleKey) : form
  for (const label of starts) open.starts.add(label)
  return open
}

/** Reads the open form, if there is one. A title without a form is no project. */
export function closeForm(reading: Reading): void {
  const { form } = reading
  if (!form) return
  reading.form = null
  const project = readProjectForm(form.rows, form.title, form.unit)
  if (form.rows.length > 0 && !isBare(project)) reading.projects.push(project)
}
