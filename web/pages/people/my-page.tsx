import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Skeleton } from 'antd'
import { useState } from 'react'
import type { StaffAnswer } from '../../../contract/people.ts'
import { call } from '../../api.ts'
import { FormDrawer } from '../../ui/form-drawer.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { Trouble } from '../../ui/trouble.tsx'
import { useWho } from '../../ui/who.ts'
import { Absences } from './absences.tsx'
import { OwnSessions } from './own-sessions.tsx'
import { resetWords } from './reset-words.ts'
import { roleWords } from './role-words.ts'

/** One's own account: who I am here, my password, when I am away and who stands in for me, my logins and tokens. */
export default function MyPage() {
  const who = useWho()
  const client = useQueryClient()
  const { message } = App.useApp()
  const [changing, setChanging] = useState(false)
  const found = useQuery({
    queryKey: ['one-staff', who.id],
    enabled: who.permissions.has('see-people'),
    queryFn: () => call<StaffAnswer>(`/api/people/staff/${who.id}`),
  })
  return (
    <>
      <PageTitle title="我的账号">
        <Button onClick={() => setChanging(true)}>修改口令</Button>
      </PageTitle>
      <Trouble error={found.error} retry={() => found.refetch()} />
      {found.isLoading && <Skeleton active />}
      {found.data && (
        <>
          <section className="panel">
            <dl className="facts">
              <div>
                <dt>姓名</dt>
                <dd>{found.data.staff.name}</dd>
              </div>
              <div>
                <dt>科室</dt>
                <dd>{found.data.staff.officeName}</dd>
              </div>
              <div>
                <dt>角色</dt>
                <dd>{roleWords(found.data.staff.roles)}</dd>
              </div>
              <div>
                <dt>登录名</dt>
                <dd>{found.data.staff.login}</dd>
              </div>
              <div>
                <dt>手机</dt>
                <dd>{found.data.phone || '未登记'}</dd>
              </div>
              {found.data.passwordReset && (
                <div>
                  <dt>口令</dt>
                  <dd>{resetWords(found.data.passwordReset)}</dd>
                </div>
              )}
            </dl>
          </section>
          <Absences staff={found.data} mayKeep refresh={() => client.invalidateQueries({ queryKey: ['one-staff', who.id] })} />
        </>
      )}
      <OwnSessions />
      {changing && (
        <FormDrawer
          title="修改口令"
          says="其他地方的登录随即失效。"
          fields={[
            { kind: 'secret', name: 'old', label: '现在的口令' },
            { kind: 'secret', name: 'new', label: '新口令', fresh: true, hint: '至少 8 位（管理员 12 位），大写、小写、数字、符号四类中至少三类' },
          ]}
          press="修改"
          onClose={() => setChanging(false)}
          run={async (_, body) => {
            await call('/api/session/password', { method: 'POST', body })
            setChanging(false)
            void message.success('口令已修改。')
          }}
        />
      )}
    </>
  )
}
