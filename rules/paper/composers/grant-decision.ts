import type { Composer } from '../composer.ts'
import type { GrantFacts } from '../facts/deciding-facts.ts'
import { periodWords } from '../../time/period-words.ts'
import { printedTitle } from '../printed-title.ts'
import { sentence, spokenBasis, spokenDate, spokenDue, spokenTerm } from '../wording.ts'
import { inHandWords } from './granted-words.ts'

/** 准予决定书 (行政许可法 第三十八条第一款); the item's own result name stands where it has one. */
export const grantDecisionComposer: Composer<GrantFacts> = {
  told: (facts) => facts.case.applicant,
  places: {
    resultTitle: (facts) => printedTitle('grant-decision', facts.case, facts),
    acceptedOn: (facts) => spokenDate(facts.acceptedOn),
    basis: (facts) => spokenBasis(facts.basis),
    content: (facts) => sentence(facts.content),
    validity: ({ validity }) => validity && spokenTerm(validity),
    inHand: inHandWords,
    certificate: ({ certificate }) =>
      certificate === undefined ? undefined : `《${certificate.name}》${certificate.number === undefined ? '' : `（编号：${certificate.number}）`}`,
    deliverPeriod: ({ certificate }) => (certificate === undefined ? undefined : periodWords(certificate.deliverBy)),
    deliverDue: ({ certificate }) => (certificate === undefined ? undefined : spokenDue(certificate.deliverBy)),
  },
  blocks: { conditions: (facts) => ({ list: facts.conditions.map(sentence) }) },
  conditions: {
    hasConditions: (facts) => facts.conditions.length > 0,
  },
  required: ['resultTitle', 'basis', 'content'],
}
