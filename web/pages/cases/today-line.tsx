import type { CaseCounts } from '../../../contract/cases.ts'
import type { Changes } from '../../ui/use-address.ts'
import { todayHere } from '../../ui/today-here.ts'

interface Props {
  readonly counts: CaseCounts
  readonly onChange: (changes: Changes) => void
}

/** The day in four numbers; those that are a list open it. */
export function TodayLine({ counts, onChange }: Props) {
  const today = todayHere()
  const number = (word: string, n: number, changes: Changes) => (
    <button type="button" className="as-link" onClick={() => onChange(changes)}>
      {word} {n}
    </button>
  )
  return (
    <p className="quiet today-line">
      {number('今日收件', counts.receivedToday, { receivedFrom: today, receivedTo: today, state: 'all' })} · 今日办结 {counts.concludedToday} ·{' '}
      {number('我经办', counts.mine, { of: 'mine', handler: undefined, state: undefined })} ·{' '}
      {number('待领办', counts.unclaimed, { of: undefined, handler: 'nobody', state: undefined })}
    </p>
  )
}
