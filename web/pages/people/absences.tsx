import { useQuery } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useState } from 'react'
import type { Static } from 'typebox'
import type { StaffAnswer, StaffLine } from '../../../contract/people.ts'
import { call, newKey } from '../../api.ts'
import { FormDrawer } from '../../ui/form-drawer.tsx'

interface Props {
  readonly staff: StaffAnswer
  readonly mayKeep: boolean
  readonly refresh: () => Promise<void>
}

/** When somebody is away, and who acts in that time. */
export function Absences({ staff: { staff, absences, standsIn }, mayKeep, refresh }: Props) {
  const { message } = App.useApp()
  const [adding, setAdding] = useState(false)
  const people = useQuery({ queryKey: ['staff', '', '', ''], queryFn: () => call<Static<typeof StaffLine>[]>('/api/people/staff') })
  const nameOf = (id: string) => people.data?.find((one) => one.id === id)?.name ?? id
  const end = (absence: string) =>
    call(`/api/people/staff/${staff.id}/absences/${absence}/end`, { method: 'POST', key: newKey(), body: {} }).then(
      refresh,
      (error: Error) => void message.error(error.message, 6),
    )
  return (
    <section className="panel" aria-labelledby="absence-title">
      <div className="panel-head">
        <h2 id="absence-title">请假（外出）和代理</h2>
        {mayKeep && staff.active && (
          <Button size="small" onClick={() => setAdding(true)}>
            登记请假
          </Button>
        )}
      </div>
      {absences.length === 0 && standsIn.length === 0 && <p className="quiet">没有请假，也不代理他人。</p>}
      <ul>
        {absences.map((one) => (
          <li key={one.id}>
            {one.from} 至 {one.until}，{one.delegate ? `由 ${nameOf(one.delegate)} 代理` : '没有代理人'}：{one.reason}
            {mayKeep && (
              <Button size="small" type="link" onClick={() => void end(one.id)}>
                提前结束
              </Button>
            )}
          </li>
        ))}
        {standsIn.map((one) => (
          <li key={one.principal + one.from}>
            {one.from} 至 {one.until} 代理 {one.principalName}
          </li>
        ))}
      </ul>
      {adding && (
        <FormDrawer
          title="登记请假（外出）"
          fields={[
            { kind: 'day', name: 'from', label: '开始日期' },
            { kind: 'day', name: 'until', label: '结束日期' },
            {
              kind: 'choice',
              name: 'delegate',
              label: '代理人',
              optional: true,
              find: true,
              options: (people.data ?? [])
                .filter(({ id }) => id !== staff.id)
                .map(({ id, name, officeName }) => ({ value: id, label: `${name}　${officeName}` })),
            },
            { kind: 'line', name: 'reason', label: '事由', most: 500 },
          ]}
          press="登记"
          onClose={() => setAdding(false)}
          run={async (values) => {
            await call(`/api/people/staff/${staff.id}/absences`, { method: 'POST', key: newKey(), body: { delegate: null, ...values } })
            setAdding(false)
            await refresh()
          }}
        />
      )}
    </section>
  )
}
