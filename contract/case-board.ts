import { type Static, Type } from 'typebox'
import { Id, shape } from './case-parts.ts'
import { LightName } from './cases.ts'

/** The leader's board: running cases by light, for each item in the office that reviews it. Every number opens to its cases. */
export const CaseBoard = Type.Object(
  {
    cells: Type.Array(
      Type.Object(
        { office: Id, item: Id, itemName: Type.String(), light: LightName, cases: Type.Integer({ minimum: 1 }) },
        { ...shape, description: '一个科室、一个事项、一种灯号的在办件数' },
      ),
    ),
  },
  { ...shape, description: '领导看板：在办件按科室、事项、灯号' },
)
export type CaseBoard = Static<typeof CaseBoard>
