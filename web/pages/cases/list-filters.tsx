import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import type { Static } from 'typebox'
import { phaseTitles } from '../../../contract/case-texts.ts'
import type { CaseCounts } from '../../../contract/cases.ts'
import type { OfficeLine } from '../../../contract/people.ts'
import { casePhases } from '../../../rules/case/standing/permitted-acts.ts'
import { call } from '../../api.ts'
import { Narrow } from '../../ui/narrow.tsx'
import type { Changes } from '../../ui/use-address.ts'
import { useWho } from '../../ui/who.ts'
import { DaySpan } from './day-span.tsx'
import { usePeople } from './use-people.ts'

/** What narrows the list, as it stands in the address bar. */
export const narrowing = [
  'text',
  'light',
  'step',
  'supplement',
  'phase',
  'item',
  'office',
  'handler',
  'receivedFrom',
  'receivedTo',
  'dueFrom',
  'dueTo',
] as const

interface Props {
  readonly query: Readonly<Record<string, string>>
  readonly of: string
  readonly state: string
  readonly phases: CaseCounts['phases'] | undefined
  readonly onChange: (changes: Changes) => void
}

const states = [
  { value: 'running', label: '在办' },
  { value: 'concluded', label: '已办结' },
  { value: 'all', label: '在办和已办结' },
]

/** Which cases the list shows: whose, where they stand, of which office, in whose hands, between which days. */
export function ListFilters({ query, of, state, phases, onChange }: Props) {
  const { scope, office, standsInFor } = useWho()
  const elsewhere = standsInFor.some((absent) => absent.office !== office)
  const people = usePeople(of !== 'mine')
  const offices = useQuery({
    queryKey: ['offices'],
    enabled: scope === 'bureau',
    staleTime: 300_000,
    queryFn: () => call<Static<typeof OfficeLine>[]>('/api/people/offices'),
  })
  const dated = ['receivedFrom', 'receivedTo', 'dueFrom', 'dueTo'].some((name) => query[name])
  return (
    <>
      <Select
        aria-label="范围"
        value={of}
        onChange={(value) => onChange({ of: value, ...(value === 'mine' ? { handler: undefined } : {}) })}
        options={[
          { value: 'mine', label: '我经办的' },
          { value: 'office', label: elsewhere && scope === 'office' ? '本部门（含代理）' : '本部门' },
          ...(scope === 'bureau' ? [{ value: 'all', label: '全局' }] : []),
        ]}
        className="filter"
      />
      <Select
        aria-label="在办或办结"
        value={state}
        onChange={(value) => onChange({ state: value, phase: undefined, light: undefined, step: undefined, supplement: undefined })}
        options={states}
        className="filter"
      />
      <Narrow
        label="状态"
        all="全部状态"
        value={query.phase}
        onChange={(value) => onChange({ phase: value })}
        options={casePhases.map((phase) => ({
          value: phase,
          label: phases?.[phase] ? `${phaseTitles[phase]} ${phases[phase]}` : phaseTitles[phase],
        }))}
      />
      {scope === 'bureau' && of === 'all' && (
        <Narrow
          label="审查部门"
          all="全部部门"
          value={query.office}
          onChange={(value) => onChange({ office: value })}
          options={(offices.data ?? [])
            .filter(({ kind, closed }) => kind === 'department' && !closed)
            .map(({ id, name }) => ({ value: id, label: name }))}
          className="filter wide"
        />
      )}
      {of !== 'mine' && (
        <Narrow
          label="经办人"
          all="全部经办人"
          showSearch={{ optionFilterProp: 'label' }}
          value={query.handler}
          onChange={(value) => onChange({ handler: value })}
          options={[{ value: 'nobody', label: '待领办' }, ...people.options]}
          popupMatchSelectWidth={false}
        />
      )}
      <details className="dates" {...(dated ? { open: true } : {})}>
        <summary>按日期</summary>
        <div>
          <DaySpan
            title="收件"
            from={query.receivedFrom}
            to={query.receivedTo}
            onChange={({ from, to }) => onChange({ receivedFrom: from, receivedTo: to })}
          />
          <DaySpan title="到期" from={query.dueFrom} to={query.dueTo} onChange={({ from, to }) => onChange({ dueFrom: from, dueTo: to })} />
        </div>
      </details>
    </>
  )
}
