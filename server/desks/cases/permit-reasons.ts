import { spokenDate } from '../../../contract/reason-texts.ts'
import { followTitles } from '../../../contract/case-texts.ts'
import { inHandArticles } from '../../../rules/case/permit/permit-in-hand.ts'
import { permitStanding, termOf } from '../../../rules/case/standing/permit-life.ts'
import type { PermitChange, PermitFollower, Suspension } from '../../../rules/case/standing/permit-state.ts'
import { isDeemedRenewal } from '../../../rules/case/standing/renewal.ts'
import type { CaseState } from '../../../rules/case/standing/state.ts'
import { cancellationGrounds, revocationGrounds, withdrawalGrounds } from '../../../rules/paper/permit-grounds.ts'
import type { PlainDate } from '../../../rules/time/plain-date.ts'
import { numberOfChange, penaltyWords, suspensionWords } from './permit-view.ts'
import { type ReasonLine, reasonLine } from './reason-line.ts'

const articleOfPenalty = '行政处罚法 第九条'
const termWords = (from: PlainDate, to: PlainDate | 'unlimited') =>
  `自${spokenDate(from)}${to === 'unlimited' ? '起长期有效' : `至${spokenDate(to)}有效`}`

/** The permit's own days: which one the application is about, from when to when it holds, what changed, renewed, suspended or ended it, each with its article. */
export function permitReasons(state: CaseState, today: PlainDate): readonly ReasonLine[] {
  const { inHand, permit, barredUntil } = state
  const { revoked, cancelled, withdrawn, forfeited, suspensions = [], changes = [], followed = [] } = permit ?? { revoked: null, cancelled: null }
  return [
    ...(inHand
      ? [
          reasonLine(
            inHand.on,
            `${inHand.by === null ? '' : '查明'}申请${followTitles[inHand.how]}的是“${inHand.itemName}”许可，${inHand.endsOn === 'unlimited' ? '长期有效' : `有效期至${spokenDate(inHand.endsOn)}`}`,
            inHandArticles[inHand.how],
            { id: inHand.case, number: inHand.number },
          ),
        ]
      : []),
    ...grantedReasons(state, today),
    ...changes.map((change) => changeReason(state, change)),
    ...followed.map(followerReason),
    ...suspensions.flatMap((one) => suspensionReasons(one, today)),
    ...(forfeited ? [reasonLine(forfeited.decidedOn, `许可证件被吊销：${penaltyWords(forfeited)}`, articleOfPenalty)] : []),
    ...(revoked ? [reasonLine(revoked.on, `撤销许可：${revocationGrounds[revoked.ground]}`, '行政许可法 第六十九条')] : []),
    ...(withdrawn ? [reasonLine(withdrawn.on, `撤回许可：${withdrawalGrounds[withdrawn.ground]}`, '行政许可法 第八条')] : []),
    ...(cancelled ? [reasonLine(cancelled.on, `注销许可：${cancellationGrounds[cancelled.ground]}`, '行政许可法 第七十条')] : []),
    ...(barredUntil
      ? [reasonLine(barredUntil, '不得再次申请该许可（包括变更、延续）的最后一日', revoked ? '行政许可法 第七十九条' : '行政许可法 第七十八条')]
      : []),
  ]
}

/** From when to when, by the decision; and the last day of what has run out. */
function grantedReasons(state: CaseState, today: PlainDate): readonly ReasonLine[] {
  const { decision } = state
  const term = termOf(state)
  if (!decision || !term) return []
  const deemed = isDeemedRenewal(decision)
  const validity = decision.validity ?? term
  const lapsed = permitStanding(state, today) === 'lapsed' && term.to !== 'unlimited' ? [reasonLine(term.to, '许可有效期的最后一日，没有延续')] : []
  return [
    reasonLine(
      decision.on,
      `${deemed ? '视为准予延续' : '准予'}，${termWords(validity.from, validity.to)}`,
      deemed ? '行政许可法 第五十条第二款' : '行政许可法 第三十八条第一款',
    ),
    ...lapsed,
  ]
}

const changeReason = (state: CaseState, change: PermitChange): ReasonLine =>
  reasonLine(
    change.on,
    `变更许可（${numberOfChange(state, change)}）：${withdrawalGrounds[change.ground]}${change.validTo === undefined ? '' : `，有效期缩短至${spokenDate(change.validTo)}`}`,
    '行政许可法 第八条',
  )

/** What another case granted at the holder's wish: it stands here, too, and opens to that case. */
const followerReason = ({ how, on, case: id, number, from, to }: PermitFollower): ReasonLine =>
  reasonLine(
    on,
    `应被许可人的申请，由办件${number}${followTitles[how]}${how === 'cancellation' ? '' : `，${termWords(from, to)}`}`,
    inHandArticles[how],
    {
      id,
      number,
    },
  )

const suspensionReasons = (one: Suspension, today: PlainDate): readonly ReasonLine[] => [
  reasonLine(one.from, `许可证件暂扣，期间不得使用：${suspensionWords(one)}`, articleOfPenalty),
  ...(one.lifted
    ? [reasonLine(one.lifted.on, `解除暂扣（${one.lifted.number}），恢复有效`)]
    : one.until !== null && one.until < today
      ? [reasonLine(one.until, '暂扣期满，恢复有效')]
      : []),
]
