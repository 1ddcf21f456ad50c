import { expect, test } from 'vitest'
import { standardLetters } from '../../data/letters/load.ts'
import { composePaper } from './compose-paper.ts'
import { type PaperKind, paperKinds } from './paper-kinds.ts'
import { comparable, sheetWords } from './sheet-words.ts'
import { sampleFacts } from './testing/sample-facts.ts'

test.each(Object.keys(paperKinds) as PaperKind[])('the words of %s are all that stands on its sheet', (kind) => {
  const sheet = composePaper(kind, sampleFacts[kind], standardLetters()[kind])
  if (!sheet.ok) throw new Error(sheet.refusal.code)
  const words = sheetWords(sheet.value)
  const { heading, number, title, addressee = '', signature, paragraphs } = sheet.value
  for (const part of [heading, number!, title, addressee, signature.organ]) expect(words).toContain(part)
  // Every text of the body, found without knowing what kinds of blocks there are.
  const texts = (value: unknown): string[] =>
    typeof value === 'string' ? [value] : value === null || typeof value !== 'object' ? [] : Object.values(value).flatMap(texts)
  for (const text of texts(paragraphs)) expect(words).toContain(text)
})

test.each([
  ['２０２６年３月１２日', '2026年3月12日'],
  ['（秦开审批准字〔2026〕8号）', '(秦开审批准字〔2026〕8号)'],
  ['海港湾 餐饮\n管理', '海港湾餐饮管理'],
  ['“食品经营许可”', '"食品经营许可"'],
  ['Ａ座', 'A座'],
])('%s is the same as %s', (one, other) => {
  expect(comparable(one)).toBe(comparable(other))
})

test.each([
  ['张伟', '张纬'],
  ['8号', '18号'],
  ['，', '。'],
])('%s is not %s', (one, other) => {
  expect(comparable(one)).not.toBe(comparable(other))
})
