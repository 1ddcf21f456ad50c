import { ExclamationCircleFilled, QuestionCircleOutlined } from '@ant-design/icons'
import { placeTitle } from '../../../rules/service-item/field-titles.ts'

export interface Found {
  readonly path: string
  readonly rule: string
  readonly sentence: string
  readonly severity: string
}

/** What the rules find, errors first, each with the field it lies in. */
export function Findings({ findings, onGo }: { readonly findings: readonly Found[]; readonly onGo?: (path: string) => void }) {
  if (findings.length === 0) return <p className="good">没有发现问题。</p>
  const ordered = [...findings].sort((a, b) => Number(b.severity === 'error') - Number(a.severity === 'error'))
  return (
    <ul className="findings">
      {ordered.map((one) => (
        <li key={one.path + one.rule + one.sentence} className={one.severity === 'error' ? 'fault' : ''}>
          {one.severity === 'error' ? <ExclamationCircleFilled /> : <QuestionCircleOutlined />} {one.severity === 'error' ? '错误' : '存疑'}：
          {one.sentence}{' '}
          {onGo ? (
            <button type="button" className="as-link" onClick={() => onGo(one.path)}>
              {placeTitle(one.path)}
            </button>
          ) : (
            <span className="quiet">{placeTitle(one.path)}</span>
          )}
        </li>
      ))}
    </ul>
  )
}
