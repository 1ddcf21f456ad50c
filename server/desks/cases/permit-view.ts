import { spokenDate } from '../../../contract/reason-texts.ts'
import { followTitles, permitTitles } from '../../../contract/case-texts.ts'
import type { CasePage } from '../../../contract/cases.ts'
import { inHandArticles } from '../../../rules/case/permit/permit-in-hand.ts'
import { covers, followerOf, type PermitStanding, permitStanding } from '../../../rules/case/standing/permit-life.ts'
import type { CaseState } from '../../../rules/case/standing/state.ts'
import type { Penalty, PermitChange, PermitFollower, Suspension } from '../../../rules/case/standing/permit-state.ts'
import { cancellationGrounds, revocationGrounds, takingGrounds, withdrawalGrounds } from '../../../rules/paper/permit-grounds.ts'
import type { PlainDate } from '../../../rules/time/plain-date.ts'

/** Whose decision a penalty is: 某局2026年6月1日决定（某罚〔2026〕3号）. */
export const penaltyWords = ({ organ, number, decidedOn }: Penalty): string => `${organ}${spokenDate(decidedOn)}决定（${number}）`

/** The same of a suspension, with its time. */
export const suspensionWords = ({ from, until, ...penalty }: Omit<Suspension, 'lifted'>): string =>
  `${penaltyWords(penalty)}，自${spokenDate(from)}起${until === null ? '，何时解除以处罚机关的决定为准' : `至${spokenDate(until)}`}`

/** The paper that changed a permit, as it stands now. */
export const numberOfChange = ({ papers }: CaseState, { paper }: PermitChange): string => papers.find(({ id }) => id === paper)!.number

const changeWords = (state: CaseState, change: PermitChange): string => `${spokenDate(change.on)}由${numberOfChange(state, change)}变更`

/** By which case, and on what article, the permit was changed or renewed at its holder's wish. */
export const followerWords = ({ how, number }: Pick<PermitFollower, 'how' | 'number'>): string =>
  `由办件${number}${followTitles[how]}（${inHandArticles[how]}）`

/** Every change of the permit by its day: what the bureau changed for the public interest, and what another case changed at the holder's wish. */
function changesOf(state: CaseState): readonly Since[] {
  const { changes = [], followed = [] } = state.permit ?? {}
  const own = changes.map((change): Since => [change.on, changeWords(state, change)])
  const asked = followed.filter(({ how }) => how === 'change').map((one): Since => [one.on, `${spokenDate(one.on)}${followerWords(one)}`])
  return [...own, ...asked].toSorted(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0))
}

type Since = readonly [PlainDate, string]

/** Since when the permit stands as it does, and on what ground of the law or by whose decision. */
function sinceOf(state: CaseState, standing: PermitStanding, today: PlainDate): Since | undefined {
  const { cancelled, revoked, withdrawn, forfeited, suspensions = [] } = state.permit ?? { cancelled: null, revoked: null }
  const givenUp = followerOf(state.permit, 'cancellation')
  if (standing === 'cancelled')
    return cancelled ? [cancelled.on, cancellationGrounds[cancelled.ground]] : givenUp && [givenUp.on, followerWords(givenUp)]
  if (standing === 'revoked') return [revoked!.on, revocationGrounds[revoked!.ground]]
  if (standing === 'withdrawn') return [withdrawn!.on, withdrawalGrounds[withdrawn!.ground]]
  if (standing === 'forfeited') return [forfeited!.decidedOn, penaltyWords(forfeited!)]
  if (standing === 'changed')
    return [
      changesOf(state).at(-1)![0],
      changesOf(state)
        .map(([, words]) => words)
        .join('，'),
    ]
  const renewed = standing === 'renewed' ? followerOf(state.permit, 'renewal') : undefined
  if (renewed) return [renewed.from, followerWords(renewed)]
  const suspension = standing === 'suspended' ? suspensions.find((one) => covers(one, today)) : undefined
  return suspension && [suspension.from, suspensionWords(suspension)]
}

/** How the permit stands. */
export function permitView(state: CaseState, today: PlainDate): CasePage['permit'] {
  const standing = permitStanding(state, today)
  if (standing === null) return null
  const [since, ground] = sinceOf(state, standing, today) ?? [null, null]
  const changes = (state.permit?.changes ?? []).map((change) => {
    const { on, content, conditions } = change
    return { on, number: numberOfChange(state, change), ground: withdrawalGrounds[change.ground], content, conditions: [...conditions] }
  })
  const followed = (state.permit?.followed ?? []).map((one) => ({ ...one, article: inHandArticles[one.how] }))
  const validTo = state.permit?.changes?.findLast((one) => one.validTo !== undefined)?.validTo ?? null
  return { standing, title: permitTitles[standing], since, ground, validTo, followed, changes }
}

/** The permit in hand that the application is about. */
export function inHandView({ inHand }: CaseState): CasePage['inHand'] {
  if (!inHand) return null
  const { on: _on, by: _by, ...named } = inHand
  return { ...named, article: inHandArticles[inHand.how] }
}

export const measureViews = ({ measures }: CaseState, gone: string): CasePage['measures'] =>
  (measures ?? []).map(({ id, kind, on, by, replyBy, moved, ground, facts, changeTo, validTo, ended }) => ({
    id,
    kind,
    on,
    by: by.name,
    replyBy,
    moved: [...(moved ?? [])],
    ground: ground === undefined ? null : takingGrounds[ground],
    facts: facts ?? gone,
    changeTo: changeTo === undefined ? null : (changeTo ?? gone),
    validTo: validTo ?? null,
    ended: ended && { on: ended.on, how: ended.how === 'dropped' ? '不再处理' : '已作决定' },
  }))
