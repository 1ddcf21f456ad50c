import type { SourceBlock, SourceCell } from './source-block.ts'

/** One printed line of the source, for rules that look at wording and numbering. A table row, or one cell of it where cells have lines of their own, has `cells`. */
export interface PrintedLine {
  readonly line: number
  readonly text: string
  readonly cells?: readonly string[]
}

/** The source line by line, numbered as the places of the leaves are. */
export function sourceLines(blocks: readonly SourceBlock[]): PrintedLine[] {
  const lines: PrintedLine[] = []
  for (const block of blocks) {
    const { line } = block
    if (block.kind === 'line') lines.push({ line, text: block.text })
    else if (block.cells.every((cell) => cell.line === line && cell.lines === undefined)) {
      const cells = block.cells.map((cell) => cell.text)
      lines.push({ line, text: cells.join('\t'), cells })
    } else for (const cell of block.cells) addCell(lines, cell)
  }
  return lines
}

/** A cell with lines of its own. */
function addCell(lines: PrintedLine[], { text, line, lines: own }: SourceCell): void {
  if (!text.includes('\n')) lines.push({ line: own?.[0] ?? line, text, cells: [text] })
  else for (const [index, part] of text.split('\n').entries()) lines.push({ line: own?.[index] ?? line, text: part, cells: [part] })
}
