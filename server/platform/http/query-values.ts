/** Query strings and path parts carry text only. Turns those that the schema wants as numbers, yes/no or lists into such; leaves the rest for the validator to refuse. */
export function readTextValues(schema: unknown, values: unknown): Record<string, unknown> {
  const properties = (schema as { properties?: Record<string, { type?: string; items?: { type?: string } }> } | undefined)?.properties ?? {}
  const read: Record<string, unknown> = {}
  for (const [name, value] of Object.entries((values ?? {}) as Record<string, unknown>)) {
    const wanted = properties[name]
    if (wanted?.type === 'array') read[name] = (Array.isArray(value) ? value : [value]).map((one) => readText(wanted.items?.type, one))
    else read[name] = readText(wanted?.type, value)
  }
  return read
}

function readText(type: string | undefined, value: unknown): unknown {
  if (typeof value !== 'string') return value
  if ((type === 'integer' || type === 'number') && /^-?\d{1,15}(\.\d{1,9})?$/.test(value)) return Number(value)
  if (type === 'boolean' && (value === 'true' || value === 'false')) return value === 'true'
  return value
}
