import { entryTitles } from '../../../contract/case-entry-texts.ts'
import { followTitles, legTitles, takingTitles } from '../../../contract/case-texts.ts'
import type { CasePage } from '../../../contract/cases.ts'
import { postponedNote, spokenDate } from '../../../contract/reason-texts.ts'
import type { CaseEntries, CaseEntryType, Effects, Falsehood } from '../../../rules/case/standing/entries.ts'
import { inHandArticles } from '../../../rules/case/permit/permit-in-hand.ts'
import type { FoundInHand } from '../../../rules/case/standing/permit-state.ts'
import { materialName } from '../../../rules/case/standing/known.ts'
import { followerWords, penaltyWords, suspensionWords } from './permit-view.ts'
import { cancellationGrounds, revocationGrounds, takingGrounds, withdrawalGrounds } from '../../../rules/paper/permit-grounds.ts'
import { type ServiceMethod, serviceWords } from '../../../rules/paper/service-words.ts'
import type { ServiceItem } from '../../../rules/service-item/item.ts'
import type { ToldEntry } from './open-case.ts'

type Line = CasePage['timeline'][number]
type Tellers = { readonly [T in CaseEntryType]?: (data: CaseEntries[T] & Effects, item: ServiceItem) => string }

const lines = { yellow: '黄线', promised: '承诺时限', statutory: '法定时限' } as const
const grounds = { complete: '材料齐全', corrected: '已全部补正', deemed: '逾期未告知，视为受理', shortfall: '容缺受理' } as const
const stepName = (item: ServiceItem, id: string): string => item.steps.find((step) => step.id === id)?.name ?? id

const afterFalsehood = (falsehood: Falsehood | undefined): readonly string[] =>
  falsehood === undefined ? [] : ['给予警告', ...(falsehood.barredUntil === null ? [] : [`${spokenDate(falsehood.barredUntil)}以前不得再次申请`])]

const forPublicInterest = ({ ground, reasons, publicInterest, compensation }: CaseEntries['permit-withdrawn']): readonly string[] => [
  withdrawalGrounds[ground],
  ...reasons,
  `公共利益：${publicInterest}`,
  `${compensation.loss ? '补偿' : '财产损失'}：${compensation.words}`,
]

/** Which permit an application is about. */
const inHandWords = ({ how, itemName, number, endsOn }: FoundInHand): string =>
  `${followTitles[how]}“${itemName}”许可（办件${number}，${inHandArticles[how]}），有效期${endsOn === 'unlimited' ? '长期' : `至${spokenDate(endsOn)}`}`

const aboutPermit = (inHand: FoundInHand | null | undefined): readonly string[] =>
  inHand === undefined ? [] : [inHand === null ? '不再对应已经登记的许可' : inHandWords(inHand)]

const hearingDays = (hearing: CaseEntries['deadlines-moved']['hearing']): readonly string[] => [
  ...new Set((hearing?.parties ?? []).flatMap(({ requestBy }) => (requestBy === null ? [] : [`听证申请最迟${spokenDate(requestBy)}提出`]))),
  ...(hearing?.holdBy ? [`听证最迟${spokenDate(hearing.holdBy)}举行`] : []),
]

/** The last day to correct, where the entry set one. */
const supplementDay = (before: string, legs: Effects['legs']): string => {
  const due = legs?.supplement?.leg.endedOn === null ? legs.supplement.dates.promisedDue : null
  return due === null ? '' : `${before}${spokenDate(due)}补齐`
}

/** What the line says beside its title: only what the entry itself holds. */
const tellers: Tellers = {
  'application-submitted': ({ origin, inHand }) =>
    [...(origin.countsFrom === undefined ? [] : [`下班后或者休息日提交，自${spokenDate(origin.countsFrom)}计`]), ...aboutPermit(inHand)].join('；'),
  'application-received': ({ origin, inHand }) =>
    [
      ...(origin.backdatedBecause === null ? [] : [`补录，收件日期${spokenDate(origin.receivedOn)}：${origin.backdatedBecause}`]),
      ...aboutPermit(inHand),
    ].join('；'),
  'materials-supplemented': ({ materials, inHand }, item) =>
    [...(materials.length === 0 ? [] : [materials.map(({ material }) => materialName(item, material)).join('、')]), ...aboutPermit(inHand)].join(
      '；',
    ),
  'application-withdrawn': ({ decision }) => decision.reasons.join('；'),
  'supplement-requested': ({ ordinal, faults, reason, legs }) =>
    `第${ordinal}次，${faults.length}处${supplementDay('，最迟', legs)}${reason === null ? '' : `；再次告知的原因：${reason}`}`,
  'filing-returned': ({ ordinal, faults, legs }) => `第${ordinal}次，${faults.length}处${supplementDay('，最迟', legs)}`,
  'supplement-given-up': ({ ordinal }) => `第${ordinal}次告知的内容`,
  'supplement-day-near': ({ due }) => `最迟${spokenDate(due)}补齐`,
  'supplement-overdue': ({ at }) => `最后一日${spokenDate(at)}，没有补齐；由窗口说明理由作出决定`,
  'case-accepted': ({ acceptance, shortfall }, item) =>
    [grounds[acceptance.ground], ...shortfall.map(({ material, due }) => `${materialName(item, material)}最迟${spokenDate(due)}补交`)].join('；'),
  'shortfall-met': ({ materials }, item) => materials.map(({ material }) => materialName(item, material)).join('、'),
  'not-permit-matter-declared': ({ decision }) => decision.reasons.join('；'),
  'case-declined': ({ decision, falsehood }) => [...decision.reasons, ...afterFalsehood(falsehood)].join('；'),
  'case-handed-over': ({ handler, reason }) => `移交给${handler.name}：${reason}`,
  'case-taken-over': ({ from, handler, reason }) => `${from === null ? '' : `由${from.name}`}转${handler.name}：${reason}`,
  'step-passed': ({ passed }, item) => `${stepName(item, passed.step)}：${passed.opinion}`,
  'step-returned': ({ to, reason }, item) => `退回${stepName(item, to)}：${reason}`,
  'site-inspection-recorded': ({ inspectors, conforms }) => `${inspectors.join('、')}，${conforms ? '符合' : '不符合'}`,
  'excluded-procedure-started': ({ run, reason }) => `${run.name}，预计至${spokenDate(run.announcedEnd)}：${reason}`,
  'excluded-procedure-ended': ({ result }) => result,
  'excluded-procedure-overran': ({ announcedEnd }) => `应于${spokenDate(announcedEnd)}结束`,
  'review-extended': ({ extension }) => `延长${extension.days}日：${extension.reason}`,
  'third-party-informed': ({ replyBy }) => `可以陈述、申辩，最迟${spokenDate(replyBy)}`,
  'third-party-statement-recorded': ({ gist, answer }) => `${gist}；答复：${answer}`,
  'statement-answered': ({ accepted }) => (accepted ? '采纳' : '不采纳'),
  'hearing-right-told': ({ requestBy }) => (requestBy === null ? '依法举行听证' : `可以要求听证，最迟${spokenDate(requestBy)}提出`),
  'hearing-requested': ({ holdBy }) => `最迟${spokenDate(holdBy)}举行`,
  'hearing-announced': ({ heldOn, startsAt = '', place, chair, postponed }) =>
    `${spokenDate(heldOn)}${startsAt}${postponedNote(postponed ? [postponed] : [])}，${place}，主持人${chair.name}`,
  'hearing-overdue': ({ holdBy }) => `应于${spokenDate(holdBy)}前组织听证`,
  'recusal-requested': ({ party, against }) => `${party === 'applicant' ? '申请人' : '利害关系人'}申请${against.name}回避`,
  'recusal-decided': ({ granted, handler, chair }) =>
    [granted ? '同意回避' : '不同意回避', ...(handler ? [`由${handler.name}接办`] : []), ...(chair ? [`听证由${chair.name}主持`] : [])].join('，'),
  'hearing-held': ({ chair }) => `主持人${chair.name}`,
  'case-granted': ({ content, passed }) => `${content}；${passed.opinion}`,
  'permit-deemed-renewed': ({ decision }) => decision.reasons.join('；'),
  'case-refused': ({ decision, falsehood }) => [...decision.reasons, ...afterFalsehood(falsehood)].join('；'),
  'case-forwarded': ({ superior, agrees, decision }) => [`${superior}；建议${agrees ? '准予' : '不予'}`, ...decision.reasons].join('；'),
  'superior-decided': ({ on, granted, number }) => `${spokenDate(on)}${granted ? '准予' : '不予许可'}，${number}`,
  'intended-measure-told': ({ kind, ground, replyBy }) =>
    `${kind === 'refusal' ? '因虚假材料拟不予受理或者不予许可' : `拟${takingTitles[kind]}：${takingGrounds[ground ?? 'other']}`}；可以陈述、申辩，最迟${spokenDate(replyBy)}`,
  'permit-revoked': ({ ground, reasons, barredUntil }) =>
    [revocationGrounds[ground], ...reasons, ...(barredUntil === null ? [] : [`${spokenDate(barredUntil)}以前不得再次申请`])].join('；'),
  'permit-withdrawn': (withdrawn) => forPublicInterest(withdrawn).join('；'),
  'permit-changed': ({ content, conditions, validTo, ...changed }) =>
    [
      `变更为：${content}`,
      ...conditions,
      ...(validTo === undefined ? [] : [`有效期缩短至${spokenDate(validTo)}`]),
      ...forPublicInterest(changed),
    ].join('；'),
  'permit-in-hand-named': ({ permit }) => (permit === null ? '撤下已经关联的许可' : inHandWords(permit)),
  'permit-followed': ({ from, to, ...one }) =>
    `${spokenDate(one.on)}${followerWords(one)}，自${spokenDate(from)}${to === 'unlimited' ? '起长期有效' : `至${spokenDate(to)}`}`,
  'renewal-not-deemed': ({ endedOn }) => `原许可已于${spokenDate(endedOn)}终止`,
  'permit-suspended': (suspension) => suspensionWords(suspension),
  'suspension-lifted': ({ on, number }) => `自${spokenDate(on)}起（${number}）`,
  'permit-forfeited': (penalty) => penaltyWords(penalty),
  'permit-cancelled': ({ ground, reasons }) => [cancellationGrounds[ground], ...reasons].join('；'),
  'applicant-bar-lifted': ({ reason }) => reason,
  'paper-voided': ({ reason }) => reason,
  'papers-served': ({ served, method, on }) => `${serviceWords[method as ServiceMethod]}，${served.length}份文书，${spokenDate(on)}送达`,
  'service-announced': ({ of, on, due, publishedIn }) =>
    `${of.length}份文书，${spokenDate(on)}登在${publishedIn}，经过三十日，${spokenDate(due)}视为送达`,
  'case-archived': ({ location }) => location ?? '',
  'case-reminded': ({ text }) => text,
  'yellow-line-crossed': ({ leg, at }) => `${legTitles[leg]}，自${spokenDate(at)}起`,
  'promise-overdue': ({ leg, line, at }) => `${legTitles[leg]}的${lines[line]}${spokenDate(at)}`,
  'statute-overdue': ({ leg, line, at }) => `${legTitles[leg]}的${lines[line]}${spokenDate(at)}`,
  'step-overdue': ({ step, at, handler }, item) =>
    `${stepName(item, step)}应于${spokenDate(at)}前办完${handler === null ? '，无人领办' : `，经办${handler.name}`}`,
  'shortfall-overdue': ({ materials }, item) => materials.map((material) => materialName(item, material)).join('、'),
  'deadlines-moved': ({ because, legs, hearing, replies, measures, shortfall, announcedEnd, requests }, item) =>
    [
      because ?? '',
      supplementDay('最迟', legs),
      ...hearingDays(hearing),
      ...(replies ?? []).map(({ replyBy }) => `利害关系人陈述、申辩最迟${spokenDate(replyBy)}`),
      ...(measures ?? []).map(({ replyBy }) => `对拟作处理的陈述、申辩最迟${spokenDate(replyBy)}`),
      ...(shortfall ?? []).map(({ material, due }) => `${materialName(item, material)}最迟${spokenDate(due)}补交`),
      ...(announcedEnd ? [`特别程序预计至${spokenDate(announcedEnd)}`] : []),
      ...(requests ?? []).map(({ answerBy }) => `对个人信息请求的答复最迟${spokenDate(answerBy)}`),
    ]
      .filter((part) => part !== '')
      .join('；'),
  'applicant-data-corrected': ({ reason }) => reason,
  'data-change-requested': ({ kind, answerBy }) => `${kind === 'erasure' ? '删除' : '更正'}，最迟${spokenDate(answerBy)}答复`,
  'data-request-answered': ({ done }) => (done ? '已照办' : '不能照办'),
  'service-consent-changed': ({ consents }) => (consents ? '同意电子送达' : '不同意电子送达'),
  'personal-erased': ({ reason }) => reason,
}

/** Done by a timer or an agent, or following from the law when somebody applied: nobody decided it. */
const actsByItself = ({ type, actor, data }: ToldEntry): boolean =>
  actor.kind === 'system' ||
  actor.kind === 'agent' ||
  (type === 'case-declined' && (data as unknown as CaseEntries['case-declined']).decision.by === null)

/** The timeline of a case, newest last, from its entries as they lie in the book. Papers issued by an entry are named on its line. */
export function timelineOf(entries: readonly ToldEntry[], item: ServiceItem, staff: ReadonlyMap<string, string>): readonly Line[] {
  return entries.map((entry) => {
    const type = entry.type as CaseEntryType
    const tell = tellers[type] as ((data: unknown, item: ServiceItem) => string) | undefined
    const papers = ((entry.data as Effects).papers ?? []).map(({ number }) => number)
    // People end their sentences; a list of them has its own signs.
    const text = [tell?.(entry.data, item) ?? '', ...papers]
      .filter((part) => part !== '')
      .join('；')
      .replaceAll('。；', '；')
    const title = entryTitles[type] ?? '系统记录'
    const who = actsByItself(entry) ? '系统' : entry.actor.name
    const principal = entry.onBehalfOf === null ? null : (staff.get(entry.onBehalfOf) ?? entry.onBehalfOf)
    return { position: entry.position, seq: entry.seq, at: entry.occurredAt, type: entry.type, title, who, onBehalfOf: principal, text }
  })
}
