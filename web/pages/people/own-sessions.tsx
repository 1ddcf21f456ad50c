import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button } from 'antd'
import { useState } from 'react'
import type { Static } from 'typebox'
import type { OwnSessionLine, TokenMade } from '../../../contract/people.ts'
import { isPermission, permissionTitles } from '../../../contract/permissions.ts'
import { call, newKey } from '../../api.ts'
import { FormDrawer } from '../../ui/form-drawer.tsx'
import { Trouble } from '../../ui/trouble.tsx'
import { useWho } from '../../ui/who.ts'
import { SessionList } from './session-list.tsx'

/** My logins, and tokens for other systems: only I make tokens in my name, and the password is asked for again. */
export function OwnSessions() {
  const who = useWho()
  const client = useQueryClient()
  const { message } = App.useApp()
  const [making, setMaking] = useState(false)
  const [token, setToken] = useState('')
  const found = useQuery({ queryKey: ['own-sessions'], queryFn: () => call<Static<typeof OwnSessionLine>[]>('/api/session/own') })
  const again = () => client.invalidateQueries({ queryKey: ['own-sessions'] })
  const end = async (id: string) => {
    await call(`/api/session/own/${id}/end`, { method: 'POST', key: newKey(), body: {} }).catch((error: Error) => message.error(error.message, 6))
    await again()
  }
  return (
    <section className="panel" aria-labelledby="own-sessions-title">
      <div className="panel-head">
        <h2 id="own-sessions-title">登录和接口令牌</h2>
        <Button size="small" onClick={() => setMaking(true)}>
          制发接口令牌
        </Button>
      </div>
      {token !== '' && (
        <Alert
          type="success"
          showIcon
          closable={{ onClose: () => setToken('') }}
          className="block secret"
          title={`令牌：${token}`}
          description="只显示这一次，请当场填进要用它的系统。"
        />
      )}
      <Trouble error={found.error} retry={() => found.refetch()} />
      {found.data && <SessionList lines={found.data} end={({ id }) => void end(id)} />}
      {making && (
        <FormDrawer
          title="制发接口令牌"
          says="别的系统凭它以您的名义访问接口，做了什么都记在您名下。改口令、离岗或者安全管理员作废，令牌随即失效。"
          fields={[
            { kind: 'secret', name: 'password', label: '再输一次口令' },
            { kind: 'line', name: 'label', label: '用于哪个系统', most: 100 },
            { kind: 'integer', name: 'days', label: '有效天数', least: 1, most: 366, first: 90, unit: '天' },
            {
              kind: 'checks',
              name: 'permissions',
              label: '只给这些权限',
              optional: true,
              hint: '不选即与本人相同',
              options: [...who.ownPermissions].filter(isPermission).map((one) => ({ value: one, label: permissionTitles[one] })),
            },
          ]}
          press="制发"
          onClose={() => setMaking(false)}
          run={async ({ permissions, ...rest }, { password }: { readonly password?: string }) => {
            const chosen = (permissions as string[] | undefined) ?? []
            const body = { ...rest, password, ...(chosen.length > 0 ? { permissions: chosen } : {}) }
            const made = await call<Static<typeof TokenMade>>('/api/session/tokens', { method: 'POST', key: newKey(), body })
            setMaking(false)
            setToken(made.token)
            await again()
          }}
        />
      )}
    </section>
  )
}
