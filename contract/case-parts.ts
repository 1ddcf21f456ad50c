import { type Static, type TSchema, Type } from 'typebox'

/** A day, `YYYY-MM-DD`. The rules refuse days that do not exist. */
export const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: '日期，YYYY-MM-DD' })
export const Id = Type.String({ minLength: 1, maxLength: 80 })
export const Seq = Type.Integer({ minimum: 0, description: '看到的办件版本；其间有变动则拒绝' })
/** SM3 of the bytes, hex. */
export const Digest = Type.String({ pattern: '^[0-9a-f]{64}$' })
export const Line = (maxLength = 200) => Type.String({ minLength: 1, maxLength })
export const Words = (maxLength = 2000) => Type.String({ minLength: 1, maxLength })
export const Maybe = <S extends TSchema>(schema: S) => Type.Union([schema, Type.Null()])
export const shape = { additionalProperties: false } as const

export const FileName = Type.Object(
  { digest: Digest, name: Line(255), size: Type.Integer({ minimum: 0 }), mediaType: Line(100) },
  { ...shape, description: '已上传文件：摘要、文件名、字节数、类型' },
)

export const HandedIn = Type.Object(
  {
    material: Id,
    form: Type.Union([Type.Literal('paper'), Type.Literal('electronic')]),
    files: Type.Array(FileName, { maxItems: 50 }),
    originals: Type.Integer({ minimum: 0, maximum: 999 }),
    copies: Type.Integer({ minimum: 0, maximum: 999 }),
  },
  { ...shape, description: '一项申请材料：事项中的材料编号、形式、文件、份数' },
)

export const ApplicantKind = Type.Union([
  Type.Literal('natural-person'),
  Type.Literal('enterprise'),
  Type.Literal('public-institution'),
  Type.Literal('social-organisation'),
  Type.Literal('administrative-organ'),
  Type.Literal('other-organisation'),
])

const IdType = Type.Union([Type.Literal('uscc'), Type.Literal('resident-id'), Type.Literal('passport'), Type.Literal('other')])

export const Applicant = Type.Object(
  {
    name: Line(200),
    idType: IdType,
    idNumber: Line(40),
    phone: Line(20),
    address: Maybe(Line(300)),
    legalRepresentative: Maybe(Line(100)),
    agentName: Maybe(Line(100)),
    agentIdNumber: Maybe(Line(40)),
    agentPhone: Maybe(Line(20)),
  },
  { ...shape, description: '申请人及代理人信息' },
)

export const Answers = Type.Record(Type.String({ maxLength: 80 }), Type.Unknown(), { maxProperties: 300, description: '表单答案：字段编号 → 值' })

export const Fault = Type.Object(
  { material: Id, fault: Words(1000), correction: Words(1000) },
  { ...shape, description: '一处问题：材料（或 form）、问题、怎样改正' },
)

/** A last day that another calendar moved: from which day, when and why. */
export const MovedDays = Type.Array(Type.Object({ on: Day, from: Day, because: Type.String(), earlier: Type.Optional(Type.Literal(true)) }, shape))

export const Procedure = Type.Union([Type.Literal('permit'), Type.Literal('registration'), Type.Literal('filing')])
export const Certainty = Type.Union([Type.Literal('final'), Type.Literal('provisional')])
export type HandedIn = Static<typeof HandedIn>
export type Fault = Static<typeof Fault>
