import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'

/** The lines of a text file, one after another, however long the file is. */
export async function* fileLines(path: string): AsyncGenerator<string> {
  const input = createReadStream(path, 'utf8')
  // A file that cannot be opened must reject here: readline alone would just end.
  const failed = new Promise<never>((_, reject) => input.once('error', reject))
  failed.catch(() => {})
  const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })[Symbol.asyncIterator]()
  for (;;) {
    const { done, value } = await Promise.race([lines.next(), failed])
    if (done) return
    yield value
  }
}
