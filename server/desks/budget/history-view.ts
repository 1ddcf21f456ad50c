import { budgetEntryTitles, budgetLegTitles } from '../../../contract/budget-texts.ts'
import { spokenDate } from '../../../contract/reason-texts.ts'
import type { BookEntry } from '../../../rules/act.ts'
import type { BudgetLegName } from '../../../rules/budget/budget-legs.ts'
import { type BudgetEntryType, budgetKind, type BudgetState } from '../../../rules/budget/budget-state.ts'
import { compareBudgets } from '../../../rules/budget/compare-budgets.ts'
import { plainDateOfInstant } from '../../../rules/time/instant.ts'
import type { PlainDate } from '../../../rules/time/plain-date.ts'

/** What happened to a budget, the newest first: decisions of one act are one event, and an event that changed the content says in how many places. */
export function historyView(entries: readonly BookEntry[]) {
  let state: BudgetState | undefined
  const events = entries.map((entry) => {
    const before = state?.content
    state = budgetKind.fold(state, entry)
    const changed = before === undefined || before === state.content ? null : compareBudgets(before, state.content).length
    return { ...eventOf(entry), changed, group: `${entry.actId} ${entry.type}` }
  })
  const grouped = [...Map.groupBy(events, ({ group }) => group).values()]
  return {
    events: grouped.toReversed().map((same) => {
      const { group: _, ...event } = same.at(-1)!
      return { ...event, title: same.length === 1 ? event.title : `${event.title} ${same.length} 处` }
    }),
  }
}

function eventOf({ seq, type, occurredAt, actor, data }: BookEntry) {
  return {
    seq,
    on: plainDateOfInstant(occurredAt),
    by: actor.kind === 'staff' ? actor.name : null,
    title: budgetEntryTitles[type as BudgetEntryType],
    note: noteOf(data as Readonly<Record<string, unknown>>),
  }
}

/** Why, from which file, by which document, where, of which period: what the entry says of itself. */
function noteOf({ reason, source, document, where, leg, on }: Readonly<Record<string, unknown>>): string | null {
  if (typeof reason === 'string') return reason
  if (typeof source === 'object' && source !== null) return (source as { name: string }).name
  if (typeof document === 'string') return `${document}，${spokenDate(on as PlainDate)}`
  if (typeof where === 'string') return `${spokenDate(on as PlainDate)}，${where}`
  return typeof leg === 'string' ? budgetLegTitles[leg as BudgetLegName] : null
}
