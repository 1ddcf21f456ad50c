import type { SourceBlock } from './source-block.ts'

/** One printed line of the source, for rules that look at wording and numbering. A table row, or one cell of it where cells have lines of their own, has `cells`. */
export interface PrintedLine {
  readonly line: number
  readonly text: string
  readonly cells?: readonly string[]
}

/** The source line by line, numbered as the places of the leaves are. */
export function sourceLines(blocks: readonly SourceBlock[]): PrintedLine[] {
  return blocks.flatMap((block): PrintedLine[] => {
    if (block.kind === 'line') return [{ line: block.line, text: block.text }]
    const { cells } = block
    if (cells.every((cell) => cell.line === block.line && cell.lines === undefined)) {
      const texts = cells.map((cell) => cell.text)
      return [{ line: block.line, text: texts.join('\t'), cells: texts }]
    }
    return cells.flatMap((cell) => cell.text.split('\n').map((text, index) => ({ line: cell.lines?.[index] ?? cell.line, text, cells: [text] })))
  })
}
