import { useQuery } from '@tanstack/react-query'
import { Input, Select, Skeleton } from 'antd'
import { useRef } from 'react'
import { Link, useNavigate, useSearchParams } from 'react-router'
import type { Static } from 'typebox'
import type { ItemLine, ItemList } from '../../../contract/catalogue.ts'
import { call } from '../../api.ts'
import { Grid } from '../../ui/grid.tsx'
import { Trouble } from '../../ui/trouble.tsx'
import { useListKeys } from '../../ui/use-list-keys.ts'

export function ItemsInForce() {
  const [search, setSearch] = useSearchParams()
  const navigate = useNavigate()
  const find = useRef<HTMLInputElement | null>(null)
  const { q = '', field = '' } = Object.fromEntries(search)
  const found = useQuery({
    queryKey: ['items', q, field],
    queryFn: ({ signal }) => call<Static<typeof ItemList>>('/api/catalogue/items', { query: { q, field, limit: 500 }, signal }),
  })
  const fields = useQuery({
    queryKey: ['items', '', ''],
    queryFn: ({ signal }) => call<Static<typeof ItemList>>('/api/catalogue/items', { query: { limit: 500 }, signal }),
  })
  const items = found.data?.items ?? []
  const set = (name: string, value: string) =>
    setSearch((now) => {
      if (value === '') now.delete(name)
      else now.set(name, value)
      return now
    })
  const here = useListKeys(items.length, { open: (n) => navigate(`/catalogue/${items[n]!.code}`), find: () => find.current?.focus() })
  return (
    <>
      <div className="tools">
        <Input.Search
          ref={(input) => {
            find.current = input?.input ?? null
          }}
          aria-label="查找事项"
          placeholder="名称、平常话或拼音首字母"
          defaultValue={q}
          allowClear
          enterButton="查找"
          onSearch={(text) => set('q', text.trim())}
          className="find"
        />
        <Select
          aria-label="领域"
          value={field}
          onChange={(value) => set('field', value)}
          options={[
            { value: '', label: '全部领域' },
            ...(fields.data?.fields ?? []).map((one) => ({ value: one.field, label: `${one.field} ${one.items}` })),
          ]}
          className="filter wide"
        />
      </div>
      <Trouble error={found.error} retry={() => found.refetch()} />
      {found.isPending ? (
        <Skeleton active />
      ) : (
        <Grid<ItemLine>
          caption="现行事项"
          rows={items}
          keyOf={({ code }) => code}
          here={here}
          onOpen={({ code }) => navigate(`/catalogue/${code}`)}
          empty="没有找到事项，换个说法试试。"
          columns={[
            {
              title: '事项',
              show: ({ code, name, matched }) => (
                <>
                  <Link to={`/catalogue/${code}`}>{name}</Link>
                  {matched && <span className="quiet">　{matched}</span>}
                </>
              ),
            },
            { title: '领域', tight: true, show: (item) => item.field },
            { title: '类型', tight: true, show: ({ procedureName }) => procedureName },
            { title: '承诺', tight: true, show: ({ promised }) => promised },
            { title: '服务对象', show: ({ applicants }) => applicants.join('、') },
            { title: '版本', tight: true, show: ({ version }) => `第${version}版` },
          ]}
        />
      )}
    </>
  )
}
