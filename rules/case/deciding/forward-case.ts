import { basisWords } from '../standing/basis-words.ts'
import { caseAct, happened } from '../case-act.ts'
import { basisFault, decisionHindrance, unmetShortfall } from './decision-hindrance.ts'
import { currentStep, materialName, me, refuse } from '../standing/known.ts'
import { ended } from '../clock/legs.ts'
import { draftPaper } from '../papers/paper-issue.ts'
import { checklistFault } from '../reviewing/step-hindrance.ts'
import { statedReasons } from '../standing/stated-reasons.ts'

export interface ForwardCaseInput {
  readonly id: string
  /** The seq of the case that the opinion is formed on. */
  readonly basedOnSeq: number
  readonly agrees: boolean
  /** 初步审查意见 */
  readonly reasons: readonly string[]
  readonly opinion: string
  readonly ticked: readonly string[]
}

/** Who decides where the law has a lower organ examine first. Refusal: `superior-decides`. */
export const superiorFault = ({ item }: { readonly item: { readonly superior?: string | null } }) =>
  item.superior ? { code: 'superior-decides', article: '行政许可法 第三十五条', detail: { superior: item.superior } } : undefined

/**
 * Where a higher organ decides after this one has examined (行政许可法 35): within twenty working days of acceptance (43) the opinion and all materials go up
 * directly, and the applicant is asked for nothing twice. That ends the case here. Refusals: `no-superior`, `reasons-missing`, `case-changed-since`,
 * `seq-not-reached`, `shortfall-unmet`, `checklist-incomplete`, `checklist-unknown-point`, and all of `decisionHindrance`.
 */
export const forwardCase = caseAct<ForwardCaseInput>({
  name: 'forward-case',
  papers: ['first-review-opinion'],
  hindrance: (known) => (known.item.superior ? (decisionHindrance(known) ?? unmetShortfall(known)) : { code: 'no-superior' }),
  decide({ basedOnSeq, agrees, reasons, opinion, ticked }, known) {
    const { state, item, context } = known
    const stated = statedReasons(reasons)
    if (stated === undefined) return refuse('reasons-missing')
    const fault = basisFault(known, basedOnSeq) ?? (agrees ? checklistFault(known, ticked) : undefined)
    if (fault) return { refusal: fault }
    const by = me(known)
    const superior = item.superior!
    const handedIn = state.materials.map(({ material, form, originals, copies }) => ({
      name: materialName(item, material),
      form,
      originals: form === 'electronic' ? 0 : originals,
      copies: form === 'electronic' ? 0 : copies,
    }))
    return happened<'case-forwarded'>({
      type: 'case-forwarded',
      data: {
        decision: { outcome: 'forwarded', on: context.today, by, reasons: stated, basedOnSeq, validity: null },
        passed: { step: currentStep(known)!.id, by, on: context.today, opinion, ticked },
        superior,
        agrees,
        phase: 'forwarded',
        legs: ended(state, ['review', 'step'], context.today, `报送${superior}`, context.calendar, '行政许可法 第三十五条'),
      },
      papers: [
        draftPaper('first-review-opinion', {
          superior,
          acceptedOn: state.acceptance?.on ?? state.origin.receivedOn,
          basis: basisWords(item),
          agrees,
          reasons: stated,
          materials: handedIn,
        }),
      ],
    })
  },
})
