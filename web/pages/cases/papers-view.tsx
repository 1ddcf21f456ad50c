import { FilePdfOutlined } from '@ant-design/icons'
import type { CasePage } from '../../../contract/cases.ts'

const words = { issued: '正在排版', typeset: '', failed: '排版失败', voided: '已作废' } as const

/** Papers issued, each with its number; a voided one keeps it. */
export function PapersView({ papers }: { readonly papers: CasePage['papers'] }) {
  return (
    <section className="panel" aria-labelledby="papers-title">
      <h2 id="papers-title">文书</h2>
      {papers.length === 0 && <p className="quiet">还没有出具文书。</p>}
      <ul className="papers">
        {papers.map((paper) => (
          <li key={paper.id} className={paper.status}>
            {paper.status === 'typeset' ? (
              <a href={`/api/papers/${paper.id}?inline=true`} target="_blank" rel="noreferrer">
                <FilePdfOutlined /> {paper.title} {paper.number}
              </a>
            ) : (
              <span>
                {paper.title} {paper.number}
              </span>
            )}{' '}
            <span className={paper.status === 'failed' ? 'fault' : 'quiet'}>
              {paper.on} {words[paper.status]} {paper.problem ?? ''} {paper.servedOn ? `${paper.servedOn} 送达` : ''}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
