import { characterBits } from './character-bits.ts'
import type { SourceLine } from './input.ts'
import { SLIP_CHARACTERS } from './typing-slips.ts'

/** For each list a character that a line of it must hold. */
const CHARACTERS = {
  money: '元',
  labelled: '：:',
  table: '表',
  scored: '得执',
  flows: '收支',
  toFill: 'XＸ×x*＊_＿○〇',
  capitals: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
  slips: SLIP_CHARACTERS,
} as const
type Telling = keyof typeof CHARACTERS
const NAMES = Object.keys(CHARACTERS) as Telling[]

/** The lines a rule need look at, by the characters without which it finds nothing: gathered at once, for most lines hold none of them. */
export type TellingLines = Readonly<Record<Telling, readonly SourceLine[]>>

const BITS = characterBits(Object.values(CHARACTERS))
/** Set for every character but a blank. */
const FILLED = 1 << NAMES.length
for (let code = 0; code < BITS.length; code++) if (String.fromCharCode(code).trim() !== '') BITS[code]! |= FILLED
/** A character twice in a row is a slip of its own. */
const TWICE = 1 << NAMES.indexOf('slips')

function bitsOf(text: string): number {
  let bits = 0
  let before = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    bits |= code === before ? BITS[code]! | TWICE : BITS[code]!
    before = code
  }
  return bits
}

/** The lines with anything on them, and those that hold one of the telling characters. */
export function tellingLines(all: readonly SourceLine[]): { readonly lines: readonly SourceLine[]; readonly telling: TellingLines } {
  const lines: SourceLine[] = []
  const lists = NAMES.map((): SourceLine[] => [])
  for (const line of all) {
    const bits = bitsOf(line.text)
    if ((bits & FILLED) === 0) continue
    lines.push(line)
    for (let left = bits ^ FILLED, at = 0; left > 0; left >>= 1, at++) if (left & 1) lists[at]!.push(line)
  }
  return { lines, telling: Object.fromEntries(NAMES.map((name, at) => [name, lists[at]!])) as Record<Telling, SourceLine[]> }
}
