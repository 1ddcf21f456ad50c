import { listCases } from '../desks/cases/public.ts'
import type { Door } from '../platform/http/door.ts'
import type { Visit } from '../platform/http/visit.ts'
import { openDrafts } from './drafts.ts'
import { todayOf } from './frame.ts'
import type { Home } from './home-page.ts'
import { waitsOf } from './waits.ts'

/** What the home page says of the citizen's own affairs. */
export async function mineAtHome(visit: Visit, door: Door): Promise<NonNullable<Home['mine']>> {
  const { rows } = await listCases(door.database, {
    bureau: visit.bureau,
    scope: { kind: 'account', of: visit.actor.id },
    query: { state: 'running', limit: 100, sort: 'newest' },
    me: visit.actor.id,
    today: todayOf(door),
  })
  const waits = await waitsOf(
    door,
    visit.bureau,
    rows.map(({ id }) => id),
  )
  return {
    running: rows.length,
    waiting: rows.flatMap(({ id, itemName }) => (waits.has(id) ? [{ id, words: `${itemName}：${waits.get(id)!.join('；')}` }] : [])),
    drafts: (await openDrafts(door.database, visit.bureau, visit.actor.id)).length,
  }
}
