import { Button } from 'antd'
import { useCallback } from 'react'
import { Link } from 'react-router'
import type { ItemLine } from '../../../../../contract/catalogue.ts'
import { PageTitle } from '../../../../ui/page-title.tsx'
import { Trouble } from '../../../../ui/trouble.tsx'
import { useAddress } from '../../../../ui/use-address.ts'
import { useItemVersion } from '../../use-item.ts'
import { ItemPicker } from '../item-picker.tsx'
import { BatchOfItem } from './batch-of-item.tsx'

/** Many applications for one item at once, say from one agent's folder. The item stands in the address, so that the page can be opened again. */
export default function BatchReceive() {
  const { query, set } = useAddress()
  const version = query.version === undefined ? undefined : Number(query.version)
  const item = useItemVersion(query.item, version)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address is written, never read here
  const pick = useCallback((line: ItemLine) => set({ item: line.code, version: String(line.version) }), [])
  return (
    <>
      <PageTitle title="批量收件">
        <Link to="/receive">收一件</Link>
      </PageTitle>
      {query.item === undefined ? (
        <section className="panel">
          <ItemPicker onPick={pick} />
        </section>
      ) : item.data ? (
        <>
          <div className="panel picked">
            <strong>{item.data.name}</strong>
            <Button size="small" onClick={() => set({ item: undefined, version: undefined })}>
              换一个事项
            </Button>
          </div>
          <BatchOfItem key={`${item.data.code} ${item.data.version}`} item={item.data} />
        </>
      ) : (
        <>
          <Trouble error={item.error} retry={() => item.refetch()} />
          {item.isPending && <p role="status">正在取来事项的表单</p>}
        </>
      )}
    </>
  )
}
