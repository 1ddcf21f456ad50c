import { emptySlot, step, type Vocabulary } from './batch.ts'
import { bookEntryOf, type JournalEntry } from './journal.ts'
import { keyOf, type Slot } from './subject-cache.ts'

/** Folds subjects from their entries, first to last. */
export function foldSubjects(vocabulary: Pick<Vocabulary, 'kinds'>, entries: readonly JournalEntry[]): Map<string, Slot> {
  const slots = new Map<string, Slot>()
  for (const entry of entries) {
    const key = keyOf(entry.subject)
    const slot = slots.get(key) ?? emptySlot(entry.subject)
    if (entry.seq !== slot.seq + 1) throw new Error(`${entry.subject.kind} ${entry.subject.id} has entry ${entry.seq} after ${slot.seq}`)
    slots.set(key, step(vocabulary, slot, bookEntryOf(entry)))
  }
  return slots
}
