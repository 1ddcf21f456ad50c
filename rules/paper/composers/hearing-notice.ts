import type { Composer } from '../composer.ts'
import type { HearingFacts } from '../facts/reviewing-facts.ts'
import { clause, spokenArticle, spokenDate } from '../wording.ts'

/** 听证通知书 (行政许可法 第四十八条第一款第一项): day, hour, place and chair, seven days before; and what may be done at the hearing. */
export const hearingNoticeComposer: Composer<HearingFacts> = {
  told: (facts) => facts.told,
  places: {
    hearingArticle: (facts) => spokenArticle(facts.article),
    heldAt: ({ heldOn, startsAt }) => `${spokenDate(heldOn)}${startsAt === undefined ? '' : `${startsAt}`}`,
    postponedFrom: ({ postponed }) => postponed && spokenDate(postponed.from),
    postponedBecause: ({ postponed }) => postponed && clause(postponed.because),
    place: (facts) => clause(facts.place),
    chair: (facts) => facts.chair,
  },
  blocks: {},
  conditions: {},
  required: ['hearingArticle', 'heldAt', 'place', 'chair', 'phone'],
}
