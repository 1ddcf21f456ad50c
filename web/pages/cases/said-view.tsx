import type { CasePage } from '../../../contract/cases.ts'
import { movedNote } from '../../../contract/reason-texts.ts'

const asked = { correction: '更正', erasure: '删除' } as const

/** What the parties stated, whom they would have stand aside, and what the applicant asked of the personal data, in their own words, with the answers. */
export function SaidView({ page: { statements, recusals, dataRequests } }: { readonly page: CasePage }) {
  if (statements.length + recusals.length + dataRequests.length === 0) return null
  return (
    <section className="panel" aria-labelledby="said-title">
      <h2 id="said-title">当事人的话</h2>
      {statements.map(({ id, on, text, answer }) => (
        <div key={id}>
          <h3>
            陈述申辩 <span className="quiet">{on}</span> {answer === null && <span className="flagged">待答复，答复后才能作决定</span>}
          </h3>
          <p className="quoted">{text}</p>
          {answer && (
            <p>
              {answer.on} {answer.by}：<strong>{answer.accepted ? '采纳' : '不采纳'}</strong>。{answer.reasons}
            </p>
          )}
        </div>
      ))}
      {recusals.map(({ id, on, asker, against, reason, answer }) => (
        <div key={id}>
          <h3>
            {asker}申请{against.name}回避 <span className="quiet">{on}</span>{' '}
            {answer === null && <span className="flagged">待决定，其间{against.name}不主持、不审查、不决定</span>}
          </h3>
          <p className="quoted">{reason}</p>
          {answer && (
            <p>
              {answer.on} {answer.by}：<strong>{answer.granted ? '同意回避' : '不同意回避'}</strong>。{answer.reasons}
            </p>
          )}
        </div>
      ))}
      {dataRequests.map(({ id, kind, on, answerBy, moved, wish, answer }) => (
        <div key={id}>
          <h3>
            请求{asked[kind]}个人信息 <span className="quiet">{on}</span> {answer === null && <span className="flagged">最迟 {answerBy} 答复</span>}
            {answer === null && <span className="quiet">{movedNote(moved)}</span>}
          </h3>
          <p className="quoted">{wish}</p>
          {answer && (
            <p>
              {answer.on} {answer.by}：<strong>{answer.done ? '已照办' : '不能照办'}</strong>。{answer.reasons}
            </p>
          )}
        </div>
      ))}
    </section>
  )
}
