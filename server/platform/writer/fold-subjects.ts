import { emptySlot, step, timersOf, type Vocabulary } from './batch.ts'
import { bookEntryOf, type JournalEntry } from './journal.ts'
import type { KeptState } from './kept-states.ts'
import { keyOf, type Slot } from './subject-cache.ts'

type Kinds = Pick<Vocabulary, 'kinds'>

/** Folds subjects from their entries, first to last; `seen` is shown each as it stands after each of its entries. */
export function foldSubjects(vocabulary: Kinds, entries: readonly JournalEntry[], seen?: (key: string, slot: Slot) => void): Map<string, Slot> {
  const slots = new Map<string, Slot>()
  for (const entry of entries) {
    const key = keyOf(entry.subject)
    const slot = next(vocabulary, slots.get(key) ?? emptySlot(entry.subject), entry)
    slots.set(key, slot)
    seen?.(key, slot)
  }
  return slots
}

/** A subject as the book has it now: what is kept of it, brought up to date. */
export function slotOf(vocabulary: Kinds, { ref, seq, state, last, quiet, behind }: KeptState): Slot {
  const kind = vocabulary.kinds.get(ref.kind)
  if (kind === undefined) throw new Error(`unknown subject kind ${ref.kind}`)
  const kept: Slot = { ref, seq, state, last, kept: seq, ...timersOf(kind, state, quiet) }
  return behind.reduce((slot, entry) => next(vocabulary, slot, entry), kept)
}

function next(vocabulary: Kinds, slot: Slot, entry: JournalEntry): Slot {
  if (entry.seq !== slot.seq + 1) throw new Error(`${entry.subject.kind} ${entry.subject.id} has entry ${entry.seq} after ${slot.seq}`)
  return step(vocabulary, slot, bookEntryOf(entry))
}
