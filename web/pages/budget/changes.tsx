import { useQuery } from '@tanstack/react-query'
import { Select, Skeleton } from 'antd'
import { useState } from 'react'
import type { BudgetDifferences, BudgetPage } from '../../../contract/budget.ts'
import { budgetVersionTitles } from '../../../contract/budget-texts.ts'
import type { BudgetVersion } from '../../../rules/budget/budget-state.ts'
import { call } from '../../api.ts'
import { Grid } from '../../ui/grid.tsx'
import { Trouble } from '../../ui/trouble.tsx'
import { Part } from './sections.tsx'

type Difference = BudgetDifferences['differences'][number]

/** What is in the book now, beside another version, last year's document or the one that was published. */
export function Changes({ page, path }: { readonly page: BudgetPage; readonly path: string }) {
  const versions = page.versions.map(({ seq, what, by, on }) => ({
    value: String(seq),
    label: `${on} ${by.name}${budgetVersionTitles[what as BudgetVersion['what']]}`,
  }))
  const options = [
    ...(page.steps.published === null ? [] : [{ value: 'published', label: '最近公开的' }]),
    { value: 'last-year', label: '上年的' },
    ...versions,
  ]
  const [from, setFrom] = useState(options[0]!.value)
  const found = useQuery({
    queryKey: ['budget', String(page.year), page.kind, 'differences', from, page.seq],
    queryFn: () => call<BudgetDifferences>(`${path}/differences`, { query: { from } }),
    retry: false,
  })
  return (
    <Part title="对照">
      <div className="tools block">
        <span>现在的内容，与</span>
        <Select aria-label="与哪个版本对照" style={{ minWidth: 260 }} value={from} options={options} onChange={setFrom} />
        <span>相比</span>
      </div>
      <Trouble error={found.error} />
      {found.isPending && <Skeleton active />}
      {found.data && (
        <Grid<Difference>
          caption="逐处对照"
          rows={found.data.differences}
          keyOf={({ path: place }) => place}
          empty="没有差别。"
          columns={[
            { title: '位置', show: ({ title }) => title },
            { title: '原来', show: ({ was }) => was || <span className="quiet">空</span> },
            { title: '现在', show: ({ is }) => is || <span className="quiet">空</span> },
          ]}
        />
      )}
    </Part>
  )
}
