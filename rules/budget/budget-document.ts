/**
 * A department's budget (or final accounts) as the bureau keeps it: plain values without the places of a page.
 * Money is whole 分. Numbers that may have decimals (per cent, square metres) are decimal texts, so that their bytes in the book never change.
 * `null` is unknown or left empty, never 0.
 */
export type BudgetKind = 'budget' | 'accounts'
type PlanMonth = 3 | 6 | 10 | 12

type BudgetHead = {
  readonly department: string | null
  readonly unitCodes: readonly string[]
  readonly year: number | null
  readonly kind: BudgetKind | null
}
export type Institution = {
  readonly name: string | null
  readonly nature: string | null
  readonly rank: string | null
  readonly funding: string | null
}
type BudgetTotals = {
  readonly income: number | null
  readonly expenditure: number | null
  readonly basic: number | null
  readonly personnel: number | null
  readonly publicFunds: number | null
  readonly project: number | null
}
export type ThreePublic = {
  readonly year: number | null
  readonly total: number | null
  readonly abroad: number | null
  readonly vehiclePurchase: number | null
  readonly vehicleRunning: number | null
  readonly reception: number | null
}
export type Purchase = {
  readonly name: string | null
  readonly item: string | null
  readonly quantity: string | null
  readonly amount: number | null
}
export type Asset = { readonly name: string | null; readonly quantity: string | null; readonly value: number | null }
export type FunctionCode = { readonly code: string | null; readonly name: string | null; readonly note: string | null }

/** `target` is what stands in the cell ("≥90%"); its operator, number and unit are read from it where they are needed. */
export type PlannedIndicator = {
  readonly level1: string | null
  readonly level2: string | null
  readonly level3: string | null
  readonly description: string | null
  readonly target: string | null
  readonly basis: string | null
}
export type PlannedProject = {
  readonly number: number | null
  readonly code: string | null
  readonly name: string | null
  readonly unitCode: string | null
  readonly unitName: string | null
  readonly budget: { readonly total: number | null; readonly fiscal: number | null; readonly other: number | null }
  readonly use: string | null
  /** Per cent as a decimal text. */
  readonly plan: readonly { readonly month: PlanMonth; readonly percent: string | null }[]
  readonly goals: readonly string[]
  readonly indicators: readonly PlannedIndicator[]
}

/** A table as it is printed. The nine public tables are kept so too; `public-tables.ts` reads their amounts. */
export type PrintedTable = {
  readonly title: string | null
  /** Money unit: 万元, 元. */
  readonly unit: string | null
  readonly head: readonly (readonly string[])[]
  readonly rows: readonly (readonly string[])[]
}

/** The officer's own words. The figures beside them are written from the data, so that they cannot differ from it. */
export type BudgetTexts = {
  /** 部门职责, paragraph by paragraph. */
  readonly duties: readonly string[]
  /** 收支比上年增减变化的原因. */
  readonly change: string | null
  /** What 机关运行经费 pays for: "包括办公及印刷费……". */
  readonly operatingCost: string | null
  readonly threePublicReason: string | null
  /** What is said of 政府采购 besides the table, or that there is none. */
  readonly procurement: string | null
  /** Day on which the assets were counted, as printed: "2019年12月31日". */
  readonly assetDate: string | null
  readonly assets: string | null
  /** 名词解释, without numbers: "基本支出：指……". */
  readonly terms: readonly string[]
  /** 其他需要说明的事项. */
  readonly other: readonly string[]
}

/**
 * Paragraphs of the explanation exactly as the original has them. A section that is here is printed so, faults and all, until an officer decides
 * otherwise; the others are written from the data. `procurementTold` says the purchases in words and stands instead of their table.
 */
export const publishedSections = ['overview', 'income', 'expenditure', 'operatingCost', 'threePublic', 'procurement', 'procurementTold'] as const
type PublishedSection = (typeof publishedSections)[number]
export type AsPublished = { readonly [section in PublishedSection]?: readonly string[] }

export type BudgetDocument = {
  readonly document: BudgetHead
  readonly institutions: readonly Institution[]
  readonly totals: BudgetTotals
  readonly operatingCost: number | null
  readonly threePublic: readonly ThreePublic[]
  readonly procurement: readonly Purchase[]
  readonly assets: readonly Asset[]
  readonly functionCodes: readonly FunctionCode[]
  readonly departmentGoals: readonly string[]
  readonly safeguards: readonly string[]
  readonly projects: readonly PlannedProject[]
  readonly tables: readonly PrintedTable[]
  readonly texts: BudgetTexts
  /** Only in a document imported as the published original. */
  readonly asPublished?: AsPublished
}

export const noTexts: BudgetTexts = {
  duties: [],
  change: null,
  operatingCost: null,
  threePublicReason: null,
  procurement: null,
  assetDate: null,
  assets: null,
  terms: [],
  other: [],
}

/** An empty budget of a year, to be filled in. */
export const emptyBudget = (department: string, year: number, kind: BudgetKind): BudgetDocument => ({
  document: { department, unitCodes: [], year, kind },
  institutions: [],
  totals: { income: null, expenditure: null, basic: null, personnel: null, publicFunds: null, project: null },
  operatingCost: null,
  threePublic: [],
  procurement: [],
  assets: [],
  functionCodes: [],
  departmentGoals: [],
  safeguards: [],
  projects: [],
  tables: [],
  texts: noTexts,
})
