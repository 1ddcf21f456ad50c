import type { Composer } from '../composer.ts'
import type { ChangeFacts } from '../facts/permit-facts.ts'
import { sentence, spokenDate } from '../wording.ts'
import { publicInterestComposer } from './public-interest-places.ts'

const shared = publicInterestComposer('变更')

/** 变更行政许可决定书 (行政许可法 第八条第二款): what a withdrawal says as well, and what the permit, which stays in force, says from now on. */
export const changeDecisionComposer: Composer<ChangeFacts> = {
  told: shared.told,
  places: {
    ...shared.places,
    content: (facts) => sentence(facts.content),
    term: ({ validTo }) => (validTo === undefined ? '有效期不变' : `有效期缩短至${spokenDate(validTo)}`),
  },
  blocks: { ...shared.blocks, conditions: (facts) => ({ list: facts.conditions.map(sentence) }) },
  conditions: { ...shared.conditions, hasConditions: (facts) => facts.conditions.length > 0 },
  required: [...shared.required, 'content'],
}
