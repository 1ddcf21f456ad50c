import type { Json } from '../../act.ts'
import { type Bureau, bureauRef } from '../../people/bureau.ts'
import { caseAct, happened } from '../case-act.ts'
import { materialsFault, stillMissing } from './check-materials.ts'
import { permitNamed } from '../permit/fitting-permit.ts'
import { caseRef } from '../standing/entries.ts'
import { bareMaterials, fileNamesOf, type HandedInMaterial } from '../standing/files.ts'
import { refuse } from '../standing/known.ts'
import { ended, noticeLeg, reviewLeg, startWords } from '../clock/legs.ts'
import { answersFault } from './open-application.ts'
import { receiptDay, startReasonOf } from '../standing/receipt-day.ts'
import { renewalInCase } from '../standing/renewal.ts'

export interface SupplementMaterialsInput {
  readonly id: string
  readonly materials: readonly HandedInMaterial[]
  /** The whole form again, where it was at fault. */
  readonly answers?: Readonly<Record<string, Json>>
  /** As in an application: the permit whose number the corrected answers give. */
  readonly permit?: string
}

/**
 * The applicant hands in what was asked for (行政许可法 32(5)); a clerk also takes a correction made on the spot (32(3)). Only when every fault of the
 * notice is answered is the correction full: the case then goes back to be checked and the leg runs anew from this day. Whether what was handed in
 * is good is for the clerk to say. Refusals: `nothing-handed-in`, `material-unknown`, `material-twice`, `material-empty`, `answers-invalid`.
 */
export const supplementMaterials = caseAct<SupplementMaterialsInput>({
  name: 'supplement-materials',
  more: ({ permit }) => [bureauRef, ...(permit === undefined ? [] : [caseRef(permit)])],
  decide({ materials, answers, permit }, { state, item, loaded, context }) {
    if (materials.length === 0 && answers === undefined) return refuse('nothing-handed-in')
    const fault = materialsFault(item, materials) ?? (answers === undefined ? undefined : answersFault(item, answers))
    if (fault) return { refusal: fault }
    const { today, calendar } = context
    const brought = new Set([...materials.map(({ material }) => material), ...(answers === undefined ? [] : ['form'])])
    const round = state.supplements.at(-1)
    const waiting = state.phase === 'supplementing' || state.phase === 'filing-returned'
    // What an earlier part of the same correction brought counts too.
    const cured = (material: string) => brought.has(material) || round?.brought.includes(material) === true
    const full = waiting && round?.faults.every(({ material }) => cured(material)) === true
    const after = { answers: answers ?? state.answers, materials: [...state.materials, ...materials.map((one) => ({ ...one, handedInOn: today }))] }
    const completed = full || (!waiting && stillMissing(item, state).length > 0 && stillMissing(item, after).length === 0)
    const filing = item.procedure === 'filing'
    // At the counter somebody is there to take it in; only the portal is open after hours.
    const receipt = context.actor.kind === 'citizen' ? receiptDay(loaded<Bureau>(bureauRef), context) : { on: today, because: null }
    const reason = startReasonOf(filing ? startWords(item) : '收到全部补正材料之日', receipt)
    const leg = filing ? reviewLeg('filing', item, receipt.on, calendar, reason) : noticeLeg(receipt.on, reason, calendar)
    // What staff named stays, whatever the corrected form says.
    const stays = answers === undefined || (state.inHand !== undefined && state.inHand.by !== null)
    const inHand = stays ? state.inHand : permitNamed(item, answers, permit, state.applicant, state.origin.receivedOn, loaded)
    return happened<'materials-supplemented'>({
      type: 'materials-supplemented',
      data: {
        on: today,
        materials: bareMaterials(materials),
        answersRound: full ? round!.ordinal : null,
        answersChanged: answers !== undefined,
        ...(answers === undefined ? {} : renewalInCase({ ...state, inHand }, item, answers, calendar)),
        ...(inHand?.case === state.inHand?.case ? {} : { inHand: inHand ?? null }),
        ...(completed ? { completeOn: receipt.on } : {}),
        ...(full
          ? {
              phase: filing ? ('filing-check' as const) : ('pre-review' as const),
              legs: {
                ...ended(state, ['supplement'], today, '申请人已全部补正', calendar, '行政许可法 第三十二条第一款第五项'),
                [filing ? 'filing' : 'notice']: leg,
              },
            }
          : {}),
      },
      personal: { fileNames: fileNamesOf(materials), ...(answers === undefined ? {} : { answers }) },
    })
  },
})
