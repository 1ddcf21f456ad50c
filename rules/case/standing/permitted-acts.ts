/**
 * The one table of the case: in which phase who may do which act. The server refuses by it, the console draws its buttons from it, the docs
 * draw their diagram and the tests walk their paths. What else an act demands (a checklist, a date, another person) stands in its own file.
 */

/** Where a case stands. `served` is not a phase: serving has its own leg beside the outcome. */
export const casePhases = [
  'pre-review',
  'supplementing',
  'filing-check',
  'filing-returned',
  'in-review',
  'stopped',
  'granted',
  'refused',
  'forwarded',
  'filed',
  'not-permit-matter',
  'declined',
  'withdrawn',
  'archived',
] as const

export type CasePhase = (typeof casePhases)[number]

/** As whom somebody acts on a case. `system` is a timer or an agent. A head's delegate acts as `head`. */
export const caseRoles = ['applicant', 'window-clerk', 'reviewer', 'decision-maker', 'head', 'supervisor', 'system'] as const

export type CaseRole = (typeof caseRoles)[number]

export const caseActs = [
  'supplement-materials',
  'give-up-supplement',
  'withdraw-application',
  'request-supplement',
  'accept-case',
  'accept-with-shortfall',
  'meet-shortfall',
  'declare-not-permit-matter',
  'decline-case',
  'deem-accepted',
  'deem-renewed',
  'claim-case',
  'hand-over-case',
  'take-over-case',
  'pass-step',
  'return-step',
  'record-site-inspection',
  'start-excluded-procedure',
  'end-excluded-procedure',
  'extend-review',
  'inform-third-party',
  'record-third-party-statement',
  'make-statement',
  'answer-statement',
  'inform-hearing-right',
  'request-hearing',
  'waive-hearing',
  'announce-hearing',
  'hold-hearing',
  'request-recusal',
  'decide-recusal',
  'grant-case',
  'refuse-case',
  'forward-case',
  'record-superior-decision',
  'tell-intended-measure',
  'drop-intended-measure',
  'revoke-permit',
  'withdraw-permit',
  'change-permit',
  'name-permit-in-hand',
  'record-penalty',
  'lift-suspension',
  'cancel-permit',
  'lift-bar',
  'acknowledge-filing',
  'return-filing',
  'correct-clerical-error',
  'void-paper',
  'serve-papers',
  'announce-service',
  'serve-announced',
  'archive-case',
  'remind-case',
  'correct-applicant-data',
  'change-service-consent',
  'request-data-change',
  'answer-data-request',
  'erase-personal-data',
  'note-deadline-crossed',
  'move-deadlines',
] as const

export type CaseAct = (typeof caseActs)[number]

type Row = { readonly [role in CaseRole]?: readonly CaseAct[] }

const keepPapers = ['correct-clerical-error', 'void-paper', 'serve-papers', 'announce-service'] as const
const handling = ['hand-over-case', 'take-over-case'] as const
/** What an applicant may wish of papers and of the own data at any time, over the portal or through a clerk. */
const wishes = ['change-service-consent', 'request-data-change'] as const
/** What an applicant may say in a case that runs, over the portal or through a clerk. */
const ownWords = ['make-statement', 'request-recusal', 'withdraw-application', 'correct-applicant-data', ...wishes] as const
const answers = ['answer-statement', 'answer-data-request'] as const
/** To be heard before one is burdened: announced, then carried out by the decision itself, or dropped. */
const measures = ['tell-intended-measure', 'drop-intended-measure'] as const
/** While a case is reviewed, whether its clock runs or stands. */
const inReview = ['meet-shortfall', 'request-hearing', 'waive-hearing', ...ownWords] as const
const clocks = ['note-deadline-crossed', 'move-deadlines', 'serve-announced'] as const
/** Duties to third parties and the hearing (行政许可法 36, 46–48) go on while the clock is stopped: the hearing itself is an excluded procedure. */
const hearings = [
  'inform-third-party',
  'record-third-party-statement',
  'inform-hearing-right',
  'request-hearing',
  'waive-hearing',
  'announce-hearing',
  'hold-hearing',
] as const

const concluded: Row = {
  applicant: ['correct-applicant-data', ...wishes],
  'window-clerk': [...keepPapers, 'archive-case', 'correct-applicant-data', ...wishes, 'answer-data-request'],
  reviewer: [...keepPapers, 'archive-case'],
  'decision-maker': keepPapers,
  head: [...keepPapers, 'archive-case', 'erase-personal-data', 'answer-data-request'],
  system: clocks,
}

/** After a decision that may bar the applicant from applying again (行政许可法 78). */
const barring: Row = { ...concluded, head: [...concluded.head!, 'lift-bar'] }
/** What the organ that punishes decided of a permit is noted by whoever reviews such permits, and by the head. */
const register = ['record-penalty', 'lift-suspension', 'name-permit-in-hand'] as const
/** What may become of a permit that was granted (行政许可法 8, 69, 70): for the head. */
const permit = [...measures, 'revoke-permit', 'withdraw-permit', 'change-permit', ...register, 'cancel-permit', 'lift-bar'] as const

const permittedActs: Readonly<Record<CasePhase, Row>> = {
  'pre-review': {
    applicant: [...ownWords],
    'window-clerk': [
      'accept-case',
      'accept-with-shortfall',
      'request-supplement',
      'declare-not-permit-matter',
      'decline-case',
      'claim-case',
      'supplement-materials',
      'name-permit-in-hand',
      ...ownWords,
      ...answers,
      ...keepPapers,
    ],
    'decision-maker': ['decide-recusal'],
    head: [...handling, ...measures, 'remind-case', 'decide-recusal', ...answers, ...keepPapers],
    supervisor: ['remind-case'],
    system: ['deem-accepted', ...clocks],
  },
  supplementing: {
    applicant: ['supplement-materials', 'give-up-supplement', ...ownWords],
    'window-clerk': [
      'supplement-materials',
      'give-up-supplement',
      'decline-case',
      'claim-case',
      'name-permit-in-hand',
      ...ownWords,
      ...answers,
      ...keepPapers,
    ],
    'decision-maker': ['decide-recusal'],
    head: [...handling, ...measures, 'remind-case', 'decide-recusal', ...answers, ...keepPapers],
    supervisor: ['remind-case'],
    system: clocks,
  },
  'filing-check': {
    applicant: [...ownWords],
    'window-clerk': [
      'acknowledge-filing',
      'return-filing',
      'declare-not-permit-matter',
      'claim-case',
      'supplement-materials',
      ...ownWords,
      ...answers,
      ...keepPapers,
    ],
    reviewer: ['acknowledge-filing', 'return-filing', 'claim-case', 'answer-statement', ...keepPapers],
    'decision-maker': ['decide-recusal'],
    head: [...handling, 'acknowledge-filing', 'return-filing', 'remind-case', 'decide-recusal', ...answers, ...keepPapers],
    supervisor: ['remind-case'],
    system: clocks,
  },
  'filing-returned': {
    applicant: ['supplement-materials', ...ownWords],
    'window-clerk': ['supplement-materials', 'claim-case', ...ownWords, ...answers, ...keepPapers],
    'decision-maker': ['decide-recusal'],
    head: [...handling, 'remind-case', 'decide-recusal', ...answers, ...keepPapers],
    supervisor: ['remind-case'],
    system: clocks,
  },
  'in-review': {
    applicant: inReview,
    'window-clerk': [...inReview, 'record-third-party-statement', 'answer-data-request', ...keepPapers],
    reviewer: [
      'claim-case',
      'hand-over-case',
      'pass-step',
      'return-step',
      'record-site-inspection',
      'start-excluded-procedure',
      'name-permit-in-hand',
      ...hearings,
      'answer-statement',
      'meet-shortfall',
      ...keepPapers,
    ],
    'decision-maker': [
      'claim-case',
      'hand-over-case',
      'pass-step',
      'return-step',
      'grant-case',
      'refuse-case',
      'forward-case',
      'start-excluded-procedure',
      'name-permit-in-hand',
      ...hearings,
      'decide-recusal',
      ...measures,
      'answer-statement',
      ...keepPapers,
    ],
    head: [
      'claim-case',
      ...handling,
      'pass-step',
      'return-step',
      'grant-case',
      'refuse-case',
      'forward-case',
      'extend-review',
      'start-excluded-procedure',
      'name-permit-in-hand',
      ...hearings,
      'decide-recusal',
      ...measures,
      ...answers,
      'remind-case',
      ...keepPapers,
    ],
    supervisor: ['remind-case'],
    system: ['deem-renewed', ...clocks],
  },
  stopped: {
    applicant: inReview,
    'window-clerk': [...inReview, 'record-third-party-statement', 'answer-data-request', ...keepPapers],
    reviewer: [
      'hand-over-case',
      'record-site-inspection',
      'end-excluded-procedure',
      'name-permit-in-hand',
      ...hearings,
      'answer-statement',
      'meet-shortfall',
      ...keepPapers,
    ],
    'decision-maker': [
      'hand-over-case',
      'end-excluded-procedure',
      'name-permit-in-hand',
      ...hearings,
      'decide-recusal',
      ...measures,
      'answer-statement',
      ...keepPapers,
    ],
    head: [
      ...handling,
      'end-excluded-procedure',
      'name-permit-in-hand',
      ...hearings,
      'decide-recusal',
      ...measures,
      ...answers,
      'remind-case',
      ...keepPapers,
    ],
    supervisor: ['remind-case'],
    system: ['deem-renewed', ...clocks],
  },
  granted: {
    ...concluded,
    applicant: ['make-statement', ...concluded.applicant!],
    'window-clerk': ['make-statement', ...concluded['window-clerk']!],
    reviewer: [...register, ...concluded.reviewer!],
    head: [...permit, 'answer-statement', ...concluded.head!],
  },
  refused: barring,
  forwarded: {
    ...concluded,
    'window-clerk': ['record-superior-decision', ...concluded['window-clerk']!],
    reviewer: ['record-superior-decision', ...concluded.reviewer!],
  },
  filed: concluded,
  'not-permit-matter': concluded,
  declined: barring,
  withdrawn: concluded,
  archived: {
    applicant: ['make-statement', 'request-data-change'],
    'window-clerk': ['make-statement', 'correct-clerical-error', 'serve-papers', 'announce-service', 'request-data-change', 'answer-data-request'],
    reviewer: register,
    system: ['move-deadlines', 'serve-announced'],
    head: [...permit, 'answer-statement', 'correct-clerical-error', 'serve-papers', 'announce-service', 'erase-personal-data', 'answer-data-request'],
  },
}

/** The phases before the end, in which something is still to be answered or decided. */
export const runningPhases = ['pre-review', 'supplementing', 'filing-check', 'filing-returned', 'in-review', 'stopped'] as const

/** The phase to which an act leads, for those that lead to another; a supplement does so only when it answers every fault. */
const leadsTo: { readonly [act in CaseAct]?: CasePhase | { readonly [from in CasePhase]?: CasePhase } } = {
  'supplement-materials': { supplementing: 'pre-review', 'filing-returned': 'filing-check' },
  'request-supplement': 'supplementing',
  'accept-case': 'in-review',
  'accept-with-shortfall': 'in-review',
  'deem-accepted': 'in-review',
  'deem-renewed': 'granted',
  'declare-not-permit-matter': 'not-permit-matter',
  'decline-case': 'declined',
  'withdraw-application': 'withdrawn',
  'start-excluded-procedure': 'stopped',
  'end-excluded-procedure': 'in-review',
  'grant-case': 'granted',
  'refuse-case': 'refused',
  'forward-case': 'forwarded',
  'acknowledge-filing': 'filed',
  'return-filing': 'filing-returned',
  'archive-case': 'archived',
}

/** Where an act done in a phase leads; undefined where the phase stays. */
export function phaseAfter(phase: CasePhase, act: CaseAct): CasePhase | undefined {
  const to = leadsTo[act]
  return typeof to === 'object' ? to[phase] : to
}

/** What somebody acting in these roles may do in a phase, each act once, in the table's order. */
export function actsPermitted(phase: CasePhase, roles: readonly CaseRole[]): readonly CaseAct[] {
  const row = permittedActs[phase]
  return [...new Set(roles.flatMap((role) => row[role] ?? []))]
}

/** Whether the act stands in the phase's row for one of these roles; the roles that would do are named where it stands for others. */
export function isPermitted(phase: CasePhase, roles: readonly CaseRole[], act: CaseAct): boolean {
  const row = permittedActs[phase]
  return roles.some((role) => row[role]?.includes(act) ?? false)
}

/** Whether anybody at all may do the act in this phase. */
export const isActOfPhase = (phase: CasePhase, act: CaseAct): boolean => isPermitted(phase, caseRoles, act)
