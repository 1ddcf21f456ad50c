import type { Block, Sheet } from './sheet.ts'
import { spokenDate } from './wording.ts'

const wordsOfBlock = (block: Block): readonly string[] => {
  if ('text' in block) return [block.text]
  if ('list' in block) return block.list
  if ('table' in block) return [...block.table.head, ...block.table.rows.flat()]
  if ('fields' in block) return block.fields.flatMap(({ label, value }) => [label, value])
  return block.signatures
}

/** All that is printed on a paper, from its heading to its date; the seal and the code's caption apart. */
export const sheetWords = ({ heading, number = '', title, addressee = '', paragraphs, attachments = [], signature }: Sheet): string =>
  [heading, number, title, addressee, ...paragraphs.flatMap(wordsOfBlock), ...attachments, signature.organ, spokenDate(signature.date)].join('\n')

/** Words as two people may type them alike: full and half width, spaces, lines and the shape of quotation marks make no difference. */
export const comparable = (words: string): string =>
  words
    .normalize('NFKC')
    .replace(/\s/gu, '')
    .replace(/[“”„‟「」]/gu, '"')
    .replace(/[‘’‚‛『』]/gu, "'")
