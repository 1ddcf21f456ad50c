import { useQuery } from '@tanstack/react-query'
import { Button, Select, Skeleton } from 'antd'
import { useMemo, useState } from 'react'
import { useSearchParams } from 'react-router'
import type { BudgetDifferences, BudgetPage } from '../../../contract/budget.ts'
import { budgetVersionTitles } from '../../../contract/budget-texts.ts'
import type { BudgetDocument } from '../../../rules/budget/budget-document.ts'
import type { BudgetVersion } from '../../../rules/budget/budget-state.ts'
import { compareBudgets } from '../../../rules/budget/compare-budgets.ts'
import { call, Problem } from '../../api.ts'
import { Grid } from '../../ui/grid.tsx'
import { Trouble } from '../../ui/trouble.tsx'
import { Part } from './sections.tsx'

type Difference = BudgetDifferences['differences'][number]
const portion = 100

interface Props {
  readonly page: BudgetPage
  readonly path: string
  /** As it is on this screen. */
  readonly draft: BudgetDocument
  readonly changed: boolean
}

/** Two versions side by side, place by place: any of this document's, last year's, the one that was published, and what is not saved yet. */
export function Changes({ page, path, draft, changed }: Props) {
  const [query, setQuery] = useSearchParams()
  const versions = page.versions.map(({ seq, what, by, on }) => ({
    value: String(seq),
    label: `${on} ${by.name}${budgetVersionTitles[what as BudgetVersion['what']]}`,
  }))
  const before = [
    ...(changed ? [{ value: 'unsaved', label: '已保存的（看尚未保存的改动）' }] : []),
    ...(page.steps.published === null ? [] : [{ value: 'published', label: '最近公开的' }]),
    { value: 'last-year', label: '上年的' },
    ...versions,
  ]
  const asked = query.get('from')
  const from = asked === null || (asked === 'unsaved' && !changed) ? before[0]!.value : asked
  const to = query.get('to') ?? 'now'
  const choose = (name: 'from' | 'to', value: string) =>
    setQuery(
      (now) => {
        now.set(name, value)
        return now
      },
      { replace: true },
    )
  const unsaved = from === 'unsaved'
  const found = useQuery({
    queryKey: ['budget', String(page.year), page.kind, 'differences', from, to, page.seq],
    queryFn: () => call<BudgetDifferences>(`${path}/differences`, { query: { from, ...(to === 'now' ? {} : { to: Number(to) }) } }),
    enabled: !unsaved,
    retry: false,
  })
  const own = useMemo(() => (unsaved ? compareBudgets(page.content, draft) : undefined), [unsaved, page.content, draft])
  const differences = own ?? found.data?.differences
  return (
    <Part title={differences === undefined ? '对照' : `对照（${differences.length} 处不同）`}>
      <div className="tools block">
        <Select
          aria-label="原来的版本"
          className="version-picker"
          value={from}
          options={withOwn(before, from)}
          onChange={(value) => choose('from', value)}
        />
        <span>与</span>
        <Select
          aria-label="现在的版本"
          className="version-picker"
          disabled={unsaved}
          value={unsaved ? 'now' : to}
          options={withOwn([{ value: 'now', label: unsaved ? '屏幕上的' : '现在已保存的' }, ...versions], unsaved ? 'now' : to)}
          onChange={(value) => choose('to', value)}
        />
        <span>对照</span>
      </div>
      <Trouble
        error={unsaved ? null : found.error}
        {...(found.error instanceof Problem && found.error.status === 404 ? {} : { retry: () => found.refetch() })}
      />
      {!unsaved && found.isPending && <Skeleton active />}
      {differences && <Differences key={`${from} ${to}`} differences={differences} />}
    </Part>
  )
}

/** A version that the history leads to and that is none of those named. */
const withOwn = (options: readonly { readonly value: string; readonly label: string }[], value: string) =>
  options.some((option) => option.value === value) ? [...options] : [...options, { value, label: `第 ${value} 笔记录后的` }]

function Differences({ differences }: { readonly differences: readonly Difference[] }) {
  const [shown, setShown] = useState(portion)
  return (
    <>
      <Grid<Difference>
        caption="逐处对照"
        rows={differences.slice(0, shown)}
        keyOf={({ path: place }) => place}
        empty="没有差别。"
        columns={[
          { title: '位置', show: ({ title }) => title },
          { title: '原来', show: ({ was }) => was || <span className="quiet">空</span> },
          { title: '现在', show: ({ is }) => is || <span className="quiet">空</span> },
        ]}
      />
      {differences.length > shown && (
        <Button className="more" onClick={() => setShown(shown + portion)}>
          再看 {Math.min(portion, differences.length - shown)} 处
        </Button>
      )}
    </>
  )
}
