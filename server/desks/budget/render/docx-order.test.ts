import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { composeDisclosure } from '../../../../rules/budget/compose-disclosure.ts'
import { aWholeBudget } from '../../../../rules/budget/testing/whole-budget.ts'
import { demonstrationBudget } from '../seed-budget.ts'
import { docxFile } from './docx.ts'
import { type Element, elementTree, everyElement } from './testing/element-tree.ts'
import { childOrder, firstChild, lastChild } from './testing/word-schema.ts'

/** Children in the wrong order, or that the schema does not know there. */
function faultsOf(element: Element): string[] {
  const names = element.children.map(({ name }) => name)
  const order = childOrder.get(element.name)
  const places = order === undefined ? [] : names.map((name) => order.indexOf(name))
  const wrong = places.some((place, at) => place < 0 || (at > 0 && place < places[at - 1]!))
  const first = names.indexOf(firstChild[element.name] ?? '') > 0
  const last = lastChild[element.name] !== undefined && names.at(-1) !== lastChild[element.name]
  return wrong || first || last ? [`${element.name}: ${names.join(' ')}`] : []
}

const faultsIn = (xml: string): string[] => [...new Set(everyElement(elementTree(xml)).flatMap(faultsOf))]

describe.each([
  ['with the nine tables', async () => aWholeBudget()],
  ['of 2020', async () => (await demonstrationBudget()).content],
] as const)('the Word file of a budget %s', (_name, make) => {
  let parts: ReadonlyMap<string, string>
  let elements: readonly Element[]
  beforeAll(async () => {
    const files = unzipSync(await docxFile(composeDisclosure(await make()), '公开文件', '某局'))
    parts = new Map(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]))
    elements = everyElement(elementTree(parts.get('word/document.xml')!))
  })

  it('has every element where Word wants it', () => {
    const checked = [...parts].filter(([name]) => name.startsWith('word/') && name.endsWith('.xml'))
    expect(checked.length).toBeGreaterThan(5)
    for (const [name, xml] of checked) expect(faultsIn(xml), name).toEqual([])
  })

  it('has tables whose rows fill their grid, and merged cells that begin somewhere', () => {
    const tables = elements.filter(({ name }) => name === 'w:tbl')
    expect(tables.length).toBeGreaterThan(4)
    for (const table of tables) {
      const columns = table.children.find(({ name }) => name === 'w:tblGrid')!.children.length
      const rows = table.children.filter(({ name }) => name === 'w:tr').map(cellsOf)
      expect(new Set(rows.map((cells) => cells.reduce((sum, { span }) => sum + span, 0)))).toEqual(new Set([columns]))
      const merged = rows.map((cells) => cells.flatMap(({ span, merge }, at) => Array<string>(span).fill(merge === '' ? '' : `${merge}${at}`)))
      for (const [at, row] of merged.entries())
        row.forEach((merge, column) => {
          if (merge.startsWith('continue')) expect(merged[at - 1]?.[column]).not.toBe('')
        })
    }
  })

  it('has real headings, heads that come again on each page, page numbers, and a name and stand-ins for each face', () => {
    const styles = new Set(elements.flatMap(({ name, attributes }) => (name === 'w:pStyle' ? [attributes.match(/w:val="([^"]+)"/)![1]!] : [])))
    expect([...styles]).toEqual(expect.arrayContaining(['Title', 'Heading1', 'Heading2', 'Heading3']))
    const defined = everyElement(elementTree(parts.get('word/styles.xml')!)).filter(({ name }) => name === 'w:style')
    for (const style of styles)
      expect(
        defined.some(({ attributes }) => attributes.includes(`w:styleId="${style}"`)),
        style,
      ).toBe(true)
    const outlined = defined.filter(({ children }) =>
      children.some(({ name, children: inner }) => name === 'w:pPr' && inner.some((one) => one.name === 'w:outlineLvl')),
    )
    expect(outlined).toHaveLength(3)
    expect(elements.some(({ name }) => name === 'w:tblHeader')).toBe(true)
    // Quotation marks are Chinese: every run says so.
    const runs = elements.filter(({ name, children }) => name === 'w:r' && children.some((one) => one.name === 'w:t'))
    const western = runs.filter(
      (run) => !everyElement(run).some(({ name, attributes }) => name === 'w:rFonts' && attributes.includes('w:hint="eastAsia"')),
    )
    expect(western).toEqual([])
    expect([...parts].filter(([name]) => /footer\d+\.xml$/.test(name)).every(([, xml]) => xml.includes('PAGE'))).toBe(true)
    const fonts = parts.get('word/fontTable.xml')!
    const faces = new Set(
      [...[...parts.values()].join('').matchAll(/w:eastAsia="([^"]+)"/g)].map(([, face]) => face!).filter((face) => face !== 'zh-CN'),
    )
    expect(faces.size).toBeGreaterThan(3)
    for (const face of faces) expect(fonts).toMatch(new RegExp(`w:name="${face}"><w:altName w:val="[^"]+,`))
  })

  it('says every part that it has in its list of parts, and has every part that it says', () => {
    const types = parts.get('[Content_Types].xml')!
    const told = [...types.matchAll(/PartName="\/([^"]+)"/g)].map(([, name]) => name!)
    expect(told.filter((name) => !parts.has(name))).toEqual([])
    const linked = [...parts.get('word/_rels/document.xml.rels')!.matchAll(/Target="([^"]+)"/g)].map(([, target]) => `word/${target}`)
    expect(linked.filter((name) => !parts.has(name))).toEqual([])
  })
})

it('would be told of an element in the wrong place', () => {
  expect(faultsIn('<w:p><w:pPr><w:jc/><w:ind/></w:pPr></w:p>')).toEqual(['w:pPr: w:jc w:ind'])
  expect(faultsIn('<w:tc><w:p/><w:tbl/></w:tc>')).toEqual(['w:tc: w:p w:tbl'])
  expect(faultsIn('<w:r><w:t/><w:rPr/></w:r>')).toEqual(['w:r: w:t w:rPr'])
  expect(faultsIn('<w:tcPr><w:colour/></w:tcPr>')).toEqual(['w:tcPr: w:colour'])
})

/** How many columns each cell of a row takes, and whether it begins or goes on with a cell merged downwards. */
function cellsOf(row: Element): { readonly span: number; readonly merge: string }[] {
  return row.children
    .filter(({ name }) => name === 'w:tc')
    .map((cell) => {
      const properties = cell.children.find(({ name }) => name === 'w:tcPr')?.children ?? []
      const span = properties.find(({ name }) => name === 'w:gridSpan')?.attributes.match(/w:val="(\d+)"/)?.[1] ?? '1'
      const merge = properties.find(({ name }) => name === 'w:vMerge')
      return { span: Number(span), merge: merge === undefined ? '' : (merge.attributes.match(/w:val="(\w+)"/)?.[1] ?? 'continue') }
    })
}
