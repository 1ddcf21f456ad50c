import type { SubjectKind } from '../act.ts'
import { caseTexts } from './standing/case-texts.ts'
import { foldCase } from './folding/fold.ts'
import type { CaseState } from './standing/state.ts'
import { caseTimers } from './clock/timers.ts'

/** The case in the book: how its entries become its state, and which timers stand in that state. */
export const caseKind: SubjectKind<CaseState> = { kind: 'case', texts: caseTexts, fold: foldCase, timers: caseTimers, keptEvery: 8 }
