import { accepted, refused, type Result } from '../../../rules/refusal.ts'

/** Text of a file in UTF-8 (with or without BOM), UTF-16 with BOM, or GB18030. Bytes that are no text of these are refused. */
export function decodeText(bytes: Uint8Array): Result<string> {
  const text = decoded(bytes)
  if (text === null || hasControls(text)) return refused('source-not-text')
  return accepted(text)
}

function decoded(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return attempt('utf-16le', bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return attempt('utf-16be', bytes)
  return attempt('utf-8', bytes) ?? mendedUtf8(bytes) ?? attempt('gb18030', bytes)
}

/** UTF-8 with a character or two broken, as a cut-off file has: GB18030 read as UTF-8 breaks at nearly every character instead. */
function mendedUtf8(bytes: Uint8Array): string | null {
  const text = new TextDecoder('utf-8').decode(bytes)
  const broken = text.split('\ufffd').length - 1
  return broken * 500 < text.length && /[\u4e00-\u9fff]/.test(text) ? text : null
}

function attempt(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** A NUL, or control characters beyond what texts carry by accident, mean that this is no text. */
function hasControls(text: string): boolean {
  let controls = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === 0) return true
    if (code < 32 && (code < 9 || code > 13)) controls++
  }
  return controls > 8 && controls * 200 > text.length
}
