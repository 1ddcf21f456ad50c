import type { Act, BookEntry, EntryTexts, SubjectKind, SubjectRef } from '../act.ts'
import { refused } from '../refusal.ts'

/** 区划: 区 (6 digits) → 街道/乡镇 (9) → 村（居） (12). Codes of development zones are statistical ones, so the table is the bureau's own to edit. */
export interface Division {
  readonly name: string
  readonly closed: boolean
}

const divisionRef = (code: string): SubjectRef => ({ kind: 'division', id: code })

/** The code above: 130371005 → 130371; undefined for a district, null for no code at all. */
export function codeAbove(code: string): string | undefined | null {
  if (!/^\d{6}(\d{3}(\d{3})?)?$/.test(code)) return null
  return code.length === 6 ? undefined : code.slice(0, -3)
}

export const divisionLevel = (code: string): 'district' | 'street' | 'village' =>
  code.length === 6 ? 'district' : code.length === 9 ? 'street' : 'village'

const texts: EntryTexts = { open: { 'division-added': ['name'], 'division-renamed': ['name'] }, veiled: {} }

export const divisionKind: SubjectKind<Division> = {
  kind: 'division',
  texts,
  fold(state, entry: BookEntry) {
    switch (entry.type) {
      case 'division-added':
      case 'division-renamed':
        return { closed: state?.closed ?? false, name: (entry.data as { name: string }).name }
      case 'division-closed':
        return { ...state!, closed: true }
      default:
        throw new Error(`unknown entry ${entry.type}`)
    }
  },
}

/** Adds a division or renames the one under this code. Refusals: `division-code-malformed`, `division-not-found` (the one above), `division-closed`. */
export const setDivision: Act<{ readonly code: string; readonly name: string }> = {
  name: 'set-division',
  needs: ({ code }) => [divisionRef(code), ...(codeAbove(code) ? [divisionRef(codeAbove(code)!)] : [])],
  decide({ code, name }, loaded) {
    const above = codeAbove(code)
    if (above === null) return refused('division-code-malformed')
    const upper = above === undefined ? undefined : loaded<Division>(divisionRef(above))
    if (above !== undefined && (upper === undefined || upper.closed)) return refused('division-not-found', { detail: { code: above } })
    const before = loaded<Division>(divisionRef(code))
    if (before?.closed) return refused('division-closed', { detail: { name: before.name } })
    if (before?.name === name) return { entries: [], answer: { code } }
    const type = before === undefined ? 'division-added' : 'division-renamed'
    return { entries: [{ subject: divisionRef(code), type, version: 1, data: { name } }], answer: { code } }
  },
}

/** Closes a division (merged, abolished); it stays readable in old cases. Refusals: `division-not-found`. */
export const closeDivision: Act<{ readonly code: string }> = {
  name: 'close-division',
  needs: ({ code }) => [divisionRef(code)],
  decide({ code }, loaded) {
    const before = loaded<Division>(divisionRef(code))
    if (before === undefined || before.closed) return refused('division-not-found', { detail: { code } })
    return { entries: [{ subject: divisionRef(code), type: 'division-closed', version: 1, data: {} }], answer: { code } }
  },
}
