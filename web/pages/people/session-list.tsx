import { Button } from 'antd'
import type { Static } from 'typebox'
import type { SessionLine } from '../../../contract/people.ts'
import { isPermission, permissionTitles } from '../../../contract/permissions.ts'
import { minuteOf } from '../../ui/instant.ts'

type Line = Static<typeof SessionLine> & { readonly current?: boolean }

const mayOf = (permissions: readonly string[] | null): string =>
  permissions === null ? '权限与本人相同' : `只能${permissions.map((one) => (isPermission(one) ? permissionTitles[one] : one)).join('、')}`

/** Logins and tokens of one person, each with what ends it. */
export function SessionList({ lines, end }: { readonly lines: readonly Line[]; readonly end: (line: Line) => void }) {
  return (
    <ul className="session-list">
      {lines.map((line) => (
        <li key={line.id}>
          <span>
            {line.kind === 'bearer' ? `接口令牌 ${line.label}` : line.current ? '网页登录（就是这一个）' : '网页登录'}
            <span className="quiet">
              {line.kind === 'bearer' && line.label !== '' && `${mayOf(line.permissions)}，`}
              {minuteOf(line.createdAt)} 起，最近 {minuteOf(line.seenAt)}，{line.ip}，{minuteOf(line.expiresAt)} 到期
            </span>
          </span>
          {!line.current && (
            <Button size="small" type="link" onClick={() => end(line)}>
              {line.kind === 'bearer' ? '作废' : '下线'}
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}
