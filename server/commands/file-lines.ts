import { createReadStream } from 'node:fs'

const withoutReturn = (line: string): string => (line.endsWith('\r') ? line.slice(0, -1) : line)

/**
 * The lines of a text file, one after another, however long the file is. A line ends at LF or CRLF and nowhere else: `readline` would also end one at
 * U+2028, which may stand unescaped in the text of a JSON line. A byte order mark at the beginning is no part of the first.
 */
export async function* fileLines(path: string): AsyncGenerator<string> {
  // Pieces of the open line: joined once, so that a long line costs no more than its length.
  let open: string[] = []
  let begun = false
  for await (const chunk of createReadStream(path, { encoding: 'utf8', highWaterMark: 1024 * 1024 })) {
    const lines = (begun ? String(chunk) : String(chunk).replace(/^\uFEFF/, '')).split('\n')
    begun = true
    open.push(lines.shift()!)
    if (lines.length === 0) continue
    yield withoutReturn(open.join(''))
    open = [lines.pop()!]
    for (const line of lines) yield withoutReturn(line)
  }
  const rest = open.join('')
  if (rest !== '') yield withoutReturn(rest)
}
