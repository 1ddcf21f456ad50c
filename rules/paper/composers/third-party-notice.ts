import type { Composer } from '../composer.ts'
import type { ThirdPartyFacts } from '../facts/reviewing-facts.ts'
import { periodWords } from '../../time/period-words.ts'
import { clause, sentence, spokenDate, spokenDue } from '../wording.ts'

/** 利害关系人告知书 (行政许可法 第三十六条): tells a third party that the matter directly concerns its major interest, and of the right to be heard. */
export const thirdPartyNoticeComposer: Composer<ThirdPartyFacts> = {
  told: (facts) => facts.thirdParty,
  places: {
    interest: (facts) => clause(facts.interest),
    applicationGist: (facts) => sentence(facts.applicationGist),
    replyFrom: (facts) => spokenDate(facts.reply.from),
    replyPeriod: (facts) => periodWords(facts.reply),
    replyDue: (facts) => spokenDue(facts.reply),
  },
  blocks: {},
  conditions: {},
  required: ['interest', 'applicationGist', 'replyDue', 'address', 'phone'],
}
