import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const root = new URL('../', import.meta.url)
const page = readFileSync(new URL('docs/law/article-to-file.md', root), 'utf8')
const rows = page.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| article') && !line.startsWith('| standard'))

describe('the page that says which file holds which article', () => {
  it('names files that are there, and parts that stand in them', () => {
    for (const row of rows) {
      const files = row.split('|')[3] ?? ''
      for (const [, path, parts] of files.matchAll(/`([a-z][^`]*\/[^`]*)`(?: \(([^)]*)\))?/g)) {
        if (path!.includes('*')) continue
        expect(existsSync(new URL(path!, root)), `${path} of ${row}`).toBe(true)
        const text = readFileSync(new URL(path!, root), 'utf8')
        for (const [, part] of (parts ?? '').matchAll(/`([^`]+)`/g)) expect(text, `${part} in ${path}`).toContain(part!)
      }
    }
  })

  it('has a row for every article of the permit law that an act of the bureau rests on', () => {
    for (const article of [
      '29',
      '32(1)',
      '32(2)',
      '32(3)',
      '32(4)',
      '32(5)',
      '33',
      '34',
      '36',
      '37',
      '38',
      '42',
      '44',
      '45',
      '46, 47',
      '48',
      '49',
      '50',
      '5, 40',
      '57',
      '82',
    ])
      expect(
        rows.some((row) => row.startsWith(`| 行政许可法 ${article} |`)),
        article,
      ).toBe(true)
  })
})
