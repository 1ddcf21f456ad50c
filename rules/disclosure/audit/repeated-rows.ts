import type { Indicator, TextLeaf } from '../document.ts'
import { textOf, tight } from './leaves.ts'

/** What a row of indicators is compared by. */
interface Worded {
  readonly indicator: Indicator
  readonly measure: string
  readonly measureLeaf: TextLeaf | null
}

/** A row is known by its name and, where it has one, what is said under the name: two trainings may both count 培训人次. */
function wordsOf({ indicator, measure, measureLeaf }: Worded): string {
  if (measure === '') return ''
  const told = measureLeaf === indicator.level3 ? textOf(indicator.description) : ''
  const words = tight(told === '' ? measure : measure + told)
  return '。；;，,'.includes(words.at(-1)!) ? words.slice(0, -1) : words
}

/** Rows of a project by their wording, only those that stand more than once. */
export function repeatedRows<Row extends Worded>(rows: readonly Row[]): readonly (readonly Row[])[] {
  const words = rows.map(wordsOf)
  const groups: Row[][] = []
  for (const [at, word] of words.entries()) {
    if (word === '' || words.indexOf(word) < at || words.indexOf(word, at + 1) < 0) continue
    groups.push(rows.filter((_, other) => words[other] === word))
  }
  return groups
}
