import type { BudgetLegView, BudgetPage } from '../../../contract/budget.ts'
import { lightTitles } from '../../../contract/case-texts.ts'
import { type Light, LightTag } from '../../ui/light-tag.tsx'

/** The law's periods: until when, how it stands, and on which days why. */
export function Legs({ legs, reply }: Pick<BudgetPage, 'legs' | 'reply'>) {
  if (reply === null) return <p className="quiet">还没有登记财政部门的批复；批复后二十日内向社会公开（预算法第十四条）。</p>
  return legs.map((leg) => (
    <details key={leg.name} className="leg" open={leg.endedOn === null}>
      <summary>
        {leg.title}：最迟 {leg.due} <Stand leg={leg} />
        {leg.certainty === 'provisional' && leg.endedOn === null && <span className="flagged">日期暂定</span>}
      </summary>
      <ol className="reasons">
        {leg.reasons.map(({ on, text }) => (
          <li key={on + text}>{text}</li>
        ))}
      </ol>
    </details>
  ))
}

function Stand({ leg: { light, endedOn, late } }: { readonly leg: BudgetLegView }) {
  if (light !== null) return <LightTag light={light as Light} word={lightTitles[light as keyof typeof lightTitles]} />
  return (
    <span className={late ? 'overdue' : 'good'}>
      {endedOn} {late ? '逾期办结' : '按期办结'}
    </span>
  )
}
