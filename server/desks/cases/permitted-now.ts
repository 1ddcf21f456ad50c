import { actTitles } from '../../../contract/case-texts.ts'
import type { CasePage } from '../../../contract/cases.ts'
import { sentenceOf } from '../../../contract/refusal-texts.ts'
import { actsOnCase } from '../../../rules/case/all-acts.ts'
import { hindranceOf } from '../../../rules/case/case-act.ts'
import type { Known } from '../../../rules/case/known.ts'
import { actsPermitted } from '../../../rules/case/permitted-acts.ts'

/** The buttons of a case for this visitor, from the same table and the same hindrances by which the server refuses. */
export function permittedNow(known: Known): CasePage['acts'] {
  const permitted = actsPermitted(known.state.phase, known.roles)
  return permitted.flatMap((name) => {
    const act = actsOnCase.find((one) => one.name === name)
    if (!act || known.roles.includes('system')) return []
    const hindrance = hindranceOf(act, known)
    const { title, article } = actTitles[name]
    return [{ act: name, title, article: article ?? null, blocked: hindrance ? { code: hindrance.code, sentence: sentenceOf(hindrance) } : null }]
  })
}
