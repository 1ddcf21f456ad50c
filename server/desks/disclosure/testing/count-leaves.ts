/** How the leaves of what was read stand against what was written. */
export interface LeafCount {
  readonly right: number
  readonly unknown: number
  /** Where what was read says another thing than what was written. */
  readonly wrong: readonly string[]
  /** Where what was written is unknown. */
  readonly lost: readonly string[]
}

/**
 * Counts leaf by leaf. Of lists the entries are held against one another in order, so that as few as possible are wrong: an entry left out makes
 * its leaves unknown, one that was never written makes them wrong.
 */
export function countLeaves(read: unknown, written: unknown, path = ''): LeafCount {
  if (Array.isArray(written)) return countList(Array.isArray(read) ? read : [], written, path)
  if (isRecord(written)) {
    const own = isRecord(read) ? read : {}
    return Object.keys(written)
      .map((name) => countLeaves(own[name] ?? null, written[name], `${path}/${name}`))
      .reduce(sum, NONE)
  }
  if (read === written) return { ...NONE, right: 1 }
  if (read === null) return { ...NONE, unknown: 1, lost: [`${path}: ${JSON.stringify(written)}`] }
  return { ...NONE, wrong: [`${path}: ${JSON.stringify(read)} for ${JSON.stringify(written)}`] }
}

const NONE: LeafCount = { right: 0, unknown: 0, wrong: [], lost: [] }

function sum(a: LeafCount, b: LeafCount): LeafCount {
  return { right: a.right + b.right, unknown: a.unknown + b.unknown, wrong: [...a.wrong, ...b.wrong], lost: [...a.lost, ...b.lost] }
}

function cost(count: LeafCount): number {
  return count.wrong.length * 1000 + count.unknown
}

function countList(read: readonly unknown[], written: readonly unknown[], path: string): LeafCount {
  // best[j]: the entries read so far against the first j written.
  let best: LeafCount[] = [NONE]
  for (let j = 0; j < written.length; j++) best.push(sum(best[j]!, countLeaves(null, written[j], `${path}/${j}`)))
  for (const each of read) {
    const invented = valuesIn(each).map((value) => `${path}/+: ${JSON.stringify(value)} for nothing`)
    const next: LeafCount[] = [sum(best[0]!, { ...NONE, wrong: invented })]
    for (let j = 1; j <= written.length; j++) {
      const options = [
        sum(best[j]!, { ...NONE, wrong: invented }),
        sum(next[j - 1]!, countLeaves(null, written[j - 1], `${path}/${j - 1}`)),
        sum(best[j - 1]!, countLeaves(each, written[j - 1], `${path}/${j - 1}`)),
      ]
      next.push(options.reduce((least, option) => (cost(option) < cost(least) ? option : least)))
    }
    best = next
  }
  return best.at(-1)!
}

/** What an entry says, unknown places aside. */
function valuesIn(value: unknown): unknown[] {
  if (value === null || value === undefined) return []
  return typeof value === 'object' ? Object.values(value).flatMap(valuesIn) : [value]
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
}
