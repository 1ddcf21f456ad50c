import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import type { Static } from 'typebox'
import { phaseTitles } from '../../../contract/case-texts.ts'
import type { CaseCounts } from '../../../contract/cases.ts'
import type { OfficeLine } from '../../../contract/people.ts'
import { casePhases } from '../../../rules/case/permitted-acts.ts'
import { call } from '../../api.ts'
import { useWho } from '../../ui/who.ts'

interface Props {
  readonly query: Readonly<Record<string, string>>
  readonly of: string
  readonly state: string
  readonly phases: CaseCounts['phases'] | undefined
  readonly onChange: (changes: Readonly<Record<string, string | undefined>>) => void
}

const states = [
  { value: 'running', label: '在办' },
  { value: 'concluded', label: '已办结' },
  { value: 'all', label: '在办和已办结' },
]

/** Which cases the list shows: whose, where they stand, of which office. */
export function ListFilters({ query, of, state, phases, onChange }: Props) {
  const { scope } = useWho()
  const offices = useQuery({
    queryKey: ['offices'],
    enabled: scope === 'bureau',
    staleTime: 300_000,
    queryFn: () => call<Static<typeof OfficeLine>[]>('/api/people/offices'),
  })
  return (
    <>
      <Select
        aria-label="范围"
        value={of}
        onChange={(value) => onChange({ of: value })}
        options={[
          { value: 'mine', label: '我经办的' },
          { value: 'office', label: '本部门' },
          ...(scope === 'bureau' ? [{ value: 'all', label: '全局' }] : []),
        ]}
        className="filter"
      />
      <Select
        aria-label="在办或办结"
        value={state}
        onChange={(value) => onChange({ state: value, phase: undefined, light: undefined })}
        options={states}
        className="filter"
      />
      <Select
        aria-label="状态"
        value={query.phase ?? ''}
        onChange={(value) => onChange({ phase: value })}
        options={[
          { value: '', label: '全部状态' },
          ...casePhases.map((phase) => ({
            value: phase as string,
            label: phases?.[phase] ? `${phaseTitles[phase]} ${phases[phase]}` : phaseTitles[phase],
          })),
        ]}
        className="filter"
      />
      {scope === 'bureau' && of === 'all' && (
        <Select
          aria-label="审查部门"
          value={query.office ?? ''}
          onChange={(value) => onChange({ office: value })}
          options={[
            { value: '', label: '全部部门' },
            ...(offices.data ?? [])
              .filter(({ kind, closed }) => kind === 'department' && !closed)
              .map(({ id, name }) => ({ value: id, label: name })),
          ]}
          className="filter wide"
        />
      )}
    </>
  )
}
