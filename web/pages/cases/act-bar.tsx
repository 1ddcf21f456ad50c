import { Button, Tooltip } from 'antd'
import type { CasePage } from '../../../contract/cases.ts'
import type { Act } from './act-form-parts.ts'

interface Props {
  readonly acts: readonly (CasePage['acts'][number] & { readonly act: Act })[]
  readonly letters: Readonly<Partial<Record<Act, string>>>
  readonly onAct: (act: Act) => void
}

const first = new Set<Act>(['accept-case', 'acknowledge-filing', 'pass-step', 'grant-case', 'forward-case'])
const seldom = new Set<Act>([
  'correct-clerical-error',
  'void-paper',
  'correct-applicant-data',
  'erase-personal-data',
  'withdraw-application',
  'inform-third-party',
  'record-third-party-statement',
  'make-statement',
  'change-service-consent',
  'request-data-change',
  'inform-hearing-right',
  'request-hearing',
  'waive-hearing',
  'announce-hearing',
  'hold-hearing',
  'take-over-case',
  'tell-intended-measure',
  'drop-intended-measure',
  'revoke-permit',
  'withdraw-permit',
  'change-permit',
  'name-permit-in-hand',
  'record-penalty',
  'lift-suspension',
  'cancel-permit',
  'lift-bar',
])

/** Urgent once there is something to answer, and in nobody's way before. */
const answering = new Set<Act>(['answer-statement', 'answer-data-request'])

/** Not a matter of waiting: nothing in this case is of that kind. */
const pointless = new Set(['no-superior', 'superior-decides', 'no-bar', 'no-measure', 'no-permit', 'no-suspension', 'nothing-to-answer'])

/** What this visitor may do now. A blocked act stays in sight and says why, unless it is not for this case at all. */
export function ActBar({ acts: all, letters, onAct }: Props) {
  const acts = all.filter(({ blocked }) => blocked === null || !pointless.has(blocked.code))
  if (acts.length === 0) return null
  const isSeldom = ({ act, blocked }: Props['acts'][number]) => seldom.has(act) || (answering.has(act) && blocked !== null)
  const often = acts.filter((one) => !isSeldom(one))
  const rest = acts.filter(isSeldom)
  const open = often.filter(({ blocked }) => blocked === null)
  const shut = often.filter(({ blocked }) => blocked !== null)
  const button = ({ act, title, blocked, onBehalfOf }: Props['acts'][number], size: 'middle' | 'small') => {
    const letter = letters[act]
    const drawn = (
      <Button
        key={act}
        size={size}
        type={first.has(act) && blocked === null ? 'primary' : 'default'}
        aria-disabled={blocked !== null}
        className={blocked ? 'blocked' : ''}
        {...(letter && blocked === null ? { 'aria-keyshortcuts': letter } : {})}
        onClick={() => blocked === null && onAct(act)}
      >
        {title}
        {onBehalfOf && <span className="behalf">代 {onBehalfOf.name}</span>}
        {letter && blocked === null && size === 'middle' && <kbd className="letter">{letter}</kbd>}
      </Button>
    )
    return blocked ? (
      <Tooltip key={act} title={blocked.sentence}>
        {drawn}
      </Tooltip>
    ) : (
      drawn
    )
  }
  return (
    <nav className="act-bar no-print" aria-label="可办理的动作">
      {[...open].sort((a, b) => Number(first.has(b.act)) - Number(first.has(a.act))).map((one) => button(one, 'middle'))}
      {shut.map((one) => button(one, 'middle'))}
      {rest.length > 0 && (
        <details className="more-acts">
          <summary>更多（{rest.length}）</summary>
          <div>{rest.map((one) => button(one, 'small'))}</div>
        </details>
      )}
    </nav>
  )
}
