import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button } from 'antd'
import { useState } from 'react'
import type { Static } from 'typebox'
import type { SessionLine, StaffAnswer } from '../../../contract/people.ts'
import { call, newKey } from '../../api.ts'
import { Trouble } from '../../ui/trouble.tsx'
import { resetWords } from './reset-words.ts'
import { SessionList } from './session-list.tsx'

type Session = Static<typeof SessionLine>

/** What the security administrator does: unlock, reset, cut off, end logins and tokens. A new password is shown once; nobody's token is ever. */
export function Account({
  staff: { staff, locked, passwordReset },
  refresh,
}: {
  readonly staff: StaffAnswer
  readonly refresh: () => Promise<void>
}) {
  const client = useQueryClient()
  const { message, modal } = App.useApp()
  const [secret, setSecret] = useState<{ readonly title: string; readonly text: string }>()
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
      {passwordReset && <p className="quiet">口令{resetWords(passwordReset)}。</p>}
      <Trouble error={sessions.error} />
      {sessions.data?.length === 0 && <p className="quiet">现在没有登录，也没有接口令牌。</p>}
      {sessions.data && <SessionList lines={sessions.data} end={({ id }) => void post(`/api/people/sessions/${id}/end`).then(again)} />}
    </section>
  )
}
