import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Input, Select, Skeleton } from 'antd'
import { useRef, useState } from 'react'
import { Link, useNavigate, useSearchParams } from 'react-router'
import type { Static } from 'typebox'
import type { StaffAdded, StaffLine } from '../../../contract/people.ts'
import { call, newKey } from '../../api.ts'
import { FormDrawer } from '../../ui/form-drawer.tsx'
import { Grid } from '../../ui/grid.tsx'
import { Trouble } from '../../ui/trouble.tsx'
import { useListKeys } from '../../ui/use-list-keys.ts'
import { useWho } from '../../ui/who.ts'
import { roleWords } from './role-words.ts'
import { staffFields, windowsOf } from './staff-fields.ts'
import { useOffices } from './use-offices.ts'

type Line = Static<typeof StaffLine>

/** Everybody who works here; whoever keeps the accounts adds people, whose first password is shown once. */
export function StaffList() {
  const { permissions } = useWho()
  const navigate = useNavigate()
  const client = useQueryClient()
  const [search, setSearch] = useSearchParams()
  const [adding, setAdding] = useState(false)
  const [first, setFirst] = useState<{ readonly name: string; readonly password: string | null }>()
  const find = useRef<HTMLInputElement | null>(null)
  const { q = '', office = '', left = '' } = Object.fromEntries(search)
  const offices = useOffices()
  const found = useQuery({
    queryKey: ['staff', q, office, left],
    queryFn: () => call<Line[]>('/api/people/staff', { query: { q, office, left: left === 'yes' ? true : undefined } }),
  })
  const rows = found.data ?? []
  const set = (name: string, value: string) =>
    setSearch((now) => {
      if (value === '') now.delete(name)
      else now.set(name, value)
      return now
    })
  const here = useListKeys(rows.length, { open: (n) => navigate(`/people/${rows[n]!.id}`), find: () => find.current?.focus() })
  return (
    <>
      <div className="tools">
        <Input.Search
          ref={(input) => {
            find.current = input?.input ?? null
          }}
          aria-label="查找人员"
          placeholder="姓名或登录名"
          defaultValue={q}
          allowClear
          enterButton="查找"
          onSearch={(text) => set('q', text.trim())}
          className="find"
        />
        <Select
          aria-label="科室"
          value={office}
          onChange={(value) => set('office', value)}
          options={[{ value: '', label: '全部科室' }, ...offices.options]}
          className="filter wide"
        />
        <Select
          aria-label="在岗"
          value={left}
          onChange={(value) => set('left', value)}
          options={[
            { value: '', label: '在岗' },
            { value: 'yes', label: '已停用' },
          ]}
          className="filter"
        />
        {permissions.has('administer-people') && (
          <Button type="primary" onClick={() => setAdding(true)}>
            增加人员
          </Button>
        )}
      </div>
      <Trouble error={found.error} retry={() => found.refetch()} />
      {first && (
        <Alert
          type="success"
          showIcon
          closable
          className="block"
          onClose={() => setFirst(undefined)}
          title={
            first.password === null
              ? `已增加 ${first.name}。首次口令已经显示过，请安全管理员重置。`
              : `已增加 ${first.name}，首次口令：${first.password}`
          }
          description="首次口令只显示这一次，请当面交给本人；角色由安全管理员授予。"
        />
      )}
      {found.isPending ? (
        <Skeleton active />
      ) : (
        <Grid<Line>
          caption="人员"
          rows={rows}
          keyOf={({ id }) => id}
          here={here}
          onOpen={({ id }) => navigate(`/people/${id}`)}
          empty="没有符合条件的人员。"
          columns={[
            { title: '姓名', tight: true, show: ({ id, name }) => <Link to={`/people/${id}`}>{name}</Link> },
            { title: '登录名', tight: true, show: ({ login }) => login },
            { title: '科室', show: ({ officeName }) => officeName },
            { title: '角色', show: ({ roles }) => roleWords(roles) || <span className="quiet">未授予</span> },
            { title: '窗口', show: ({ windows }) => windows.join('、') || '—' },
          ]}
        />
      )}
      {adding && (
        <FormDrawer
          title="增加人员"
          fields={[
            { kind: 'line', name: 'login', label: '登录名', most: 32, hint: '小写字母开头，可用数字、点、横线' },
            ...staffFields(offices.options),
          ]}
          press="增加"
          onClose={() => setAdding(false)}
          run={async (values) => {
            const body = { phone: '', ...values, windows: windowsOf(values.windows) }
            const added = await call<Static<typeof StaffAdded>>('/api/people/staff', { method: 'POST', key: newKey(), body })
            setAdding(false)
            setFirst({ name: String(values.name), password: added.firstPassword })
            await client.invalidateQueries({ queryKey: ['staff'] })
          }}
        />
      )}
    </>
  )
}
