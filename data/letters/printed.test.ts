import { afterAll, expect, test } from 'vitest'
import { composePaper } from '../../rules/paper/compose-paper.ts'
import { type PaperKind, paperKinds } from '../../rules/paper/paper-kinds.ts'
import { sampleFacts } from '../../rules/paper/testing/sample-facts.ts'
import { readPdf } from '../../server/platform/typesetting/testing/read-pdf.ts'
import { createTypesetter } from '../../server/platform/typesetting/typesetter.ts'
import { standardLetters } from './load.ts'

const typesetter = createTypesetter({ fontFolders: [] })
afterAll(() => typesetter.close())

const kinds = Object.keys(paperKinds) as PaperKind[]

test.each(kinds)('%s prints as in printed/%s.txt', async (kind) => {
  const sheet = composePaper(kind, sampleFacts[kind], standardLetters()[kind])
  if (!sheet.ok) throw new Error(JSON.stringify(sheet.refusal))
  const result = await typesetter.typeset(sheet.value)
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  const pages = await readPdf(result.value)
  expect(pages.length).toBeLessThanOrEqual(2)
  const text = pages.map((page, index) => [`—— 第${index + 1}面 ——`, ...page.lines].join('\n')).join('\n')
  await expect(`${text}\n`).toMatchFileSnapshot(`printed/${kind}.txt`)
})
