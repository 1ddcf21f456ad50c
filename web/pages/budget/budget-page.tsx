import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Skeleton } from 'antd'
import { useDeferredValue, useEffect, useMemo, useState } from 'react'
import { useParams, useSearchParams } from 'react-router'
import type { BudgetPage as Page } from '../../../contract/budget.ts'
import { budgetKindTitles, budgetPhaseTitles } from '../../../contract/budget-texts.ts'
import type { BudgetDocument } from '../../../rules/budget/budget-document.ts'
import type { BudgetPhase } from '../../../rules/budget/budget-state.ts'
import { auditBudget } from '../../../rules/budget/read-composed.ts'
import { call, newKey } from '../../api.ts'
import { FormDrawer } from '../../ui/form-drawer.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { Trouble } from '../../ui/trouble.tsx'
import { reasonFields } from './budget-forms.ts'
import { Changes } from './changes.tsx'
import { FindingList } from './finding-list.tsx'
import { History } from './history.tsx'
import { Projects } from './projects.tsx'
import { Part, Sections } from './sections.tsx'
import { Steps } from './steps.tsx'
import { Tables } from './tables.tsx'

const tabs = [
  ['text', '文字和数字'],
  ['projects', '项目'],
  ['tables', '公开表'],
  ['check', '检查'],
  ['changes', '对照'],
  ['history', '经过'],
] as const

/** One year's document: filled in, checked while it is filled in, passed on, published. */
export default function BudgetPage() {
  const { year = '', kind = '' } = useParams()
  const path = `/api/budgets/${year}/${kind}`
  const found = useQuery({ queryKey: ['budget', year, kind], queryFn: () => call<Page>(path) })
  if (found.data === undefined)
    return found.error ? <Trouble error={found.error} retry={() => found.refetch()} /> : <Skeleton active paragraph={{ rows: 8 }} />
  return <Desk key={found.data.seq} page={found.data} path={path} />
}

function Desk({ page, path }: { readonly page: Page; readonly path: string }) {
  const client = useQueryClient()
  const { message } = App.useApp()
  const [query] = useSearchParams()
  const tab = query.get('tab') ?? 'text'
  const [draft, setDraft] = useState<BudgetDocument>(page.content)
  const [asking, setAsking] = useState(false)
  const settled = useDeferredValue(draft)
  const findings = useMemo(() => auditBudget(settled), [settled])
  const changes = useMemo(() => changedSections(page.content, draft), [page.content, draft])
  const changed = Object.keys(changes).length > 0
  const disabled = !page.acts.includes('edit-budget')
  const put = (more: Partial<BudgetDocument>) => setDraft((now) => ({ ...now, ...more }))
  useEffect(() => {
    if (!changed) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [changed])
  const refresh = async () => {
    await Promise.all([
      client.invalidateQueries({ queryKey: ['budget', String(page.year), page.kind] }),
      client.invalidateQueries({ queryKey: ['budgets'] }),
    ])
  }
  const save = async (reason?: string) => {
    await call(`${path}/acts/edit-budget`, {
      method: 'POST',
      key: newKey(),
      body: { seq: page.seq, changes, ...(reason === undefined ? {} : { reason }) },
    })
    setAsking(false)
    await refresh()
    void message.success('已保存。')
  }
  const saveOrAsk = () => {
    if (page.source?.original === true) setAsking(true)
    else save().catch((error: unknown) => void message.error(error instanceof Error ? error.message : '没有保存。', 6))
  }
  return (
    <>
      <PageTitle title={`${page.year}年${budgetKindTitles[page.kind]}`}>
        <span className="phase">{budgetPhaseTitles[page.phase as BudgetPhase]}</span>
        {!disabled && (
          <Button type="primary" disabled={!changed} onClick={saveOrAsk}>
            保存
          </Button>
        )}
        {!disabled && changed && <Button onClick={() => setDraft(page.content)}>放弃改动</Button>}
      </PageTitle>
      <Steps page={page} path={path} unsaved={changed} onDone={refresh} />
      <Tabs label="这份文件的各部分" tabs={tabs} here={tab} />
      {tab === 'text' && <Sections budget={draft} put={put} disabled={disabled} />}
      {tab === 'projects' && <Projects budget={draft} put={put} disabled={disabled} findings={findings} />}
      {tab === 'tables' && <Tables budget={draft} put={put} disabled={disabled} />}
      {tab === 'check' && (
        <>
          <Part title="表间核对">
            <ul className="findings">
              {page.checks.map(({ check, title, outcome, message: told }) => (
                <li key={check} className={outcome === 'broken' ? 'overdue' : outcome === 'holds' ? 'good' : 'quiet'}>
                  {outcome === 'holds' ? '相符' : outcome === 'broken' ? '不符' : '待核'} · {title}：{told}
                </li>
              ))}
            </ul>
          </Part>
          <Part title={`逐条检查（${findings.length} 条，含尚未保存的改动）`}>
            <FindingList findings={findings} empty="没有发现问题。" />
          </Part>
        </>
      )}
      {tab === 'changes' && <Changes page={page} path={path} />}
      {tab === 'history' && <History page={page} />}
      {asking && (
        <FormDrawer
          title="更正原文件"
          says="这是已经公开的原文件，每处改动连同原因逐条记录。"
          fields={reasonFields}
          press="保存"
          onClose={() => setAsking(false)}
          run={({ reason }) => save(String(reason))}
        />
      )}
    </>
  )
}

/** The sections that differ from what is in the book. */
function changedSections(before: BudgetDocument, after: BudgetDocument): Partial<BudgetDocument> {
  const names = Object.keys(after) as (keyof BudgetDocument)[]
  return Object.fromEntries(names.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name])).map((name) => [name, after[name]]))
}
