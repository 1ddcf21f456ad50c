import { permitTitles } from '../../../contract/case-texts.ts'
import type { CasePage } from '../../../contract/cases.ts'
import { permitStanding } from '../../../rules/case/permit-life.ts'
import type { CaseState } from '../../../rules/case/state.ts'
import { cancellationGrounds, revocationGrounds } from '../../../rules/paper/permit-grounds.ts'
import type { PlainDate } from '../../../rules/time/plain-date.ts'

/** How the permit stands, since when and on what ground of the law. */
export function permitView(state: CaseState, today: PlainDate): CasePage['permit'] {
  const standing = permitStanding(state, today)
  if (standing === null) return null
  const { cancelled, revoked } = state.permit ?? { cancelled: null, revoked: null }
  const [since, ground] = cancelled
    ? [cancelled.on, cancellationGrounds[cancelled.ground]]
    : revoked
      ? [revoked.on, revocationGrounds[revoked.ground]]
      : [null, null]
  return { standing, title: permitTitles[standing], since, ground }
}

export const measureViews = ({ measures }: CaseState, gone: string): CasePage['measures'] =>
  (measures ?? []).map(({ id, kind, on, by, replyBy, moved, ground, facts, ended }) => ({
    id,
    kind,
    on,
    by: by.name,
    replyBy,
    moved: [...(moved ?? [])],
    ground: ground === undefined ? null : revocationGrounds[ground],
    facts: facts ?? gone,
    ended: ended && { on: ended.on, how: ended.how === 'dropped' ? '不再处理' : '已作决定' },
  }))
