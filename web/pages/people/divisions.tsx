import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Skeleton } from 'antd'
import { useState } from 'react'
import type { Static } from 'typebox'
import type { DivisionLine } from '../../../contract/people.ts'
import { call, newKey } from '../../api.ts'
import { FormDrawer } from '../../ui/form-drawer.tsx'
import { Trouble } from '../../ui/trouble.tsx'
import { useWho } from '../../ui/who.ts'

type Division = Static<typeof DivisionLine>

/** 区 → 街道（乡镇） → 村（居）: a code's beginning is its parent's code. */
export function Divisions() {
  const { permissions } = useWho()
  const client = useQueryClient()
  const { message } = App.useApp()
  const [editing, setEditing] = useState<Division | 'new'>()
  const found = useQuery({ queryKey: ['divisions'], queryFn: () => call<Division[]>('/api/people/divisions') })
  const keeps = permissions.has('administer-people')
  const refresh = () => client.invalidateQueries({ queryKey: ['divisions'] })
  const all = found.data ?? []
  const top = all.filter(({ code }) => !all.some((other) => other.code !== code && code.startsWith(other.code)))
  const below = (parent: Division) => {
    const length = parent.code.length === 6 ? 9 : 12
    return all.filter(({ code }) => code.length === length && code.startsWith(parent.code))
  }
  const close = (division: Division) =>
    call(`/api/people/divisions/${division.code}/close`, { method: 'POST', key: newKey(), body: {} }).then(
      refresh,
      (error: Error) => void message.error(error.message, 6),
    )
  const draw = (divisions: readonly Division[]) =>
    divisions.length === 0 ? null : (
      <ul className="tree">
        {divisions.map((division) => (
          <li key={division.code}>
            <div className="tree-line">
              <span>
                <span className={division.closed ? 'quiet struck' : ''}>{division.name}</span> <span className="quiet number">{division.code}</span>
                {division.closed && <span className="quiet"> 已撤销</span>}
              </span>
              {keeps && !division.closed && (
                <span className="unbroken">
                  <Button size="small" type="link" aria-label={`${division.name}改名`} onClick={() => setEditing(division)}>
                    改名
                  </Button>
                  <Button size="small" type="link" aria-label={`撤销${division.name}`} onClick={() => void close(division)}>
                    撤销
                  </Button>
                </span>
              )}
            </div>
            {draw(below(division))}
          </li>
        ))}
      </ul>
    )
  return (
    <>
      {keeps && (
        <div className="tools">
          <Button type="primary" onClick={() => setEditing('new')}>
            增加区划
          </Button>
        </div>
      )}
      <Trouble error={found.error} retry={() => found.refetch()} />
      {found.isPending ? <Skeleton active /> : <section className="panel">{draw(top) ?? <p className="quiet">还没有区划。</p>}</section>}
      {editing && (
        <FormDrawer
          title={editing === 'new' ? '增加区划' : `${editing.name}改名`}
          fields={[
            ...(editing === 'new'
              ? [{ kind: 'line', name: 'code', label: '区划代码', most: 12, hint: '区 6 位，街道、乡镇 9 位，村、居 12 位' } as const]
              : []),
            { kind: 'line', name: 'name', label: '名称', most: 100, ...(editing === 'new' ? {} : { first: editing.name }) },
          ]}
          press="保存"
          onClose={() => setEditing(undefined)}
          run={async ({ code, name }) => {
            await call(`/api/people/divisions/${editing === 'new' ? code : editing.code}`, { method: 'PUT', key: newKey(), body: { name } })
            setEditing(undefined)
            await refresh()
          }}
        />
      )}
    </>
  )
}
