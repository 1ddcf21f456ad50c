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
