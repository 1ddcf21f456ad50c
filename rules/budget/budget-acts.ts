import type { Act, ActContext, Actor, Decision, Json } from '../act.ts'
import type { Role } from '../people/roles.ts'
import { type Refusal, refused } from '../refusal.ts'
import { type BudgetLegName, runningLegs } from './budget-legs.ts'
import { type BudgetKey, budgetRef } from './budget-ref.ts'
import { type BudgetPhase, budgetPhases, type BudgetState, legsOf } from './budget-state.ts'

/** Whose each step is: the officer keeps, another reviews, the head approves and publishes. */
export const stepRoles = { keep: 'finance-officer', review: 'finance-reviewer', approve: 'head' } as const satisfies Record<string, Role>
type Step = keyof typeof stepRoles

interface Head {
  /** In which phases, and whose it is then. */
  readonly at: { readonly [phase in BudgetPhase]?: readonly Step[] }
  /** Nobody checks what they wrote, submitted or reviewed themselves. */
  readonly byAnother?: true
  /** Only while this leg runs. */
  readonly leg?: BudgetLegName
}

const draft: Head['at'] = { drafting: ['keep'] }
const always: Head['at'] = Object.fromEntries(budgetPhases.map((phase) => [phase, ['keep'] as const]))

/** State × role → acts: the one table that gives the acts their refusals and the console its buttons. */
const heads = {
  'edit-budget': { at: draft },
  // Where there is none yet, importing needs only the role.
  'import-budget': { at: draft },
  'decide-original-faults': { at: draft },
  'submit-budget': { at: draft },
  'review-budget': { at: { submitted: ['review'] }, byAnother: true },
  'approve-budget': { at: { reviewed: ['approve'] }, byAnother: true },
  // The officer takes back what was submitted; what is public is opened again only by the head.
  'return-budget': {
    at: { submitted: ['keep', 'review', 'approve'], reviewed: ['review', 'approve'], approved: ['review', 'approve'], published: ['approve'] },
  },
  'record-budget-reply': { at: always },
  'record-unit-reply': { at: always, leg: 'unit-reply' },
  'record-unit-disclosure': { at: always, leg: 'unit-disclosure' },
  'publish-budget': { at: { approved: ['approve'] } },
} as const satisfies Record<string, Head>
type BudgetActName = keyof typeof heads

export const roleRefusal = (actor: Actor, ...steps: readonly Step[]): Refusal | undefined =>
  actor.kind === 'staff' && steps.some((step) => actor.roles.includes(stepRoles[step])) ? undefined : refused('not-permitted').refusal

/** Why this actor cannot do it now. Refusals: not-permitted, those of `phaseRefusal`, budget-second-person-needed, budget-leg-not-running. */
function headRefusal({ at, byAnother, leg }: Head, state: BudgetState, actor: Actor): Refusal | undefined {
  const whose = at[state.phase]
  const refusal = roleRefusal(actor, ...(whose ?? Object.values(at).flat()))
  if (refusal) return refusal
  if (whose === undefined) return phaseRefusal(state)
  if (byAnother && tookPart(state).includes(actor.id)) return refused('budget-second-person-needed').refusal
  return leg !== undefined && !runningLegs(legsOf(state)).some((one) => one.name === leg) ? refused('budget-leg-not-running').refusal : undefined
}

/** Where it stands, so that its sentence can say what comes first. Refusals: budget-now-drafting, -submitted, -reviewed, -approved, -published. */
export const phaseRefusal = ({ phase }: BudgetState): Refusal => refused(`budget-now-${phase}`).refusal

const tookPart = ({ writers, submitted, reviewed }: BudgetState): readonly string[] =>
  [...writers, ...[submitted, reviewed].flatMap((step) => step?.by ?? [])].map(({ id }) => id)

/** What this actor may do with it now. */
export const permittedBudgetActs = (state: BudgetState, actor: Actor): readonly BudgetActName[] =>
  (Object.keys(heads) as BudgetActName[]).filter((name) => headRefusal(heads[name], state, actor) === undefined)

/** An act on a budget that there is, by whom and when the table says. Refusals: those of the head, and budget-not-found. */
export const budgetAct = <Input extends BudgetKey, Answer extends Json>(
  name: BudgetActName,
  decide: (input: Input, state: BudgetState, context: ActContext) => Decision<Answer>,
): Act<Input, Answer> => ({
  name,
  needs: (input) => [budgetRef(input)],
  decide(input, loaded, context) {
    const state = loaded<BudgetState>(budgetRef(input))
    if (state === undefined) return refused('budget-not-found', { detail: { year: input.year } })
    const refusal = headRefusal(heads[name], state, context.actor)
    return refusal === undefined ? decide(input, state, context) : { refusal }
  },
})
