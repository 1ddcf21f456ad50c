import type { Refusal } from '../../refusal.ts'
import { caseAct, happened } from '../case-act.ts'
import { me, refuse } from '../standing/known.ts'
import { draftPaper } from '../papers/paper-issue.ts'
import type { CaseState } from '../standing/state.ts'

export interface AnswerStatementInput {
  readonly id: string
  /** Id of the statement. */
  readonly statement: string
  readonly accepted: boolean
  readonly reasons: string
}

/** The first statement that nobody has considered yet. */
const openStatement = (state: Pick<CaseState, 'statements'>) => state.statements?.find(({ answer }) => answer === null)

/** Nothing is decided against or for an applicant who was not heard (行政许可法 第三十六条). Refusal: `statement-not-considered`. */
export function statementFault({ statements }: Pick<CaseState, 'statements'>): Refusal | undefined {
  const open = openStatement({ ...(statements && { statements }) })
  return open && { code: 'statement-not-considered', article: '行政许可法 第三十六条', detail: { on: open.on } }
}

/**
 * Says of a statement whether it is taken up and why (行政许可法 第三十六条: 应当听取申请人的意见); the answer goes to the applicant as a paper.
 * Refusals: `no-statement-open`, `statement-not-found`, `statement-already-answered`, `reasons-missing`.
 */
export const answerStatement = caseAct<AnswerStatementInput>({
  name: 'answer-statement',
  papers: ['reply-letter'],
  hindrance: ({ state }) => (openStatement(state) ? undefined : { code: 'no-statement-open' }),
  decide({ statement, accepted, reasons }, known) {
    const { state, context } = known
    const made = state.statements?.find(({ id }) => id === statement)
    if (!made) return refuse('statement-not-found')
    if (made.answer) return refuse('statement-already-answered', { detail: { by: made.answer.by.name, on: made.answer.on } })
    const words = reasons.trim()
    if (words === '') return refuse('reasons-missing')
    return happened<'statement-answered'>({
      type: 'statement-answered',
      data: { statement, on: context.today, by: me(known), accepted },
      personal: { reasons: words },
      papers: [draftPaper('reply-letter', { about: 'statement', askedOn: made.on, agreed: accepted, reasons: words }, ['reasons'])],
    })
  },
})
