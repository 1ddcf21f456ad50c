import { type Static, Type } from 'typebox'
import type { ServiceItem } from '../rules/service-item/item.ts'
import { Day, Id, Maybe, shape } from './case-parts.ts'

const text = Type.String()
const Number0 = Type.Integer({ minimum: 0 })

export const ItemCode = Type.String({ pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$', maxLength: 60, description: '事项代号' })
export const VersionNumber = Type.Integer({ minimum: 1, maximum: 100_000, description: '版本号' })

/** A whole item as it lies in the book. Its shape is held by `rules/service-item/item-shape.ts`, which names each fault by path; here it passes as JSON. */
export const RawItem = Type.Unsafe<ServiceItem>(Type.Object({}, { additionalProperties: true, description: '完整事项，字段见事项文件' }))

export const ItemLine = Type.Object(
  {
    code: ItemCode,
    version: VersionNumber,
    name: text,
    field: text,
    procedure: text,
    procedureName: text,
    institution: text,
    office: text,
    promised: text,
    applicants: Type.Array(text),
    /** Where a search brought it: the words that answered. */
    matched: Maybe(text),
  },
  shape,
)
export type ItemLine = Static<typeof ItemLine>

export const ItemListQuery = Type.Object(
  {
    q: Type.Optional(Type.String({ maxLength: 200, description: '用平常话、拼音或者拼音首字母搜索' })),
    field: Type.Optional(Type.String({ maxLength: 20 })),
    applicant: Type.Optional(Type.String({ maxLength: 30 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
  },
  shape,
)

/** Something that was asked for and that another house does (结婚登记, 护照). */
export const Elsewhere = Type.Object(
  {
    word: text,
    matter: text,
    where: text,
    status: Type.String({ description: '“待核”：去哪里办还没有人核实；核实后为空' }),
  },
  shape,
)
export type Elsewhere = Static<typeof Elsewhere>

export const ItemList = Type.Object(
  {
    items: Type.Array(ItemLine),
    fields: Type.Array(Type.Object({ field: text, items: Number0 }, shape)),
    total: Number0,
    elsewhere: Maybe(Elsewhere),
  },
  shape,
)

const GuideMaterial = Type.Object(
  {
    id: text,
    name: text,
    form: text,
    formName: text,
    originals: Number0,
    copies: Number0,
    count: text,
    necessary: Type.Boolean(),
    when: Maybe(text),
    source: text,
    sourceName: text,
    notes: Maybe(text),
    maySupplyLater: Type.Boolean(),
    acceptance: text,
  },
  shape,
)
export type GuideMaterial = Static<typeof GuideMaterial>

const Said = Type.Object({ title: text, words: text }, shape)

/** The guide (办事指南) as a citizen and a clerk read it. */
export const Guide = Type.Object(
  {
    code: ItemCode,
    version: VersionNumber,
    name: text,
    aliases: Type.Array(text),
    field: text,
    procedure: text,
    procedureName: text,
    basicCode: Maybe(text),
    implementationCode: Maybe(text),
    institution: text,
    office: text,
    basis: Type.Array(Type.Object({ law: text, article: text, text, verified: Type.Boolean(), note: text }, shape), {
      description: 'verified 为 false 的只是大意，待核，不得当作原文引用',
    }),
    applicants: Type.Array(Type.Object({ kind: text, name: text }, shape)),
    conditions: Type.Array(text),
    eligibility: Type.Array(Type.Object({ id: text, ask: text, pass: text, otherwise: text }, shape)),
    materials: Type.Array(GuideMaterial),
    form: Type.Unsafe<ServiceItem['form']>(Type.Array(Type.Object({}, { additionalProperties: true }), { description: '题组和问题，含出现条件' })),
    limits: Type.Object({ statutory: text, promised: text, explained: Type.Array(Said) }, shape),
    fee: text,
    steps: Type.Array(Type.Object({ id: text, name: text, role: text, roleName: text, limit: text, siteInspection: Type.Boolean() }, shape)),
    result: text,
    /** The higher organ that decides after this bureau has examined (行政许可法 35); null where this bureau decides. */
    superior: Maybe(text),
    rights: Type.Array(Said),
    shortfall: Maybe(text),
    visits: Number0,
    place: text,
    hours: text,
    phone: text,
    complaintPhone: text,
    questions: Type.Array(Type.Object({ ask: text, answer: text }, shape)),
    effectiveFrom: Maybe(Day),
  },
  shape,
)
export type Guide = Static<typeof Guide>

export const EligibilityAnswers = Type.Object(
  { answers: Type.Record(Type.String({ maxLength: 60 }), Type.Union([Type.Literal('yes'), Type.Literal('no')]), { maxProperties: 50 }) },
  shape,
)
export const EligibilityOutcome = Type.Object(
  { outcome: text, reasons: Type.Array(Type.Object({ question: text, sentence: text }, shape)), unanswered: Type.Array(text) },
  shape,
)

export const FormAnswers = Type.Object({ answers: Type.Record(Type.String({ maxLength: 60 }), Type.Unknown(), { maxProperties: 200 }) }, shape)
/** What these answers come to: what is wrong with them, which questions and which materials they lead to. */
export const AnswersCheck = Type.Object(
  {
    faults: Type.Array(Type.Object({ path: text, code: text, sentence: text }, shape)),
    questions: Type.Array(text),
    materials: Type.Array(GuideMaterial),
  },
  shape,
)

const Finding = Type.Object({ path: text, rule: text, sentence: text, severity: text }, shape)

const VersionLine = Type.Object(
  {
    code: ItemCode,
    version: VersionNumber,
    seq: Number0,
    name: text,
    field: text,
    procedure: text,
    institution: text,
    office: text,
    status: text,
    statusName: text,
    source: text,
    sourceName: text,
    note: text,
    draftedAt: text,
    draftedBy: text,
    effectiveFrom: Maybe(Day),
  },
  shape,
)
export const VersionListQuery = Type.Object(
  {
    status: Type.Optional(Type.Enum(['draft', 'proposed', 'approved', 'published', 'retired'])),
    source: Type.Optional(Type.Enum(['editor', 'opening', 'import', 'upgrade'])),
    code: Type.Optional(ItemCode),
    text: Type.Optional(Type.String({ maxLength: 60, description: '事项名称或者代号中的字' })),
    after: Type.Optional(Type.String({ maxLength: 200 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  },
  shape,
)
export const VersionList = Type.Object({ versions: Type.Array(VersionLine), next: Maybe(text) }, shape)

const Difference = Type.Object({ path: text, title: text, kind: text, before: Type.Optional(text), after: Type.Optional(text) }, shape)
const Somebody = Maybe(Type.Object({ id: Id, name: text }, shape))

/** One version with everything a second person needs to judge it. */
export const VersionPage = Type.Object(
  {
    seq: Number0,
    item: RawItem,
    status: text,
    statusName: text,
    source: text,
    sourceName: text,
    note: text,
    writers: Type.Array(Type.Object({ id: Id, name: text }, shape)),
    proposedBy: Somebody,
    approvedBy: Somebody,
    publishedBy: Somebody,
    effectiveFrom: Maybe(Day),
    reason: Maybe(text),
    /** The end of the whole item: proposed by whom, or decided where `by` is null. */
    retirement: Maybe(Type.Object({ from: Day, reason: Maybe(text), by: Maybe(Type.Object({ id: Id, name: text }, shape)) }, shape)),
    findings: Type.Array(Finding),
    /** Against the version in force, where there is another one. */
    comparedWith: Maybe(VersionNumber),
    differences: Type.Array(Difference),
    others: Type.Array(Type.Object({ version: VersionNumber, status: text, statusName: text, effectiveFrom: Maybe(Day) }, shape)),
    /** Acts that this person may do now. */
    mayDo: Type.Array(text),
  },
  shape,
)
export const Differences = Type.Object({ from: VersionNumber, to: VersionNumber, differences: Type.Array(Difference) }, shape)
export const CheckedItem = Type.Object({ sound: Type.Boolean(), findings: Type.Array(Finding) }, shape)

export const Export = Type.Object({ bureau: text, on: Day, items: Type.Array(RawItem) }, shape)
