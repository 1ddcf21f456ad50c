import { accepted, type Result, refused } from '../refusal.ts'
import { type Composer, commonPlaces } from './composer.ts'
import { composers } from './composers.ts'
import type { FactsOf } from './facts/facts-of.ts'
import type { PaperFacts } from './facts/shared-facts.ts'
import { type Letter, placesIn } from './letter.ts'
import { type PaperKind, paperKinds } from './paper-kinds.ts'
import type { Block, Sheet } from './sheet.ts'

/**
 * Makes the sheet of a paper from the facts of a case and the bureau's wording of that kind (a letter that passed `checkLetter`).
 * Refuses `paper-fact-missing` { name } where a sentence would be printed with a hole in it (a court not yet configured, a blank reason):
 * types see to it that a fact is there, not that it says something.
 */
export const composePaper = <K extends PaperKind>(kind: K, facts: FactsOf[K], letter: Letter): Result<Sheet> => {
  const composer = composers[kind]
  const told = composer.told(facts)
  const place = placeFiller(composer, facts)
  const { bureau, number, date, verification } = facts

  const standing = letter.paragraphs.filter(({ when }) => when === undefined || composer.conditions[when]?.(facts) === true)
  const hole =
    findHole(letter.title, standing, composer, place) ??
    findEmptyBlock(standing, composer, facts) ??
    findBlank({ number, heading: bureau.heading, bureau: bureau.name, ...(told !== undefined && { addressee: told.name }) })
  if (hole !== undefined) return refused('paper-fact-missing', { detail: { name: hole } })

  return accepted({
    form: paperKinds[kind].form,
    heading: bureau.heading,
    number,
    title: fill(letter.title, place),
    ...(told !== undefined && { addressee: told.name }),
    paragraphs: standing.flatMap((paragraph) => paragraphOf(paragraph, composer, facts, place)),
    signature: { organ: bureau.name, date },
    seal: composer.unsealed ? { draw: 'none' } : bureau.seal,
    ...(verification !== undefined && { qr: verification }),
    ...(bureau.watermark !== undefined && { watermark: bureau.watermark }),
  })
}

type Place = (name: string) => string | undefined

const placeFiller =
  <F extends PaperFacts>(composer: Composer<F>, facts: F): Place =>
  (name) => {
    const own = composer.places[name]
    if (own !== undefined) return own(facts)
    return commonPlaces[name]?.(facts, composer.told(facts) ?? facts.case.applicant)
  }

/** The clause on the online way is the one place that may be empty. */
const mayBeEmpty = 'onlineReview'

/** A place that is blank, or that the law demands and the case does not have. */
const findHole = <F extends PaperFacts>(title: string, standing: Letter['paragraphs'], composer: Composer<F>, place: Place): string | undefined => {
  const used = [title, ...standing.flatMap((paragraph) => ('text' in paragraph ? [paragraph.text] : []))].flatMap(placesIn)
  return used.find((name) => {
    const value = place(name)
    if (value === undefined) return composer.required.includes(name)
    return value.trim() === '' && name !== mayBeEmpty
  })
}

/** A block with a paragraph or list item that says nothing: a reason left blank. */
const findEmptyBlock = <F extends PaperFacts>(standing: Letter['paragraphs'], composer: Composer<F>, facts: F): string | undefined => {
  const saysNothing = (text: string): boolean => /^[\s。]*$/u.test(text)
  const named = standing.flatMap((paragraph) => ('block' in paragraph ? [paragraph.block] : []))
  return named.find((name) => {
    const block = composer.blocks[name]?.(facts)
    if (block === undefined) return true
    return 'list' in block ? block.list.some(saysNothing) : 'text' in block && saysNothing(block.text)
  })
}

const findBlank = (named: Readonly<Record<string, string>>): string | undefined => Object.keys(named).find((name) => named[name]?.trim() === '')

const paragraphOf = <F extends PaperFacts>(paragraph: Letter['paragraphs'][number], composer: Composer<F>, facts: F, place: Place): Block[] => {
  if ('block' in paragraph) {
    const block = composer.blocks[paragraph.block]?.(facts)
    return block === undefined ? [] : [block]
  }
  // A sentence about something this case does not have (a certificate, a term) is left out.
  return placesIn(paragraph.text).some((name) => place(name) === undefined) ? [] : [{ text: fill(paragraph.text, place) }]
}

/** The text with its places filled, once: braces in what people typed stay as they are. */
const fill = (text: string, place: Place): string => text.replace(/\{([A-Za-z]+)\}/g, (whole, name: string) => place(name) ?? whole)
