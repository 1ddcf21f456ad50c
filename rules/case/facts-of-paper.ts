import type { PaperState } from '../../../rules/case/paper-kind.ts'
import type { BureauFacts, FactsOf, PaperFacts } from '../../../rules/paper/facts.ts'
import type { PaperKind } from '../../../rules/paper/paper-kinds.ts'

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
