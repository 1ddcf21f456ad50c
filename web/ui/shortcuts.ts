import { useEffect, useRef } from 'react'

export interface Shortcut {
  /** As `KeyboardEvent.key` has it. */
  readonly key: string
  /** What it does, for the help. */
  readonly text: string
  readonly run: () => void
}

const standing = new Set<{ readonly current: readonly Shortcut[] }>()

/** The shortcuts that work on this screen now, for the help. */
export const shortcutsNow = (): readonly Shortcut[] => [...standing].flatMap(({ current }) => current)

/** In a form a choice is being made, too: whoever types a number one box too early must not find another page. */
const typing =
  'input:not([type=checkbox]):not([type=radio]), form input, textarea, select, [contenteditable], [role=dialog], [role=combobox], [role=listbox], [role=menu]'

/** Single keys that work while nobody types and no drawer is open. */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  const latest = useRef(shortcuts)
  latest.current = shortcuts
  useEffect(() => {
    standing.add(latest)
    const onKey = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || target.closest(typing)) return
      if (event.key === 'Enter' && target.closest('a, button')) return
      const found = latest.current.find(({ key }) => key === event.key)
      if (found === undefined) return
      event.preventDefault()
      found.run()
    }
    window.addEventListener('keydown', onKey)
    return () => {
      standing.delete(latest)
      window.removeEventListener('keydown', onKey)
    }
  }, [])
}
