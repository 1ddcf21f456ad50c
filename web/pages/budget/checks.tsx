import { useMemo } from 'react'
import type { BudgetDocument } from '../../../rules/budget/budget-document.ts'
import { crossChecks } from '../../../rules/budget/cross-checks.ts'
import type { PlacedFinding } from '../../../rules/budget/read-composed.ts'
import { FindingList } from './finding-list.tsx'
import { Part } from './sections.tsx'

const words = { holds: '相符', broken: '不符', unknown: '待核' } as const
const dress = { holds: 'good', broken: 'overdue', unknown: 'quiet' } as const
const order = ['broken', 'unknown', 'holds'] as const

/** What the rules say of the document as it stands on this screen, saved or not. */
export function Checks({ budget, findings }: { readonly budget: BudgetDocument; readonly findings: readonly PlacedFinding[] }) {
  const checks = useMemo(() => crossChecks(budget).toSorted((a, b) => order.indexOf(a.outcome) - order.indexOf(b.outcome)), [budget])
  const broken = checks.filter(({ outcome }) => outcome === 'broken').length
  return (
    <>
      <Part title={broken === 0 ? '表间核对' : `表间核对（${broken} 项不符）`}>
        <ul className="findings">
          {checks.map(({ check, title, outcome, message }) => (
            <li key={check} className={dress[outcome]}>
              {words[outcome]} · {title}：{message}
            </li>
          ))}
        </ul>
      </Part>
      <Part title={`逐条检查（${findings.length} 条，含尚未保存的改动）`}>
        <FindingList findings={findings} empty="没有发现问题。" filtered />
      </Part>
    </>
  )
}
