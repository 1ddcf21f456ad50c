import type { CasePage } from '../../../contract/cases.ts'
import { minuteOf } from '../../ui/instant.ts'

/** The story of the case as the book has it, newest first. */
export function TimelineView({ entries }: { readonly entries: CasePage['timeline'] }) {
  return (
    <section className="panel" aria-labelledby="timeline-title">
      <h2 id="timeline-title">办理经过</h2>
      <ol className="timeline">
        {[...entries].reverse().map((entry) => (
          <li key={entry.position}>
            <p>
              <strong>{entry.title}</strong> <span className="quiet">{minuteOf(entry.at)}</span>
            </p>
            <p>
              {entry.who}
              {entry.onBehalfOf && `（代 ${entry.onBehalfOf}）`}
              {entry.text && `：${entry.text}`}
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}
