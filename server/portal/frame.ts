import { bureauKind } from '../../rules/people/bureau.ts'
import { bureauRef } from '../../rules/people/bureau.ts'
import { instantOfMillis, plainDateOfInstant } from '../../rules/time/instant.ts'
import type { PlainDate } from '../../rules/time/plain-date.ts'
import { type Answer, page } from '../platform/http/answer.ts'
import type { Door } from '../platform/http/door.ts'
import type { Visit } from '../platform/http/visit.ts'
import { readSubject } from '../platform/writer/subjects.ts'
import { drawPage, type Frame, type PageParts } from './layout.ts'
import { countUnread } from './read-notices.ts'

export const largeTypeCookie = 'oneseal_large'

/** The citizen of this visit; undefined for strangers and for staff who look at the public pages. */
export const citizenOf = (visit: Visit): string | undefined => (visit.signedIn && visit.actor.kind === 'citizen' ? visit.actor.id : undefined)

export const todayOf = (door: Pick<Door, 'now'>): PlainDate => plainDateOfInstant(instantOfMillis(door.now().getTime()))

export async function frameOf(visit: Visit, door: Door): Promise<Frame> {
  const citizen = citizenOf(visit)
  const bureau = await readSubject(door.database, visit.bureau, bureauKind, bureauRef.id)
  return {
    bureau: bureau?.state.name ?? '行政审批局',
    demonstration: bureau?.state.demonstration ?? false,
    citizen: citizen === undefined ? undefined : visit.actor.name,
    unread: citizen === undefined ? 0 : await countUnread(door.database, visit.bureau, citizen),
    large: visit.request.cookies[largeTypeCookie] === '1',
    path: visit.request.url,
    csrf: visit.csrf,
  }
}

/** A page of the portal for this visit. */
export async function show(visit: Visit, door: Door, parts: PageParts, more: { readonly status?: number } = {}): Promise<Answer> {
  return page(drawPage(await frameOf(visit, door), parts), more)
}
