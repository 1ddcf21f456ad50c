import type { Readable, Writable } from 'node:stream'
import { disclosureSourceTexts } from '../../contract/disclosure-source-texts.ts'
import { readDisclosureFile } from '../desks/disclosure/read-file.ts'

/**
 * `disclosure read FILE`: prints the document as JSON (docs/disclosure-schema.json).
 * A file that cannot be read is answered with one Chinese sentence and its code on standard error, exit status 2.
 */
export async function run(_input: Readable, output: Writable, args: readonly string[]): Promise<number> {
  const [path, ...more] = args
  if (path === undefined || more.length > 0) {
    process.stderr.write('用法：disclosure read 文件\n')
    return 2
  }
  const read = await readDisclosureFile(path)
  if (!read.ok) {
    process.stderr.write(`${disclosureSourceTexts[read.refusal.code] ?? '文件无法读取。'}（${read.refusal.code}）\n`)
    return 2
  }
  // A reader that went away (`| head`) ends the writing without complaint.
  await new Promise<void>((resolve) => {
    output.once('error', () => resolve())
    output.write(`${JSON.stringify(read.value, null, 2)}\n`, () => resolve())
  })
  return 0
}
