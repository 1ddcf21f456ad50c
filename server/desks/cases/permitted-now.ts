import { actTitles } from '../../../contract/case-texts.ts'
import type { CasePage } from '../../../contract/cases.ts'
import { sentenceOf } from '../../../contract/refusal-texts.ts'
import type { ActContext } from '../../../rules/act.ts'
import { actsOnCase } from '../../../rules/case/all-acts.ts'
import { hindranceOf } from '../../../rules/case/case-act.ts'
import { rolesInCase } from '../../../rules/case/standing/case-roles.ts'
import type { Known } from '../../../rules/case/standing/known.ts'
import { actsPermitted } from '../../../rules/case/standing/permitted-acts.ts'
import type { Calendar } from '../../../rules/time/calendar.ts'
import { instantOfMillis, plainDateOfInstant } from '../../../rules/time/instant.ts'
import type { Visit } from '../../platform/http/visit.ts'
import { type Holder, standingIn } from '../../platform/identity/directory.ts'
import type { OpenedCase } from './open-case.ts'

export interface LookAsked {
  readonly visit: Visit
  readonly now: Date
  readonly calendar: Calendar
}

/** The absent colleagues in whose name this visitor may act today. */
export const absentOf = (visit: Visit): Holder['standsInFor'] => visit.request.found?.holder.standsInFor ?? []

/** A case as the acts' hindrances are asked about it when somebody only looks. */
export function knownTo({ state, item }: Pick<OpenedCase, 'state' | 'item'>, { visit, now, calendar }: LookAsked): Known {
  const instant = instantOfMillis(now.getTime())
  const context: ActContext = {
    bureau: visit.bureau,
    actId: '',
    newId: () => '',
    now: instant,
    today: plainDateOfInstant(instant),
    actor: visit.actor,
    channel: visit.channel,
    calendar,
  }
  return { state, item, roles: rolesInCase(visit.actor, state), loaded: () => undefined, context }
}

type PermittedAct = CasePage['acts'][number]

/**
 * The buttons of a case for this visitor, from the same table and the same hindrances by which the server refuses. What only the roles of an
 * absent colleague allow (代理) stands after the visitor's own acts and names the colleague.
 */
export function permittedNow(known: Known, absent: Holder['standsInFor']): CasePage['acts'] {
  const acts = new Map(actsAs(known, null).map((one) => [one.act, one]))
  for (const principal of absent) {
    const { id, name } = principal
    const actor = standingIn(known.context.actor, principal)
    const lent = { ...known, roles: rolesInCase(actor, known.state), context: { ...known.context, actor } }
    for (const one of actsAs(lent, { id, name })) {
      const before = acts.get(one.act)
      if (before && (before.blocked === null || one.blocked !== null)) continue
      acts.delete(one.act)
      acts.set(one.act, one)
    }
  }
  return [...acts.values()]
}

function actsAs(known: Known, onBehalfOf: PermittedAct['onBehalfOf']): PermittedAct[] {
  const permitted = actsPermitted(known.state.phase, known.roles)
  return permitted.flatMap((name) => {
    const act = actsOnCase.find((one) => one.name === name)
    if (!act || known.roles.includes('system')) return []
    const hindrance = hindranceOf(act, known)
    const { title, article } = actTitles[name]
    const blocked = hindrance ? { code: hindrance.code, sentence: sentenceOf(hindrance) } : null
    return [{ act: name, title, article: article ?? null, blocked, onBehalfOf }]
  })
}
