import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { Static } from 'typebox'
import type { StaffAdded, StaffLine } from '../../../contract/people.ts'
import { call, newKey } from '../../api.ts'
import { FormDrawer } from '../../ui/form-drawer.tsx'
import type { Column } from '../../ui/grid.tsx'
import { Narrow } from '../../ui/narrow.tsx'
import { SearchedList } from '../../ui/searched-list.tsx'
import { useAddress } from '../../ui/use-address.ts'
import { useWho } from '../../ui/who.ts'
import { roleWords } from './role-words.ts'
import { staffFields, windowsOf } from './staff-fields.ts'
import { useOffices } from './use-offices.ts'

type Line = Static<typeof StaffLine>

const addressOf = ({ id }: Line) => `/people/${id}`

const columns: readonly Column<Line>[] = [
  { title: '姓名', tight: true, lead: true, show: (line) => <Link to={addressOf(line)}>{line.name}</Link> },
  { title: '登录名', tight: true, show: ({ login }) => login },
  { title: '科室', show: ({ officeName }) => officeName },
  { title: '角色', show: ({ roles }) => roleWords(roles) || <span className="quiet">未授予</span> },
  { title: '窗口', show: ({ windows }) => windows.join('、') || null },
]

/** Everybody who works here; whoever keeps the accounts adds people, whose first password is shown once. */
export function StaffList() {
  const { permissions } = useWho()
  const client = useQueryClient()
  const { query, set } = useAddress()
  const [adding, setAdding] = useState(false)
  const [first, setFirst] = useState<{ readonly name: string; readonly password: string | null }>()
  const { q = '', office = '', left = '' } = query
  const offices = useOffices()
  const found = useQuery({
    queryKey: ['staff', q, office, left],
    queryFn: () => call<Line[]>('/api/people/staff', { query: { q, office, left: left === 'yes' ? true : undefined } }),
  })
  return (
    <>
      <SearchedList
        caption="人员"
        find={{ label: '查找人员', placeholder: '姓名或登录名', text: q, onFind: (text) => set({ q: text }) }}
        tools={
          <>
            <Narrow
              label="科室"
              all="全部科室"
              value={office}
              onChange={(value) => set({ office: value })}
              options={offices.options}
              className="filter wide"
            />
            <Narrow label="在岗" all="在岗" value={left} onChange={(value) => set({ left: value })} options={[{ value: 'yes', label: '已停用' }]} />
            {permissions.has('administer-people') && (
              <Button type="primary" onClick={() => setAdding(true)}>
                增加人员
              </Button>
            )}
          </>
        }
        rows={found.data}
        error={found.error}
        retry={() => void found.refetch()}
        columns={columns}
        keyOf={({ id }) => id}
        addressOf={addressOf}
        empty="没有符合条件的人员。"
      >
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
      </SearchedList>
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
