import { Type } from 'typebox'
import type { CasePage } from '../../contract/cases.ts'
import { refused } from '../../rules/refusal.ts'
import { type Answer, no, seeOther } from '../platform/http/answer.ts'
import type { Door } from '../platform/http/door.ts'
import type { Visit } from '../platform/http/visit.ts'
import type { Posted } from './form-values.ts'
import { citizenOf, show } from './frame.ts'
import { heldOf, hold } from './held-posted.ts'
import type { PageParts } from './layout.ts'
import { isOpen, ownCase } from './own-case.ts'

export const OfCase = Type.Object({ id: Type.String({ minLength: 1, maxLength: 80 }) })
export const Held = Type.Object({ held: Type.Optional(Type.String({ maxLength: 64 })) })
export const notFound = no(refused('case-not-found').refusal)

interface OfOne {
  readonly id: string
}

/** Shows the form for an act on an own case, empty or with what was held when the session ended; back to the case where the act is not open. */
export const showOwnForm =
  (act: string, draw: (page: CasePage, csrf: string, held: Posted | undefined) => PageParts) =>
  async (visit: Visit<OfOne, { held?: string }>, door: Door): Promise<Answer> => {
    const page = await ownCase(visit, door, visit.params.id)
    if (page === undefined) return notFound
    if (!isOpen(page, act)) return seeOther(`/my/cases/${page.id}`)
    return show(visit, door, draw(page, visit.csrf, await heldOf(visit, door, visit.query.held)))
  }

/** Takes what was sent from such a form; held for its sender where the session ended meanwhile. The door must be open to the public for that. */
export const takeOwnForm =
  <Body>(take: (page: CasePage, visit: Visit<OfOne, unknown, Body>, door: Door) => Promise<Answer>) =>
  async (visit: Visit<OfOne, unknown, Body>, door: Door): Promise<Answer> => {
    if (citizenOf(visit) === undefined) return hold(visit, door)
    const page = await ownCase(visit, door, visit.params.id)
    return page === undefined ? notFound : take(page, visit, door)
  }
