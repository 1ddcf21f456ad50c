import { createReadStream } from 'node:fs'

const withoutReturn = (line: string): string => (line.endsWith('\r') ? line.slice(0, -1) : line)

/**
 * The lines of a text file, one after another, however long the file is. A line ends at LF or CRLF and nowhere else: `readline` would also end one at
 * U+2028, which may stand unescaped in the text of a JSON line.
 */
export async function* fileLines(path: string): AsyncGenerator<string> {
  let rest = ''
  for await (const chunk of createReadStream(path, { encoding: 'utf8', highWaterMark: 1024 * 1024 })) {
    const lines = (rest + String(chunk)).split('\n')
    rest = lines.pop()!
    for (const line of lines) yield withoutReturn(line)
  }
  if (rest !== '') yield withoutReturn(rest)
}
