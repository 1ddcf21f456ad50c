import { Tag } from 'antd'
import type { Finding } from '../../../rules/disclosure/audit/finding.ts'

const words = { error: '错误', warning: '警告', info: '提示' } as const
const colours = { error: 'red', warning: 'gold', info: 'default' } as const
const order = ['error', 'warning', 'info'] as const

/** What the rules found, the gravest first, each with what stands there and what would satisfy. */
export function FindingList({ findings, empty }: { readonly findings: readonly Finding[]; readonly empty: string }) {
  if (findings.length === 0) return <p className="quiet">{empty}</p>
  const sorted = order.flatMap((severity) => findings.filter((finding) => finding.severity === severity))
  return (
    <ul className="findings">
      {sorted.map(({ rule, severity, line, quote, message }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same fault may stand twice in one place
        <li key={`${rule}-${line}-${index}`}>
          <Tag color={colours[severity]}>{words[severity]}</Tag>
          {message} {quote !== '' && <span className="quiet">“{quote.length > 60 ? `${quote.slice(0, 60)}…` : quote}”</span>}
        </li>
      ))}
    </ul>
  )
}
