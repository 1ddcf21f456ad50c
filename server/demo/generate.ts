import type { Calendar } from '../../rules/time/calendar.ts'
import type { PlainDate } from '../../rules/time/plain-date.ts'
import type { CaseAnswer } from '../../contract/cases.ts'
import type { ServiceItem } from '../../rules/service-item/item.ts'
import type { HistoryLoader } from '../platform/book/history-loader.ts'
import { throwDice } from './dice.ts'
import { planCase, type PlannedStep, type Staffed } from './plan-case.ts'

export interface History {
  readonly cases: number
  readonly decided: number
  /** Refusals by act and code: a walk that the law forbids stops where it is. */
  readonly refused: ReadonlyMap<string, number>
}

interface Asked {
  readonly cases: number
  readonly bureau: string
  readonly items: readonly ServiceItem[]
  readonly staff: Staffed
  readonly calendar: Calendar
  /** The last working day of the history. */
  readonly until: PlainDate
  readonly seed?: number
  readonly told?: (done: number) => void
}

interface Walk {
  readonly steps: readonly PlannedStep[]
  next: number
  id: string
  seq: number
  papers: string[]
}

const flushEvery = 2000

/**
 * Lets a bureau's days pass: cases arrive each working day, and those at hand take their next step on the day it falls due, in the order of the clock.
 * What is under way on the last day stays under way. Repeatable for a seed.
 */
export async function generateHistory(loader: HistoryLoader, asked: Asked): Promise<History> {
  const { calendar, staff, items } = asked
  const dice = throwDice(asked.seed ?? 20201123)
  const days = workingDays(calendar, asked.until, Math.max(20, Math.min(1200, Math.ceil(asked.cases / 60))))
  const due = days.map((): Walk[] => [])
  const refused = new Map<string, number>()
  let begun = 0
  let decided = 0
  let sinceFlush = 0

  async function step(walk: Walk, day: number, at: string): Promise<void> {
    const { act, by, input } = walk.steps[walk.next]!
    const outcome = await loader.decide(at, {
      bureau: asked.bureau,
      act,
      input: input({ id: walk.id, seq: walk.seq, papers: walk.papers, today: days[day]! }),
      actor: by,
      channel: 'console',
    })
    if (!outcome.ok) {
      const key = `${act} ${outcome.refusal.code}`
      refused.set(key, (refused.get(key) ?? 0) + 1)
      return end(walk)
    }
    decided++
    const answer = outcome.answer as CaseAnswer
    walk.id = answer.id
    walk.seq = outcome.seqs.find(({ subject }) => subject.kind === 'case')?.seq ?? walk.seq
    walk.papers.push(...answer.papers.map(({ id }) => id))
    walk.next++
    const following = walk.steps[walk.next]
    if (following === undefined) end(walk)
    else due[day + following.after]?.push(walk)
  }

  function end(walk: Walk): void {
    if (walk.id === '') return
    loader.finish({ kind: 'case', id: walk.id })
    for (const id of walk.papers) loader.finish({ kind: 'paper', id })
  }

  for (let day = 0; day < days.length; day++) {
    const arriving = Math.round(((day + 1) * asked.cases) / days.length) - begun
    const fresh = Array.from(
      { length: arriving },
      (): Walk => ({ steps: planCase(dice.pick(items), staff, dice), next: 0, id: '', seq: 0, papers: [] }),
    )
    begun += arriving
    const list = due[day]!
    list.push(...fresh)
    // A step that falls due the same day is met again at the end of the list.
    for (let n = 0; n < list.length; n++) {
      await step(list[n]!, day, instantOf(days[day]!, n, list.length))
      sinceFlush++
    }
    list.length = 0
    if (sinceFlush >= flushEvery || day === days.length - 1) {
      await loader.flush()
      sinceFlush = 0
      asked.told?.(begun)
    }
  }
  return { cases: begun, decided, refused }
}

/** Office hours, 8:30 to 17:00, the day's steps one after another. */
function instantOf(day: PlainDate, n: number, of: number): string {
  const second = 30_600 + Math.min(30_599, Math.floor((n * 30_600) / Math.max(of, n + 1)))
  const two = (value: number) => String(value).padStart(2, '0')
  return `${day}T${two(Math.floor(second / 3600))}:${two(Math.floor(second / 60) % 60)}:${two(second % 60)}.${String(n % 1000).padStart(3, '0')}+08:00`
}

function workingDays(calendar: Calendar, until: PlainDate, count: number): PlainDate[] {
  const days: PlainDate[] = []
  let first = until
  // Walked back by weeks, then counted forward: the calendar only counts forward.
  for (let year = Number(until.slice(0, 4)); days.length < count; year--) {
    first = `${year}-01-01` as PlainDate
    days.length = 0
    for (let day = calendar.workdayOnOrAfter(first); day <= until; day = calendar.workdayAfter(day, 1)) days.push(day)
  }
  return days.slice(-count)
}
