import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Skeleton } from 'antd'
import { useState } from 'react'
import { call, newKey } from '../../api.ts'
import type { Field } from '../../ui/field.ts'
import { FormDrawer } from '../../ui/form-drawer.tsx'
import { Trouble } from '../../ui/trouble.tsx'
import { useWho } from '../../ui/who.ts'
import { type Office, useOffices } from './use-offices.ts'

/** No office above: an option needs a value, and no office has this id. */
const top = '*'

const kinds = { institution: '机构', department: '科室', 'service-place': '便民服务中心（站）' } as const

/** Institutions with what hangs below them. */
export function Offices() {
  const { permissions } = useWho()
  const client = useQueryClient()
  const { modal, message } = App.useApp()
  const offices = useOffices()
  const [editing, setEditing] = useState<Office | 'new'>()
  const keeps = permissions.has('administer-people')
  const refresh = () => client.invalidateQueries({ queryKey: ['offices'] })
  const fields = (now?: Office): readonly Field[] => [
    ...(now ? [] : [{ kind: 'line', name: 'id', label: '编号', most: 64, hint: '英文、数字、横线，设定后不变' } as const]),
    { kind: 'line', name: 'name', label: '名称', most: 100, ...(now ? { first: now.name } : {}) },
    {
      kind: 'choice',
      name: 'kind',
      label: '类型',
      options: Object.entries(kinds).map(([value, label]) => ({ value, label })),
      first: now?.kind ?? 'department',
    },
    {
      kind: 'choice',
      name: 'parent',
      label: '上级',
      optional: true,
      find: true,
      options: [{ value: top, label: '没有上级' }, ...offices.options.filter(({ value }) => value !== now?.id)],
      first: now?.parent ?? top,
    },
    { kind: 'line', name: 'unitCode', label: '单位编码', most: 20, optional: true, first: now?.unitCode ?? '' },
    { kind: 'line', name: 'divisionCode', label: '区划代码', most: 12, optional: true, first: now?.divisionCode ?? '', hint: '6、9 或 12 位' },
  ]
  const close = (office: Office) =>
    modal.confirm({
      title: `撤销“${office.name}”？`,
      content: '撤销后不能再分派人员，已办的件不受影响。',
      okText: '撤销',
      onOk: () =>
        call(`/api/people/offices/${office.id}/close`, { method: 'POST', key: newKey(), body: {} }).then(
          refresh,
          (error: Error) => void message.error(error.message, 6),
        ),
    })
  const draw = (parent: string | null) => {
    const below = (offices.data ?? []).filter((one) => one.parent === parent)
    if (below.length === 0) return null
    return (
      <ul className="tree">
        {below.map((office) => (
          <li key={office.id}>
            <div className="tree-line">
              <span>
                <span className={office.closed ? 'quiet struck' : ''}>{office.name}</span>{' '}
                <span className="quiet">
                  {kinds[office.kind]} · <span className="unbroken">{office.people} 人</span>
                  {office.unitCode && ` · ${office.unitCode}`}
                  {office.closed && ' · 已撤销'}
                </span>
              </span>
              {keeps && !office.closed && (
                <span className="unbroken">
                  <Button size="small" type="link" onClick={() => setEditing(office)} aria-label={`修改${office.name}`}>
                    修改
                  </Button>
                  <Button size="small" type="link" onClick={() => close(office)} aria-label={`撤销${office.name}`}>
                    撤销
                  </Button>
                </span>
              )}
            </div>
            {draw(office.id)}
          </li>
        ))}
      </ul>
    )
  }
  return (
    <>
      {keeps && (
        <div className="tools">
          <Button type="primary" onClick={() => setEditing('new')}>
            增设机构或科室
          </Button>
        </div>
      )}
      <Trouble error={offices.error} retry={() => offices.refetch()} />
      {offices.isPending ? <Skeleton active /> : <section className="panel">{draw(null) ?? <p className="quiet">还没有机构。</p>}</section>}
      {editing && (
        <FormDrawer
          title={editing === 'new' ? '增设机构或科室' : `修改${editing.name}`}
          fields={fields(editing === 'new' ? undefined : editing)}
          press="保存"
          onClose={() => setEditing(undefined)}
          run={async (values) => {
            const body = { unitCode: '', divisionCode: '', ...values, parent: values.parent === top ? null : (values.parent ?? null) }
            await (editing === 'new'
              ? call('/api/people/offices', { method: 'POST', key: newKey(), body })
              : call(`/api/people/offices/${editing.id}`, { method: 'PUT', key: newKey(), body }))
            setEditing(undefined)
            await refresh()
          }}
        />
      )}
    </>
  )
}
