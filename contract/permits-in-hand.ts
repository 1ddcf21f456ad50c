import { type Static, Type } from 'typebox'
import { Answers, Applicant, Day, Id, Maybe, shape } from './case-parts.ts'

/** What an application is to do with a permit in hand: 变更 (行政许可法 49), 延续 (50) or 注销 (70). */
export const HowFollowed = Type.Union([Type.Literal('change'), Type.Literal('renewal'), Type.Literal('cancellation')], {
  description: 'change 变更（第四十九条）；renewal 延续（第五十条）；cancellation 注销（第七十条）',
})

const Offered = Type.Object(
  { case: Id, number: Type.String(), itemName: Type.String(), endsOn: Type.Union([Day, Type.Literal('unlimited')]), title: Type.String() },
  { ...shape, description: '登记簿里的一项许可：准予的办件、文号、事项、有效期、现在的状态' },
)

/** For whom the register is looked through, and for which application. */
export const PermitsInHandAsked = Type.Object(
  {
    item: Id,
    itemVersion: Type.Integer({ minimum: 1 }),
    holder: Type.Pick(Applicant, ['name', 'idType', 'idNumber'], shape),
    answers: Answers,
  },
  { ...shape, description: '申请什么、谁申请、表上已经填的内容' },
)

export const PermitsInHand = Type.Object(
  {
    how: HowFollowed,
    numberField: Type.String({ description: '表上填写原许可编号的栏' }),
    endField: Maybe(Type.String({ description: '表上填写原许可届满日的栏' })),
    offered: Type.Array(Offered, { description: '准予给申请人、这件申请用得上的许可' }),
    typed: Maybe(
      Type.Object(
        { permit: Maybe(Offered), sentence: Maybe(Type.String()) },
        { ...shape, description: '已经填写的编号：是申请人的哪一项；不是的，说明为什么' },
      ),
    ),
  },
  { ...shape, description: '变更、延续、注销的原许可' },
)

export type PermitsInHand = Static<typeof PermitsInHand>
