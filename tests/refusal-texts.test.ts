import { globSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { disclosureSourceTexts } from '../contract/disclosure-source-texts.ts'
import { refusalTexts } from '../contract/refusal-texts.ts'

const root = resolve(import.meta.dirname, '..')
const sources = globSync(['rules/**/*.ts', 'server/**/*.ts'], { cwd: root, exclude: ['**/*.test.ts', '**/testing/**'] })
const said = sources.flatMap((file) =>
  [...readFileSync(resolve(root, file), 'utf8').matchAll(/\brefused\(\s*'([a-z][a-z0-9-]*)'/g)].map((match) => ({ file, code: match[1]! })),
)

test('every refusal has its Chinese sentence', () => {
  expect(said.length).toBeGreaterThan(100)
  const mute = said.filter(({ code }) => !Object.hasOwn(refusalTexts, code) && !Object.hasOwn(disclosureSourceTexts, code))
  expect([...new Set(mute.map(({ file, code }) => `${code}  ${file}`))]).toEqual([])
})

test('every sentence is Chinese, ends as one, and asks for nothing unfilled', () => {
  const odd = Object.entries(refusalTexts).filter(([, text]) => !/[\u4e00-\u9fff]/.test(text) || !/([。？]|\{sentence\})$/.test(text))
  expect(odd).toEqual([])
})
