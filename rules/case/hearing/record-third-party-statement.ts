import { caseAct, happened } from '../case-act.ts'
import { refuse } from '../standing/known.ts'

export interface ThirdPartyStatementInput {
  readonly id: string
  readonly party: string
  /** What was said in one line, without names. */
  readonly gist: string
  /** The statement itself: personal data. */
  readonly statement: string
  readonly answer: string
}

/** Records what an interested party stated and argued, and what the bureau answered (行政许可法 36). Refusals: `third-party-not-found`. */
export const recordThirdPartyStatement = caseAct<ThirdPartyStatementInput>({
  name: 'record-third-party-statement',
  hindrance: ({ state }) => (state.thirdParties.length > 0 ? undefined : { code: 'third-party-not-found' }),
  decide({ party, gist, statement, answer }, { state, context }) {
    if (!state.thirdParties.some(({ id }) => id === party)) return refuse('third-party-not-found')
    return happened<'third-party-statement-recorded'>({
      type: 'third-party-statement-recorded',
      data: { party, on: context.today, gist, answer },
      personal: { statement },
    })
  },
})
