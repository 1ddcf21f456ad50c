import { FilePdfOutlined } from '@ant-design/icons'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import type { CasePage } from '../../../contract/cases.ts'
import { call, newKey } from '../../api.ts'

const words = { issued: '正在排版', typeset: '', failed: '排版失败', voided: '已作废' } as const

/** Papers issued, each with its number; a voided one keeps it. */
export function PapersView({ id, papers, servicePhotos }: Pick<CasePage, 'id' | 'papers' | 'servicePhotos'>) {
  const client = useQueryClient()
  const { message } = App.useApp()
  const again = useMutation({
    mutationFn: (id: string) => call(`/api/papers/${id}/set-again`, { method: 'POST', key: newKey(), body: {} }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['case'] }),
    onError: (error) => void message.error(error.message, 6),
  })
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
              {paper.announced && `${paper.announced.on} 公告（${paper.announced.publishedIn}），${paper.announced.due} 视为送达`}
            </span>
            {paper.status === 'failed' && (
              <Button
                size="small"
                loading={again.isPending}
                onClick={() => again.mutate(paper.id)}
                aria-label={`重新生成${paper.title} ${paper.number}`}
              >
                重新生成
              </Button>
            )}
          </li>
        ))}
      </ul>
      {servicePhotos.length > 0 && (
        <p>
          送达过程的记录：
          {servicePhotos.map(({ digest, name }, n) => (
            <a key={digest} href={`/api/cases/${id}/files/${digest}?inline=true`} target="_blank" rel="noreferrer">
              {n > 0 && '、'}
              {name}
            </a>
          ))}
        </p>
      )}
    </section>
  )
}
