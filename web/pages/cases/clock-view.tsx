import { lightWord, limitWord, reasonTitles } from '../../../contract/case-texts.ts'
import { Link } from 'react-router'
import type { CasePage, CaseReason, LegView } from '../../../contract/cases.ts'
import { spokenDays } from '../../../contract/reason-texts.ts'
import { LightTag } from '../../ui/light-tag.tsx'

function Limit({ word, limit, projected }: { readonly word: string; readonly limit: LegView['promised']; readonly projected: string | null }) {
  if (limit === null) return null
  const due = limit.due ?? projected
  // Overdue days are working days, whatever the limit was in.
  const unit = limit.dayType === 'workday' ? '个工作日' : '天'
  return (
    <div className="limit">
      <dt>{word}</dt>
      <dd>
        <strong>{due ?? '暂停中'}</strong>
        {limit.due === null && due !== null && <span className="quiet">（按预计恢复时间推算）</span>}
        <span className="quiet">
          {spokenDays(limit)}
          {limit.article !== '承诺' && `，${limit.article}`}
        </span>
        {limit.left !== null && (
          <span className={limit.left < 0 ? 'overdue' : ''}>
            {limit.left < 0 ? `已超 ${-limit.left} 个工作日` : limit.left === 0 ? '今天到期' : `还剩 ${limit.left} ${unit}`}
          </span>
        )}
      </dd>
    </div>
  )
}

/** What has its day beside the legs: the same words as the applicant reads; another case opens to whoever may see it. */
function Reasons({ about, reasons }: { readonly about: keyof typeof reasonTitles; readonly reasons: readonly CaseReason[] }) {
  const own = reasons.filter((one) => one.about === about)
  if (own.length === 0) return null
  return (
    <details open className="leg">
      <summary>{reasonTitles[about]}</summary>
      <ol className="reasons">
        {own.map(({ on, text, case: other }) => (
          <li key={on + text}>
            {text}
            {other && (
              <>
                {' '}
                <Link to={`/cases/${other.id}`}>看办件 {other.number}</Link>
              </>
            )}
          </li>
        ))}
      </ol>
    </details>
  )
}

/** Why this is the deadline: each leg's two limits apart, and every start, stop and end with its date and article; then what has its day beside the legs. */
export function ClockView({ page: { legs, earlierLegs, reasons } }: { readonly page: Pick<CasePage, 'legs' | 'earlierLegs' | 'reasons'> }) {
  const ordered = [...legs, ...earlierLegs].sort((a, b) => Number(a.endedOn !== null) - Number(b.endedOn !== null))
  return (
    <section className="panel" aria-labelledby="clock-title">
      <h2 id="clock-title">时限</h2>
      {ordered.length === 0 && <p className="quiet">没有正在计算的期限。</p>}
      {ordered.map((leg) => (
        <details key={leg.name + leg.startedOn} open={leg.endedOn === null} className="leg">
          <summary>
            {leg.title}{' '}
            {leg.endedOn === null ? (
              <LightTag light={leg.light} word={lightWord(leg.name, leg.light)} />
            ) : (
              <span className="quiet">{leg.endedOn} 已结束</span>
            )}
            {leg.certainty === 'provisional' && leg.endedOn === null && <span className="flagged">日期暂定</span>}
          </summary>
          <dl className="limits">
            <Limit word={limitWord(leg.name, 'promised')} limit={leg.promised} projected={leg.projected?.promisedDue ?? null} />
            <Limit word={limitWord(leg.name, 'statutory')} limit={leg.statutory} projected={leg.projected?.statutoryDue ?? null} />
          </dl>
          <ol className="reasons">
            {leg.reasons.map((reason) => (
              <li key={reason.on + reason.text}>{reason.text}</li>
            ))}
          </ol>
        </details>
      ))}
      <Reasons about="procedure" reasons={reasons} />
      <Reasons about="permit" reasons={reasons} />
    </section>
  )
}
