import type { Readable, Writable } from 'node:stream'

const CHUNK = 1 << 16

/** Lines of UTF-8 text, LF or CRLF, with a byte order mark ignored and the last line complete or not. A long line costs no more than its length. */
async function* linesOf(input: Readable): AsyncGenerator<string[]> {
  const decoder = new TextDecoder('utf-8')
  let open: string[] = []
  const trimmed = (line: string) => (line.endsWith('\r') ? line.slice(0, -1) : line)
  for await (const bytes of input) {
    const text = decoder.decode(bytes, { stream: true })
    const lines = text.split('\n')
    open.push(lines.shift()!)
    const last = lines.pop()
    if (last === undefined) continue
    yield [open.join(''), ...lines].map(trimmed)
    open = [last]
  }
  open.push(decoder.decode())
  const rest = trimmed(open.join(''))
  if (rest !== '') yield [rest]
}

/** Waits until `output` takes more, or has gone. */
const room = (output: Writable): Promise<void> =>
  new Promise((resolve) => {
    const events = ['drain', 'error', 'close']
    const done = () => {
      for (const event of events) output.off(event, done)
      resolve()
    }
    for (const event of events) output.on(event, done)
  })

/**
 * Answers every line of `input` by one line on `output`, in chunks and no faster than they are taken. Blank lines at the end are no lines;
 * a blank one between others is answered like any other. Ends quietly when the reader of `output` has gone (EPIPE), and throws what else stops it.
 */
export async function answerLines(input: Readable, output: Writable, answer: (line: string) => string): Promise<0> {
  let buffer = ''
  let blanks = 0
  let gone: NodeJS.ErrnoException | undefined
  const leave = (error: NodeJS.ErrnoException) => {
    gone ??= error
  }
  output.on('error', leave)
  const flush = async () => {
    const full = buffer !== '' && !output.write(buffer)
    buffer = ''
    if (full && !gone) await room(output)
  }
  for await (const lines of linesOf(input)) {
    for (const line of lines) {
      if (line === '') {
        blanks++
        continue
      }
      for (; blanks > 0; blanks--) buffer += `${answer('')}\n`
      buffer += `${answer(line)}\n`
      if (buffer.length >= CHUNK) await flush()
      if (gone) break
    }
    if (gone) break
  }
  await flush()
  if (gone && gone.code !== 'EPIPE') throw gone
  return 0
}

/** Says how a command is called; the exit status of a wrong call. */
export function wrongCall(usage: string): 2 {
  process.stderr.write(usage)
  return 2
}
