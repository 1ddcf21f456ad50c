import { actTitles } from '../../../contract/case-texts.ts'
import type { CasePage } from '../../../contract/cases.ts'
import { sentenceOf } from '../../../contract/refusal-texts.ts'
import { actsOnCase } from '../../../rules/case/all-acts.ts'
import { hindranceOf } from '../../../rules/case/case-act.ts'
import { rolesInCase } from '../../../rules/case/case-roles.ts'
import type { Known } from '../../../rules/case/known.ts'
import { actsPermitted } from '../../../rules/case/permitted-acts.ts'
import { type Holder, standingIn } from '../../platform/identity/directory.ts'

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
