import { Type } from 'typebox'
import { refused } from '../../../rules/refusal.ts'
import { parsePlainDate } from '../../../rules/time/plain-date.ts'
import { json, no } from '../http/answer.ts'
import { defineRoute, type RouteRow } from '../http/route-row.ts'
import { gapDoor, gapTitle } from './audit-gap.ts'
import { searchAudit } from './search-audit.ts'

const Day = Type.String({ pattern: '^(19|20|21)\\d{2}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$' })
const Line = Type.Object({
  id: Type.String(),
  at: Type.String(),
  actorKind: Type.String(),
  actorId: Type.String(),
  actorName: Type.String(),
  door: Type.String(),
  doorTitle: Type.String(),
  method: Type.String(),
  path: Type.String(),
  subject: Type.String(),
  status: Type.Integer(),
  code: Type.String(),
  ip: Type.String(),
  request: Type.String(),
})

/** The audit administrator's door. `titleOf` turns an audit name into the Chinese summary of its route. */
export const auditRoutes = (titleOf: (door: string) => string): readonly RouteRow[] => [
  defineRoute({
    method: 'GET',
    path: '/api/audit',
    permission: 'see-audit',
    audit: 'search-audit',
    auditing: 'personal',
    summary: '检索审计记录：谁、何时、从哪里、看过或办过什么',
    schema: {
      query: Type.Object({
        actor: Type.Optional(Type.String({ maxLength: 64 })),
        subject: Type.Optional(Type.String({ maxLength: 200 })),
        door: Type.Optional(Type.String({ maxLength: 60 })),
        ip: Type.Optional(Type.String({ maxLength: 45 })),
        refused: Type.Optional(Type.Boolean()),
        from: Type.Optional(Day),
        until: Type.Optional(Day),
        /** `next` of the page before. */
        after: Type.Optional(Type.String({ maxLength: 120 })),
        limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
      }),
      response: Type.Object({ lines: Type.Array(Line), next: Type.Union([Type.String(), Type.Null()]) }),
    },
    handler: async (visit, door) => {
      const wrong = [visit.query.from, visit.query.until].find((day) => day !== undefined && parsePlainDate(day) === undefined)
      if (wrong !== undefined) return no(refused('date-invalid', { detail: { date: wrong } }).refusal)
      await door.audit.flush()
      const found = await searchAudit(door.database, visit.bureau, visit.query)
      const titled = found.lines.map((line) => ({ ...line, doorTitle: line.door === gapDoor ? gapTitle(line.subject) : titleOf(line.door) }))
      return json({ lines: titled, next: found.next })
    },
  }),
]
