import { hash } from 'node:crypto'
import type { EntryTexts, Json } from '../../../rules/act.ts'
import { canonicalJson } from '../canonical-json.ts'
import { randomHex } from '../random-hex.ts'

/**
 * Texts that people typed freely stand in an entry's data, but the public edition leaves them out. The entry says where they stand and keeps a fresh
 * salt; the seal is made over the data without them and a salted commitment to them, so the public edition proves the rest and nobody can guess them.
 */
interface Veil {
  readonly salt: string
  readonly at: readonly string[]
}

interface Drawn {
  readonly at: readonly string[]
  readonly commitment: string
}

type Named = Readonly<Record<string, Json>>
const isObject = (value: unknown): value is Named => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Adds to `found` where texts that are not empty stand under a path of names from `n` on, with `*` for any, and `**` for the whole of what lies there. */
function findTexts(found: string[], value: Json | undefined, path: readonly string[], n = 0, from = ''): void {
  const name = path[n]
  if (name === '**') found.push(from)
  else if (typeof value !== 'object' || value === null) {
    if (name === undefined && typeof value === 'string' && value !== '') found.push(from)
  } else if (name === '*') {
    for (const one of Object.keys(value)) findTexts(found, (value as Named)[one], path, n + 1, from === '' ? one : `${from}.${one}`)
  } else if (name !== undefined && Object.hasOwn(value, name))
    findTexts(found, (value as Named)[name], path, n + 1, from === '' ? name : `${from}.${name}`)
}

const split = new Map<string, readonly string[]>()
function namesOf(path: string): readonly string[] {
  const known = split.get(path) ?? path.split('.')
  split.set(path, known)
  return known
}

/** The data with its veil, where texts stand in it that are not for everybody. */
export function veil(texts: EntryTexts | undefined, type: string, data: Json): Json {
  if (texts === undefined || !isObject(data)) return data
  const at: string[] = []
  for (const paths of [texts.veiled['*'], texts.veiled[type]]) for (const path of paths ?? []) findTexts(at, data, namesOf(path))
  return at.length === 0 ? data : { ...data, veil: { salt: randomHex(16), at } }
}

const veilOf = (data: Json): Veil | Drawn | undefined => {
  const found = isObject(data) ? (data.veil as unknown) : undefined
  return isObject(found) && Array.isArray(found.at) ? (found as unknown as Veil | Drawn) : undefined
}

export const isVeiled = (data: Json): boolean => veilOf(data) !== undefined

/** Whether the texts under the veil are gone: only in the public edition. */
export const isDrawn = (data: Json): boolean => 'commitment' in (veilOf(data) ?? {})

/** The data as everybody may see it: null where texts stood, and the commitment to them in place of the salt. Data drawn already stays as it is. */
export function drawVeil(data: Json): Json {
  const found = veilOf(data)
  if (found === undefined || !('salt' in found)) return data
  const taken: Json[] = []
  const { veil: _, ...bare } = data as Named
  let rest: Json = bare
  for (const path of found.at) rest = nulled(rest, String(path).split('.'), taken)
  const { salt, ...kept } = found
  return { ...(rest as Named), veil: { ...kept, commitment: hash('sm3', `${salt}\n${canonicalJson(taken)}`, 'hex') } }
}

/** The value with null in place of what lies at the end of the names, which is added to `taken`; the same value where there is no such place. */
function nulled(value: Json, names: readonly string[], taken: Json[], at = 0): Json {
  const name = names[at]!
  // Own names only: the book under check may come from anywhere.
  if (!isHolder(value) || !Object.hasOwn(value, name)) return value
  const before = value[name]!
  if (at === names.length - 1) taken.push(before)
  const after = at === names.length - 1 ? null : nulled(before, names, taken, at + 1)
  if (after === before && at < names.length - 1) return value
  const copy = (Array.isArray(value) ? [...value] : { ...value }) as Record<string, Json>
  copy[name] = after
  return copy as Json
}

const isHolder = (value: unknown): value is Record<string, Json> => typeof value === 'object' && value !== null
