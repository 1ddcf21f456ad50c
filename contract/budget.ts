import { type Static, Type } from 'typebox'
import { type AsPublished, publishedSections } from '../rules/budget/budget-document.ts'
import { Day, Maybe, shape } from './case-parts.ts'

/** What crosses the wire about budgets. Money is whole 分. */
const Text = (most = 4000) => Maybe(Type.String({ maxLength: most }))
/** One paragraph each: a line break begins another. */
const Paragraphs = Type.Array(Type.String({ minLength: 1, maxLength: 6000, pattern: '^[^\\r\\n]*$' }), { maxItems: 200 })
/** 分; a thousand 亿元 either way. */
const Fen = Maybe(Type.Integer({ minimum: -1e13, maximum: 1e13 }))
/** A decimal number as text: 33.33. */
const Decimal = Maybe(Type.String({ pattern: '^-?\\d{1,12}(\\.\\d{1,8})?$' }))
const Year = Type.Integer({ minimum: 2000, maximum: 2199 })
const Kind = Type.Union([Type.Literal('budget'), Type.Literal('accounts')], { description: '预算或决算' })
const object = <P extends Parameters<typeof Type.Object>[0]>(properties: P) => Type.Object(properties, shape)

const PlannedProject = object({
  number: Maybe(Type.Integer({ minimum: 0, maximum: 9999 })),
  code: Text(80),
  name: Text(300),
  unitCode: Text(20),
  unitName: Text(200),
  budget: object({ total: Fen, fiscal: Fen, other: Fen }),
  use: Text(),
  plan: Type.Array(object({ month: Type.Union([Type.Literal(3), Type.Literal(6), Type.Literal(10), Type.Literal(12)]), percent: Decimal }), {
    maxItems: 4,
  }),
  goals: Paragraphs,
  indicators: Type.Array(
    object({ level1: Text(100), level2: Text(100), level3: Text(300), description: Text(1000), target: Text(200), basis: Text(1000) }),
    { maxItems: 300 },
  ),
})

const sections = {
  document: object({
    department: Text(200),
    unitCodes: Type.Array(Type.String({ maxLength: 20 }), { maxItems: 100 }),
    year: Maybe(Year),
    kind: Maybe(Kind),
  }),
  institutions: Type.Array(object({ name: Text(200), nature: Text(100), rank: Text(100), funding: Text(200) }), { maxItems: 300 }),
  totals: object({ income: Fen, expenditure: Fen, basic: Fen, personnel: Fen, publicFunds: Fen, project: Fen }),
  operatingCost: Fen,
  threePublic: Type.Array(object({ year: Maybe(Year), total: Fen, abroad: Fen, vehiclePurchase: Fen, vehicleRunning: Fen, reception: Fen }), {
    maxItems: 20,
  }),
  procurement: Type.Array(object({ name: Text(300), item: Text(300), quantity: Text(100), amount: Fen }), { maxItems: 500 }),
  assets: Type.Array(object({ name: Text(300), quantity: Decimal, value: Fen }), { maxItems: 200 }),
  functionCodes: Type.Array(object({ code: Text(20), name: Text(200), note: Text() }), { maxItems: 300 }),
  departmentGoals: Paragraphs,
  safeguards: Paragraphs,
  projects: Type.Array(PlannedProject, { maxItems: 300 }),
  tables: Type.Array(
    object({
      title: Text(200),
      unit: Text(20),
      head: Type.Array(Type.Array(Type.String({ maxLength: 300 }), { maxItems: 60 }), { maxItems: 10 }),
      rows: Type.Array(Type.Array(Type.String({ maxLength: 2000 }), { maxItems: 60 }), { maxItems: 3000 }),
    }),
    { maxItems: 100 },
  ),
  asPublished: Type.Optional(
    Type.Partial(
      object(Object.fromEntries(publishedSections.map((section) => [section, Paragraphs])) as Record<keyof AsPublished, typeof Paragraphs>),
      shape,
    ),
  ),
  texts: object({
    duties: Paragraphs,
    change: Text(),
    operatingCost: Text(),
    threePublicReason: Text(),
    procurement: Text(),
    assetDate: Text(40),
    assets: Text(),
    terms: Paragraphs,
    other: Paragraphs,
  }),
} as const

const Budget = Type.Object(sections, { ...shape, description: '一份部门预算（决算）的全部内容，金额以分计' })
export const BudgetPath = Type.Object({ year: Year, kind: Kind })
export const OpenBudget = object({
  department: Type.String({ minLength: 1, maxLength: 200 }),
  from: Type.Union([Type.Literal('blank'), Type.Literal('last-year')]),
})
export const EditBudget = Type.Object(
  {
    seq: Type.Integer({ minimum: 0, description: '看到的版本；其间有变动则拒绝' }),
    changes: Type.Optional(Type.Partial(Type.Object(sections), shape)),
    project: Type.Optional(object({ at: Type.Integer({ minimum: 0, maximum: 299 }), value: PlannedProject })),
    reason: Type.Optional(Type.String({ maxLength: 500 })),
  },
  shape,
)
export const DecideFaults = Type.Object(
  {
    seq: Type.Integer({ minimum: 0, description: '看到的版本；其间有变动则拒绝' }),
    faults: Type.Array(Type.String({ maxLength: 40 }), { minItems: 1, maxItems: 5000 }),
    decision: Type.Union([Type.Literal('keep'), Type.Literal('correct')], { description: '照原样公开，或更正' }),
    becomes: Type.Optional(Type.String({ maxLength: 6000, description: '更正为；在统一格式中无法保留的不必填' })),
    reason: Type.String({ minLength: 1, maxLength: 1000 }),
  },
  shape,
)
export const Reason = object({ reason: Type.String({ minLength: 1, maxLength: 1000 }) })
export const Reply = object({ on: Day, document: Type.String({ minLength: 1, maxLength: 200 }) })
export const PhaseAnswer = Type.Object({ phase: Type.String() })

export const UnitDisclosure = object({ on: Day, where: Type.String({ minLength: 1, maxLength: 300 }) })

/** One of the law's periods of a budget, with the reasons for its dates. */
export const BudgetLegView = Type.Object({
  name: Type.String(),
  title: Type.String(),
  due: Maybe(Day),
  endedOn: Maybe(Day),
  /** Ended after its last day. */
  late: Type.Boolean(),
  certainty: Type.String(),
  light: Maybe(Type.String()),
  reasons: Type.Array(Type.Object({ on: Day, text: Type.String() })),
})

const Person = Type.Object({ id: Type.String(), name: Type.String() })
const Step = Maybe(Type.Object({ by: Person, on: Day }))

const FindingOnWire = Type.Object({
  rule: Type.String(),
  severity: Type.Union([Type.Literal('error'), Type.Literal('warning'), Type.Literal('info')]),
  certainty: Type.String(),
  line: Type.Integer(),
  quote: Type.String(),
  message: Type.String(),
})
const CheckOnWire = Type.Object({
  check: Type.String(),
  title: Type.String(),
  outcome: Type.Union([Type.Literal('holds'), Type.Literal('broken'), Type.Literal('unknown')]),
  message: Type.String(),
})
const Counts = Type.Object({ error: Type.Integer(), warning: Type.Integer(), info: Type.Integer() })

export const BudgetList = Type.Object({
  budgets: Type.Array(
    Type.Object({
      year: Type.Integer(),
      kind: Kind,
      department: Maybe(Type.String()),
      phase: Type.String(),
      expenditure: Maybe(Type.Integer()),
      projects: Type.Integer(),
      publishedOn: Maybe(Day),
      /** The period that runs out first. */
      next: Maybe(Type.Object({ leg: Type.String(), due: Maybe(Day), light: Type.String() })),
    }),
  ),
})

export const BudgetPage = Type.Object({
  seq: Type.Integer(),
  year: Type.Integer(),
  kind: Kind,
  phase: Type.String(),
  content: Budget,
  source: Maybe(Type.Object({ name: Type.String(), digest: Maybe(Type.String()), original: Type.Boolean() })),
  steps: Type.Object({ submitted: Step, reviewed: Step, approved: Step, published: Step }),
  returned: Maybe(Type.Object({ by: Person, on: Day, reason: Type.String() })),
  /** Faults of the original on which nobody has decided, and how many of them must be decided before it is passed on. */
  faults: Maybe(Type.Object({ undecided: Type.Integer(), mustDecide: Type.Integer() })),
  decisions: Type.Array(
    Type.Object({
      kept: Type.Boolean(),
      path: Type.String(),
      title: Type.String(),
      was: Type.String(),
      becomes: Type.String(),
      reason: Type.String(),
      by: Person,
      on: Day,
    }),
  ),
  reply: Maybe(Type.Object({ on: Day, document: Type.String() })),
  legs: Type.Array(BudgetLegView),
  versions: Type.Array(Type.Object({ seq: Type.Integer(), what: Type.String(), by: Person, on: Day })),
  /** Names of the acts this visitor may do now. */
  acts: Type.Array(Type.String()),
  checks: Type.Array(CheckOnWire),
})

const AccountCodeList = Type.Array(
  Type.Object({
    code: Type.String(),
    names: Type.Array(Type.Object({ name: Type.String(), from: Type.Integer(), until: Type.Optional(Type.Integer()), basis: Type.String() })),
  }),
)
export const AccountCodes = Type.Object({ functional: AccountCodeList, economic: AccountCodeList })
export const BudgetFindings = Type.Object({ findings: Type.Array(FindingOnWire), counts: Counts })
export const BudgetDifferences = Type.Object({
  differences: Type.Array(Type.Object({ path: Type.String(), title: Type.String(), was: Type.String(), is: Type.String() })),
})
export const CompareQuery = Type.Object({
  from: Type.Optional(
    Type.String({ pattern: '^(\\d{1,9}|published|last-year)$', description: '版本号、published（最近公开的）或 last-year（上年的）' }),
  ),
  to: Type.Optional(Type.Integer({ minimum: 1 })),
})
export const OriginalFaults = Type.Object({
  faults: Type.Array(
    Type.Object({
      id: Type.String(),
      rule: Type.String(),
      severity: FindingOnWire.properties.severity,
      line: Type.Integer(),
      quote: Type.String(),
      message: Type.String(),
      place: Type.String(),
      /** What stands there now; null where the fault has no place of its own. */
      now: Maybe(Type.String()),
      /** Where to go to correct it. */
      about: Maybe(Type.String()),
      /** Has no place of its own, and the rules still find it in the document as it is now. */
      remains: Type.Boolean(),
      carried: Type.Boolean(),
      becomes: Type.String(),
      status: Type.Union([
        Type.Literal('must-decide'),
        Type.Literal('undecided'),
        Type.Literal('kept'),
        Type.Literal('corrected'),
        Type.Literal('gone'),
      ]),
      decision: Maybe(Type.Object({ was: Type.String(), becomes: Type.String(), reason: Type.String(), by: Person, on: Day })),
    }),
  ),
})
/** What happened to one budget, entry by entry. */
export const BudgetHistory = Type.Object({
  events: Type.Array(
    Type.Object({
      seq: Type.Integer(),
      on: Day,
      by: Maybe(Type.String()),
      title: Type.String(),
      /** Why, or which document. */
      note: Maybe(Type.String()),
      /** How many places changed, where the content did. */
      changed: Maybe(Type.Integer()),
    }),
  ),
})
/** What a file says, to be looked at and saved as changes of the draft. */
export const BudgetReading = Type.Object({ content: Budget })
export const Imported = Type.Object({
  year: Type.Integer(),
  kind: Kind,
  phase: Type.String(),
  faults: Type.Integer(),
  mustDecide: Type.Integer(),
})
export type BudgetLegView = Static<typeof BudgetLegView>
export type BudgetList = Static<typeof BudgetList>
export type BudgetPage = Static<typeof BudgetPage>
export type OriginalFaults = Static<typeof OriginalFaults>
export type BudgetDifferences = Static<typeof BudgetDifferences>
export type BudgetHistory = Static<typeof BudgetHistory>
export type BudgetReading = Static<typeof BudgetReading>
export type Imported = Static<typeof Imported>
