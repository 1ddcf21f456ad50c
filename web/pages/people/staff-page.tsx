import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Skeleton } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { roleTable } from '../../../contract/permissions.ts'
import type { StaffAnswer } from '../../../contract/people.ts'
import { roleNames } from '../../../rules/people/roles.ts'
import { call, newKey } from '../../api.ts'
import { FormDrawer } from '../../ui/form-drawer.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { Trouble } from '../../ui/trouble.tsx'
import { useWho } from '../../ui/who.ts'
import { Absences } from './absences.tsx'
import { Account } from './account.tsx'
import { roleWords } from './role-words.ts'
import { staffFields, windowsOf } from './staff-fields.ts'
import { useOffices } from './use-offices.ts'

type Open = 'change' | 'roles' | 'disable' | 'enable'

/** One colleague: office, windows, roles, absences and delegates, and, for the security administrator, the account. */
export default function StaffPage() {
  const { id = '' } = useParams()
  const who = useWho()
  const client = useQueryClient()
  const { message } = App.useApp()
  const [open, setOpen] = useState<Open>()
  const offices = useOffices()
  const found = useQuery({ queryKey: ['one-staff', id], queryFn: () => call<StaffAnswer>(`/api/people/staff/${id}`) })
  const refresh = async () => {
    setOpen(undefined)
    await client.invalidateQueries({ queryKey: ['one-staff', id] })
    void client.invalidateQueries({ queryKey: ['staff'] })
  }
  if (found.isPending)
    return (
      <>
        <PageTitle title="人员" />
        <Skeleton active />
      </>
    )
  if (found.data === undefined) return <Trouble error={found.error} retry={() => found.refetch()} />
  const { seq, staff, phone } = found.data
  const keeps = who.permissions.has('administer-people')
  const send = async (path: string, method: 'PUT' | 'POST', body: object, sentence: string) => {
    await call(`/api/people/staff/${id}${path}`, { method, key: newKey(), body: { seq, ...body } })
    await refresh()
    void message.success(sentence, 4)
  }
  return (
    <>
      <PageTitle title={`${staff.name}${staff.active ? '' : '（已停用）'}`}>
        {keeps && <Button onClick={() => setOpen('change')}>修改资料</Button>}
        {who.permissions.has('grant-roles') && staff.active && <Button onClick={() => setOpen('roles')}>授予、收回角色</Button>}
        {keeps && staff.active && <Button onClick={() => setOpen('disable')}>停用</Button>}
        {keeps && !staff.active && <Button onClick={() => setOpen('enable')}>恢复</Button>}
      </PageTitle>
      <section className="panel">
        <dl className="facts">
          <div>
            <dt>科室</dt>
            <dd>{staff.officeName}</dd>
          </div>
          <div>
            <dt>登录名</dt>
            <dd>{staff.login}</dd>
          </div>
          <div>
            <dt>角色</dt>
            <dd>{roleWords(staff.roles) || '未授予'}</dd>
          </div>
          <div>
            <dt>窗口</dt>
            <dd>{staff.windows.join('、') || '—'}</dd>
          </div>
          {phone !== '' && (
            <div>
              <dt>手机</dt>
              <dd>{phone}</dd>
            </div>
          )}
        </dl>
      </section>
      <Absences staff={found.data} mayKeep={keeps || who.id === id} refresh={refresh} />
      {who.permissions.has('administer-accounts') && <Account staff={found.data} refresh={refresh} />}
      <Link to="/people">回到人员名单</Link>
      {open === 'change' && (
        <FormDrawer
          title="修改资料"
          fields={staffFields(offices.options, { name: staff.name, office: staff.office, windows: staff.windows, phone })}
          press="保存"
          onClose={() => setOpen(undefined)}
          run={(values) => send('', 'PUT', { phone: '', ...values, windows: windowsOf(values.windows) }, '已保存。')}
        />
      )}
      {open === 'roles' && (
        <FormDrawer
          title={`${staff.name}的角色`}
          says="系统、安全、审计三类管理员须由不同的人担任。"
          fields={[
            {
              kind: 'checks',
              name: 'roles',
              label: '角色',
              optional: true,
              first: staff.roles,
              options: roleNames.map((role) => ({ value: role, label: roleTable[role].title })),
            },
          ]}
          press="保存"
          onClose={() => setOpen(undefined)}
          run={({ roles }) => send('/roles', 'PUT', { roles: roles ?? [] }, '角色已更改，立即生效。')}
        />
      )}
      {(open === 'disable' || open === 'enable') && (
        <FormDrawer
          title={open === 'disable' ? `停用${staff.name}的账号` : `恢复${staff.name}的账号`}
          says={open === 'disable' ? '收回全部角色，现有登录立即失效；经办的件由负责人接管。' : '恢复后角色须重新授予。'}
          fields={[{ kind: 'words', name: 'reason', label: '原因', most: 500 }]}
          press={open === 'disable' ? '停用' : '恢复'}
          onClose={() => setOpen(undefined)}
          run={(values) => send(`/${open}`, 'POST', values, open === 'disable' ? '已停用。' : '已恢复。')}
        />
      )}
    </>
  )
}
