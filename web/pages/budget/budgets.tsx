import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Skeleton } from 'antd'
import { useRef, useState } from 'react'
import { Link, useNavigate } from 'react-router'
import type { BudgetList, Imported } from '../../../contract/budget.ts'
import { budgetKindTitles, budgetLegTitles, budgetPhaseTitles } from '../../../contract/budget-texts.ts'
import { lightTitles } from '../../../contract/case-texts.ts'
import type { BudgetLegName } from '../../../rules/budget/budget-legs.ts'
import type { BudgetPhase } from '../../../rules/budget/budget-state.ts'
import { formatMoney } from '../../../rules/money.ts'
import { call, newKey } from '../../api.ts'
import { FormDrawer } from '../../ui/form-drawer.tsx'
import { Grid } from '../../ui/grid.tsx'
import { type Light, LightTag } from '../../ui/light-tag.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { Trouble } from '../../ui/trouble.tsx'
import { useWho } from '../../ui/who.ts'
import { importFields, openFields } from './budget-forms.ts'

type Line = BudgetList['budgets'][number]
const addressOfBudget = ({ year, kind }: Pick<Line, 'year' | 'kind'>): string => `/budgets/${year}/${kind}`

/** The years: what stands where, and how many of the twenty days are left. */
export default function Budgets() {
  const { permissions } = useWho()
  const client = useQueryClient()
  const go = useNavigate()
  const { message } = App.useApp()
  const [open, setOpen] = useState(false)
  const [file, setFile] = useState<File>()
  const picker = useRef<HTMLInputElement>(null)
  const found = useQuery({ queryKey: ['budgets'], queryFn: () => call<BudgetList>('/api/budgets') })
  const done = async (key: Pick<Line, 'year' | 'kind'>, sentence: string) => {
    await client.invalidateQueries({ queryKey: ['budgets'] })
    void message.success(sentence, 6)
    await go(addressOfBudget(key))
  }
  return (
    <>
      <PageTitle title="预算">
        {permissions.has('keep-budget') && (
          <>
            <Button type="primary" onClick={() => setOpen(true)}>
              新建一年
            </Button>
            <Button onClick={() => picker.current?.click()}>导入文件</Button>
            <input
              ref={picker}
              type="file"
              hidden
              aria-label="要导入的文件"
              accept=".docx,.xlsx,.pdf,.txt,.doc,.html,.htm,.csv,.json"
              onChange={(event) => {
                setFile(event.target.files?.[0])
                event.target.value = ''
              }}
            />
          </>
        )}
      </PageTitle>
      <Trouble error={found.error} retry={() => found.refetch()} />
      {found.isPending && <Skeleton active paragraph={{ rows: 4 }} />}
      {found.data && (
        <Grid<Line>
          caption="各年预算、决算"
          rows={found.data.budgets}
          keyOf={addressOfBudget}
          empty="还没有预算。新建一年，或者导入已有的文件。"
          onOpen={(line) => void go(addressOfBudget(line))}
          columns={[
            { title: '文件', lead: true, show: (line) => <Link to={addressOfBudget(line)}>{`${line.year}年${budgetKindTitles[line.kind]}`}</Link> },
            { title: '部门', show: ({ department }) => department },
            { title: '支出（万元）', tight: true, show: ({ expenditure }) => (expenditure === null ? '未填' : formatMoney(expenditure)) },
            { title: '项目', tight: true, show: ({ projects }) => `${projects} 个` },
            { title: '状态', tight: true, show: ({ phase }) => budgetPhaseTitles[phase as BudgetPhase] },
            {
              title: '公开和期限',
              show: ({ publishedOn, next }) => (
                <>
                  {publishedOn !== null && <div>{publishedOn} 公开</div>}
                  {next !== null && (
                    <div>
                      {budgetLegTitles[next.leg as BudgetLegName]}最迟 {next.due}{' '}
                      <LightTag light={next.light as Light} word={lightTitles[next.light as keyof typeof lightTitles]} />
                    </div>
                  )}
                  {publishedOn === null && next === null && <span className="quiet">批复后 20 日内公开</span>}
                </>
              ),
            },
          ]}
        />
      )}
      {open && (
        <FormDrawer
          title="新建一年"
          says="沿用上年时，文字、项目和指标照抄，金额和支出计划清空。"
          fields={openFields(new Date().getFullYear() + 1, found.data?.budgets[0]?.department ?? '')}
          press="新建"
          onClose={() => setOpen(false)}
          run={async ({ year, kind, ...body }) => {
            const key = { year: Number(year), kind: kind === 'accounts' ? ('accounts' as const) : ('budget' as const) }
            await call(`/api${addressOfBudget(key)}/acts/open-budget`, { method: 'POST', key: newKey(), body })
            await done(key, '已新建。')
          }}
        />
      )}
      {file !== undefined && (
        <FormDrawer
          title="导入文件"
          says={`已选择“${file.name}”。读出的内容成为编制中的草稿，读不懂的不猜。`}
          fields={importFields(Number(/20\d\d/.exec(file.name)?.[0] ?? new Date().getFullYear()), found.data?.budgets ?? [])}
          press="导入"
          onClose={() => setFile(undefined)}
          run={async ({ year, kind, original, replace }) => {
            const form = new FormData()
            form.append('original', original === true ? 'yes' : 'no')
            form.append('replace', replace === true ? 'yes' : 'no')
            form.append('file', file, file.name)
            const path = `/api/budgets/${String(year)}/${String(kind)}/acts/import-budget`
            const imported = await call<Imported>(path, { method: 'POST', key: newKey(), form })
            const waiting = imported.faults > 0 ? `原文件有 ${imported.faults} 处差错，都照原样留着，请到“原文件差错”逐处决定。` : ''
            await done(imported, `已导入。${waiting}`)
          }}
        />
      )}
    </>
  )
}
