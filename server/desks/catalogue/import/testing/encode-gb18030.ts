/** Text as GB18030 bytes, for samples: Node reads that encoding and cannot write it, so the two-byte table is made by reading it once. */
export function encodeGb18030(text: string): Buffer {
  table ??= twoByteTable()
  const bytes: number[] = []
  for (const char of text) {
    const code = char.codePointAt(0)!
    const pair = table.get(char)
    if (code < 0x80) bytes.push(code)
    else if (pair !== undefined) bytes.push(pair >> 8, pair & 0xff)
    else throw new Error(`no two-byte GB18030 code for ${char}`)
  }
  return Buffer.from(bytes)
}

let table: Map<string, number> | undefined

function twoByteTable(): Map<string, number> {
  const decoder = new TextDecoder('gb18030')
  const made = new Map<string, number>()
  for (let high = 0x81; high <= 0xfe; high++)
    for (let low = 0x40; low <= 0xfe; low++) {
      if (low === 0x7f) continue
      const char = decoder.decode(Uint8Array.of(high, low))
      if ([...char].length === 1 && char !== '\uFFFD' && !made.has(char)) made.set(char, (high << 8) | low)
    }
  return made
}
