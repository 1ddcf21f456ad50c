import { bare } from '../../ui/bare.ts'
import { changing } from './act-forms-permit.ts'

/** The few doors whose body is not just what the form asked. */
const finish: Readonly<Record<string, (body: Record<string, unknown>) => Record<string, unknown>>> = {
  'archive-case': (body) => ({ ...body, location: body.location ?? null }),
  'serve-papers': (body) => ({ ...body, servers: (body.servers as { name: string }[]).map(({ name }) => name) }),
  'hold-hearing': (body) => ({ ...body, minutes: (body.minutes as { digest: string }).digest }),
  'tell-intended-measure': ({ ground, ...body }) => (typeof ground === 'string' ? { ...body, ground: ground.replace(changing, '') } : body),
  'name-permit-in-hand': (body) => ({ ...body, permit: body.permit ?? null }),
  'correct-applicant-data': (body) => ({ ...body, applicant: body.applicant ?? {} }),
}

const ticking = new Set(['pass-step', 'grant-case', 'acknowledge-filing'])

/** The body of an act's door. */
export function bodyOf(act: string, filledIn: object, fixed: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  const filled = bare(filledIn) as Record<string, unknown>
  const body = { ...(ticking.has(act) ? { ticked: [] } : {}), ...filled, ...fixed }
  return finish[act]?.(body) ?? body
}
