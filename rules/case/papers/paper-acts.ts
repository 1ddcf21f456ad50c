import type { Act, Actor, Decision, NewEntry } from '../../act.ts'
import { refuse } from '../standing/known.ts'
import { paperRef } from './paper-issue.ts'
import type { PaperState } from './paper-kind.ts'
import { paperEntry } from './paper-of-case.ts'

const isMachine = (actor: Actor): boolean => actor.kind === 'agent' || actor.kind === 'system'

const done = (entry: NewEntry, id: string): Decision<{ id: string }> => ({ entries: [entry], answer: { id } })

/** The typesetter has set the paper: names the file by its digest. Refusals: `not-permitted`, `paper-not-found`, `paper-already-set`. */
export const recordTypesetPaper: Act<{ readonly id: string; readonly digest: string }> = {
  name: 'record-typeset-paper',
  needs: ({ id }) => [paperRef(id)],
  decide({ id, digest }, loaded, { actor }) {
    if (!isMachine(actor)) return refuse('not-permitted')
    const paper = loaded<PaperState>(paperRef(id))
    if (!paper) return refuse('paper-not-found')
    return paper.digest === null ? done(paperEntry(id, 'paper-typeset', { digest }), id) : refuse('paper-already-set')
  },
}

/**
 * The paper could not be set: a character has no glyph (named by its code point) or a fact is lacking. It stands as failed until it is set again.
 * Refusals: `not-permitted`, `paper-not-found`, `paper-already-set`.
 */
export const recordPaperFailure: Act<{ readonly id: string; readonly problem: string }> = {
  name: 'record-paper-failure',
  needs: ({ id }) => [paperRef(id)],
  decide({ id, problem }, loaded, { actor }) {
    if (!isMachine(actor)) return refuse('not-permitted')
    const paper = loaded<PaperState>(paperRef(id))
    if (!paper) return refuse('paper-not-found')
    return paper.digest === null ? done(paperEntry(id, 'paper-failed', { problem }), id) : refuse('paper-already-set')
  },
}

/** Asks that a failed paper be set again, say after a font was added. Refusals: `not-permitted`, `paper-not-found`, `paper-already-set`. */
export const setPaperAgain: Act<{ readonly id: string }> = {
  name: 'set-paper-again',
  needs: ({ id }) => [paperRef(id)],
  decide({ id }, loaded, { actor, today }) {
    if (actor.kind === 'citizen') return refuse('not-permitted')
    const paper = loaded<PaperState>(paperRef(id))
    if (!paper) return refuse('paper-not-found')
    return paper.digest === null ? done(paperEntry(id, 'paper-setting-asked', { on: today }), id) : refuse('paper-already-set')
  },
}
