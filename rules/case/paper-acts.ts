import type { Act } from '../act.ts'
import { refuse } from './known.ts'
import { paperRef } from './paper-issue.ts'
import type { PaperState } from './paper-kind.ts'
import { paperEntry } from './paper-of-case.ts'

/** The typesetter has set the paper: names the file by its digest. Refusals: `not-permitted`, `paper-not-found`, `paper-already-set`. */
export const recordTypesetPaper: Act<{ readonly id: string; readonly digest: string }> = {
  name: 'record-typeset-paper',
  needs: ({ id }) => [paperRef(id)],
  decide({ id, digest }, loaded, { actor }) {
    if (actor.kind !== 'agent' && actor.kind !== 'system') return refuse('not-permitted')
    const paper = loaded<PaperState>(paperRef(id))
    if (!paper) return refuse('paper-not-found')
    if (paper.digest !== null) return refuse('paper-already-set')
    return { entries: [paperEntry(id, 'paper-typeset', { digest })], answer: { id } }
  },
}

/**
 * The paper could not be set: a character has no glyph (named by its code point) or a wording lacks a fact. It stands as failed until it is set again.
 * Refusals: `not-permitted`, `paper-not-found`, `paper-already-set`.
 */
export const recordPaperFailure: Act<{ readonly id: string; readonly problem: string }> = {
  name: 'record-paper-failure',
  needs: ({ id }) => [paperRef(id)],
  decide({ id, problem }, loaded, { actor }) {
    if (actor.kind !== 'agent' && actor.kind !== 'system') return refuse('not-permitted')
    const paper = loaded<PaperState>(paperRef(id))
    if (!paper) return refuse('paper-not-found')
    if (paper.digest !== null) return refuse('paper-already-set')
    return { entries: [paperEntry(id, 'paper-failed', { problem })], answer: { id } }
  },
}
