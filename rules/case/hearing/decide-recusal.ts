import { type Staff, staffRef } from '../../people/staff.ts'
import type { Refusal } from '../../refusal.ts'
import { caseAct, happened } from '../case-act.ts'
import { nextHandler } from '../papers/handing-over.ts'
import { draftPaper } from '../papers/paper-issue.ts'
import { type Known, me, refuse } from '../standing/known.ts'
import { openRecusals } from '../standing/recusals.ts'
import type { StaffName } from '../standing/staff-name.ts'
import type { CaseState, Recusal } from '../standing/state.ts'
import { hearingNotice } from './announce-hearing.ts'
import { chairOf } from './chair.ts'

export interface DecideRecusalInput {
  readonly id: string
  /** Id of the request. */
  readonly recusal: string
  readonly granted: boolean
  readonly reasons: string
  /** Who handles the case from now on, where it was in the hands of the person; left out, it waits to be claimed. */
  readonly handler?: string
  /** Who presides over the announced hearing instead; left out, it is announced anew. */
  readonly chair?: string
}

/** Never the person concerned; the head, or of the head another who decides. Refusals: `recusal-of-oneself`, `recusal-for-head`. */
function deciderFault({ against }: Recusal, { roles, loaded, context }: Known): Refusal | undefined {
  if (context.actor.id === against.id) return { code: 'recusal-of-oneself', detail: { name: against.name } }
  const ofHead = loaded<Staff>(staffRef(against.id))?.roles.includes('head') === true
  return roles.includes('head') || ofHead ? undefined : { code: 'recusal-for-head' }
}

const presides = ({ hearing }: CaseState, person: string): boolean => hearing?.announced?.chair.id === person && hearing.held === null

interface Successors {
  readonly handler?: StaffName | null
  readonly chair?: StaffName
}

/** Who follows the person in what it had in hand. Refusals: those of `nextHandler` and `chairOf`. */
function successors(known: Known, { against }: Recusal, { handler, chair }: DecideRecusalInput): Successors | { readonly refusal: Refusal } {
  const { state } = known
  const next = handler === undefined ? null : nextHandler(known, handler)
  if (next && 'refusal' in next) return next
  const presiding = chair === undefined ? undefined : chairOf(known, chair)
  if (presiding && 'refusal' in presiding) return presiding
  return {
    ...(state.handler?.id === against.id ? { handler: next } : {}),
    ...(presiding && presides(state, against.id) ? { chair: presiding } : {}),
  }
}

/** The party as its paper addresses it. */
function askerOf({ applicant, applicantKind, thirdParties }: CaseState, party: string) {
  const third = thirdParties.find(({ id }) => id === party)
  if (third) return { told: { name: third.name ?? '利害关系人', kind: third.kind }, apart: true }
  return {
    told: { name: applicant.name ?? '申请人', kind: applicantKind === 'natural-person' ? ('person' as const) : ('organisation' as const) },
    apart: false,
  }
}

/**
 * Says whether the person stands aside, and why; whoever asked is told in writing. Granted, what was in the person's hands goes to somebody else: the case,
 * and the chair of the hearing, of which all are told anew. Refusals: `no-recusal-open`, `recusal-not-found`, `recusal-decided-already`, `reasons-missing`, those of
 * `deciderFault` and `successors`.
 */
export const decideRecusal = caseAct<DecideRecusalInput>({
  name: 'decide-recusal',
  papers: ['reply-letter', 'hearing-notice'],
  more: ({ recusal, handler, chair }, state) =>
    [state?.recusals?.find(({ id }) => id === recusal)?.against.id, handler, chair].flatMap((id) => (id === undefined ? [] : [staffRef(id)])),
  hindrance: ({ state, context }) => {
    const open = openRecusals(state)
    if (open.length === 0) return { code: 'no-recusal-open' }
    return open.every(({ against }) => against.id === context.actor.id)
      ? { code: 'recusal-of-oneself', detail: { name: open[0]!.against.name } }
      : undefined
  },
  decide(input, known) {
    const { state, item, context } = known
    const asked = state.recusals?.find(({ id }) => id === input.recusal)
    if (!asked) return refuse('recusal-not-found')
    if (asked.answer) return refuse('recusal-decided-already', { detail: { by: asked.answer.by.name, on: asked.answer.on } })
    const fault = deciderFault(asked, known)
    if (fault) return { refusal: fault }
    const reasons = input.reasons.trim()
    if (reasons === '') return refuse('reasons-missing')
    const after = input.granted ? successors(known, asked, input) : {}
    if ('refusal' in after) return after
    const { told, apart } = askerOf(state, asked.party)
    const reply = draftPaper('reply-letter', { about: 'recusal', told, askedOn: asked.on, agreed: input.granted, reasons }, ['reasons', 'told'])
    const announced = state.hearing?.announced
    return happened<'recusal-decided'>({
      type: 'recusal-decided',
      data: { recusal: asked.id, on: context.today, by: me(known), granted: input.granted, ...after },
      personal: { reasons },
      papers: [
        apart ? { ...reply, apart } : reply,
        ...(after.chair && announced ? [hearingNotice({ state, item }, { ...announced, chair: after.chair })] : []),
      ],
    })
  },
})
