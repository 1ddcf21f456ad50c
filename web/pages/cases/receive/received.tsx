import { useQuery } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { useEffect, useRef } from 'react'
import { useLocation, useNavigate } from 'react-router'
import type { CaseAnswer, CasePage } from '../../../../contract/cases.ts'
import { call } from '../../../api.ts'
import { useShortcuts } from '../../../ui/shortcuts.ts'

interface Props {
  readonly answer: CaseAnswer
  readonly again: (keep: 'applicant' | 'item' | 'nothing') => void
}

/** The number, the receipt to print as soon as it is typeset, and the next walk-in one key away. */
export function Received({ answer, again }: Props) {
  const navigate = useNavigate()
  const first = useRef<HTMLButtonElement>(null)
  const sheet = useRef<HTMLIFrameElement>(null)
  const found = useQuery({
    queryKey: ['case', answer.id],
    queryFn: () => call<CasePage>(`/api/cases/${answer.id}`),
    refetchInterval: ({ state }) => (state.data?.papers.every(({ status }) => status !== 'issued') ? false : 700),
  })
  const receipt = found.data?.papers.find(({ kind }) => kind === 'receipt')
  const decisions = found.data?.papers.filter(({ kind }) => kind !== 'receipt') ?? []
  const ready = receipt?.status === 'typeset'
  const print = () => {
    if (ready) sheet.current?.contentWindow?.print()
  }
  useEffect(() => first.current?.focus(), [])
  // Whoever goes to 窗口收件 once more, by the menu or its key, wants the next one.
  const { key } = useLocation()
  const arrived = useRef(key)
  useEffect(() => {
    if (key !== arrived.current) again('nothing')
  }, [key, again])
  useShortcuts([
    { key: 'o', text: '打开办件', run: () => navigate(`/cases/${answer.id}`) },
    { key: 'p', text: '打印收件凭证', run: print },
    { key: 's', text: '同一申请人再收一件', run: () => again('applicant') },
    { key: 'i', text: '同一事项再收一件', run: () => again('item') },
    { key: 'n', text: '收下一件', run: () => again('nothing') },
  ])
  return (
    <section className="panel">
      <p role="status" className="number-big">
        收件编号 <strong>{answer.number}</strong>
      </p>
      {found.data && <p className="next">{found.data.next}</p>}
      {found.data?.decision && (
        <Alert
          type="warning"
          showIcon
          className="block"
          title={`当场${found.data.decision.title}：请把决定书连同收件凭证交给申请人`}
          description={
            <>
              {found.data.decision.reasons.map((one) => (
                <p key={one}>{one}。</p>
              ))}
              {decisions.map(({ id, title, number, status }) =>
                status === 'typeset' ? (
                  <a key={id} href={`/api/papers/${id}?inline=true`} target="_blank" rel="noreferrer">
                    {title} {number}
                  </a>
                ) : (
                  <span key={id}>
                    {title} {number}正在排版
                  </span>
                ),
              )}
            </>
          }
        />
      )}
      <div className="page-tools">
        <Button ref={first} type="primary" onClick={() => navigate(`/cases/${answer.id}`)}>
          打开办件 <kbd className="letter">o</kbd>
        </Button>
        <Button disabled={!ready} onClick={print}>
          打印收件凭证 <kbd className="letter">p</kbd>
        </Button>
        <Button onClick={() => again('applicant')}>
          同一申请人再收一件 <kbd className="letter">s</kbd>
        </Button>
        <Button onClick={() => again('item')}>
          同一事项再收一件 <kbd className="letter">i</kbd>
        </Button>
        <Button onClick={() => again('nothing')}>
          收下一件 <kbd className="letter">n</kbd>
        </Button>
      </div>
      <p className={receipt?.status === 'failed' ? 'fault' : 'quiet'} role="status">
        {receipt?.status === 'failed' ? `收件凭证没有排好：${receipt.problem ?? ''}` : ready ? `收件凭证 ${receipt.number}` : '收件凭证正在排版'}
      </p>
      {ready && <iframe ref={sheet} className="sheet" src={`/api/papers/${receipt.id}?inline=true`} title={`收件凭证 ${receipt.number}`} />}
    </section>
  )
}
