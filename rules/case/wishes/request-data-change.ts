import { dueDate } from '../../time/period.ts'
import { caseAct, happened } from '../case-act.ts'
import { refuse } from '../standing/known.ts'
import type { DataRequestKind } from '../standing/state.ts'

/** The bureau's promise, as long as GB/T 35273-2020 8.7 leaves for an answer (recalled); the law itself says 及时 (个人信息保护法 第五十条). */
export const answerWithin = { days: 30, dayType: 'calendar' } as const

/**
 * The applicant asks to have personal data of this case corrected or erased (个人信息保护法 第四十六条、第四十七条、第五十条). Staff do it or refuse with the
 * reason. Refusals: `personal-data-erased`, `wish-empty`, `data-request-open` (one of a kind at a time).
 */
export const requestDataChange = caseAct<{ readonly id: string; readonly kind: DataRequestKind; readonly wish: string }>({
  name: 'request-data-change',
  hindrance: ({ state }) => (state.erasedOn === null ? undefined : { code: 'personal-data-erased' }),
  decide({ kind, wish }, { state, context }) {
    const words = wish.trim()
    if (words === '') return refuse('wish-empty')
    const open = state.dataRequests?.find((one) => one.kind === kind && one.answer === null)
    if (open) return refuse('data-request-open', { detail: { on: open.on, answerBy: open.answerBy } })
    const { due } = dueDate(context.today, answerWithin, context.calendar)
    return happened<'data-change-requested'>({
      type: 'data-change-requested',
      data: { id: context.newId(0), kind, on: context.today, answerBy: due },
      personal: { wish: words },
    })
  },
})
