import { describe, expect, it } from 'vitest'
import { pageBlocks, partedPage } from './pdf-layout.ts'
import type { Piece } from './pdf-glyphs.ts'
import type { PageContent, Ruling } from './pdf-page.ts'

const SIZE = 10
const widthOf = (text: string): number => [...text].reduce((sum, char) => sum + (char > '\u2e7f' ? SIZE : SIZE / 2), 0)
const piece = (x: number, y: number, text: string): Piece => ({ text, x, y, width: widthOf(text), size: SIZE })
const level = (at: number, from: number, to: number): Ruling => ({ at, from, to })
function page(pieces: readonly Piece[], horizontal: readonly Ruling[] = [], vertical: readonly Ruling[] = []): PageContent {
  return { width: 595, height: 842, pieces, horizontal, vertical, hasImage: false }
}
const seen = (content: PageContent): string[] =>
  pageBlocks(partedPage(content)).blocks.map((block) =>
    block.kind === 'row' ? block.cells.map((cell) => cell.text).join(' | ') : block.kind === 'line' ? block.text : '',
  )

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

describe('a table without ruled lines', () => {
  const head = (y: number): Piece[] => [piece(50, y, '一级指标'), piece(120, y, '二级指标'), piece(200, y, '指标描述'), piece(300, y, '指标值')]

  it('gives empty cells their place under the head, and puts wrapped cells together', () => {
    const rows = [
      piece(50, 130, '产出指标'),
      piece(120, 130, '数量指标'),
      piece(300, 130, '2次'),
      piece(120, 150, '质量指标'),
      piece(200, 150, '全年办件合格的比'),
      piece(300, 150, '≥95%'),
      piece(200, 163, '率'),
    ]
    expect(seen(page([...head(110), ...rows]))).toEqual([
      '一级指标 | 二级指标 | 指标描述 | 指标值',
      '产出指标 | 数量指标 |  | 2次',
      ' | 质量指标 | 全年办件合格的比率 | ≥95%',
    ])
  })

  it('takes a level centred beside its rows for all of them', () => {
    const row = (y: number, level2: string): Piece[] => [piece(120, y, level2), piece(200, y, '比率'), piece(300, y, '95%')]
    const levels = [piece(50, 140, '产出指标'), piece(50, 180, '效益指标')]
    const rows = [...row(130, '数量指标'), ...row(150, '质量指标'), ...row(170, '经济效益指标'), ...row(190, '社会效益指标')]
    expect(seen(page([...head(110), ...levels, ...rows]))).toEqual([
      '一级指标 | 二级指标 | 指标描述 | 指标值',
      '产出指标 | 数量指标 | 比率 | 95%',
      ' | 质量指标 | 比率 | 95%',
      '效益指标 | 经济效益指标 | 比率 | 95%',
      ' | 社会效益指标 | 比率 | 95%',
    ])
  })

  it('has a head of two rows, and goes on in its columns on the next page', () => {
    const upper = [piece(50, 100, '年度'), piece(120, 100, '合计'), piece(200, 100, '公务用车购置及运行费'), piece(400, 100, '接待费')]
    const lower = [piece(200, 115, '小计'), piece(260, 115, '购置费'), piece(320, 115, '运行费')]
    const values = (y: number): Piece[] => [piece(50, y, '2021年'), piece(120, y, '4.37'), piece(320, y, '4.12'), piece(400, y, '0.25')]
    const laid = pageBlocks(partedPage(page([...upper, ...lower, ...values(130)])))
    expect(laid.blocks.map((block) => (block.kind === 'row' ? block.cells.map(({ text, span }) => text + (span ?? '')) : []))).toEqual([
      ['年度', '合计', '公务用车购置及运行费3', '接待费'],
      ['', '', '小计', '购置费', '运行费', ''],
      ['2021年', '4.37', '', '', '4.12', '0.25'],
    ])
    const overleaf = pageBlocks(partedPage(page(values(60))), laid.overleaf).blocks
    expect(overleaf.map((block) => (block.kind === 'row' ? [block.goesOn, block.cells.length] : []))).toEqual([[true, 6]])
  })
})
