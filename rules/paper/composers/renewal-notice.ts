import { periodWords } from '../../time/period-words.ts'
import type { Composer } from '../composer.ts'
import type { RenewalFacts } from '../facts/deciding-facts.ts'
import { spokenDate, spokenDue, spokenTerm } from '../wording.ts'

/** 视为准予延续通知书 (行政许可法 第五十条第二款): the law itself has renewed the permit; from when to when, and by when the new document comes. */
export const renewalNoticeComposer: Composer<RenewalFacts> = {
  told: (facts) => facts.case.applicant,
  places: {
    acceptedOn: (facts) => spokenDate(facts.acceptedOn),
    endedOn: (facts) => spokenDate(facts.endedOn),
    validity: ({ validity }) => spokenTerm(validity),
    permit: ({ inHand }) => `原许可${inHand === undefined ? '' : `（办件编号：${inHand.number}）`}`,
    certificate: ({ certificate }) => certificate && `《${certificate.name}》`,
    deliverPeriod: ({ certificate }) => certificate && periodWords(certificate.deliverBy),
    deliverDue: ({ certificate }) => certificate && spokenDue(certificate.deliverBy),
  },
  blocks: {},
  conditions: {},
  required: ['endedOn', 'validity'],
}
