import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Skeleton } from 'antd'
import { useDeferredValue, useMemo, useState } from 'react'
import { Link, useParams, useSearchParams } from 'react-router'
import type { BudgetPage as Page } from '../../../contract/budget.ts'
import { budgetKindTitles, budgetPhaseTitles } from '../../../contract/budget-texts.ts'
import type { BudgetPhase } from '../../../rules/budget/budget-state.ts'
import { pathTitle } from '../../../rules/budget/path-title.ts'
import { auditPlaced } from '../../../rules/budget/read-composed.ts'
import type { AccountCodeTable } from '../../../rules/disclosure/audit/account-codes.ts'
import { call, Problem } from '../../api.ts'
import { FormDrawer } from '../../ui/form-drawer.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { Trouble } from '../../ui/trouble.tsx'
import { useWho } from '../../ui/who.ts'
import { reasonFields } from './budget-forms.ts'
import { Changes } from './changes.tsx'
import { Checks } from './checks.tsx'
import { History } from './history.tsx'
import { OriginalFaults } from './original-faults.tsx'
import { Projects } from './projects.tsx'
import { Sections } from './sections.tsx'
import { Steps } from './steps.tsx'
import { Tables } from './tables.tsx'
import { TakeIn } from './take-in.tsx'
import { UnsavedBar } from './unsaved-bar.tsx'
import { useDraft } from './use-draft.ts'
import { usePress } from './use-press.ts'

/** One year's document: filled in, checked while it is filled in, passed on, published. */
export default function BudgetPage() {
  const { year = '', kind = '' } = useParams()
  const path = `/api/budgets/${year}/${kind}`
  const found = useQuery({ queryKey: ['budget', year, kind], queryFn: () => call<Page>(path) })
  if (found.error && found.data === undefined)
    return (
      <>
        <PageTitle title="预算" />
        <Trouble error={found.error} retry={() => found.refetch()} />
        <p>
          <Link to="/budgets">返回各年预算</Link>
        </p>
      </>
    )
  if (found.data === undefined) return <Skeleton active paragraph={{ rows: 8 }} />
  return <Desk key={path} page={found.data} path={path} />
}

function Desk({ page, path }: { readonly page: Page; readonly path: string }) {
  const client = useQueryClient()
  const { message } = App.useApp()
  const { id } = useWho()
  const [query] = useSearchParams()
  const press = usePress()
  const [asking, setAsking] = useState(false)
  const [saving, setSaving] = useState(false)
  const disabled = !page.acts.includes('edit-budget')
  const { draft, changes, changed, restored, clash, put, discard, settle } = useDraft(page, `budget-draft:${id}:${path}`, !disabled)
  const codes = useQuery({
    queryKey: ['account-codes'],
    queryFn: () => call<AccountCodeTable>('/api/budgets/account-codes'),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const settled = useDeferredValue(draft)
  const findings = useMemo(() => auditPlaced(settled, codes.data), [settled, codes.data])
  const refresh = async () => {
    await Promise.all([
      client.invalidateQueries({ queryKey: ['budget', String(page.year), page.kind] }),
      client.invalidateQueries({ queryKey: ['budgets'] }),
    ])
  }
  const save = async (reason?: string) => {
    const body = { seq: page.seq, changes, ...(reason === undefined ? {} : { reason }) }
    try {
      await press(`${path}/acts/edit-budget`, body)
    } catch (error) {
      // Somebody else saved first: their version comes, and what is filled in here is worked into it.
      if (!(error instanceof Problem && error.code === 'subject-changed-since-seen')) throw error
      await refresh()
      throw new Error('别人先保存了一版，两边的改动已经合在一起，请核对后再保存。')
    }
    setAsking(false)
    await refresh()
    void message.success('已保存。')
  }
  const saveOrAsk = () => {
    const wrong = document.querySelector<HTMLElement>('.exact[aria-invalid="true"]')
    if (wrong) {
      wrong.focus()
      return void message.error('有填错的格（红框），改正后才能保存。', 6)
    }
    if (page.source?.original === true) return setAsking(true)
    setSaving(true)
    save()
      .catch((error: unknown) => void message.error(error instanceof Error ? error.message : '没有保存。', 6))
      .finally(() => setSaving(false))
  }
  const tabs: readonly (readonly [string, string])[] = [
    ['text', '文字和数字'],
    ['projects', '项目'],
    ['tables', '公开表'],
    ['check', findings.length === 0 ? '检查' : `检查（${findings.length}）`],
    ...(page.faults === null ? [] : [['faults', page.faults.mustDecide > 0 ? `原文件差错（${page.faults.mustDecide}）` : '原文件差错'] as const]),
    ['changes', '对照'],
    ['history', '经过'],
  ]
  const tab = tabs.find(([name]) => name === query.get('tab'))?.[0] ?? 'text'
  const parts = { budget: draft, put, disabled, findings }
  return (
    <>
      <PageTitle title={`${page.year}年${budgetKindTitles[page.kind]}`}>
        <span className="phase">{budgetPhaseTitles[page.phase as BudgetPhase]}</span>
        {!disabled && <TakeIn path={path} draft={draft} put={put} />}
      </PageTitle>
      {clash.length > 0 && <Clash places={clash} settle={settle} />}
      {restored && clash.length === 0 && (
        <Alert type="info" showIcon className="block" title="这里有您上次没有保存的改动，已经放回原处，请核对后保存。" />
      )}
      <Steps page={page} path={path} unsaved={changed} findings={findings} onDone={refresh} />
      <Tabs label="这份文件的各部分" tabs={tabs} here={tab} />
      {tab === 'text' && <Sections {...parts} />}
      {tab === 'projects' && <Projects {...parts} />}
      {tab === 'tables' && <Tables {...parts} />}
      {tab === 'check' && <Checks budget={settled} findings={findings} />}
      {tab === 'faults' && <OriginalFaults page={page} path={path} unsaved={changed} onDone={refresh} />}
      {tab === 'changes' && <Changes page={page} path={path} draft={draft} changed={changed} />}
      {tab === 'history' && <History page={page} path={path} />}
      {!disabled && changed && <UnsavedBar blocked={clash.length > 0} saving={saving} save={saveOrAsk} discard={discard} />}
      {asking && (
        <FormDrawer
          title="更正原文件"
          says="这是已经公开的原文件，每处改动连同原因逐条记录。改动了数字的，那一节的原文改用统一表述。"
          fields={reasonFields}
          press="保存"
          onClose={() => setAsking(false)}
          run={({ reason }) => save(String(reason))}
        />
      )}
    </>
  )
}

/** Somebody saved other words in the same places: nothing is lost, one of the two is chosen. */
function Clash({ places, settle }: { readonly places: readonly string[]; readonly settle: (prefer: 'mine' | 'theirs') => void }) {
  const named = places.slice(0, 6).map(pathTitle)
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      className="block"
      title={`您改动期间，别人也改了同样的地方：${named.join('、')}${places.length > 6 ? `等 ${places.length} 处` : ''}。其余改动已经合在一起，请选定这几处用谁的。`}
      description={
        <span className="tools">
          <Button size="small" onClick={() => settle('mine')}>
            用我填的
          </Button>
          <Button size="small" onClick={() => settle('theirs')}>
            用对方的
          </Button>
        </span>
      }
    />
  )
}
