import { expect, it } from 'vitest'
import { htmlBlocks } from './html-blocks.ts'

const seen = (html: string): string[] =>
  htmlBlocks(html).map((block) => (block.kind === 'line' ? block.text : block.cells.map((cell) => cell.text).join(' | ')))

it('a table that places a menu beside the page is gone through', () => {
  const page = '<p>某某局2021年部门预算</p><table><tr><td>项目编码</td><td>442-1</td></tr></table><p>无。</p>'
  expect(seen(`<table><tr><td>导航</td><td>${page}</td></tr></table>`)).toEqual(['导航', '某某局2021年部门预算', '项目编码 | 442-1', '无。'])
})

it('a table in a cell of a form comes before the row it stands in', () => {
  const inner = '<table><tr><td>数量指标</td><td>≥2次</td></tr><tr><td>质量指标</td><td>≥95%</td></tr></table>'
  expect(seen(`<table><tr><td>项目名称</td><td>甲费</td></tr><tr><td>绩效指标</td><td>${inner}</td></tr></table>`)).toEqual([
    '项目名称 | 甲费',
    '数量指标 | ≥2次',
    '质量指标 | ≥95%',
    '绩效指标 | ',
  ])
})

it('tables nested a hundred deep cost no more than their depth', () => {
  const open = '<table><tr><td>甲</td><td>'.repeat(100)
  expect(seen(open).filter((text) => text === '甲 | ')).toHaveLength(100)
})
