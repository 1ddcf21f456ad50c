import { isWithdrawalGround, type TakingGround } from '../../paper/permit-grounds.ts'
import { dueDate } from '../../time/period.ts'
import { caseAct, happened } from '../case-act.ts'
import { me, refuse } from '../standing/known.ts'
import { draftPaper } from '../papers/paper-issue.ts'
import { shortenedEnd } from './shortened-end.ts'
import { openMeasure, permitFault } from '../standing/permit-life.ts'
import type { IntendedMeasure } from '../standing/state.ts'

export interface TellIntendedMeasureInput {
  readonly id: string
  /** Of a permit that was granted: of revoking it which of art. 69, of withdrawing it which of art. 8. */
  readonly ground?: TakingGround
  /** What the permit is to say instead: of art. 8, then, it is changed and not withdrawn. */
  readonly changeTo?: string
  /** Of a change: its last day, where that is to come earlier. */
  readonly validTo?: string
  /** What was found, and on what evidence. */
  readonly facts: string
  /** Working days to state and argue. */
  readonly replyDays: number
}

const measureArticles: Readonly<Record<IntendedMeasure['kind'], string>> = {
  refusal: '行政许可法 第七十八条',
  revocation: '行政许可法 第六十九条',
  withdrawal: '行政许可法 第八条',
  change: '行政许可法 第八条',
}

/**
 * The bureau means to burden somebody and says so first, with the facts and the right to be heard (行政许可法 7; 行政处罚法 44): while the case runs, to
 * refuse it for false statements with a warning (78); once a permit is granted, to revoke it (69), to withdraw or to change it (8). Until the days have passed or the other has spoken,
 * nothing is done. Refusals: `measure-open`, `no-permit`, `permit-ended`, `measure-needs-ground`, `change-needs-its-ground`, `changed-content-missing`, `reply-days-invalid`, `facts-missing`, `shortening-is-a-change`,
 * and those of `shortenedEnd`.
 */
export const tellIntendedMeasure = caseAct<TellIntendedMeasureInput>({
  name: 'tell-intended-measure',
  papers: ['intended-measure-notice'],
  hindrance: ({ state }) => (openMeasure(state) ? { code: 'measure-open' } : state.decision === null ? undefined : permitFault(state)),
  decide({ ground, changeTo, validTo, facts, replyDays }, known) {
    const { state, item, context } = known
    const granted = state.decision !== null
    if (granted && ground === undefined) return refuse('measure-needs-ground', { article: '行政许可法 第八条、第六十九条' })
    const taking = granted ? ground : undefined
    const change = granted ? changeTo?.trim() : undefined
    if (change !== undefined && !isWithdrawalGround(taking!)) return refuse('change-needs-its-ground', { article: measureArticles.change })
    if (change === '') return refuse('changed-content-missing')
    const kind = taking === undefined ? 'refusal' : !isWithdrawalGround(taking) ? 'revocation' : change === undefined ? 'withdrawal' : 'change'
    if (validTo !== undefined && kind !== 'change') return refuse('shortening-is-a-change')
    const end = shortenedEnd(validTo, state, context.today)
    if (end && 'refusal' in end) return end
    const found = facts.trim()
    if (found === '') return refuse('facts-missing')
    if (!Number.isInteger(replyDays) || replyDays < 1 || replyDays > 60) return refuse('reply-days-invalid')
    const { due, certainty } = dueDate(context.today, { days: replyDays, dayType: 'workday' }, context.calendar)
    const why = taking === undefined ? {} : { ground: taking }
    const into = change === undefined ? {} : { changeTo: change }
    return happened<'intended-measure-told'>({
      type: 'intended-measure-told',
      // Id 0 is the paper's.
      data: { id: context.newId(9), kind, on: context.today, by: me(known), replyBy: due, replyDays, ...why, ...end },
      personal: { facts: found, ...into },
      papers: [
        draftPaper(
          'intended-measure-notice',
          {
            measure: kind,
            ...why,
            ...into,
            ...end,
            facts: found,
            bars: item.publicSafety === true && (kind === 'refusal' || taking === 'fraud'),
            reply: { days: replyDays, dayType: 'workday', from: context.today, due, certainty, article: measureArticles[kind] },
          },
          change === undefined ? ['facts'] : ['facts', 'changeTo'],
        ),
      ],
    })
  },
})
