import { accepted, type Result, refused } from '../refusal.ts'
import type { PaperKind } from './paper-kinds.ts'

/**
 * The wording of one kind of paper. `{place}` in a text is filled from the case; a `block` is a list or table made from it.
 * A paragraph with `when` stands only where that is so; one that names a fact which this case does not have is left out.
 * A bureau may reword its letters; what the law demands of a paper (`required` of its composer) cannot be dropped.
 */
export interface Letter {
  readonly kind: PaperKind
  readonly title: string
  readonly paragraphs: readonly LetterParagraph[]
}

export type LetterParagraph = { readonly text: string; readonly when?: string } | { readonly block: string; readonly when?: string }

/** Names a letter of a kind may use, and those without which it is no such paper. */
export interface LetterNames {
  readonly places: readonly string[]
  readonly blocks: readonly string[]
  readonly conditions: readonly string[]
  readonly required: readonly string[]
}

/** The names of places in a text, in order. */
export const placesIn = (text: string): string[] => [...text.matchAll(/\{([A-Za-z]+)\}/g)].map((found) => found[1]!)

/**
 * Checks a letter as it comes from a file or an editor. Refuses `letter-malformed` { where }, `letter-place-unknown` { name },
 * `letter-place-missing` { name }: a required place must stand in the title or in a paragraph without condition.
 */
export const checkLetter = (kind: PaperKind, names: LetterNames, value: unknown): Result<Letter> => {
  if (!isRecord(value) || value.kind !== kind) return refused('letter-malformed', { detail: { where: 'kind' } })
  if (typeof value.title !== 'string' || value.title === '') return refused('letter-malformed', { detail: { where: 'title' } })
  if (!Array.isArray(value.paragraphs) || value.paragraphs.length === 0) return refused('letter-malformed', { detail: { where: 'paragraphs' } })

  const paragraphs: LetterParagraph[] = []
  const always = new Set(placesIn(value.title))
  const unknown = placesIn(value.title).find((name) => !names.places.includes(name))
  if (unknown !== undefined) return refused('letter-place-unknown', { detail: { name: unknown } })
  for (const [index, paragraph] of value.paragraphs.entries()) {
    if (!isParagraph(paragraph)) return refused('letter-malformed', { detail: { where: `paragraphs ${index + 1}` } })
    const used = 'text' in paragraph ? placesIn(paragraph.text) : [paragraph.block]
    const known = 'text' in paragraph ? names.places : names.blocks
    const stray =
      used.find((name) => !known.includes(name)) ??
      (paragraph.when !== undefined && !names.conditions.includes(paragraph.when) ? paragraph.when : undefined)
    if (stray !== undefined) return refused('letter-place-unknown', { detail: { name: stray } })
    if (paragraph.when === undefined) for (const name of used) always.add(name)
    paragraphs.push(paragraph)
  }
  const missing = names.required.find((name) => !always.has(name))
  if (missing !== undefined) return refused('letter-place-missing', { detail: { name: missing } })
  return accepted({ kind, title: value.title, paragraphs })
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value)

const isParagraph = (value: unknown): value is LetterParagraph => {
  if (!isRecord(value)) return false
  const { text, block, when, ...rest } = value
  if (Object.keys(rest).length > 0 || (when !== undefined && typeof when !== 'string')) return false
  return (typeof text === 'string' && text !== '' && block === undefined) || (typeof block === 'string' && text === undefined)
}
