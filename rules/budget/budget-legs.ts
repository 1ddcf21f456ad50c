import type { Timer } from '../act.ts'
import type { Calendar } from '../time/calendar.ts'
import { instantAtEndOfDay, instantAtStartOfDay } from '../time/instant.ts'
import type { Leg } from '../time/leg.ts'
import { storedDeadlines, type StoredDeadlines } from '../time/light.ts'
import type { PlainDate } from '../time/plain-date.ts'
import type { BudgetKind } from './budget-document.ts'

export const budgetLegNames = ['disclosure', 'unit-reply', 'unit-disclosure'] as const
export type BudgetLegName = (typeof budgetLegNames)[number]

/** A running or ended leg with the dates that were written down when it started or moved. */
export type BudgetLeg = { readonly leg: Leg; readonly dates: StoredDeadlines }
export type BudgetLegs = { readonly [name in BudgetLegName]?: BudgetLeg }

/** A line that time crossed: the yellow one or the law's limit, as it stood (`at`). */
export type CrossedLine = { readonly leg: BudgetLegName; readonly line: 'yellow' | 'statutory'; readonly at: PlainDate; readonly on: PlainDate }

/** What the law gives: natural days from the start of each leg. */
const LIMITS: Readonly<
  Record<BudgetLegName, { readonly days: number; readonly reason: string; readonly article: Readonly<Record<BudgetKind, string>> }>
> = {
  disclosure: { days: 20, reason: '本级政府财政部门批复', article: { budget: '预算法 第十四条', accounts: '预算法 第十四条' } },
  'unit-reply': { days: 15, reason: '接到本级政府财政部门批复', article: { budget: '预算法 第五十二条', accounts: '预算法 第八十条' } },
  'unit-disclosure': { days: 20, reason: '本部门向所属单位批复', article: { budget: '预算法实施条例 第六条', accounts: '预算法实施条例 第六条' } },
}

/** A leg that starts on a day, by the law. */
export function legFrom(name: BudgetLegName, kind: BudgetKind, startedOn: PlainDate): Leg {
  const { days, reason, article } = LIMITS[name]
  return {
    name,
    startedOn,
    startReason: reason,
    startArticle: article[kind],
    statutory: { days, dayType: 'calendar', article: article[kind] },
    promised: null,
    stops: [],
    extensions: [],
    endedOn: null,
    endReason: null,
  }
}

export const dated = (leg: Leg, calendar: Calendar): BudgetLeg => ({ leg, dates: storedDeadlines(leg, calendar) })

/** The legs with one of them at its end; one that does not run stays as it is. */
export function ended(legs: BudgetLegs, name: BudgetLegName, endedOn: PlainDate, endReason: string): BudgetLegs {
  const found = legs[name]
  return found === undefined || found.leg.endedOn !== null ? legs : { ...legs, [name]: { ...found, leg: { ...found.leg, endedOn, endReason } } }
}

export const runningLegs = (legs: BudgetLegs): readonly (BudgetLeg & { readonly name: BudgetLegName })[] =>
  budgetLegNames.flatMap((name) => {
    const found = legs[name]
    return found && found.leg.endedOn === null ? [{ ...found, name }] : []
  })

export const lineDay = ({ dates }: BudgetLeg, line: CrossedLine['line']): PlainDate | null =>
  line === 'yellow' ? dates.yellowOn : dates.statutoryDue

export const isCrossed = (crossed: readonly CrossedLine[], leg: BudgetLegName, line: CrossedLine['line'], at: PlainDate): boolean =>
  crossed.some((mark) => mark.leg === leg && mark.line === line && mark.at === at)

const lines = ['yellow', 'statutory'] as const

/** The lines of running legs that time has still to cross: the yellow one as its day begins, the law's limit as its day ends. */
export function legTimers(legs: BudgetLegs, crossed: readonly CrossedLine[]): readonly Timer[] {
  return runningLegs(legs).flatMap((running) =>
    lines.flatMap((line): readonly Timer[] => {
      const at = lineDay(running, line)
      if (at === null || isCrossed(crossed, running.name, line, at)) return []
      const dueAt = line === 'yellow' ? instantAtStartOfDay(at) : instantAtEndOfDay(at)
      return [{ name: `${running.name}/${line}`, dueAt, act: 'note-budget-deadline', certainty: running.dates.certainty }]
    }),
  )
}

export function readLegTimer(timer: string): { readonly leg: BudgetLegName; readonly line: CrossedLine['line'] } | undefined {
  const [leg, line] = timer.split('/')
  const [name, kind] = [budgetLegNames.find((one) => one === leg), lines.find((one) => one === line)]
  return name && kind && { leg: name, line: kind }
}
