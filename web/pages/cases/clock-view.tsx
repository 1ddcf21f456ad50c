import { lightWord, limitWord } from '../../../contract/case-texts.ts'
import type { LegView } from '../../../contract/cases.ts'
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

/** Why this is the deadline: each leg's two limits apart, and every start, stop and end with its date and article. */
export function ClockView({ legs }: { readonly legs: readonly LegView[] }) {
  const ordered = [...legs].sort((a, b) => Number(a.endedOn !== null) - Number(b.endedOn !== null))
  return (
    <section className="panel" aria-labelledby="clock-title">
      <h2 id="clock-title">时限</h2>
      {ordered.length === 0 && <p className="quiet">没有正在计算的期限。</p>}
      {ordered.map((leg) => (
        <details key={leg.name} open={leg.endedOn === null} className="leg">
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
    </section>
  )
}
