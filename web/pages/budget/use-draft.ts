import { useEffect, useMemo, useState } from 'react'
import type { BudgetPage } from '../../../contract/budget.ts'
import type { BudgetDocument } from '../../../rules/budget/budget-document.ts'
import type { BudgetChanges } from '../../../rules/budget/budget-state.ts'
import { changedSections } from '../../../rules/budget/changed-sections.ts'
import { mergeEdits } from '../../../rules/merging/merge-edits.ts'

/** What is on the screen and not in the book yet, made from the version `seq`. */
interface Held {
  readonly seq: number
  readonly base: BudgetDocument
  readonly draft: BudgetDocument
  /** Somebody saved meanwhile what is changed here too: the places, and what both began from. */
  readonly clash: { readonly places: readonly string[]; readonly base: BudgetDocument } | null
  /** Brought back from an earlier visit to this screen. */
  readonly restored: boolean
}

type Kept = { readonly base: BudgetChanges; readonly changes: BudgetChanges }

/**
 * The draft being filled in. It outlives what the server answers meanwhile (a colleague's save is worked in place by place), a walk to another page, a
 * closed browser and an ended session: what was not saved is kept in this browser under `name`.
 */
export function useDraft(page: BudgetPage, name: string, editable: boolean) {
  const [held, setHeld] = useState<Held>(() => (editable ? restored(page, name) : fresh(page)))
  const now = held.seq === page.seq ? held : rebased(held, page)
  if (now !== held) setHeld(now)
  const changes = useMemo(() => changedSections(now.base, now.draft), [now.base, now.draft])
  const changed = Object.keys(changes).length > 0
  useEffect(() => {
    if (!editable) return
    const timer = setTimeout(() => keep(name, now.base, changes), 300)
    return () => clearTimeout(timer)
  }, [editable, name, now.base, changes])
  useEffect(() => {
    if (!changed) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [changed])
  const { clash } = now
  return {
    draft: now.draft,
    changes,
    changed,
    restored: now.restored && changed,
    clash: clash?.places ?? [],
    put: (more: Partial<BudgetDocument>) => setHeld((one) => ({ ...one, draft: { ...one.draft, ...more } })),
    discard: () => setHeld(fresh(page)),
    settle: (prefer: 'mine' | 'theirs') =>
      setHeld((one) => ({
        ...one,
        draft: prefer === 'mine' || clash === null ? one.draft : mergeEdits(clash.base, one.draft, page.content, 'theirs').content,
        clash: null,
      })),
  }
}

const fresh = ({ seq, content }: BudgetPage): Held => ({ seq, base: content, draft: content, clash: null, restored: false })

/** The unsaved changes upon the newest version. */
function rebased({ base, draft, restored: from }: Held, page: BudgetPage): Held {
  if (Object.keys(changedSections(base, draft)).length === 0) return fresh(page)
  const { content, overlaps } = mergeEdits(base, draft, page.content, 'mine')
  return { seq: page.seq, base: page.content, draft: content, clash: overlaps.length === 0 ? null : { places: overlaps, base }, restored: from }
}

function restored(page: BudgetPage, name: string): Held {
  const kept = readKept(name)
  if (kept === undefined) return fresh(page)
  const base = { ...page.content, ...kept.base }
  return rebased({ seq: page.seq, base, draft: { ...base, ...kept.changes }, clash: null, restored: true }, page)
}

function readKept(name: string): Kept | undefined {
  try {
    const text = localStorage.getItem(name)
    return text === null ? undefined : (JSON.parse(text) as Kept)
  } catch {
    return undefined
  }
}

function keep(name: string, base: BudgetDocument, changes: BudgetChanges): void {
  const sections = Object.keys(changes) as (keyof BudgetDocument)[]
  try {
    if (sections.length === 0) localStorage.removeItem(name)
    else localStorage.setItem(name, JSON.stringify({ base: Object.fromEntries(sections.map((one) => [one, base[one]])), changes } as Kept))
  } catch {
    // A browser without room for it (or that keeps nothing) still has the draft on the screen, and asks before it is closed.
  }
}
