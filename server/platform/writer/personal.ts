import { hash } from 'node:crypto'
import type { Json } from '../../../rules/act.ts'
import { canonicalJson } from '../canonical-json.ts'
import { randomHex } from '../random-hex.ts'

export interface Salted {
  readonly salt: string
  readonly data: Json
}

/** SM3 over the salt and the RFC 8785 bytes of the data: what an entry keeps of personal data, so that the data itself can be erased. */
export const commitmentOf = ({ salt, data }: Salted): string => hash('sm3', `${salt}\n${canonicalJson(data)}`, 'hex')

/** A fresh salt of 128 bits, without which a short name could be guessed from its commitment. */
export function commitmentTo(data: Json): Salted & { readonly commitment: string } {
  const salt = randomHex(16)
  return { salt, data, commitment: commitmentOf({ salt, data }) }
}
