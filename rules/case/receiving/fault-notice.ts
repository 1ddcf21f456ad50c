import type { Refusal } from '../../refusal.ts'
import { materialName, type Known } from '../standing/known.ts'
import { limitFacts } from '../clock/legs.ts'
import { draftPaper, type PaperDraft } from '../papers/paper-issue.ts'
import { type Bureau, bureauRef } from '../../people/bureau.ts'
import type { CaseLeg, Fault } from '../standing/state.ts'
import { daysGiven, supplementLeg, supplementLimit } from './supplement-days.ts'

export interface FaultNoticeInput {
  readonly id: string
  readonly faults: readonly Fault[]
  readonly reason?: string
  /** Days to correct, where this case needs more than the item or the bureau leaves. */
  readonly days?: number
}

/** Every fault names a material of the item, or the form, once. Refusals: `faults-missing`, `material-unknown`, `material-twice`. */
function faultsFault({ item }: Known, faults: readonly Fault[]): Refusal | undefined {
  if (faults.length === 0) return { code: 'faults-missing' }
  const seen = new Set<string>()
  for (const { material } of faults) {
    if (material !== 'form' && !item.materials.some(({ id }) => id === material)) return { code: 'material-unknown', detail: { material } }
    if (seen.has(material)) return { code: 'material-twice', detail: { material: materialName(item, material) } }
    seen.add(material)
  }
  return undefined
}

/**
 * One numbered notice that names all faults at once (一次性告知, 行政许可法 32(4)). A second one is an exception: it is counted and says why the first was
 * not enough. It names the last day to correct. Refusals: `faults-missing`, `material-unknown`, `material-twice`, `second-notice-needs-reason`,
 * `supplement-days-invalid`.
 */
export function faultNotice(
  known: Known,
  { faults, reason, days }: FaultNoticeInput,
):
  | { readonly ordinal: number; readonly reason: string | null; readonly paper: PaperDraft; readonly supplement: CaseLeg }
  | { readonly refusal: Refusal } {
  const fault = faultsFault(known, faults)
  if (fault) return { refusal: fault }
  const ordinal = known.state.supplements.length + 1
  const why = ordinal === 1 ? '' : (reason?.trim() ?? '')
  if (ordinal > 1 && why === '')
    return { refusal: { code: 'second-notice-needs-reason', article: '行政许可法 第三十二条第一款第四项', detail: { ordinal } } }
  const limit = daysGiven(supplementLimit(known.item, known.loaded<Bureau>(bureauRef)), days)
  if ('refusal' in limit) return limit
  const supplement = supplementLeg(limit, known.context.today, known.context.calendar)
  const [first, ...others] = faults.map((one) => ({ material: materialName(known.item, one.material), fault: one.fault, correction: one.correction }))
  const { place, hours, phone } = known.item.guide
  const paper = draftPaper('supplement-notice', {
    faults: [first!, ...others],
    round: ordinal === 1 ? { first: true } : { first: false, ordinal, reason: why },
    handIn: `登录网上办事大厅在“我的办件”中提交，或者到${place}（${hours}，电话${phone}）提交`,
    within: limitFacts(supplement, 'promised'),
  })
  return { ordinal, reason: ordinal === 1 ? null : why, paper, supplement }
}
