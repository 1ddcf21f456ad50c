import { useQueries } from '@tanstack/react-query'
import type { Static } from 'typebox'
import type { ItemList } from '../../contract/catalogue.ts'
import type { OfficeLine, SessionAnswer, StaffLine } from '../../contract/people.ts'
import { call } from '../api.ts'
import type { Who } from '../ui/who.ts'
import { openingSteps } from './opening-steps.ts'

interface Props {
  readonly who: Who
  readonly bureau: SessionAnswer['bureau']
}

/** For the administrators of a bureau that has just been opened: what is still to be done before the first case, until all of it is. */
export function OpeningPanel({ who, bureau }: Props) {
  const concerned = !bureau.demonstration && (who.permissions.has('configure-bureau') || who.permissions.has('grant-roles'))
  const steps = useQueries({
    queries: [
      { queryKey: ['offices'], enabled: concerned, queryFn: () => call<Static<typeof OfficeLine>[]>('/api/people/offices') },
      { queryKey: ['staff', 'all-at-work'], enabled: concerned, queryFn: () => call<Static<typeof StaffLine>[]>('/api/people/staff') },
      {
        queryKey: ['items', 'number'],
        enabled: concerned,
        queryFn: () => call<Static<typeof ItemList>>('/api/catalogue/items', { query: { limit: 1 } }),
      },
    ],
    combine: ([offices, staff, items]) =>
      offices.data && staff.data && items.data
        ? openingSteps({ offices: offices.data, staff: staff.data, itemsInForce: items.data.total })
        : undefined,
  })
  if (!concerned || steps === undefined || steps.every(({ todo }) => todo === undefined)) return null
  return (
    <section className="panel no-print" aria-labelledby="opening-title">
      <h2 id="opening-title">开办：收第一件之前还要做的</h2>
      <ol>
        {steps.map(({ title, todo }) => (
          <li key={title} className={todo === undefined ? 'quiet' : ''}>
            {todo === undefined ? `${title}：已完成` : `${title}：${todo}`}
          </li>
        ))}
      </ol>
    </section>
  )
}
