/**
 * A department's published budget (or final-account) document as data. The shape is frozen: other programs read it.
 * A leaf keeps what stood on the page (`raw`), what it means (`value`, null where unknown) and where it stood (`place`).
 */
export interface Place {
  /** Line in the source, from 1. */
  readonly line: number
  /** Cell in that line's table row, from 0. */
  readonly cell?: number
}
export interface Leaf<T> {
  readonly raw: string
  readonly value: T | null
  readonly place: Place
}
export type TextLeaf = Leaf<string>
/** Integer of 分. */
export type MoneyLeaf = Leaf<number>
export type NumberLeaf = Leaf<number>

export interface TargetValue {
  readonly operator: '≥' | '≤' | '=' | '>' | '<' | null
  readonly value: number | null
  readonly unit: string | null
}

export interface Indicator {
  readonly level1: TextLeaf | null
  readonly level2: TextLeaf | null
  readonly level3: TextLeaf | null
  readonly description: TextLeaf | null
  readonly target: Leaf<TargetValue> | null
  readonly basis: TextLeaf | null
}

export interface BudgetProject {
  readonly number: NumberLeaf | null
  readonly code: TextLeaf | null
  readonly name: TextLeaf | null
  readonly unitCode: TextLeaf | null
  readonly unitName: TextLeaf | null
  readonly budget: { readonly total: MoneyLeaf | null; readonly fiscal: MoneyLeaf | null; readonly other: MoneyLeaf | null }
  readonly use: TextLeaf | null
  /** month is 3, 6, 10 or 12; an empty cell is an entry whose `percent.value` is null. */
  readonly plan: readonly { readonly month: 3 | 6 | 10 | 12; readonly percent: NumberLeaf }[]
  readonly goals: readonly TextLeaf[]
  readonly indicators: readonly Indicator[]
}

export interface ThreePublicYear {
  readonly year: NumberLeaf | null
  readonly total: MoneyLeaf | null
  readonly abroad: MoneyLeaf | null
  readonly vehiclePurchase: MoneyLeaf | null
  readonly vehicleRunning: MoneyLeaf | null
  readonly reception: MoneyLeaf | null
}

export interface DisclosureTable {
  readonly title: TextLeaf | null
  readonly unit: TextLeaf | null
  readonly head: readonly (readonly TextLeaf[])[]
  readonly rows: readonly (readonly TextLeaf[])[]
}

export interface DisclosureDocument {
  readonly document: {
    readonly department: TextLeaf | null
    readonly unitCodes: readonly TextLeaf[]
    readonly year: NumberLeaf | null
    /** budget 预算 or accounts 决算 */
    readonly kind: Leaf<'budget' | 'accounts'> | null
  }
  readonly institutions: readonly {
    readonly name: TextLeaf | null
    readonly nature: TextLeaf | null
    readonly rank: TextLeaf | null
    readonly funding: TextLeaf | null
  }[]
  readonly totals: {
    readonly income: MoneyLeaf | null
    readonly expenditure: MoneyLeaf | null
    readonly basic: MoneyLeaf | null
    readonly personnel: MoneyLeaf | null
    readonly publicFunds: MoneyLeaf | null
    readonly project: MoneyLeaf | null
  }
  readonly operatingCost: MoneyLeaf | null
  readonly threePublic: readonly ThreePublicYear[]
  readonly procurement: readonly {
    readonly name: TextLeaf | null
    readonly item: TextLeaf | null
    readonly quantity: TextLeaf | null
    readonly amount: MoneyLeaf | null
  }[]
  readonly assets: readonly { readonly name: TextLeaf | null; readonly quantity: NumberLeaf | null; readonly value: MoneyLeaf | null }[]
  readonly functionCodes: readonly { readonly code: TextLeaf | null; readonly name: TextLeaf | null; readonly note: TextLeaf | null }[]
  readonly departmentGoals: readonly TextLeaf[]
  readonly safeguards: readonly TextLeaf[]
  readonly projects: readonly BudgetProject[]
  readonly tables: readonly DisclosureTable[]
  readonly unread: readonly { readonly line: number; readonly text: string }[]
}
