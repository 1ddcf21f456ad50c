import type { Act, SubjectRef } from '../../../rules/act.ts'

/** Looks at one subject and does nothing else: looking lets the timers due on it act, as before every act. */
export const fireDueTimersAct: Act<{ readonly subject: SubjectRef }, null> = {
  name: 'fire-due-timers',
  needs: ({ subject }) => [subject],
  decide: () => ({ entries: [], answer: null }),
}
