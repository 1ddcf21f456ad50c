import { Link } from 'react-router'
import { followTitles } from '../../../contract/case-texts.ts'
import type { CasePage } from '../../../contract/cases.ts'

/** The permit that the application would change or renew, as the register has it; or that it still is to be looked up there. */
export function PermitInHand({ page: { inHand, inHandSaid, decision } }: { readonly page: CasePage }) {
  if (inHand)
    return (
      <section className="panel">
        <h2>{followTitles[inHand.how]}的原许可</h2>
        <p>
          {inHand.itemName}，办件 <Link to={`/cases/${inHand.case}`}>{inHand.number}</Link>，有效期
          {inHand.endsOn === 'unlimited' ? '长期' : `至 ${inHand.endsOn}`}（{inHand.article}）
        </p>
      </section>
    )
  if (!inHandSaid || (decision !== null && decision.outcome !== 'granted')) return null
  return (
    <section className="panel">
      <h2>{followTitles[inHandSaid.how]}的原许可</h2>
      <p>
        {inHandSaid.number === null ? '' : `申请表上写的编号：${inHandSaid.number}。`}
        还没有关联；是本局准予的，请按“关联原许可”，别的机关准予的不用关联。
      </p>
    </section>
  )
}
