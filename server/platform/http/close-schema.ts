/**
 * The same schema with every object closed (`additionalProperties: false`) where it does not say otherwise, so that unknown fields are refused.
 * `allOf` is not closed: an intersection of closed objects admits nothing.
 */
export function closeSchema(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closeSchema)
  if (typeof schema !== 'object' || schema === null) return schema
  const closed: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(schema))
    closed[name] = keepsOpen.has(name) ? value : name === 'properties' ? closeEach(value) : closeSchema(value)
  if (closed.type === 'object' && 'properties' in closed && !('additionalProperties' in closed) && !('patternProperties' in closed))
    closed.additionalProperties = false
  return closed
}

const keepsOpen = new Set(['allOf', 'const', 'default', 'enum', 'examples'])

const closeEach = (properties: unknown): unknown =>
  Object.fromEntries(Object.entries(properties as Record<string, unknown>).map(([name, value]) => [name, closeSchema(value)]))
