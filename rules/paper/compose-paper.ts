import { type Composer, commonPlaces } from './composer.ts'
import { composers } from './composers.ts'
import type { FactsOf, PaperFacts } from './facts.ts'
import { type Letter, placesIn } from './letter.ts'
import { type PaperKind, paperKinds } from './paper-kinds.ts'
import type { Block, Sheet } from './sheet.ts'

/** Makes the sheet of a paper from the facts of a case and the bureau's wording of that kind (a letter that passed `checkLetter`). */
export const composePaper = <K extends PaperKind>(kind: K, facts: FactsOf[K], letter: Letter): Sheet => {
  const composer = composers[kind]
  const told = composer.told(facts)
  const place = placeFiller(composer, facts)
  const { bureau, number, date, verification } = facts
  return {
    form: paperKinds[kind].form,
    heading: bureau.heading,
    number,
    title: fill(letter.title, place) ?? paperKinds[kind].title,
    ...(told !== undefined && { addressee: told.name }),
    paragraphs: letter.paragraphs.flatMap((paragraph) => paragraphOf(paragraph, composer, facts, place)),
    signature: { organ: bureau.name, date },
    seal: composer.unsealed ? { draw: 'none' } : bureau.seal,
    ...(verification !== undefined && { qr: verification }),
    ...(bureau.watermark !== undefined && { watermark: bureau.watermark }),
  }
}

type Place = (name: string) => string | undefined

const placeFiller =
  <F extends PaperFacts>(composer: Composer<F>, facts: F): Place =>
  (name) => {
    const own = composer.places[name]
    if (own !== undefined) return own(facts)
    return commonPlaces[name]?.(facts, composer.told(facts) ?? facts.case.applicant)
  }

const paragraphOf = <F extends PaperFacts>(paragraph: Letter['paragraphs'][number], composer: Composer<F>, facts: F, place: Place): Block[] => {
  if (paragraph.when !== undefined && composer.conditions[paragraph.when]?.(facts) !== true) return []
  if ('block' in paragraph) {
    const block = composer.blocks[paragraph.block]?.(facts)
    return block === undefined ? [] : [block]
  }
  const text = fill(paragraph.text, place)
  return text === undefined ? [] : [{ text }]
}

/** The text with its places filled, once: braces in what people typed stay as they are. Undefined where a fact is absent. */
const fill = (text: string, place: Place): string | undefined => {
  const values = new Map(placesIn(text).map((name) => [name, place(name)]))
  if ([...values.values()].includes(undefined)) return undefined
  return text.replace(/\{([A-Za-z]+)\}/g, (whole, name: string) => values.get(name) ?? whole)
}
