import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { CaseAsks } from '../../../contract/cases.ts'
import { call } from '../../api.ts'

const words = { statement: '陈述申辩', recusal: '申请回避', correction: '请求更正个人信息', erasure: '请求删除个人信息' } as const

/** What applicants said and asked that waits for an answer: ended cases are on no list, so it stands above it. */
export function AsksStrip() {
  const asks = useQuery({ queryKey: ['case-asks'], queryFn: () => call<CaseAsks>('/api/cases/asks'), refetchInterval: 60_000 })
  const open = asks.data ?? []
  if (open.length === 0) return null
  return (
    <details className="asks">
      <summary>当事人的话，待答复 {open.length} 件</summary>
      <ul>
        {open.map(({ id, number, itemName, applicantName, kind, on, answerBy }) => (
          <li key={`${id}${kind}${on}`}>
            <Link to={`/cases/${id}`}>
              {applicantName} · {itemName}
            </Link>{' '}
            {on} {words[kind]}
            <span className="quiet">
              {answerBy === null ? '，作决定前答复' : `，最迟 ${answerBy} 答复`} · {number}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}
