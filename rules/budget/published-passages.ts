import { isFurniture } from '../disclosure/read/furniture.ts'
import { isTableTitle, type Section, sectionOpened } from '../disclosure/read/headings.ts'
import type { DisclosureDocument } from '../disclosure/document.ts'
import type { SourceBlock } from '../disclosure/read/source-block.ts'
import type { AsPublished } from './budget-document.ts'
import { lineIn } from './texts-of-source.ts'

type Passage = { readonly line: number; readonly text: string }
const sections = ['overview', 'income', 'expenditure', 'operatingCost', 'threePublic', 'procurement'] as const satisfies readonly Section[]

/** The paragraphs of the explanation as they stand in the original, by section, with the line of each; what stands in a table is data, not here. */
export function publishedPassages(blocks: readonly SourceBlock[], document: DisclosureDocument) {
  const found = new Map<Section, Passage[]>()
  let section: Section | null = null
  for (const block of blocks) {
    const text = lineIn(block)
    if (text === null || text === '' || isFurniture(text) || /^[（(]?(金额)?单位[:：]/.test(text)) continue
    const opened = sectionOpened(text)
    if (opened !== null) section = opened
    else if (isTableTitle(text)) section = null
    else if (section !== null && sections.some((one) => one === section)) {
      const line = block.kind === 'line' ? block.line : block.cells[0]!.line
      found.set(section, [...(found.get(section) ?? []), { line, text }])
    }
  }
  const told = new Set(document.procurement.map(({ amount }) => amount?.place.line))
  const inWords = found.get('procurement')?.some(({ line }) => told.has(line)) === true
  const named = [...found].map(([name, passages]) => [name === 'procurement' && inWords ? 'procurementTold' : name, passages] as const)
  const asPublished = Object.fromEntries(named.map(([name, passages]) => [name, passages.map(({ text }) => text)])) as AsPublished
  const places = named.flatMap(([name, passages]) => passages.map(({ line }, at) => ({ line, path: `asPublished/${name}/${at}` })))
  return { asPublished, places }
}
