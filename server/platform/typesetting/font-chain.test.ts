import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { generalStandardCharacters } from '../../../data/characters/load.ts'
import { baseFontFolders, chooseFonts } from './font-chain.ts'
import { readFontFaces } from './font-file.ts'

const { first, second, third } = generalStandardCharacters()
const table = [...first, ...second, ...third]
const everyName = (families: readonly string[]) => families
const otherFonts = join(dirname(fileURLToPath(import.meta.resolve('pdfjs-dist/package.json'))), 'standard_fonts')

describe('the fonts that ship', () => {
  const faces = baseFontFolders().map((folder) =>
    join(folder, `NotoS${folder.includes('serif') ? 'erif' : 'ans'}SC_${folder.slice(folder.lastIndexOf('/') + 1)}.ttf`),
  )

  test.each(faces)('%s has a glyph for each of the 8,105 characters of the 通用规范汉字表', (path) => {
    const [face] = readFontFaces(path)
    expect(table.filter((character) => !face!.codePoints.has(character.codePointAt(0)!))).toEqual([])
  })

  test('none claims characters outside them: Extension B 𠮷 and U+0000', () => {
    const { codePoints } = chooseFonts([], everyName)
    expect(codePoints.has('𠮷'.codePointAt(0)!)).toBe(false)
    expect(codePoints.has(0)).toBe(false)
    expect(codePoints.has(0x10ffff)).toBe(false)
  })

  test('every chain ends in the serif and the sans, so that what one can print all can', () => {
    for (const chain of Object.values(chooseFonts([], everyName).chains)) expect(new Set(chain)).toEqual(new Set(['Noto Serif SC', 'Noto Sans SC']))
  })
})

describe("a bureau's font folder", () => {
  test('adds its families behind the others and what they can print', () => {
    const { chains, codePoints } = chooseFonts([otherFonts], everyName)
    expect(chains.body).toContain('Liberation Sans')
    expect(chains.body[0]).toBe('Noto Serif SC')
    expect(codePoints.has('Š'.codePointAt(0)!)).toBe(true)
  })

  test('promises nothing of a family that the compiler does not find', () => {
    const { codePoints } = chooseFonts([otherFonts], (families) => families.filter((family) => family.startsWith('Noto')))
    expect(codePoints.has('Š'.codePointAt(0)!)).toBe(false)
  })

  test('that does not exist is an error, not a silent other look', () => {
    expect(() => chooseFonts(['/no/such/fonts'], everyName)).toThrow('font folder does not exist: /no/such/fonts')
  })
})

test('a file that is no font is named', () => {
  expect(() => readFontFaces(fileURLToPath(import.meta.url))).toThrow(/not a TrueType or OpenType font/)
})
