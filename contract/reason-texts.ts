import type { DatedReason } from '../rules/time/dated-reasons.ts'
import type { Period } from '../rules/time/period.ts'
import { periodWords } from '../rules/time/period-words.ts'
import { type PlainDate, partsOf } from '../rules/time/plain-date.ts'

/** What people call a leg of the clock. A leg without a name here is called 办理期限. */
const legNames: Readonly<Record<string, string>> = {
  disclosure: '公开期限',
  hearing: '组织听证期限',
  'hearing-request': '听证申请期限',
  notice: '受理审查期限',
  publicity: '公示期限',
  review: '审查决定期限',
  service: '送达期限',
  supplement: '补正期限',
  'unit-disclosure': '所属单位公开期限',
  'unit-reply': '向所属单位批复的期限',
}

export const legName = (leg: string): string => legNames[leg] ?? '办理期限'

/** 2026年3月2日: months and days without a leading zero, as in official papers. */
export function spokenDate(day: PlainDate): string {
  const { year, month, dayOfMonth } = partsOf(day)
  return `${year}年${month}月${dayOfMonth}日`
}

/** 20个工作日, 60日（自然日）, 三个月: on screens it is said which days are meant. */
export const spokenDays = (period: Period): string => `${periodWords(period)}${period.dayType === 'calendar' ? '（自然日）' : ''}`

const limitPhrase = (name: string, limit: Period | null) => (limit === null ? [] : [`${name}${limit.days === 0 ? '当日办结' : spokenDays(limit)}`])

/** The applicant's own time is nobody's promise. */
const promiseWord = (leg: string): string => (leg === 'supplement' ? '' : '承诺')

/** The bureau's own word is no article. */
const basis = (article: string) => (['', 'promise', '承诺'].includes(article) ? '' : `（${article}）`)

function sentence(reason: DatedReason): string {
  const name = legName(reason.leg)
  switch (reason.code) {
    case 'started': {
      const { statutory, promised, reason: why } = reason.detail
      const limits = [...limitPhrase('法定', statutory), ...limitPhrase(promiseWord(reason.leg), promised)]
      return `${why}，${name}自次日起算${limits.length > 0 ? `，${limits.join('，')}` : ''}${basis(reason.article)}。`
    }
    case 'stopped': {
      const { document, plannedEnd, reason: why } = reason.detail
      const paper = document === null ? '' : `，文书${document}`
      return `${why}，${name}自次日起暂停计算，预计需${spokenDays(reason.detail)}，至${spokenDate(plannedEnd)}${paper}${basis(reason.article)}。`
    }
    case 'resumed':
      return `暂停结束，${name}自次日起继续计算，其间${spokenDays(reason.detail.excluded)}不计入期限${basis(reason.article)}。`
    case 'extended':
      return `经${reason.detail.approvedBy}批准延长${spokenDays(reason.detail)}，理由：${reason.detail.reason}${basis(reason.article)}。`
    case 'promised-due':
    case 'statutory-due': {
      const { rolledFrom, certainty, whileStopped } = reason.detail
      const which = reason.code === 'promised-due' ? promiseWord(reason.leg) : '法定'
      const rolled = rolledFrom === null ? '' : `，期限最后一日${spokenDate(rolledFrom)}为休息日，顺延至此日（民法典 第二百零三条）`
      const projected = whileStopped ? '，期限现已暂停，此日按预计恢复时间推算' : ''
      const open = certainty === 'provisional' ? '，所涉日期的放假安排尚未公布，此日为暂定' : ''
      return `${name}的${which}${which === '' ? '最后一日' : '截止日'}${rolled}${projected}${open}${basis(reason.article)}。`
    }
    case 'ended':
      return `${reason.detail.reason}，${name}终止，共用${spokenDays(reason.detail.used)}${basis(reason.detail.endedBy ?? '')}。`
  }
}

/** One dated reason as a citizen reads it: `2026年3月2日：材料齐全，予以受理，审查决定期限自次日起算，法定20个工作日（行政许可法 第三十二条）。` */
export const reasonSentence = (reason: DatedReason): string => `${spokenDate(reason.on)}：${sentence(reason)}`

/** Anything else that has its day, its words and, where there is one, its article. */
export const datedSentence = ({ on, text, article }: { readonly on: string; readonly text: string; readonly article: string | null }): string =>
  `${spokenDate(on as PlainDate)}：${text}${article === null ? '' : basis(article)}。`

interface Moved {
  readonly on: string
  readonly from: string
  readonly because: string
  readonly earlier?: true
}

/** Why a last day is another than the one first told: `2026年3月4日因…，由2026年3月6日顺延`. */
export const movedWords = ({ on, from, because, earlier }: Moved): string =>
  `${spokenDate(on as PlainDate)}因${because === '' ? '工作日历变更' : because}，由${spokenDate(from as PlainDate)}${earlier ? '提前' : '顺延'}`

/** The same of all its moves, in brackets behind the day; nothing where it stands as first told. */
export const movedNote = (moves: readonly Moved[]): string => (moves.length === 0 ? '' : `（${moves.map(movedWords).join('；')}）`)

/** The days on which a hearing was to be held before, and why it is not: `（原定2026年3月20日，因主持人生病改期）`. */
export const postponedNote = (days: readonly { readonly from: string; readonly because: string }[]): string =>
  days.length === 0 ? '' : `（${days.map(({ from, because }) => `原定${spokenDate(from as PlainDate)}，改期原因：${because}`).join('；')}）`
