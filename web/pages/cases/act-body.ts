/** What was filled in, as the wire wants it: what was left empty is left out, texts lose their edges. */
export function bare(value: unknown): unknown {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value.trim()
  if (value === null) return undefined
  if (Array.isArray(value)) return value.map(bare).filter((one) => one !== undefined)
  if (typeof value === 'object') {
    const kept = Object.entries(value as Record<string, unknown>).flatMap(([name, one]) => {
      const held = bare(one)
      return held === undefined ? [] : [[name, held] as const]
    })
    return Object.fromEntries(kept)
  }
  return value
}

/** The few doors whose body is not just what the form asked. */
const finish: Readonly<Record<string, (body: Record<string, unknown>) => Record<string, unknown>>> = {
  'archive-case': (body) => ({ ...body, location: body.location ?? null }),
  'serve-papers': (body) => ({ ...body, servers: (body.servers as { name: string }[]).map(({ name }) => name) }),
  'hold-hearing': (body) => ({ ...body, minutes: (body.minutes as { digest: string }).digest }),
  'correct-applicant-data': (body) => ({ ...body, applicant: body.applicant ?? {} }),
}

const ticking = new Set(['pass-step', 'grant-case', 'acknowledge-filing'])

/** The body of an act's door. */
export function bodyOf(act: string, filledIn: object, fixed: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  const filled = bare(filledIn) as Record<string, unknown>
  const body = { ...(ticking.has(act) ? { ticked: [] } : {}), ...filled, ...fixed }
  return finish[act]?.(body) ?? body
}
