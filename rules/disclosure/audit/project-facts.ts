import type { BudgetProject, Indicator, Place, TargetValue, TextLeaf } from '../document.ts'
import { firstPlace, rawOf, sameWords, textOf } from './leaves.ts'
import { type WordPair, wordPairs } from './word-pairs.ts'
import { type PlanReading, planOf } from './plan-reading.ts'
import { repeatedRows } from './repeated-rows.ts'
import { kindsOfMeasure, type MeasureKinds, type Slot, slotOf } from './measure.ts'

/** What a project's rules may know of the rest of the document. All of it may be missing while a table is filled in. */
export interface ProjectContext {
  readonly year: number | null
  /** Targets elsewhere carry ≥ or ≤: then a bare `90%` stands out. */
  readonly operatorsUsed: boolean
  /** Targets elsewhere carry units: then a bare `≥95` stands out. */
  readonly unitsUsed: boolean
  /** The department's duties and goals. */
  readonly departmentTexts: readonly WrittenText[]
  /** The goals of all projects by their wording. */
  readonly goals: ReadonlyMap<string, readonly WrittenText[]>
}

export interface WrittenText {
  /** Whose text it is, in Chinese: 部门职责, 项目3. */
  readonly whose: string
  readonly text: string
  /** The text as it is compared: see `sameWords`. */
  readonly words: string
  readonly place: Place
}

export const NO_CONTEXT: ProjectContext = { year: null, operatorsUsed: true, unitsUsed: true, departmentTexts: [], goals: new Map() }

export interface IndicatorRow {
  readonly indicator: Indicator
  /** Where the row begins, or its best place. */
  readonly place: Place
  /** The leaf that names the measure: 三级指标, or the description where that is blank. */
  readonly measureLeaf: TextLeaf | null
  readonly measure: string
  readonly kinds: MeasureKinds
  /** A blank second level belongs to the heading above it (merged cells). */
  readonly slot: Slot | null
  readonly ownSlot: Slot | null
  readonly target: TargetValue | null
  readonly targetRaw: string
  readonly targetPlace: Place
  /** Nothing but headings: an unused row of the form. */
  readonly unused: boolean
}

export interface GoalText {
  readonly leaf: TextLeaf
  readonly text: string
  readonly words: string
}

export interface ProjectFacts {
  readonly project: BudgetProject
  readonly context: ProjectContext
  /** For messages: 项目3. */
  readonly label: string
  readonly place: Place
  readonly name: string
  readonly goals: readonly GoalText[]
  readonly rows: readonly IndicatorRow[]
  /** The rows whose wording stands more than once, together. */
  readonly repeated: readonly (readonly IndicatorRow[])[]
  readonly plan: PlanReading
  /** What the name and the use speak of. */
  readonly subject: ReadonlySet<WordPair>
  /** And the goals. */
  readonly content: ReadonlySet<WordPair>
}

export const labelOf = (project: BudgetProject): string => {
  const number = project.number?.value
  if (number !== null && number !== undefined) return `项目${number}`
  const name = textOf(project.name)
  return name === '' ? '本项目' : `“${name}”项目`
}

/** Where a project stands: its name, else its code, else the first thing known of it. */
function projectPlace(project: BudgetProject): Place {
  return (
    firstPlace([project.name]) ??
    firstPlace([
      project.code,
      project.number,
      project.unitName,
      project.budget.total,
      ...project.goals,
      ...project.indicators.map((row) => row.level2),
    ]) ?? { line: 1 }
  )
}

function indicatorRow(indicator: Indicator, above: Slot | null, fallback: Place): IndicatorRow {
  const level3 = textOf(indicator.level3)
  const measureLeaf = level3 === '' ? indicator.description : indicator.level3
  const measure = textOf(measureLeaf)
  const ownSlot = slotOf(textOf(indicator.level2))
  const place =
    firstPlace([indicator.level1, indicator.level2, indicator.level3, indicator.description, indicator.target, indicator.basis]) ?? fallback
  const targetRaw = rawOf(indicator.target)
  return {
    indicator,
    place,
    measureLeaf,
    measure,
    kinds: kindsOfMeasure(measure),
    slot: ownSlot ?? (textOf(indicator.level2) === '' ? above : null),
    ownSlot,
    target: indicator.target?.value ?? null,
    targetRaw,
    targetPlace: indicator.target?.place ?? measureLeaf?.place ?? place,
    unused: measure === '' && targetRaw === '' && rawOf(indicator.description) === '' && rawOf(indicator.basis) === '',
  }
}

/** Reads once what the project's rules all need. */
export function projectFacts(project: BudgetProject, context: ProjectContext): ProjectFacts {
  const place = projectPlace(project)
  const rows: IndicatorRow[] = []
  for (const indicator of project.indicators) rows.push(indicatorRow(indicator, rows.at(-1)?.slot ?? null, place))
  const goals: GoalText[] = []
  for (const leaf of project.goals) {
    const text = textOf(leaf)
    if (text !== '') goals.push({ leaf, text, words: sameWords(text) })
  }
  const name = textOf(project.name)
  const use = textOf(project.use)
  const isGoal = goals.some((goal) => goal.text === use)
  const subject = wordPairs(name, isGoal ? '' : use)
  const content = wordPairs(name, use, ...new Set(goals.map((goal) => goal.words)))
  return {
    project,
    context,
    label: labelOf(project),
    place,
    name,
    goals,
    rows,
    repeated: repeatedRows(rows),
    plan: planOf(project),
    subject,
    content,
  }
}
