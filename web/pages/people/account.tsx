import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button } from 'antd'
import { useState } from 'react'
import type { Static } from 'typebox'
import type { SessionLine, StaffAnswer } from '../../../contract/people.ts'
import { permissionTitles, permissionsOf } from '../../../contract/permissions.ts'
import { call, newKey } from '../../api.ts'
import { FormDrawer } from '../../ui/form-drawer.tsx'
import { minuteOf } from '../../ui/instant.ts'
import { Trouble } from '../../ui/trouble.tsx'

type Session = Static<typeof SessionLine>

/** What the security administrator does: unlock, reset, cut off, hand out and end tokens. Secrets are shown once. */
export function Account({ staff: { staff, locked }, refresh }: { readonly staff: StaffAnswer; readonly refresh: () => Promise<void> }) {
  const client = useQueryClient()
  const { message, modal } = App.useApp()
  const [secret, setSecret] = useState<{ readonly title: string; readonly text: string }>()
  const [making, setMaking] = useState(false)
  const sessions = useQuery({ queryKey: ['sessions', staff.id], queryFn: () => call<Session[]>(`/api/people/staff/${staff.id}/sessions`) })
  const again = async () => {
    await client.invalidateQueries({ queryKey: ['sessions', staff.id] })
    await refresh()
  }
  const post = <T,>(path: string) =>
    call<T>(path, { method: 'POST', key: newKey(), body: {} }).catch((error: Error) => {
      void message.error(error.message, 6)
      return undefined
    })
  const unlock = async () => {
    const done = await post<{ wasLocked: boolean }>(`/api/people/staff/${staff.id}/unlock`)
    if (done) void message.success(done.wasLocked ? '已解锁。' : '该账号没有锁定。')
    await again()
  }
  const reset = () =>
    modal.confirm({
      title: `重置${staff.name}的口令？`,
      content: '现有登录立即失效，新口令只显示这一次。',
      okText: '重置',
      onOk: async () => {
        const done = await post<{ firstPassword: string }>(`/api/people/staff/${staff.id}/reset-password`)
        if (done) setSecret({ title: '新口令', text: done.firstPassword })
        await again()
      },
    })
  const cutOff = async () => {
    const done = await post<{ ended: number }>(`/api/people/staff/${staff.id}/cut-off`)
    if (done) void message.success(`已下线 ${done.ended} 处登录。`)
    await again()
  }
  const own = [...permissionsOf(staff.roles)]
  return (
    <section className="panel" aria-labelledby="account-title">
      <div className="panel-head">
        <h2 id="account-title">账号 {locked && <span className="fault">已锁定</span>}</h2>
        <div className="page-tools">
          <Button size="small" onClick={unlock}>
            解锁
          </Button>
          <Button size="small" onClick={reset}>
            重置口令
          </Button>
          <Button size="small" onClick={cutOff}>
            强制下线
          </Button>
          <Button size="small" onClick={() => setMaking(true)}>
            制发接口令牌
          </Button>
        </div>
      </div>
      {secret && (
        <Alert
          type="success"
          showIcon
          closable
          className="block"
          title={`${secret.title}：${secret.text}`}
          description="只显示这一次，请妥善交付。"
          onClose={() => setSecret(undefined)}
        />
      )}
      <Trouble error={sessions.error} />
      {sessions.data?.length === 0 && <p className="quiet">现在没有登录，也没有接口令牌。</p>}
      <ul>
        {sessions.data?.map((one) => (
          <li key={one.id}>
            {one.kind === 'bearer' ? `接口令牌 ${one.label}` : '网页登录'}，{minuteOf(one.createdAt)} 起，最近 {minuteOf(one.seenAt)}，{one.ip}，
            {minuteOf(one.expiresAt)} 到期
            <Button size="small" type="link" onClick={() => void post(`/api/people/sessions/${one.id}/end`).then(again)}>
              {one.kind === 'bearer' ? '作废' : '下线'}
            </Button>
          </li>
        ))}
      </ul>
      {making && (
        <FormDrawer
          title="制发接口令牌"
          says={`以${staff.name}的名义访问接口；不选权限即与本人相同。`}
          fields={[
            { kind: 'line', name: 'label', label: '用于哪个系统', most: 100 },
            { kind: 'integer', name: 'days', label: '有效天数', least: 1, most: 3660, first: 365, unit: '天' },
            {
              kind: 'checks',
              name: 'permissions',
              label: '限定权限',
              optional: true,
              options: own.map((one) => ({ value: one, label: permissionTitles[one] })),
            },
          ]}
          press="制发"
          onClose={() => setMaking(false)}
          run={async ({ permissions, ...rest }) => {
            const chosen = (permissions as string[] | undefined) ?? []
            const body = { ...rest, ...(chosen.length > 0 ? { permissions: chosen } : {}) }
            const made = await call<{ token: string }>(`/api/people/staff/${staff.id}/tokens`, { method: 'POST', key: newKey(), body })
            setMaking(false)
            setSecret({ title: '令牌', text: made.token })
            await again()
          }}
        />
      )}
    </section>
  )
}
