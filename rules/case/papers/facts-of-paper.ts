import type { FactsOf } from '../../paper/facts/facts-of.ts'
import type { BureauFacts, PaperFacts } from '../../paper/facts/shared-facts.ts'
import type { PaperKind } from '../../paper/paper-kinds.ts'
import type { Bureau } from '../../people/bureau.ts'
import type { PaperState } from './paper-kind.ts'

/** What the bureau says of itself on its papers; of remedies it speaks in general words until they are set. */
export const bureauWords = (bureau: Bureau): Omit<BureauFacts, 'seal'> => ({
  name: bureau.name,
  heading: bureau.heading,
  letterCode: bureau.letterCode,
  reviewOrgan: bureau.reviewOrgan || '本级人民政府',
  ...(bureau.onlineReview ? { onlineReview: bureau.onlineReview } : {}),
  court: bureau.court || '有管辖权的人民法院',
  address: bureau.address || '政务服务中心',
  phone: bureau.phone || '12345',
  ...(bureau.demonstration ? { watermark: '样张 · 演示' } : {}),
})

/** Where a reader of the paper's QR code comes to: the bureau's own page, or at least the number itself. */
const verificationOf = (id: string, number: string, host: string | undefined): NonNullable<PaperFacts['verification']> => ({
  text: host === undefined ? number : `https://${host}/verify/${id}`,
  caption: '扫码核验本文书',
})

/** The facts of a paper put together again: what every paper has, what this one has of its own, and what the bureau says of itself. */
export function factsOfPaper<K extends PaperKind>(id: string, paper: PaperState, bureau: BureauFacts, host: string | undefined): FactsOf[K] {
  const { number, itemName, procedure, receivedOn } = paper.case
  const name = paper.applicant?.name ?? '（已删除）'
  const agent = paper.applicant?.agent
  const common: PaperFacts = {
    bureau,
    number: paper.number,
    date: paper.date,
    case: { number, itemName, procedure, receivedOn, applicant: { name, kind: paper.applicantKind, ...(agent ? { agent } : {}) } },
    verification: verificationOf(id, paper.number, host),
  }
  // The act that issued the paper wrote these facts under the same type; `draftPaper` holds it to them.
  return { ...common, ...paper.facts } as unknown as FactsOf[K]
}
