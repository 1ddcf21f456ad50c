import { OPS, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { glyphReader, type Matrix, type Piece, times } from './pdf-glyphs.ts'

/** A drawn line, horizontal or vertical. `at` is its fixed coordinate. */
export interface Ruling {
  readonly at: number
  readonly from: number
  readonly to: number
}
export interface PageContent {
  readonly width: number
  readonly height: number
  readonly pieces: readonly Piece[]
  readonly horizontal: readonly Ruling[]
  readonly vertical: readonly Ruling[]
  readonly hasImage: boolean
}

/** Thicker than this a filled box is a coloured ground, not a line. */
const THICKEST = 3
const SHORTEST = 4

/** Text and ruled lines of a page. */
export async function pageContent(page: PDFPageProxy): Promise<PageContent> {
  const { width, height } = page.getViewport({ scale: 1 })
  const [left, bottom] = page.view as [number, number]
  const { glyphs, ...drawn } = await drawings(page, left, bottom, height)
  const pieces = glyphs.map((piece) => ({ ...piece, y: height - (piece.y - bottom) }))
  return { width, height, pieces: withoutDoubles(pieces), ...drawn }
}

/** Some printers embolden by printing twice, a hair apart. */
function withoutDoubles(pieces: readonly Piece[]): Piece[] {
  const seen = new Map<string, Piece[]>()
  return pieces.filter((piece) => {
    const near = seen.get(piece.text) ?? []
    if (near.some((other) => Math.abs(other.x - piece.x) < 1 && Math.abs(other.y - piece.y) < 1)) return false
    seen.set(piece.text, [...near, piece])
    return true
  })
}

async function drawings(
  page: PDFPageProxy,
  left: number,
  bottom: number,
  height: number,
): Promise<Pick<PageContent, 'horizontal' | 'vertical' | 'hasImage'> & { readonly glyphs: readonly Piece[] }> {
  const list = await page.getOperatorList()
  const horizontal: Ruling[] = []
  const vertical: Ruling[] = []
  let hasImage = false
  let matrix: Matrix = [1, 0, 0, 1, 0, 0]
  const saved: Matrix[] = []
  const segment = (x1: number, y1: number, x2: number, y2: number): void => {
    if (Math.abs(y1 - y2) <= THICKEST && Math.abs(x2 - x1) >= SHORTEST)
      horizontal.push({ at: (y1 + y2) / 2, from: Math.min(x1, x2), to: Math.max(x1, x2) })
    else if (Math.abs(x1 - x2) <= THICKEST && Math.abs(y2 - y1) >= SHORTEST)
      vertical.push({ at: (x1 + x2) / 2, from: Math.min(y1, y2), to: Math.max(y1, y2) })
  }
  const glyphs = glyphReader((font) => glyphUnit(page, font))
  list.fnArray.forEach((operator, index) => {
    const args = list.argsArray[index] as readonly unknown[] | null
    glyphs.take(operator, args, matrix)
    if (operator === OPS.save) saved.push(matrix)
    else if (operator === OPS.restore) matrix = saved.pop() ?? matrix
    else if (operator === OPS.transform && args) matrix = times(matrix, args as unknown as Matrix)
    else if (operator === OPS.paintFormXObjectBegin) {
      saved.push(matrix)
      if (Array.isArray(args?.[0])) matrix = times(matrix, args[0] as unknown as Matrix)
    } else if (operator === OPS.paintFormXObjectEnd) matrix = saved.pop() ?? matrix
    else if (operator === OPS.paintImageXObject || operator === OPS.paintInlineImageXObject || operator === OPS.paintImageMaskXObject) hasImage = true
    else if (operator === OPS.constructPath && args && args[0] !== OPS.endPath) {
      for (const path of subpaths(args[1])) {
        const points = path.map(
          ([x, y]) => [matrix[0] * x + matrix[2] * y + matrix[4] - left, height - (matrix[1] * x + matrix[3] * y + matrix[5] - bottom)] as const,
        )
        const stroked = args[0] === OPS.stroke || args[0] === OPS.closeStroke || args[0] === OPS.fillStroke || args[0] === OPS.eoFillStroke
        if (stroked) for (let i = 1; i < points.length; i++) segment(points[i - 1]![0], points[i - 1]![1], points[i]![0], points[i]![1])
        else thinBox(points, segment)
      }
    }
  })
  return { horizontal, vertical, hasImage, glyphs: glyphs.pieces.map((piece) => shifted(piece, left)) }
}

/** The glyphs of some fonts are drawn in units of their own. */
function glyphUnit(page: PDFPageProxy, font: string): number {
  if (!page.commonObjs.has(font)) return 0.001
  const { fontMatrix } = page.commonObjs.get(font) as { readonly fontMatrix?: readonly number[] }
  return fontMatrix?.[0] ?? 0.001
}

function shifted(piece: Piece, left: number): Piece {
  return { ...piece, x: piece.x - left, ...(piece.stops && { stops: piece.stops.map((x) => x - left) }) }
}

/** A filled box as thin as a line is a line. */
function thinBox(points: readonly (readonly [number, number])[], segment: (x1: number, y1: number, x2: number, y2: number) => void): void {
  if (points.length < 4 || points.length > 6) return
  const xs = points.map(([x]) => x)
  const ys = points.map(([, y]) => y)
  const [x1, x2, y1, y2] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  if (y2 - y1 <= THICKEST && x2 - x1 > y2 - y1) segment(x1, (y1 + y2) / 2, x2, (y1 + y2) / 2)
  else if (x2 - x1 <= THICKEST) segment((x1 + x2) / 2, y1, (x1 + x2) / 2, y2)
}

/** The straight subpaths of a path as the library encodes it: 0 move, 1 line, 2 curve, 3 quadratic curve, 4 close. */
function subpaths(encoded: unknown): [number, number][][] {
  const data = Array.isArray(encoded) ? (encoded[0] as ArrayLike<number> | null) : null
  const paths: [number, number][][] = []
  if (!data) return paths
  let path: [number, number][] = []
  for (let i = 0; i < data.length; ) {
    const code = data[i++]
    if (code === 0 || code === 1) {
      if (code === 0) {
        path = []
        paths.push(path)
      }
      path.push([data[i++]!, data[i++]!])
    } else if (code === 2 || code === 3) {
      i += code === 2 ? 6 : 4
      path = []
      paths.push(path)
    } else if (code === 4) {
      if (path.length > 0) path.push([...path[0]!])
    } else break
  }
  return paths
}
