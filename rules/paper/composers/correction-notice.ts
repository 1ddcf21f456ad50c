import type { Composer } from '../composer.ts'
import type { CorrectionFacts } from '../facts/later-facts.ts'
import { spokenDate } from '../wording.ts'

/** 更正告知书: a clerical error is corrected in sight, next to what stood before. */
export const correctionNoticeComposer: Composer<CorrectionFacts> = {
  told: (facts) => facts.case.applicant,
  places: {
    originalTitle: (facts) => facts.original.title,
    originalNumber: (facts) => facts.original.number,
    originalDate: (facts) => spokenDate(facts.original.date),
  },
  blocks: {
    corrections: (facts) => ({
      table: {
        head: ['序号', '位置', '原文', '更正为'],
        rows: facts.corrections.map(({ place, wrong, right }, index) => [String(index + 1), place, wrong, right]),
        widths: [2, 5, 9, 9],
      },
    }),
  },
  conditions: {},
  required: ['originalTitle', 'originalNumber', 'originalDate', 'corrections'],
}
