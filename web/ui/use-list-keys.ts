import { useEffect, useState } from 'react'
import { useShortcuts } from './shortcuts.ts'

interface Does {
  readonly open: (index: number) => void
  readonly find?: () => void
  readonly tick?: (index: number) => void
}

/** Walks a list by keyboard: j/k move, Enter opens, x ticks, / goes to the search. Returns the row one stands on, -1 for none. */
export function useListKeys(length: number, does: Does): number {
  const [here, setHere] = useState(-1)
  const stands = here < length ? here : length - 1
  // biome-ignore lint/correctness/useExhaustiveDependencies: the row of that place scrolls into view when the place changes
  useEffect(() => {
    document.querySelector('.row-here')?.scrollIntoView({ block: 'nearest' })
  }, [stands])
  useShortcuts([
    { key: 'j', text: '下一行', run: () => setHere(Math.min(stands + 1, length - 1)) },
    { key: 'k', text: '上一行', run: () => setHere(Math.max(stands - 1, 0)) },
    { key: 'Enter', text: '打开这一行', run: () => stands >= 0 && does.open(stands) },
    ...(does.tick ? [{ key: 'x', text: '选中或取消这一行', run: () => stands >= 0 && does.tick!(stands) }] : []),
    ...(does.find ? [{ key: '/', text: '去查找框', run: does.find }] : []),
  ])
  return stands
}
