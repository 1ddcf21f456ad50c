import { readFileSync } from 'node:fs'
import { letterNames } from '../../rules/paper/composer.ts'
import { composers } from '../../rules/paper/composers.ts'
import { checkLetter, type Letter } from '../../rules/paper/letter.ts'
import { type PaperKind, paperKinds } from '../../rules/paper/paper-kinds.ts'

/** The wording that ships with the product, one file per kind of paper beside this one. Throws where a file is missing or lacks what the law demands. */
export const standardLetters = (): { readonly [K in PaperKind]: Letter } => {
  const kinds = Object.keys(paperKinds) as PaperKind[]
  return Object.fromEntries(kinds.map((kind) => [kind, readLetter(kind)])) as Record<PaperKind, Letter>
}

const readLetter = (kind: PaperKind): Letter => {
  const file = `${import.meta.dirname}/${kind}.json`
  const checked = checkLetter(kind, letterNames(composers[kind]), JSON.parse(readFileSync(file, 'utf8')))
  if (!checked.ok) throw new Error(`data/letters/${kind}.json: ${checked.refusal.code} ${JSON.stringify(checked.refusal.detail)}`)
  return checked.value
}
