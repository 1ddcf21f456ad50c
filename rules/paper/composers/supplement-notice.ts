import type { Composer } from '../composer.ts'
import type { SupplementFacts } from '../facts/receiving-facts.ts'
import { periodWords } from '../../time/period-words.ts'
import { clause, sentence, spokenDate, spokenDue } from '../wording.ts'

/** 补正告知书 (行政许可法 第三十二条第一款第四项): every fault at once, each with what cures it. */
export const supplementNoticeComposer: Composer<SupplementFacts> = {
  told: (facts) => facts.case.applicant,
  places: {
    faultCount: (facts) => String(facts.faults.length),
    ordinal: (facts) => (facts.round.first ? undefined : String(facts.round.ordinal)),
    roundReason: (facts) => (facts.round.first ? undefined : clause(facts.round.reason)),
    handIn: (facts) => clause(facts.handIn),
    within: (facts) => facts.within && periodWords(facts.within),
    lastDay: (facts) => facts.within && spokenDue(facts.within),
    lapseOn: (facts) => (facts.lapse === undefined ? undefined : spokenDate(facts.lapse.on)),
    lapseBasis: (facts) => facts.lapse?.basis,
  },
  blocks: {
    faults: (facts) => ({
      list: facts.faults.map(({ material, fault, correction }) => `${clause(material)}：${sentence(fault)}请补正：${sentence(correction)}`),
    }),
  },
  conditions: {
    application: (facts) => facts.case.procedure !== 'filing',
    filing: (facts) => facts.case.procedure === 'filing',
  },
  required: ['faults', 'handIn'],
}
