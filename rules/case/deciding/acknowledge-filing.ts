import type { Refusal } from '../../refusal.ts'
import { answersToPrint } from '../../service-item/answer-text.ts'
import { basisWords } from '../standing/basis-words.ts'
import { caseAct, happened } from '../case-act.ts'
import { stillMissing } from '../receiving/check-materials.ts'
import { me } from '../standing/known.ts'
import { ended } from '../clock/legs.ts'
import { draftPaper } from '../papers/paper-issue.ts'
import { checklistFault } from '../reviewing/step-hindrance.ts'

/**
 * Takes a filing on record and issues its receipt (备案回执). A filing is a notice: nothing is accepted, heard or decided
 * (企业投资项目核准和备案管理条例 第十三条).
 * Refusals: `materials-missing`, `case-handled-by-other`, `checklist-incomplete`, `checklist-unknown-point`.
 */
export const acknowledgeFiling = caseAct<{ readonly id: string; readonly ticked: readonly string[]; readonly opinion?: string }>({
  name: 'acknowledge-filing',
  papers: ['filing-receipt'],
  hindrance({ item, state, context }): Refusal | undefined {
    const [first, ...others] = stillMissing(item, state)
    if (first) return { code: 'materials-missing', detail: { material: first.name, count: others.length + 1 } }
    if (state.handler && state.handler.id !== context.actor.id) return { code: 'case-handled-by-other', detail: { name: state.handler.name } }
    return undefined
  },
  decide({ ticked, opinion }, known) {
    const { state, item, context } = known
    const fault = checklistFault(known, ticked)
    if (fault) return { refusal: fault }
    const by = me(known)
    return happened<'filing-acknowledged'>({
      type: 'filing-acknowledged',
      data: {
        decision: { outcome: 'filed', on: context.today, by, reasons: [], basedOnSeq: state.seq, validity: null },
        passed: { step: item.steps[0]?.id ?? 'filing', by, on: context.today, opinion: opinion ?? '', ticked },
        phase: 'filed',
        legs: ended(state, ['filing'], context.today, '出具备案回执', context.calendar, item.limits.statutory.article),
      },
      papers: [
        draftPaper('filing-receipt', { filedOn: context.today, content: answersToPrint(item, state.answers), basis: basisWords(item) }, ['content']),
      ],
    })
  },
})
