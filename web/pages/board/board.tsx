import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import { Link } from 'react-router'
import type { Static } from 'typebox'
import type { CaseBoard } from '../../../contract/case-board.ts'
import { lightTitles } from '../../../contract/case-texts.ts'
import type { OfficeLine } from '../../../contract/people.ts'
import { call } from '../../api.ts'
import { type Column, Grid } from '../../ui/grid.tsx'
import { LightTag } from '../../ui/light-tag.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { Trouble } from '../../ui/trouble.tsx'
import { useWho } from '../../ui/who.ts'

type Cell = CaseBoard['cells'][number]
type Light = Cell['light']
const lights: readonly Light[] = ['red', 'red-promise', 'yellow', 'green', 'stopped', 'none']

interface Line {
  readonly id: string
  readonly name: string
  readonly counts: Readonly<Partial<Record<Light, number>>>
  readonly total: number
}

/** Cells that share a key become one line, the most urgent line first. */
function linesOf(cells: readonly Cell[], keyOf: (cell: Cell) => string, nameOf: (cell: Cell) => string): readonly Line[] {
  const lines = new Map<string, { id: string; name: string; counts: Partial<Record<Light, number>>; total: number }>()
  for (const cell of cells) {
    const key = keyOf(cell)
    const line = lines.get(key) ?? { id: key, name: nameOf(cell), counts: {}, total: 0 }
    line.counts[cell.light] = (line.counts[cell.light] ?? 0) + cell.cases
    line.total += cell.cases
    lines.set(key, line)
  }
  const urgency = ({ counts }: Line) => (counts.red ?? 0) * 1e8 + (counts['red-promise'] ?? 0) * 1e4 + (counts.yellow ?? 0)
  return [...lines.values()].sort((a, b) => urgency(b) - urgency(a) || b.total - a.total)
}

/** One screen of lights. Each number opens to its cases, for whoever may see them. */
export default function Board() {
  const { permissions } = useWho()
  const opens = permissions.has('see-cases')
  const found = useQuery({ queryKey: ['board'], queryFn: () => call<CaseBoard>('/api/cases/board'), refetchInterval: 60_000 })
  const offices = useQuery({ queryKey: ['offices'], staleTime: 300_000, queryFn: () => call<Static<typeof OfficeLine>[]>('/api/people/offices') })
  const cells = found.data?.cells ?? []
  const officeName = (id: string) => offices.data?.find((one) => one.id === id)?.name ?? id
  const total = (light: Light) => cells.reduce((sum, cell) => sum + (cell.light === light ? cell.cases : 0), 0)
  const number = (n: number | undefined, query: Readonly<Record<string, string>>, told: string) =>
    !n ? null : opens ? (
      <Link to={`/?${new URLSearchParams({ of: 'all', ...query })}`} aria-label={`${told} ${n} 件`}>
        {n}
      </Link>
    ) : (
      n
    )
  const columns = (what: string, filter: 'office' | 'item'): readonly Column<Line>[] => [
    { title: what, lead: true, show: ({ name }) => name },
    ...lights.map((light) => ({
      title: lightTitles[light],
      tight: true,
      show: ({ id, name, counts }: Line) => number(counts[light], { [filter]: id, light }, `${name}${lightTitles[light]}`),
    })),
    { title: '在办', tight: true, show: ({ id, name, total: all }) => number(all, { [filter]: id }, `${name}在办`) },
  ]
  return (
    <>
      <PageTitle title="领导看板" />
      <Trouble error={found.error} retry={() => found.refetch()} />
      {found.isPending && <Skeleton active paragraph={{ rows: 8 }} />}
      {found.data && (
        <>
          <div className="lights">
            {lights.slice(0, 5).map((light) => (
              <div key={light} className="light-card">
                <strong>{number(total(light), { light }, lightTitles[light]) ?? 0}</strong>
                <LightTag light={light} word={lightTitles[light]} />
              </div>
            ))}
          </div>
          <h2 className="part">各科室</h2>
          <Grid
            caption="各科室在办件"
            rows={linesOf(
              cells,
              ({ office }) => office,
              ({ office }) => officeName(office),
            )}
            keyOf={({ id }) => id}
            empty="眼下没有在办的件。"
            columns={columns('科室', 'office')}
          />
          <h2 className="part">各事项</h2>
          <Grid
            caption="各事项在办件"
            rows={linesOf(
              cells,
              ({ item }) => item,
              ({ itemName }) => itemName,
            )}
            keyOf={({ id }) => id}
            empty="眼下没有在办的件。"
            columns={columns('事项', 'item')}
          />
        </>
      )}
    </>
  )
}
