/**
 * NUL cannot be stored by PostgreSQL and a lone surrogate cannot be written as UTF-8: both are refused at the door.
 * Answers the path of the first bad text (names of fields are looked at too), or undefined when all is well.
 */
export function findBadText(value: unknown, path = ''): string | undefined {
  if (typeof value === 'string') return isSound(value) ? undefined : path
  if (typeof value !== 'object' || value === null) return undefined
  for (const [name, inner] of Object.entries(value)) {
    if (!isSound(name)) return path === '' ? '字段名' : path
    const found = findBadText(inner, path === '' ? name : `${path}.${name}`)
    if (found !== undefined) return found
  }
  return undefined
}

const isSound = (text: string): boolean => text.isWellFormed() && !text.includes('\0')
