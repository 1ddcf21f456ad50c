import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { schemaFaults } from '../desks/disclosure/testing/schema-check.ts'
import { run } from './disclosure-read.ts'

const fixture = (name: string): string => new URL(`../../tests/fixtures/disclosure/${name}`, import.meta.url).pathname

async function command(...args: string[]): Promise<{ status: number; out: string; complaint: string }> {
  const output = new PassThrough()
  const printed = text(output)
  const complaints: string[] = []
  vi.spyOn(process.stderr, 'write').mockImplementation((line) => complaints.push(String(line)) > 0)
  const status = await run(new PassThrough(), output, args)
  output.end()
  return { status, out: await printed, complaint: complaints.join('') }
}
afterEach(() => vi.restoreAllMocks())

describe('disclosure read', () => {
  it('prints JSON of the promised shape', async () => {
    const { status, out, complaint } = await command(fixture('budget-2020.txt'))
    expect([status, complaint]).toEqual([0, ''])
    expect(schemaFaults(JSON.parse(out))).toEqual([])
  })

  it.each([
    ['a file that is not there', [fixture('none.txt')], '找不到这个文件，请核对路径。（source-missing）\n'],
    ['a file with a password', [fixture('encrypted.pdf')], '文件设有密码，请先去除密码再读。（source-encrypted）\n'],
    ['no file', [], '用法：disclosure read 文件\n'],
  ])('answers %s with one sentence and status 2', async (_, args, sentence) => {
    expect(await command(...args)).toEqual({ status: 2, out: '', complaint: sentence })
  })
})
