import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** A run of text on a page, where it stands: points from the lower left corner. */
export interface PrintedRun {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly size: number
}

export interface PrintedPage {
  readonly width: number
  readonly height: number
  readonly runs: readonly PrintedRun[]
  /** Lines from top to bottom, without what is set at a slant (the watermark). */
  readonly lines: readonly string[]
}

/** Reads a PDF back as any reader would, for tests. */
export const readPdf = async (bytes: Uint8Array): Promise<readonly PrintedPage[]> => {
  const document = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise
  const pages: PrintedPage[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent()
    const runs = items.flatMap((item) => {
      if (!('str' in item) || item.str === '') return []
      const [size = 0, slant, , , x = 0, y = 0] = item.transform as number[]
      return slant === 0 ? [{ text: item.str, x, y, width: item.width, size }] : []
    })
    const [, , width = 0, height = 0] = page.view
    pages.push({ width, height, runs, lines: linesOf(runs) })
  }
  await document.loadingTask.destroy()
  return pages
}

const linesOf = (runs: readonly PrintedRun[]): string[] => {
  const rows: { y: number; runs: PrintedRun[] }[] = []
  for (const run of runs) {
    const row = rows.find((candidate) => Math.abs(candidate.y - run.y) < 2)
    if (row === undefined) rows.push({ y: run.y, runs: [run] })
    else row.runs.push(run)
  }
  return rows
    .toSorted((a, b) => b.y - a.y)
    .map((row) => row.runs.toSorted((a, b) => a.x - b.x))
    .map((row) => row.map((run, i) => (i > 0 && run.x - (row[i - 1]!.x + row[i - 1]!.width) > run.size ? '  ' : '') + run.text).join(''))
    .map((line) => line.trimEnd())
    .filter((line) => line !== '')
}
