import type { RouteRow } from './route-row.ts'

const auditShape = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/

/** Throws for a row without schema, permission, audit name, summary, or a way to answer: such a door is not built at all. */
export function checkRow(row: RouteRow): void {
  const wrong = (why: string): never => {
    throw new Error(`route ${row.method} ${row.path}: ${why}`)
  }
  if (!row.permission) wrong('no permission')
  if (!auditShape.test(row.audit ?? '')) wrong('no audit name')
  if (!row.summary) wrong('no summary')
  if (!row.schema?.response) wrong('no response schema')
  if ((row.act === undefined) === (row.handler === undefined)) wrong('needs an act or a handler, not both')
  const named = [...row.path.matchAll(/:(\w+)/g)].map((match) => match[1]!)
  const described = Object.keys((row.schema.params as { properties?: object } | undefined)?.properties ?? {})
  if (named.toSorted().join() !== described.toSorted().join()) wrong(`path names (${named}) and params schema names (${described})`)
  const takesBody = row.method !== 'GET' && row.method !== 'DELETE'
  if (takesBody && row.schema.body === undefined) wrong('no body schema')
  if (!takesBody && row.schema.body !== undefined) wrong(`${row.method} takes no body`)
  const bodyNames = Object.keys((row.schema.body as { properties?: object } | undefined)?.properties ?? {})
  if (row.act !== undefined && bodyNames.includes('seq') && row.subject === undefined) wrong('a body with seq needs `subject`')
  if (row.act !== undefined && typeof row.schema.response === 'string') wrong('an act answers JSON')
  if (row.cacheSeconds !== undefined && row.permission !== 'public') wrong('only public answers may be cached')
}
