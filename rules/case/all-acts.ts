import type { Act } from '../act.ts'
import { acceptCase } from './accept-case.ts'
import { acceptWithShortfall } from './accept-with-shortfall.ts'
import type { CaseActOf } from './case-act.ts'
import { claimCase } from './claim-case.ts'
import { deemAccepted } from './deem-accepted.ts'
import { grantCase } from './grant-case.ts'
import { noteDeadlineCrossed } from './note-deadline-crossed.ts'
import { passStep } from './pass-step.ts'
import { receiveAtCounter } from './receive-at-counter.ts'
import { refuseCase } from './refuse-case.ts'
import { returnStep } from './return-step.ts'
import { submitApplication } from './submit-application.ts'

/** Every act on a case that exists. */
export const actsOnCase = [
  acceptCase,
  acceptWithShortfall,
  deemAccepted,
  claimCase,
  passStep,
  returnStep,
  grantCase,
  refuseCase,
  noteDeadlineCrossed,
] as unknown as readonly CaseActOf<never>[]

/** Every act of the case, opening ones included. */
export const allCaseActs = [submitApplication, receiveAtCounter, ...actsOnCase] as unknown as readonly Act[]
