import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Button, Skeleton } from 'antd'
import { useRef, useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { lightTitles, permitTitles, phaseTitles } from '../../../contract/case-texts.ts'
import type { CaseCounts, CaseList as CaseListAnswer, CaseRow } from '../../../contract/cases.ts'
import { isInForce } from '../../../rules/case/standing/permit-life.ts'
import { call } from '../../api.ts'
import { FindBox } from '../../ui/find-box.tsx'
import { type Column, Grid } from '../../ui/grid.tsx'
import { LightTag } from '../../ui/light-tag.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { Trouble } from '../../ui/trouble.tsx'
import { type Changes, useAddress } from '../../ui/use-address.ts'
import { useListKeys } from '../../ui/use-list-keys.ts'
import { useWho } from '../../ui/who.ts'
import { AsksStrip } from './asks-strip.tsx'
import { BatchBar } from './batch-bar.tsx'
import { ExportButton } from './export-button.tsx'
import { handlerWord } from './handler-word.ts'
import { ListFilters, narrowing } from './list-filters.tsx'
import { StepLate } from './step-late.tsx'
import { SupplementLate } from './supplement-late.tsx'
import { TodayLine } from './today-line.tsx'

const lights = ['red', 'red-promise', 'yellow', 'green', 'stopped'] as const

const columns: readonly Column<CaseRow>[] = [
  {
    title: '时限',
    tight: true,
    show: ({ light, stepOverdue, supplementOverdue }) => (
      <>
        <LightTag light={light} word={lightTitles[light]} />
        {stepOverdue && <StepLate />}
        {supplementOverdue && <SupplementLate />}
      </>
    ),
  },
  {
    title: '承诺办结',
    tight: true,
    show: ({ promisedDue, provisional, statutoryDue }) =>
      (promisedDue ?? statutoryDue) && (
        <>
          {promisedDue ?? statutoryDue}
          {provisional && <span className="quiet">（暂定）</span>}
        </>
      ),
  },
  { title: '事项', show: ({ itemName }) => itemName },
  { title: '申请人', lead: true, show: ({ applicantName }) => applicantName },
  {
    title: '状态',
    tight: true,
    show: ({ phase, stepName, permit }) => (
      <>
        {phase === 'in-review' && stepName ? stepName : phaseTitles[phase]}
        {permit !== null && <span className={isInForce(permit) ? 'quiet' : 'overdue'}>（许可{permitTitles[permit]}）</span>}
      </>
    ),
  },
  {
    title: '经办',
    tight: true,
    show: (row) => (
      <>
        <span className={row.handler ? '' : 'quiet'}>{handlerWord(row)}</span>
        {row.reminders > 0 && <span className="reminded">催办{row.reminders}次</span>}
      </>
    ),
  },
  { title: '收件', tight: true, show: ({ receivedOn }) => receivedOn },
  {
    title: '编号',
    tight: true,
    show: ({ id, number }) => (
      <Link to={`/cases/${id}`} className="number">
        {number}
      </Link>
    ),
  },
]

/** The day's work: the running leg's promised date first, what is stopped last. */
export default function CaseList() {
  const who = useWho()
  const { query, set: setAddress, clear } = useAddress()
  const navigate = useNavigate()
  const find = useRef<HTMLInputElement>(null)
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const of = query.of ?? (who.scope === 'bureau' ? 'all' : 'office')
  const state = query.state ?? (query.text ? 'all' : 'running')
  const list = useInfiniteQuery({
    queryKey: ['cases', query, of, state],
    queryFn: ({ pageParam, signal }) => call<CaseListAnswer>('/api/cases', { query: { ...query, of, state, after: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    refetchInterval: 60_000,
  })
  const counts = useQuery({
    queryKey: ['case-counts', of],
    queryFn: () => call<CaseCounts>('/api/cases/counts', { query: { of: of === 'mine' ? undefined : of } }),
    refetchInterval: 60_000,
  })
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? []
  const set = (changes: Changes) => {
    setTicked(new Set())
    setAddress(changes)
  }
  const toggle = (id: string) =>
    setTicked((now) => {
      const next = new Set(now)
      if (!next.delete(id)) next.add(id)
      return next
    })
  const open = (row: CaseRow) => navigate(`/cases/${row.id}`)
  const here = useListKeys(rows.length, {
    open: (index) => open(rows[index]!),
    tick: (index) => toggle(rows[index]!.id),
    find: () => find.current?.focus(),
  })
  const filtered = narrowing.some((name) => query[name])

  return (
    <>
      <PageTitle title="今日办件">
        {counts.data && <TodayLine counts={counts.data} onChange={set} />}
        {who.permissions.has('export-cases') && <ExportButton query={{ ...query, of, state }} />}
      </PageTitle>
      <fieldset className="lights">
        <legend className="unseen">按时限灯号、环节超时、补正逾期筛选</legend>
        {lights.map((light) => (
          <button
            key={light}
            type="button"
            className={`light-card light-${light}`}
            aria-pressed={query.light === light}
            onClick={() => set({ light: query.light === light ? undefined : light, state: undefined })}
          >
            <strong>{counts.data?.lights[light] ?? '–'}</strong>
            <LightTag light={light} word={lightTitles[light]} />
          </button>
        ))}
        <button
          type="button"
          className="light-card light-step"
          aria-pressed={query.step === 'late'}
          onClick={() => set({ step: query.step === 'late' ? undefined : 'late', state: undefined })}
        >
          <strong>{counts.data?.stepsLate ?? '–'}</strong>
          <StepLate />
        </button>
        <button
          type="button"
          className="light-card light-step"
          aria-pressed={query.supplement === 'late'}
          onClick={() => set({ supplement: query.supplement === 'late' ? undefined : 'late', state: undefined })}
        >
          <strong>{counts.data?.supplementsLate ?? '–'}</strong>
          <SupplementLate />
        </button>
      </fieldset>
      <AsksStrip />
      <div className="tools">
        <FindBox label="查找办件" placeholder="编号、申请人、事项或拼音首字母" text={query.text ?? ''} onFind={(text) => set({ text })} box={find} />
        <ListFilters query={query} of={of} state={state} phases={counts.data?.phases} onChange={set} />
        {query.item && (
          <Button onClick={() => set({ item: undefined })} aria-label="不再只看一个事项">
            只看：{rows[0]?.itemName ?? query.item} ✕
          </Button>
        )}
        {filtered && <Button onClick={clear}>清除条件</Button>}
      </div>
      <Trouble error={list.error ?? counts.error} retry={() => list.refetch()} />
      {ticked.size > 0 && <BatchBar cases={rows.filter(({ id }) => ticked.has(id))} onClose={() => setTicked(new Set())} />}
      {list.isPending ? (
        <Skeleton active paragraph={{ rows: 8 }} />
      ) : (
        !list.isError && (
          <Grid
            caption="办件清单"
            rows={rows}
            columns={columns}
            keyOf={({ id }) => id}
            here={here}
            onOpen={open}
            ticked={{ keys: ticked, toggle, nameOf: ({ number }) => number }}
            empty={
              filtered ? (
                <>
                  没有符合条件的办件。
                  <Button type="link" onClick={clear}>
                    清除条件
                  </Button>
                </>
              ) : (
                <>眼下没有要办的件。{who.permissions.has('receive-case') && <Link to="/receive">去窗口收件</Link>}</>
              )
            }
          />
        )
      )}
      {list.hasNextPage && (
        <Button block className="more" loading={list.isFetchingNextPage} onClick={() => list.fetchNextPage()}>
          再看 50 件
        </Button>
      )}
    </>
  )
}
