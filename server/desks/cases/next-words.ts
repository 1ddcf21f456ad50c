import { movedNote, postponedNote, spokenDate, spokenDays } from '../../../contract/reason-texts.ts'
import { phaseTitles } from '../../../contract/case-texts.ts'
import { supplementBy } from '../../../rules/case/receiving/supplement-days.ts'
import { openAnnouncements } from '../../../rules/case/standing/announced-service.ts'
import { openAsks } from '../../../rules/case/wishes/open-asks.ts'
import { covers, endOfPermit, followerOf, openMeasure } from '../../../rules/case/standing/permit-life.ts'
import { isDeemedRenewal } from '../../../rules/case/standing/renewal.ts'
import type { CaseState } from '../../../rules/case/standing/state.ts'
import type { ServiceItem } from '../../../rules/service-item/item.ts'
import type { PlainDate } from '../../../rules/time/plain-date.ts'
import { followerWords, suspensionWords } from './permit-view.ts'

/** By when; a day that has passed is said to have. */
const by = (day: PlainDate | null | undefined, today: PlainDate): string =>
  day ? `最迟${spokenDate(day)}${day < today ? '（已经超过）' : ''}` : '按特别程序结束后的时限'

const askWords = { statement: '的陈述申辩', recusal: '的回避申请', correction: '更正个人信息的请求', erasure: '删除个人信息的请求' } as const

/**
 * What comes next, by when and by whom, in words that citizen, clerk and director read alike; then what the applicant asked and still waits for. The item is
 * the version that the case began under: it says who decides in the end.
 */
export function nextWords(state: CaseState, today: PlainDate, { superior, renewal }: Pick<ServiceItem, 'superior' | 'renewal'>): string {
  const waiting = openAsks(state).map(({ kind, on, answerBy }) =>
    answerBy === null
      ? `${kind === 'recusal' ? '当事人' : '申请人'}${spokenDate(on)}${askWords[kind]}，答复后才能作出决定。`
      : `申请人${spokenDate(on)}${askWords[kind]}，${by(answerBy, today)}答复。`,
  )
  return [
    mainRoad(state, superior ?? null, today),
    ...renewalWords(state, renewal),
    ...besidesReview(state, today),
    ...measureWords(state, today),
    ...serviceAndRemedies(state, today),
    ...new Set(waiting),
  ].join('')
}

/** What the end of the permit in hand means for a renewal that is not decided yet (行政许可法 50). */
function renewalWords({ phase, renewal, origin }: CaseState, rule: ServiceItem['renewal']): readonly string[] {
  const undecided = phase === 'pre-review' || phase === 'supplementing' || phase === 'in-review' || phase === 'stopped'
  if (!renewal || !rule || !undecided) return []
  const { endsOn, inTime, endedOn } = renewal
  if (endedOn) return [`原许可已于${spokenDate(endedOn)}终止，不能延续，也不视为准予延续。`]
  if (inTime) return [`原许可有效期至${spokenDate(endsOn)}，受理后届满前应当作出决定；届满没有作出决定的，视为准予延续（行政许可法 第五十条）。`]
  if (endsOn < origin.receivedOn) return [`申请时原许可的有效期（至${spokenDate(endsOn)}）已经届满。`]
  return [
    `原许可有效期至${spokenDate(endsOn)}；申请时离届满不足${spokenDays(rule.before)}（${rule.before.article}），届满没有作出决定的，不视为准予延续。`,
  ]
}

const measureTitles = { refusal: '因虚假材料不予受理或者不予许可', revocation: '撤销该许可', withdrawal: '撤回该许可', change: '变更该许可' } as const
const ends = { cancelled: '注销', revoked: '撤销', withdrawn: '撤回', forfeited: '被吊销' } as const

/** What was announced and is not done yet, or what became of the permit. */
function measureWords(state: CaseState, today: PlainDate): readonly string[] {
  const open = openMeasure(state)
  if (open) {
    const what = measureTitles[open.kind]
    return [`本局拟${what}，${today <= open.replyBy ? `可以陈述、申辩，${by(open.replyBy, today)}。` : '陈述、申辩的期限已过。'}`]
  }
  const end = endOfPermit(state.permit)
  const givenUp = followerOf(state.permit, 'cancellation')
  if (end) return [`该许可已于${spokenDate(end.on)}${givenUp?.on === end.on ? followerWords(givenUp) : ends[end.how]}。`]
  const suspension = state.permit?.suspensions?.find((one) => covers(one, today))
  const changed = state.permit?.changes?.at(-1)
  const [reshaped, renewed] = [followerOf(state.permit, 'change'), followerOf(state.permit, 'renewal')]
  return [
    ...(changed ? [`该许可的内容已于${spokenDate(changed.on)}变更，以变更决定书为准。`] : []),
    ...(reshaped ? [`该许可已于${spokenDate(reshaped.on)}${followerWords(reshaped)}。`] : []),
    ...(renewed ? [`自${spokenDate(renewed.from)}起${followerWords(renewed)}。`] : []),
    ...(suspension ? [`许可证件暂扣期间不得使用：${suspensionWords(suspension)}。`] : []),
  ]
}

/** Duties to be heard that hold up the decision meanwhile (行政许可法 36, 46–48). */
function besidesReview({ phase, hearing, thirdParties }: CaseState, today: PlainDate): readonly string[] {
  if (phase !== 'in-review' && phase !== 'stopped') return []
  const speaks = thirdParties.find(({ replyBy, statements }) => statements.length === 0 && today <= replyBy)
  const third = speaks ? [`利害关系人可以陈述、申辩，${by(speaks.replyBy, today)}。`] : []
  if (hearing === null || hearing.held) return third
  if (hearing.announced)
    return [
      ...third,
      `听证定在${spokenDate(hearing.announced.heldOn)}${hearing.announced.startsAt ?? ''}${postponedNote(hearing.announced.postponed ?? [])}，听证后才能作出决定。`,
    ]
  if (hearing.holdBy) return [...third, `已有当事人要求听证，${by(hearing.holdBy, today)}举行${movedNote(hearing.moved ?? [])}，听证后才能作出决定。`]
  const mayAsk = hearing.parties.find(({ answer, requestBy }) => answer === null && requestBy !== null && today <= requestBy)
  return mayAsk
    ? [...third, `当事人可以要求听证，${by(mayAsk.requestBy, today)}提出${movedNote(mayAsk.moved ?? [])}；期满或者放弃后才能作出决定。`]
    : third
}

/** Papers that an announcement serves, and until when whoever is burdened may go to the organ above or to court. */
function serviceAndRemedies(state: CaseState, today: PlainDate): readonly string[] {
  const announced = openAnnouncements(state).map(
    ({ on, due, publishedIn }) => `文书已于${spokenDate(on)}公告（${publishedIn}），经过三十日，${spokenDate(due)}视为送达。`,
  )
  const { remedies } = state
  if (!remedies || today > remedies.suit) return announced
  const review = today <= remedies.review ? `可以申请行政复议，最迟${spokenDate(remedies.review)}；` : ''
  return [...announced, `不服的，${review}可以提起行政诉讼，最迟${spokenDate(remedies.suit)}。`]
}

/** What becomes of a correction that is awaited: until its day the office waits, afterwards it decides with a reason; nothing happens by itself. */
function supplementWords(state: CaseState, today: PlainDate): string {
  const due = supplementBy(state)
  const then = '补齐后窗口在五个工作日内答复。'
  if (state.supplements.at(-1)?.givenUpOn !== undefined) return `申请人表示不再补正，由窗口说明理由作出决定；作出决定前改主意的，仍可以补正，${then}`
  if (due === null) return `等待申请人按补正告知书提交全部补正材料；${then}`
  return today <= due
    ? `等待申请人按补正告知书提交全部补正材料，${by(due, today)}；${then}`
    : `补正期限${spokenDate(due)}已过，没有补齐：窗口可以说明理由，不予受理；作出决定前补齐的，照常办理，${then}`
}

function mainRoad(state: CaseState, superior: string | null, today: PlainDate): string {
  const { notice, review, filing, service } = state.legs
  switch (state.phase) {
    case 'pre-review':
      return `窗口核对材料，${by(notice?.dates.statutoryDue, today)}告知受理或者一次性告知需要补正的全部内容；逾期未告知，自收到申请之日起视为受理。`
    case 'supplementing':
      return supplementWords(state, today)
    case 'filing-check':
      return `核对备案材料，${by(filing?.dates.promisedDue ?? filing?.dates.statutoryDue, today)}出具备案回执。`
    case 'filing-returned': {
      const due = supplementBy(state)
      return `等待申请人补齐备案材料${due === null ? '' : `，${today <= due ? by(due, today) : `期限${spokenDate(due)}已过，补齐了仍可以备案`}`}。`
    }
    case 'in-review': {
      const open = state.shortfall.find(({ metOn }) => metOn === null)
      const later = open ? `申请人应在${spokenDate(open.due)}前补交容缺材料。` : ''
      return `${state.running?.name ?? '审查'}环节办理中，承诺${by(review?.dates.promisedDue, today)}、法定${by(review?.dates.statutoryDue, today)}${superior === null ? '作出决定' : `审查完毕，报${superior}决定`}。${later}`
    }
    case 'stopped': {
      const run = state.excluded.find(({ endedOn }) => endedOn === null)
      return `正在进行${run?.name ?? '特别程序'}，预计${run ? spokenDate(run.announcedEnd) : ''}结束${movedNote(run?.moved ?? [])}，所需时间不计入办理时限。`
    }
    case 'granted':
    case 'refused':
      return state.servedOn === null
        ? `已${state.decision && isDeemedRenewal(state.decision) ? '视为准予延续' : `作出${phaseTitles[state.phase]}决定`}，${by(service?.dates.statutoryDue ?? service?.dates.promisedDue, today)}送达。`
        : `决定已于${spokenDate(state.servedOn)}送达。`
    case 'forwarded': {
      const { superior = '', decided = null } = state.forwarded ?? {}
      return decided
        ? `${superior}已于${spokenDate(decided.on)}作出${decided.granted ? '准予' : '不予许可'}决定（${decided.number}）。`
        : `本局已经初步审查，连同全部申请材料报送${superior}，由其作出决定；不用再交材料。`
    }
    case 'filed':
      return '备案已完成，回执可以下载。'
    case 'not-permit-matter':
      return '该事项依法不需要取得行政许可，办理结束。'
    case 'declined':
      return '已作出不予受理决定，决定书载明救济途径。'
    case 'withdrawn':
      return '申请人已撤回申请，办理结束。'
    case 'archived':
      return '办件已归档。'
  }
}
