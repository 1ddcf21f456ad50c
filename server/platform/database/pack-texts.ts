/** Many texts in one value for the database: where each begins (from 1, as SQL counts) and how long it is, in bytes of UTF-8. */
export function packTexts(): { add(text: string): readonly [from: number, length: number]; packed(): Buffer } {
  const parts: Buffer[] = []
  let end = 0
  return {
    add(text) {
      const bytes = Buffer.from(text)
      parts.push(bytes)
      end += bytes.length
      return [end - bytes.length + 1, bytes.length]
    },
    packed: () => Buffer.concat(parts, end),
  }
}
