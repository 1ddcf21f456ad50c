import type { Act, Actor, SubjectKind } from '../../rules/act.ts'
import type { FirstStaff } from '../desks/people/seed-people.ts'
import type { Vocabulary } from '../platform/writer/batch.ts'
import { fireDueTimersAct } from '../platform/writer/fire-due-timers.ts'
import type { Desk } from '../platform/http/desk.ts'
import type { Staffed } from './plan-case.ts'

/** All kinds and acts of these desks, as the writer knows them. */
export function vocabularyOf(desks: readonly Desk[]): Vocabulary {
  const kinds = desks.flatMap((desk) => desk.kinds) as SubjectKind[]
  const acts = [...desks.flatMap((desk) => desk.acts), fireDueTimersAct] as Act[]
  return { kinds: new Map(kinds.map((kind) => [kind.kind, kind])), acts: new Map(acts.map((act) => [act.name, act])) }
}

/** Who does what in a generated past: the people of the demonstration by their roles. */
export function staffedBy(people: readonly FirstStaff[]): Staffed {
  const of = (role: string): Actor[] =>
    people
      .filter(({ roles }) => (roles as readonly string[]).includes(role))
      .map(({ id, name, roles, office }) => ({ kind: 'staff', id, name, roles: [...roles], office }))
  const reviewers = of('reviewer')
  return {
    clerks: of('window-clerk').filter(({ office }) => office === 'general-counter'),
    reviewerOf: (office) => reviewers.find((one) => one.office === office) ?? reviewers[0]!,
    head: of('head')[0]!,
    decisionMaker: of('decision-maker')[0]!,
  }
}
