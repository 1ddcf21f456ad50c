import { spokenArticle, spokenDate } from '../../paper/wording.ts'
import type { PlainDate } from '../../time/plain-date.ts'
import type { Bar } from './bar-list.ts'
import type { CaseEntries, Effects } from '../standing/entries.ts'
import { draftPaper, type PaperDraft } from '../papers/paper-issue.ts'
import type { StaffName } from '../standing/staff-name.ts'

const whyBarred: Readonly<Record<Bar['article'], (on: string) => string>> = {
  '行政许可法 第七十八条': (on) => `申请人因申请该行政许可时隐瞒有关情况或者提供虚假材料，${on}被决定不予受理或者不予行政许可，并给予警告`,
  '行政许可法 第七十九条': (on) => `申请人以欺骗、贿赂等不正当手段取得的该行政许可，${on}被撤销`,
}

/** Why an application made within a bar is turned away, until when, and that it is open again afterwards. */
const reasonOf = ({ article, from, until }: Bar): string =>
  `${whyBarred[article](spokenDate(from))}，在${spokenDate(until)}以前（含当日）不得再次申请；本次申请在此期间提出。期满以后可以再次申请`

/** 不予受理 of whoever may not apply again yet (行政许可法 78, 79): the paper is the one of art. 32, with reasons and remedies. */
export const barredPaper = (bar: Bar): PaperDraft =>
  draftPaper('decline-decision', { ground: { kind: 'other', basis: spokenArticle(bar.article) }, reasons: [reasonOf(bar)] })

/** The decision itself follows from the book: at the counter the clerk tells it, over the portal it names nobody. */
export function barredDecision(
  bar: Bar,
  on: PlainDate,
  by: StaffName | null,
  effects: Pick<Effects, 'legs' | 'papers'>,
): CaseEntries['case-declined'] & Effects {
  return { decision: { outcome: 'declined', on, by, reasons: [reasonOf(bar)], basedOnSeq: null, validity: null }, phase: 'declined', ...effects }
}
