import { type Static, Type } from 'typebox'
import { caseActInputs, ReceiveAtCounter } from './case-act-inputs.ts'
import { Id, Maybe, Seq, shape } from './case-parts.ts'
import { CaseAnswer } from './cases.ts'

const BatchAct = Type.Enum(Object.keys(caseActInputs) as (keyof typeof caseActInputs)[])
const howMany = { minItems: 1, maxItems: 200 }
/** The absent colleague in whose name it is done. */
const onBehalfOf = Maybe(Type.Object({ id: Id, name: Type.String() }, shape))
const refusal = Maybe(Type.Object({ code: Type.String(), sentence: Type.String() }, shape))

/**
 * The same act on many cases: as many commands, as many answers. What one case refuses does not stop the others; the same key takes it up again.
 * Where nobody is named on whose behalf, each case is done by the own right, else in the name of an absent colleague whose delegate the visitor is.
 */
export const BatchActs = Type.Object(
  {
    act: BatchAct,
    cases: Type.Array(
      Type.Object(
        { id: Id, seq: Type.Optional(Seq), onBehalfOf: Type.Optional(Maybe(Id)) },
        { ...shape, description: 'onBehalfOf 是这一件以谁的名义办理：空为以本人名义，不写则由系统判断' },
      ),
      howMany,
    ),
    /** The act's own input, the same for each case. */
    input: Type.Record(Type.String(), Type.Unknown()),
    /** For every case that does not say otherwise. */
    onBehalfOf: Type.Optional(Id),
  },
  shape,
)

/** What the same act on many cases would meet: asked before, so that the confirmation can say it. */
export const BatchPreviewAsked = Type.Object({ act: BatchAct, cases: Type.Array(Id, howMany) }, shape)
export const BatchPreview = Type.Object({ lines: Type.Array(Type.Object({ id: Type.String(), onBehalfOf, refusal }, shape)) }, shape)

const Key = Type.String({
  pattern: '^[\\w.:-]{8,100}$',
  description: '这一件自己的幂等键：随哪一批、排第几重发，都只收一次',
})

/** Applications taken in together, say from one agent's folder. */
export const BatchReceipt = Type.Object(
  {
    applications: Type.Array(Type.Object({ ...ReceiveAtCounter.properties, key: Type.Optional(Key) }, shape), { minItems: 1, maxItems: 100 }),
  },
  shape,
)

/** An empty sheet of applicants for one version of an item. */
export const ReceiptSheetQuery = Type.Object({ item: Id, version: Type.Integer({ minimum: 1 }) }, shape)

/** The tables of a filled sheet as texts; `line` is the row as the spreadsheet counts it. */
export const ReceiptSheetRows = Type.Object(
  {
    tables: Type.Array(
      Type.Object({ rows: Type.Array(Type.Object({ line: Type.Integer({ minimum: 1 }), cells: Type.Array(Type.String()) }, shape)) }, shape),
    ),
  },
  shape,
)

export const BatchLine = Type.Object(
  {
    /** Place in the request, from 0. */
    line: Type.Integer({ minimum: 0 }),
    id: Maybe(Type.String()),
    ok: Type.Boolean(),
    answer: Maybe(CaseAnswer),
    /** It had been done before under the same key. */
    replayed: Type.Boolean(),
    onBehalfOf,
    refusal,
  },
  shape,
)
export const BatchAnswer = Type.Object({ done: Type.Integer(), refused: Type.Integer(), lines: Type.Array(BatchLine) }, shape)

export type BatchLine = Static<typeof BatchLine>
export type BatchPreview = Static<typeof BatchPreview>
export type BatchAnswer = Static<typeof BatchAnswer>
export type ReceiptSheetRows = Static<typeof ReceiptSheetRows>
