import { Type } from 'typebox'
import { bureauKind, bureauRef } from '../../rules/people/bureau.ts'
import { hearingNotices } from '../desks/cases/public.ts'
import { defineRoute, type RouteRow } from '../platform/http/route-row.ts'
import { readSubject } from '../platform/writer/subjects.ts'
import { show, todayOf } from './frame.ts'
import { hearingsPage } from './hearings-page.ts'

/** Hearings announced to everybody (行政许可法 46, 48), without an account and without a script. */
export const hearingsRoutes: readonly RouteRow[] = [
  defineRoute({
    method: 'GET',
    path: '/hearings',
    permission: 'public',
    audit: 'look-at-hearings',
    summary: '听证公告（行政许可法 第四十六条、第四十八条）',
    triesPerMinute: 120,
    schema: { query: Type.Object({}), response: 'page' },
    handler: async (visit, door) => {
      const today = todayOf(door)
      const [notices, bureau] = await Promise.all([
        hearingNotices(door.database, visit.bureau, today),
        readSubject(door.database, visit.bureau, bureauKind, bureauRef.id),
      ])
      return show(visit, door, hearingsPage({ notices, phone: bureau?.state.phone || null, today }))
    },
  }),
]
