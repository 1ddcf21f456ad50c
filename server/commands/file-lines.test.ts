import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { fileLines } from './file-lines.ts'

const home = mkdtempSync(join(tmpdir(), 'oneseal-lines-'))
afterAll(() => rmSync(home, { recursive: true, force: true }))

async function linesOf(text: string): Promise<string[]> {
  writeFileSync(join(home, 'text'), text)
  const lines: string[] = []
  for await (const line of fileLines(join(home, 'text'))) lines.push(line)
  return lines
}

it('ends a line at LF or CRLF and nowhere else', async () => {
  expect(await linesOf('')).toEqual([])
  expect(await linesOf('\n')).toEqual([''])
  expect(await linesOf('一\r\n二\u2028三\r四\n\n五')).toEqual(['一', '二\u2028三\r四', '', '五'])
  expect(await linesOf('一\r')).toEqual(['一'])
  expect(await linesOf('\uFEFF一\n\uFEFF二')).toEqual(['一', '\uFEFF二'])
})

it('reads lines of any length in a time that grows no faster than they do', { timeout: 20_000 }, async () => {
  const long = '章'.repeat(20_000_000)
  const lines = await linesOf(`一\n${long}\n二`)
  expect([lines.length, lines[0], lines[1] === long, lines[2]]).toEqual([3, '一', true, '二'])
})
