import { basisWords } from '../standing/basis-words.ts'
import { caseAct, happened } from '../case-act.ts'
import { me, refuse } from '../standing/known.ts'
import { draftPaper } from '../papers/paper-issue.ts'
import { grantOf, wasHeard } from '../standing/permit-life.ts'
import { shortenedEnd } from './shortened-end.ts'
import { interestHindrance, type PublicInterestInput, statedInterest } from './public-interest.ts'

export interface ChangePermitInput extends PublicInterestInput {
  /** What the permit allows from now on, and the demands that go with it: both whole, in place of what was granted. */
  readonly content: string
  readonly conditions: readonly string[]
  /** Its last day from now on, where less than the time granted does: no earlier than was announced. */
  readonly validTo?: string
}

/**
 * Changes a permit in force for the public interest (变更, 行政许可法 8): on the same grounds, by the same road and with the same compensation as a
 * withdrawal, where less than withdrawing it does. The permit stays in force; its end stays where it was, or comes earlier where that was announced
 * too. Refusals: those of `interestHindrance`, `statedInterest` and `shortenedEnd`, `changed-content-missing`, `shortening-not-told`.
 */
export const changePermit = caseAct<ChangePermitInput>({
  name: 'change-permit',
  papers: ['change-decision'],
  hindrance: (known) => interestHindrance(known, 'change'),
  decide(input, known) {
    const { state, item, context } = known
    const stated = statedInterest(input, known)
    if ('refusal' in stated) return stated
    const content = input.content.trim()
    if (content === '') return refuse('changed-content-missing')
    const conditions = input.conditions.map((one) => one.trim()).filter((one) => one !== '')
    const { measure, told } = stated
    const end = shortenedEnd(input.validTo, state, context.today)
    if (end && 'refusal' in end) return end
    if (end && (measure.validTo === undefined || end.validTo < measure.validTo))
      return refuse('shortening-not-told', { detail: { to: measure.validTo ?? '' } })
    const changed = { ...told, content, conditions, ...end }
    return happened<'permit-changed'>({
      type: 'permit-changed',
      data: { on: context.today, by: me(known), ...changed },
      papers: [draftPaper('change-decision', { ...changed, basis: basisWords(item), ...grantOf(state), heard: wasHeard(state, measure) })],
    })
  },
})
