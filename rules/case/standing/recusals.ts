import type { Refusal } from '../../refusal.ts'
import type { CaseAct } from './permitted-acts.ts'
import type { CaseState, Recusal } from './state.ts'

/*
 * 回避: who has a direct interest in the matter does not preside over its hearing (行政许可法 48 ¶1(3)), nor, as whoever carries out public duty, decide of it. While
 * a request is not answered, and once it was granted, the person judges nothing in the case; what only carries it on (handing over, serving, taking in) goes on.
 */

type Requested = Pick<CaseState, 'recusals'>

/** Acts by which somebody judges, presides or decides. */
const judging: ReadonlySet<CaseAct> = new Set<CaseAct>([
  'accept-case',
  'accept-with-shortfall',
  'request-supplement',
  'declare-not-permit-matter',
  'decline-case',
  'acknowledge-filing',
  'return-filing',
  'claim-case',
  'pass-step',
  'return-step',
  'record-site-inspection',
  'start-excluded-procedure',
  'end-excluded-procedure',
  'extend-review',
  'record-third-party-statement',
  'answer-statement',
  'announce-hearing',
  'hold-hearing',
  'grant-case',
  'refuse-case',
  'forward-case',
  'tell-intended-measure',
  'drop-intended-measure',
])

export const openRecusals = ({ recusals = [] }: Requested): readonly Recusal[] => recusals.filter(({ answer }) => answer === null)

/** Why the person stands aside: a request that nobody has answered yet, or one that was granted. Refusals: `recusal-undecided`, `recusal-granted`. */
export function standsAside({ recusals = [] }: Requested, person: string): Refusal | undefined {
  const [one] = recusals.filter(({ against, answer }) => against.id === person && (answer === null || answer.granted))
  if (!one) return undefined
  return {
    code: one.answer === null ? 'recusal-undecided' : 'recusal-granted',
    article: '行政许可法 第四十八条第一款第三项',
    detail: { name: one.against.name },
  }
}

/** The same for an act that this person would do: only where it judges. */
export const recusalFault = (state: Requested, act: CaseAct, person: string): Refusal | undefined =>
  judging.has(act) ? standsAside(state, person) : undefined

/** Nothing is decided for or against anybody over a request that was not answered. Refusal: `recusal-undecided`. */
export function undecidedRecusal(state: Requested): Refusal | undefined {
  const [one] = openRecusals(state)
  return one && standsAside({ recusals: [one] }, one.against.id)
}
