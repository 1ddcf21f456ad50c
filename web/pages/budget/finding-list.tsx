import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { pathTitle } from '../../../rules/budget/path-title.ts'
import type { PlacedFinding } from '../../../rules/budget/read-composed.ts'
import { placeAddress } from './place-link.ts'

const severityWords = { error: '错误', warning: '警告', info: '提示' } as const
const order = ['error', 'warning', 'info'] as const
const portion = 50

export const SeverityTag = ({ severity }: { readonly severity: keyof typeof severityWords }) => (
  <span className={`severity ${severity}`}>{severityWords[severity]}</span>
)

interface Props {
  readonly findings: readonly PlacedFinding[]
  readonly empty: string
  /** A long list that can be narrowed. */
  readonly filtered?: true
}

/** What the rules found, the gravest first, each with what stands there, what would satisfy, and the way to the place. */
export function FindingList({ findings, empty, filtered }: Props) {
  const [severity, setSeverity] = useState('all')
  const [text, setText] = useState('')
  const [shown, setShown] = useState(portion)
  if (findings.length === 0) return <p className="quiet">{empty}</p>
  const wanted = findings.filter(
    (finding) => (severity === 'all' || finding.severity === severity) && (text === '' || `${finding.message}${finding.quote}`.includes(text)),
  )
  const sorted = order.flatMap((one) => wanted.filter((finding) => finding.severity === one))
  const count = (one: (typeof order)[number]): number => findings.filter((finding) => finding.severity === one).length
  const choices = [
    { value: 'all', label: `全部 ${findings.length} 条` },
    ...order.map((one) => ({ value: one, label: `${severityWords[one]} ${count(one)} 条` })),
  ]
  return (
    <>
      {filtered && (
        <div className="tools block">
          <Select aria-label="按轻重筛选" style={{ minWidth: 130 }} value={severity} options={choices} onChange={setSeverity} />
          <Input
            aria-label="在检查结果中查找"
            placeholder="查找，例如：项目3、指标值"
            allowClear
            style={{ width: 260 }}
            value={text}
            onChange={({ target }) => setText(target.value.trim())}
          />
          <span className="quiet" role="status">
            {sorted.length} 条
          </span>
        </div>
      )}
      <ul className="findings">
        {sorted.slice(0, shown).map(({ rule, severity: grave, line, quote, message, path }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same fault may stand twice in one place
          <li key={`${rule}-${line}-${index}`}>
            <SeverityTag severity={grave} />
            {message} {quote !== '' && <span className="quiet">“{quote.length > 60 ? `${quote.slice(0, 60)}…` : quote}”</span>}{' '}
            {filtered && path !== null && <Link to={placeAddress(path)}>{pathTitle(path)}</Link>}
          </li>
        ))}
      </ul>
      {sorted.length > shown && <Button onClick={() => setShown(shown + portion)}>再看 {Math.min(portion, sorted.length - shown)} 条</Button>}
    </>
  )
}
