import type { Refusal } from '../../../rules/refusal.ts'
import type { CodePoints } from './font-file.ts'

/**
 * The first character of any text in `value` that cannot be printed: a control, a direction mark or a half surrogate (`character-unprintable`),
 * or one that no font has (`glyph-missing`). Undefined where all can. The refusal names the code point, so that the right font can be found.
 */
export const findUnprintable = (value: unknown, codePoints: CodePoints): Refusal | undefined => {
  if (typeof value === 'string') return inText(value, codePoints)
  if (typeof value !== 'object' || value === null) return undefined
  for (const part of Object.values(value)) {
    const refusal = findUnprintable(part, codePoints)
    if (refusal !== undefined) return refusal
  }
  return undefined
}

/** The same value with line ends of any kind as one, and tabs as a space: what a text field or a paste brings along. */
export const tidied = <Value>(value: Value): Value => {
  if (typeof value === 'string') return value.replace(/\r\n?/g, '\n').replaceAll('\t', ' ') as Value
  if (Array.isArray(value)) return value.map(tidied) as Value
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, tidied(part)])) as Value
}

/** Controls, format marks (zero-width and direction), surrogates, line and paragraph separators, code points that mean nothing. */
const unprintable = /[\p{Cc}\p{Cf}\p{Cs}\p{Cn}\p{Zl}\p{Zp}]/u

const inText = (text: string, codePoints: CodePoints): Refusal | undefined => {
  for (const character of text) {
    if (character === '\n') continue
    const codePoint = character.codePointAt(0)!
    const name = `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`
    if (unprintable.test(character)) return { code: 'character-unprintable', detail: { codePoint: name } }
    if (!codePoints.has(codePoint)) return { code: 'glyph-missing', detail: { codePoint: name, character } }
  }
  return undefined
}
