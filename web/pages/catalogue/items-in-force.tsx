import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { Static } from 'typebox'
import type { ItemLine, ItemList } from '../../../contract/catalogue.ts'
import { nothingInForce, sentenceOfElsewhere } from '../../../contract/catalogue-words.ts'
import { call } from '../../api.ts'
import type { Column } from '../../ui/grid.tsx'
import { Narrow } from '../../ui/narrow.tsx'
import { SearchedList } from '../../ui/searched-list.tsx'
import { useAddress } from '../../ui/use-address.ts'

const addressOf = ({ code }: ItemLine) => `/catalogue/${code}`

const columns: readonly Column<ItemLine>[] = [
  {
    title: '事项',
    lead: true,
    show: (item) => (
      <>
        <Link to={addressOf(item)}>{item.name}</Link>
        {item.matched && <span className="quiet">　{item.matched}</span>}
      </>
    ),
  },
  { title: '领域', tight: true, show: (item) => item.field },
  { title: '类型', tight: true, show: ({ procedureName }) => procedureName },
  { title: '承诺', tight: true, show: ({ promised }) => promised },
  { title: '服务对象', show: ({ applicants }) => applicants.join('、') },
  { title: '版本', tight: true, show: ({ version }) => `第${version}版` },
]

export function ItemsInForce() {
  const { query, set } = useAddress()
  const { q = '', field = '' } = query
  const found = useQuery({
    queryKey: ['items', q, field],
    queryFn: ({ signal }) => call<Static<typeof ItemList>>('/api/catalogue/items', { query: { q, field, limit: 500 }, signal }),
  })
  const fields = useQuery({
    queryKey: ['items', '', ''],
    queryFn: ({ signal }) => call<Static<typeof ItemList>>('/api/catalogue/items', { query: { limit: 500 }, signal }),
  })
  return (
    <SearchedList
      caption="现行事项"
      find={{ label: '查找事项', placeholder: '名称、平常话或拼音首字母', text: q, onFind: (text) => set({ q: text }) }}
      tools={
        <Narrow
          label="领域"
          all="全部领域"
          value={field}
          onChange={(value) => set({ field: value })}
          options={(fields.data?.fields ?? []).map((one) => ({ value: one.field, label: `${one.field} ${one.items}` }))}
          className="filter wide"
        />
      }
      rows={found.data?.items}
      error={found.error}
      retry={() => void found.refetch()}
      columns={columns}
      keyOf={({ code }) => code}
      addressOf={addressOf}
      empty={
        found.data?.elsewhere ? sentenceOfElsewhere(found.data.elsewhere) : q === '' && field === '' ? nothingInForce : '没有找到事项，换个说法试试。'
      }
    />
  )
}
