import type {
  Cancellation,
  Change,
  Condition,
  EligibilityQuestion,
  ExcludedProcedure,
  FormField,
  FormGroup,
  ItemLimit,
  ItemResult,
  LegalBasis,
  Limits,
  Material,
  Renewal,
  ServiceItem,
  Step,
} from './item.ts'
import { record, type Shape } from './shape.ts'

const id: Shape = { is: 'text', max: 60, pattern: /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, expects: '小写英文单词用连字符相连的代号' }
/** Answers are JSON names, so fields are named in camelCase. */
const fieldId: Shape = { is: 'text', max: 60, pattern: /^[a-z][a-zA-Z0-9]*$/, expects: '小写字母开头的英文字段名' }
const short: Shape = { is: 'text', max: 120 }
const long: Shape = { is: 'text', max: 2000 }
const flag: Shape = { is: 'flag' }
const list = (of: Shape, min = 0): Shape => ({ is: 'list', of, min })
const oneOf = (...values: readonly string[]): Shape => ({ is: 'one-of', values })
const nullable = (of: Shape): Shape => ({ is: 'nullable', of })
const dayType = oneOf('workday', 'calendar', 'month')

const condition: Shape = {
  is: 'later',
  of: () => ({
    is: 'one-of-records',
    expects: '一个条件（field 加 equals 或 oneOf，或者 all、any、not）',
    records: [
      record<Extract<Condition, { equals: unknown }>>({ field: fieldId, equals: { is: 'scalar' } }),
      record<Extract<Condition, { oneOf: unknown }>>({ field: fieldId, oneOf: list({ is: 'scalar' }, 1) }),
      record<Extract<Condition, { all: unknown }>>({ all: list(condition, 1) }),
      record<Extract<Condition, { any: unknown }>>({ any: list(condition, 1) }),
      record<Extract<Condition, { not: unknown }>>({ not: condition }),
    ],
  }),
}

const basis = record<LegalBasis>({ law: short, article: { is: 'text', max: 60 }, text: long, status: oneOf('read', 'recalled') })

const question = record<EligibilityQuestion>({ id, ask: short, pass: oneOf('yes', 'no'), otherwise: { is: 'text', max: 300 } })

const material = record<Material>(
  {
    id,
    name: short,
    form: oneOf('paper', 'electronic', 'either'),
    originals: { is: 'whole', min: 0, max: 20 },
    copies: { is: 'whole', min: 0, max: 20 },
    necessary: flag,
    showIf: condition,
    source: oneOf('applicant', 'government', 'third-party'),
    issuer: short,
    notes: { is: 'text', max: 500 },
    maySupplyLater: flag,
    acceptance: { is: 'text', max: 500 },
  },
  ['showIf', 'issuer', 'notes'],
)

const bound: Shape = { is: 'whole', min: -1_000_000_000, max: 100_000_000_000_000 }
const field: Shape = record<FormField>(
  {
    id: fieldId,
    label: { is: 'text', max: 60 },
    hint: { is: 'text', max: 200 },
    required: flag,
    showIf: condition,
    type: oneOf('text', 'long-text', 'integer', 'money', 'date', 'choice', 'yes-no', 'uscc', 'resident-id', 'phone', 'project-code', 'list'),
    min: bound,
    max: bound,
    options: list(record<{ value: string; label: string }>({ value: id, label: short }), 2),
    columns: { is: 'later', of: () => list(field, 1) },
  },
  ['hint', 'showIf', 'min', 'max', 'options', 'columns'],
)

const group = record<FormGroup>({ id, title: { is: 'text', max: 40 }, showIf: condition, fields: list(field, 1) }, ['showIf'])

const limit = record<ItemLimit>({
  days: { is: 'whole', min: 0, max: 365 },
  dayType,
  startEvent: oneOf('accepted', 'documents-complete', 'received'),
  article: short,
})

const excluded = record<ExcludedProcedure>({ kind: id, name: short, article: short, maxDays: { is: 'whole', min: 1, max: 365 }, dayType })

const limits = record<Limits>(
  {
    statutory: limit,
    promised: limit,
    extension: nullable(
      record<NonNullable<Limits['extension']>>({
        days: { is: 'whole', min: 1, max: 120 },
        dayType,
        article: short,
        approver: oneOf('organ-head', 'government-head'),
      }),
    ),
    service: nullable(record<NonNullable<Limits['service']>>({ days: { is: 'whole', min: 1, max: 60 }, dayType, article: short })),
    supplement: nullable(
      record<NonNullable<Limits['supplement']>>({ days: { is: 'whole', min: 1, max: 120 }, dayType: oneOf('workday', 'calendar'), article: short }),
    ),
    excluded: list(excluded),
  },
  ['service', 'supplement'],
)

const step = record<Step>({
  id,
  name: { is: 'text', max: 40 },
  role: oneOf('reviewer', 'head', 'decision-maker'),
  days: { is: 'whole', min: 0, max: 365 },
  checklist: list(record<Step['checklist'][number]>({ id, point: { is: 'text', max: 300 }, necessary: flag }), 1),
  siteInspection: flag,
  phrases: list({ is: 'text', max: 300 }, 1),
})

const fee: Shape = {
  is: 'one-of-records',
  expects: '收费说明',
  records: [
    record<{ charged: false }>({ charged: { is: 'one-of', values: [false] } }),
    record<{ charged: true; standard: string; basis: string }>({
      charged: { is: 'one-of', values: [true] },
      standard: { is: 'text', max: 500 },
      basis: short,
    }),
  ],
}

/** The whole item, every field of `ServiceItem` described. */
export const itemShape = record<ServiceItem>(
  {
    code: id,
    version: { is: 'whole', min: 1, max: 100_000 },
    name: short,
    aliases: list({ is: 'text', max: 30 }),
    field: { is: 'text', max: 20 },
    procedure: oneOf('permit', 'registration', 'filing'),
    basicCode: nullable({ is: 'text', pattern: /^[0-9A-Z]{12}$/, expects: '12 位基本编码' }),
    implementationCode: nullable({ is: 'text', pattern: /^[0-9A-Z]{31}$/, expects: '31 位实施编码' }),
    institution: { is: 'text', max: 40 },
    office: id,
    basis: list(basis),
    applicants: list(
      oneOf('natural-person', 'enterprise', 'public-institution', 'social-organisation', 'administrative-organ', 'other-organisation'),
      1,
    ),
    conditions: list({ is: 'text', max: 500 }, 1),
    eligibility: list(question),
    materials: list(material, 1),
    form: list(group, 1),
    limits,
    fee,
    steps: list(step, 1),
    separation: flag,
    publicSafety: flag,
    samePermit: list(id),
    superior: nullable(short),
    result: record<ItemResult>({ certificate: nullable(short), validMonths: nullable({ is: 'whole', min: 1, max: 1200 }), holderField: fieldId }, [
      'holderField',
    ]),
    renewal: nullable(
      record<Renewal>(
        {
          endField: fieldId,
          when: condition,
          numberField: fieldId,
          of: list(id, 1),
          before: record<Renewal['before']>({ days: { is: 'whole', min: 1, max: 365 }, dayType, article: short }),
          wished: record<NonNullable<Renewal['wished']>>({ endField: fieldId, maxMonths: { is: 'whole', min: 1, max: 1200 } }),
        },
        ['when', 'numberField', 'of', 'wished'],
      ),
    ),
    change: nullable(
      record<Change>({ when: condition, numberField: fieldId, endField: fieldId, of: list(id, 1) }, ['when', 'numberField', 'endField', 'of']),
    ),
    cancellation: nullable(record<Cancellation>({ when: condition, numberField: fieldId, of: list(id, 1) }, ['when', 'numberField', 'of'])),
    hearing: record<ServiceItem['hearing']>({ announced: flag, interestedParties: flag }),
    shortfall: nullable(record<NonNullable<ServiceItem['shortfall']>>({ days: { is: 'whole', min: 1, max: 60 }, dayType })),
    visits: { is: 'whole', min: 0, max: 10 },
    guide: record<ServiceItem['guide']>({
      place: short,
      hours: short,
      phone: short,
      complaintPhone: short,
      questions: list(record<{ ask: string; answer: string }>({ ask: short, answer: { is: 'text', max: 600 } })),
    }),
  },
  ['publicSafety', 'samePermit', 'superior', 'renewal', 'change', 'cancellation'],
)
