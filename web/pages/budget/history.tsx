import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import { Link } from 'react-router'
import type { BudgetHistory, BudgetPage } from '../../../contract/budget.ts'
import { call } from '../../api.ts'
import { Grid } from '../../ui/grid.tsx'
import { Trouble } from '../../ui/trouble.tsx'
import { Part } from './sections.tsx'

type Event = BudgetHistory['events'][number]

/** Everything that happened to the document, and every fault of the original that somebody decided on. */
export function History({ page, path }: { readonly page: BudgetPage; readonly path: string }) {
  const found = useQuery({
    queryKey: ['budget', String(page.year), page.kind, 'history', page.seq],
    queryFn: () => call<BudgetHistory>(`${path}/history`),
  })
  return (
    <>
      <Part title="经过">
        {page.source !== null && (
          <p className="quiet block">
            现在的内容导入自“{page.source.name}”{page.source.original && '（已公开的原文件）'}
          </p>
        )}
        <Trouble error={found.error} retry={() => found.refetch()} />
        {found.isPending && <Skeleton active />}
        {found.data && (
          <Grid<Event>
            caption="经过"
            rows={found.data.events}
            keyOf={({ seq }) => String(seq)}
            empty="没有。"
            columns={[
              { title: '日期', tight: true, show: ({ on }) => on },
              { title: '办理人', tight: true, show: ({ by }) => by ?? '系统' },
              { title: '事情', lead: true, show: ({ title }) => title },
              { title: '说明', show: ({ note }) => note },
              {
                title: '改动',
                tight: true,
                show: ({ seq, changed }) => (changed === null ? null : <Link to={`?tab=changes&from=${seq - 1}&to=${seq}`}>{changed} 处</Link>),
              },
            ]}
          />
        )}
      </Part>
      {page.faults !== null && (
        <Part title={`原文件差错的处理决定（${page.decisions.length} 条）`}>
          <Grid
            caption="处理决定"
            rows={page.decisions.map((decision, at) => ({ ...decision, at }))}
            keyOf={({ at }) => String(at)}
            empty="没有。"
            columns={[
              { title: '位置', show: ({ title }) => title },
              { title: '原文', show: ({ was }) => was },
              { title: '决定', show: ({ becomes, kept }) => (kept ? '照原样公开' : becomes || <span className="quiet">不再保留</span>) },
              { title: '原因', show: ({ reason }) => reason },
              { title: '决定人', tight: true, show: ({ by, on }) => `${by.name} ${on}` },
            ]}
          />
        </Part>
      )}
    </>
  )
}
