import { describe, expect, it } from 'vitest'
import { pageBlocks } from './pdf-layout.ts'
import type { PageContent, Piece, Ruling } from './pdf-page.ts'

const SIZE = 10
const widthOf = (text: string): number => [...text].reduce((sum, char) => sum + (char > '\u2e7f' ? SIZE : SIZE / 2), 0)
const piece = (x: number, y: number, text: string): Piece => ({ text, x, y, width: widthOf(text), size: SIZE })
const level = (at: number, from: number, to: number): Ruling => ({ at, from, to })
function page(pieces: readonly Piece[], horizontal: readonly Ruling[] = [], vertical: readonly Ruling[] = []): PageContent {
  return { width: 595, height: 842, pieces, horizontal, vertical, hasImage: false }
}
const seen = (content: PageContent): string[] =>
  pageBlocks(content).map((block) => (block.kind === 'line' ? block.text : block.cells.map((cell) => cell.text).join(' | ')))

describe('a ruled table', () => {
  const sides = [50, 100, 160].map((at) => level(at, 100, 140))

  it('cuts a run of text where a line goes through it', () => {
    const rows = [100, 120, 140].map((at) => level(at, 50, 160))
    expect(seen(page([piece(62, 115, '2010305事业运行'), piece(54, 135, '208'), piece(104, 135, '保障')], rows, sides))).toEqual([
      '2010305 | 事业运行',
      '208 | 保障',
    ])
  })

  it('has a row that the end of the page cut before its last line', () => {
    const rows = [100, 120].map((at) => level(at, 50, 160))
    expect(seen(page([piece(54, 115, '数量'), piece(104, 115, '2次'), piece(54, 135, '质量'), piece(104, 135, '95%')], rows, sides))).toEqual([
      '数量 | 2次',
      '质量 | 95%',
    ])
  })
})

describe('paragraphs', () => {
  it('a line short of the edge by more than what did not fit ends there', () => {
    const full = '负责全区行政审批制度改革政务服务管理和集中审批工作以及承办上级交办的其他事项。负责'
    expect(seen(page([piece(72, 100, full), piece(72, 116, '监督'), piece(72, 132, full.slice(2)), piece(72, 148, '其他')]))).toEqual([
      `${full}监督`,
      full.slice(2),
      '其他',
    ])
  })
  it('第二部分 begins anew behind a full line', () => {
    const full = '负责全区行政审批制度改革政务服务管理和集中审批工作以及承办上级交办的其他事项。负责'
    expect(seen(page([piece(72, 100, full), piece(72, 116, '第二部分专项资金绩效目标')]))).toEqual([full, '第二部分专项资金绩效目标'])
  })
})
