import { useQuery } from '@tanstack/react-query'
import { Button, Input, Select, Skeleton } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { BudgetPage, OriginalFaults as Faults } from '../../../contract/budget.ts'
import { call } from '../../api.ts'
import { FormDrawer } from '../../ui/form-drawer.tsx'
import { Grid } from '../../ui/grid.tsx'
import { Trouble } from '../../ui/trouble.tsx'
import { decisionFields } from './budget-forms.ts'
import { SeverityTag } from './finding-list.tsx'
import { placeAddress } from './place-link.ts'
import { Part } from './sections.tsx'
import { usePress } from './use-press.ts'

type Fault = Faults['faults'][number]
const statusWords = { 'must-decide': '须先决定', undecided: '未决定', kept: '照原样公开', corrected: '已更正', gone: '已随其他更正消除' } as const
const statuses = ['must-decide', 'undecided', 'kept', 'corrected', 'gone'] as const
const portion = 50

interface Props {
  readonly page: BudgetPage
  readonly path: string
  readonly unsaved: boolean
  readonly onDone: () => Promise<void>
}

/** The faults of the original one by one: each stays as it was published until an officer decides, and each decision is an entry in the book. */
export function OriginalFaults({ page, path, unsaved, onDone }: Props) {
  const found = useQuery({
    queryKey: ['budget', String(page.year), page.kind, 'faults', page.seq],
    queryFn: () => call<Faults>(`${path}/faults`),
    placeholderData: (before) => before,
  })
  return (
    <Part title="原文件差错">
      <p className="block">
        原文件读入时发现的差错都照原样留着。逐处决定：照原样公开，或者更正；选中几处可以用同一条原因一起决定，仍然逐处记录。
        标为“须先决定”的（例如序号、域代码）在统一格式中无法照原样保留，作出决定后才能送复核和公开。
      </p>
      <Trouble error={found.error} retry={() => found.refetch()} />
      {found.isPending && <Skeleton active />}
      {found.data && (
        <FaultTable faults={found.data.faults} may={page.acts.includes('decide-original-faults')} {...{ page, path, unsaved, onDone }} />
      )}
    </Part>
  )
}

interface Deciding {
  readonly decision: 'keep' | 'correct'
  readonly faults: readonly Fault[]
}

function FaultTable({ faults, may, page, path, unsaved, onDone }: Props & { readonly faults: readonly Fault[]; readonly may: boolean }) {
  const count = (status: Fault['status']): number => faults.filter((fault) => fault.status === status).length
  const [chosen, setChosen] = useState<Fault['status'] | 'all'>()
  // Until somebody chooses: what is most pressing.
  const status = chosen ?? statuses.slice(0, 2).find((one) => count(one) > 0) ?? 'all'
  const [text, setText] = useState('')
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const [shown, setShown] = useState(portion)
  const [deciding, setDeciding] = useState<Deciding>()
  const wanted = faults.filter(
    (fault) =>
      (status === 'all' || fault.status === status) && (text === '' || `${fault.place}${fault.message}${fault.quote}${fault.rule}`.includes(text)),
  )
  const marked = wanted.filter(({ id }) => ticked.has(id))
  const press = usePress()
  const open = (decision: Deciding['decision'], of: readonly Fault[]) => setDeciding({ decision, faults: of })
  const decide = async ({ reason, becomes }: Record<string, unknown>) => {
    const { decision, faults: of } = deciding!
    const body = { seq: page.seq, faults: of.map(({ id }) => id), decision, reason, ...(becomes === undefined ? {} : { becomes }) }
    await press(`${path}/acts/decide-original-faults`, body)
    setDeciding(undefined)
    setTicked(new Set())
    await onDone()
  }
  const toggle = (id: string) => setTicked((now) => new Set(now.has(id) ? [...now].filter((one) => one !== id) : [...now, id]))
  return (
    <>
      <div className="tools block">
        <Select
          aria-label="按处理情况筛选"
          style={{ minWidth: 190 }}
          value={status}
          options={[
            { value: 'all', label: `全部 ${faults.length} 处` },
            ...statuses.map((value) => ({ value, label: `${statusWords[value]} ${count(value)} 处` })),
          ]}
          onChange={(next) => {
            setChosen(next)
            setTicked(new Set())
          }}
        />
        <Input
          aria-label="在差错中查找"
          placeholder="查找位置或文字，例如：项目3"
          allowClear
          style={{ width: 260 }}
          value={text}
          onChange={({ target }) => setText(target.value.trim())}
        />
        <span className="quiet" role="status">
          {wanted.length} 处{marked.length > 0 && `，选中 ${marked.length} 处`}
        </span>
      </div>
      {may && (
        <div className="tools block">
          <Button
            disabled={wanted.length === 0}
            onClick={() => setTicked(new Set(marked.length === wanted.length ? [] : wanted.map(({ id }) => id)))}
          >
            {marked.length > 0 && marked.length === wanted.length ? '全不选' : `选中列出的 ${wanted.length} 处`}
          </Button>
          <Button disabled={unsaved || marked.length === 0 || marked.some(({ carried }) => !carried)} onClick={() => open('keep', marked)}>
            照原样公开
          </Button>
          <Button disabled={unsaved || marked.length === 0 || marked.some(({ carried }) => carried)} onClick={() => open('correct', marked)}>
            按统一格式更正
          </Button>
          {unsaved && <span className="quiet">有改动还没有保存，保存后才能决定。</span>}
        </div>
      )}
      <Grid<Fault>
        caption="原文件的差错"
        rows={wanted.slice(0, shown)}
        keyOf={({ id }) => id}
        empty="没有这样的差错。"
        {...(may ? { ticked: { keys: ticked, toggle, nameOf: ({ line, rule }) => `第${line}行 ${rule}` } } : {})}
        columns={[
          {
            title: '差错',
            show: ({ severity, message, line, quote }) => (
              <div>
                <SeverityTag severity={severity} />
                {message}{' '}
                <span className="quiet">
                  原文第 {line} 行{quote !== '' && `“${quote.length > 60 ? `${quote.slice(0, 60)}…` : quote}”`}
                </span>
              </div>
            ),
          },
          { title: '位置', show: ({ place }) => place },
          { title: '处理', show: (fault) => <Handled fault={fault} /> },
          ...(may
            ? [
                {
                  title: '办理',
                  show: (fault: Fault) => (
                    <span className="tools">
                      {fault.carried && (
                        <Button size="small" disabled={unsaved} onClick={() => open('keep', [fault])}>
                          照原样公开
                        </Button>
                      )}
                      {fault.remains && <Link to={placeAddress(fault.about ?? 'texts')}>去修改</Link>}
                      <Button size="small" disabled={unsaved} onClick={() => open('correct', [fault])}>
                        {fault.carried && fault.now === null ? '登记更正' : '更正'}
                      </Button>
                    </span>
                  ),
                },
              ]
            : []),
        ]}
      />
      {wanted.length > shown && <Button onClick={() => setShown(shown + portion)}>再看 {Math.min(portion, wanted.length - shown)} 处</Button>}
      {deciding && (
        <FormDrawer
          title={deciding.decision === 'keep' ? '照原样公开' : '更正'}
          says={explained(deciding)}
          fields={decisionFields(deciding.decision === 'correct' ? deciding.faults[0]! : null)}
          press="记录决定"
          onClose={() => setDeciding(undefined)}
          run={decide}
        />
      )}
    </>
  )
}

function Handled({ fault: { status, decision, carried, becomes, remains } }: { readonly fault: Fault }) {
  if (decision === null)
    return (
      <div>
        <span className={`one-line ${status === 'must-decide' ? 'overdue' : status === 'gone' ? 'good' : ''}`}>{statusWords[status]}</span>
        {remains && <div className="quiet">不在某一个位置上：在相应的部分改好并保存，再登记更正</div>}
        {!carried && <div className="quiet">统一格式中{becomes === '' ? '不再保留' : `写作“${becomes}”`}</div>}
      </div>
    )
  return (
    <div>
      <span className="good">{statusWords[status]}</span>
      {status === 'corrected' && (
        <div>{decision.becomes === '' ? '不再保留' : `“${decision.becomes.slice(0, 80)}${decision.becomes.length > 80 ? '…' : ''}”`}</div>
      )}
      {status === 'corrected' && remains && <div className="flagged">检查仍然发现这处差错</div>}
      <div className="quiet">
        {decision.by.name} {decision.on}：{decision.reason}
      </div>
    </div>
  )
}

function explained({ decision, faults }: Deciding): string {
  const [one] = faults
  const what = faults.length === 1 && one ? `${one.place}：${one.message}` : `选中的 ${faults.length} 处用同一条原因，逐处记录。`
  if (decision === 'keep') return `${what} 公开时与原文件一字不差。`
  if (one?.carried && one.now === null) return `${what} 先在相应的部分改好并保存，再在这里写明。`
  return one?.carried ? what : `${what} 统一格式会更正它，原文记在决定里。`
}
