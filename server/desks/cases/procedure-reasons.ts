import { movedNote, spokenDate } from '../../../contract/reason-texts.ts'
import { takingTitles } from '../../../contract/case-texts.ts'
import { materialName } from '../../../rules/case/standing/known.ts'
import type { CaseState, Hearing, IntendedMeasure, Recusal } from '../../../rules/case/standing/state.ts'
import type { ServiceItem } from '../../../rules/service-item/item.ts'
import type { PlainDate } from '../../../rules/time/plain-date.ts'
import { type ReasonLine, reasonLine } from './reason-line.ts'

const until = (day: PlainDate, moved: Parameters<typeof movedNote>[0] | undefined): string => `最迟${spokenDate(day)}${movedNote(moved ?? [])}`

/** What has its day beside the legs while an application is dealt with: nobody else is named, for the applicant reads it too. */
export const procedureReasons = (state: CaseState, item: ServiceItem, today: PlainDate): readonly ReasonLine[] => [
  ...shortfallReasons(state, item, today),
  ...thirdPartyReasons(state, today),
  ...(state.hearing ? hearingReasons(state.hearing, today) : []),
  ...saidReasons(state),
  ...(state.measures ?? []).flatMap(measureReasons),
  ...superiorReasons(state),
  ...(state.recusals ?? []).flatMap(recusalReasons),
  ...serviceReasons(state),
  ...renewalReasons(state),
]

/** 容缺受理 is the bureau's own favour: no article. */
const shortfallReasons = ({ shortfall, acceptance }: CaseState, item: ServiceItem, today: PlainDate): readonly ReasonLine[] =>
  shortfall.flatMap(({ material, due, metOn, moved }) => {
    const name = materialName(item, material)
    return [
      ...(acceptance ? [reasonLine(acceptance.on, `容缺受理，${name}${until(due, moved)}补交，补交以前不能准予`)] : []),
      ...(metOn ? [reasonLine(metOn, `${name}已经补交`)] : today > due ? [reasonLine(due, `${name}到期没有补交，补交以前不能准予`)] : []),
    ]
  })

const article36 = '行政许可法 第三十六条'

const thirdPartyReasons = ({ thirdParties }: CaseState, today: PlainDate): readonly ReasonLine[] =>
  thirdParties.flatMap(({ informedOn, replyBy, moved, statements }) => [
    reasonLine(informedOn, `告知利害关系人可以陈述、申辩，${until(replyBy, moved)}提出，在此以前没有听取意见的不作决定`, article36),
    ...statements.map(({ on }) => reasonLine(on, '听取利害关系人的陈述、申辩，已经答复', article36)),
    ...(statements.length === 0 && today > replyBy ? [reasonLine(replyBy, '利害关系人陈述、申辩的期限届满', article36)] : []),
  ])

function hearingReasons({ parties, requestedOn, holdBy, moved, overdue, announced, held }: Hearing, today: PlainDate): readonly ReasonLine[] {
  const whose = (party: string) => (party === 'applicant' ? '申请人' : '利害关系人')
  return [
    ...parties.flatMap(({ party, toldOn, requestBy, moved: later, answer, answeredOn }) => [
      requestBy === null
        ? reasonLine(toldOn, `告知${whose(party)}依法举行听证`, '行政许可法 第四十六条')
        : reasonLine(toldOn, `告知${whose(party)}可以要求听证，${until(requestBy, later)}提出，在此以前不作决定`, '行政许可法 第四十七条'),
      ...(answer !== null && answeredOn !== null
        ? [reasonLine(answeredOn, `${whose(party)}${answer === 'requested' ? '要求听证' : '表示不要求听证'}`, '行政许可法 第四十七条')]
        : requestBy !== null && today > requestBy
          ? [reasonLine(requestBy, `${whose(party)}在期限内没有要求听证，视为放弃`, '行政许可法 第四十七条')]
          : []),
    ]),
    ...(requestedOn && holdBy
      ? [reasonLine(requestedOn, `已有当事人要求听证，${until(holdBy, moved)}举行，听证以前不作决定`, '行政许可法 第四十七条')]
      : []),
    ...(overdue && holdBy ? [reasonLine(holdBy, '到期没有举行听证，应当尽快补办', '行政许可法 第四十七条')] : []),
    ...(announced
      ? [
          ...(announced.postponed ?? []).map(({ on, from, because }) => reasonLine(on, `原定${spokenDate(from)}的听证改期：${because}`)),
          reasonLine(
            announced.on,
            `通知并公告${spokenDate(announced.heldOn)}${announced.startsAt ?? ''}举行听证`,
            '行政许可法 第四十八条第一款第一项',
          ),
        ]
      : []),
    ...(held ? [reasonLine(held.on, '举行听证，根据听证笔录作出决定', '行政许可法 第四十八条')] : []),
  ]
}

const saidReasons = ({ statements = [], dataRequests = [] }: CaseState): readonly ReasonLine[] => [
  ...statements.flatMap(({ on, answer }) => [
    reasonLine(on, '申请人陈述、申辩，答复以前不作决定', '行政许可法 第七条、第三十六条'),
    ...(answer ? [reasonLine(answer.on, `答复申请人的陈述、申辩：${answer.accepted ? '采纳' : '不采纳'}`, article36)] : []),
  ]),
  ...dataRequests.flatMap(({ kind, on, answerBy, moved, answer }) => [
    reasonLine(on, `申请人请求${kind === 'erasure' ? '删除' : '更正'}个人信息，${until(answerBy, moved)}答复`, '个人信息保护法 第五十条'),
    ...(answer ? [reasonLine(answer.on, `答复个人信息请求：${answer.done ? '已经照办' : '不能照办'}`, '个人信息保护法 第五十条')] : []),
  ]),
]

const measureArticles = {
  refusal: '行政许可法 第七十八条、行政处罚法 第四十四条',
  revocation: '行政许可法 第六十九条',
  withdrawal: '行政许可法 第八条',
  change: '行政许可法 第八条',
} as const

const measureReasons = ({ kind, on, replyBy, moved, ended }: IntendedMeasure): readonly ReasonLine[] => {
  const what = kind === 'refusal' ? '因材料虚假不予受理或者不予许可' : `${takingTitles[kind]}该许可`
  return [
    reasonLine(on, `告知拟${what}，可以陈述、申辩，${until(replyBy, moved)}提出，在此以前没有听取意见的不作决定`, measureArticles[kind]),
    ...(ended?.how === 'dropped' ? [reasonLine(ended.on, `不再${what}`)] : []),
  ]
}

const superiorReasons = ({ forwarded }: CaseState): readonly ReasonLine[] =>
  forwarded?.decided
    ? [
        reasonLine(
          forwarded.decided.on,
          `${forwarded.superior}作出${forwarded.decided.granted ? '准予' : '不予许可'}决定（${forwarded.decided.number}）`,
          '行政许可法 第三十五条',
        ),
      ]
    : []

const article48 = '行政许可法 第四十八条第一款第三项'

/** Who is asked to stand aside the parties know; here it is not said again. */
const recusalReasons = ({ on, answer }: Recusal): readonly ReasonLine[] => [
  reasonLine(on, '当事人申请有关人员回避，答复以前不作决定', article48),
  ...(answer ? [reasonLine(answer.on, `答复回避申请：${answer.granted ? '回避' : '不回避'}`, article48)] : []),
]

/** When an announcement serves, and until when whoever is burdened may seek a remedy. */
const serviceReasons = ({ announcements = [], remedies }: CaseState): readonly ReasonLine[] => [
  ...announcements.map(({ on, due }) => reasonLine(on, `公告送达文书，${spokenDate(due)}视为送达`, '民事诉讼法 第九十五条')),
  ...(remedies
    ? [
        reasonLine(remedies.review, '申请行政复议的最后一日', '行政复议法 第二十条'),
        reasonLine(remedies.suit, '提起行政诉讼的最后一日', '行政诉讼法 第四十六条'),
      ]
    : []),
]

/** Why a renewal is deemed granted with a day, or is not. */
function renewalReasons({ renewal, decision }: CaseState): readonly ReasonLine[] {
  if (!renewal) return []
  const { endsOn, inTime, endedOn } = renewal
  if (endedOn) return [reasonLine(endedOn, '原许可已经终止，不能延续，也不视为准予延续')]
  const then = decision
    ? ''
    : inTime
      ? '，受理后届满以前没有作出决定的，视为准予延续'
      : '，申请时没有达到规定的提前天数，届满没有决定的不视为准予延续'
  return [reasonLine(endsOn, `原许可有效期的最后一日${then}`, '行政许可法 第五十条')]
}
