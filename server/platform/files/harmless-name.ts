/**
 * A sender's file name made fit to show and to send back: no folder parts, no control or direction-changing characters, no characters that
 * systems forbid, at most 120 code points with the extension kept. Never empty.
 */
export function harmlessName(name: string): string {
  const last = name.toWellFormed().normalize('NFC').split(/[/\\]/).at(-1)!
  const clean = last
    .replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffd]/g, '')
    .replace(/[<>:"|?*;%]/g, '_')
    .replace(/^[.\s]+|[.\s]+$/g, '')
  const points = [...clean]
  if (points.length === 0) return '未命名文件'
  if (points.length <= 120) return clean
  const extension = /\.[A-Za-z0-9]{1,5}$/.exec(clean)?.[0] ?? ''
  return points.slice(0, 120 - extension.length).join('') + extension
}

/** `Content-Disposition` with an ASCII name for old browsers and the true one for the rest (RFC 6266, RFC 8187). */
export function dispositionOf(name: string, inline: boolean): string {
  const safe = harmlessName(name)
  const ascii = safe.replace(/[^\w.-]/g, '_')
  const full = encodeURIComponent(safe).replace(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
  return `${inline ? 'inline' : 'attachment'}; filename="${ascii}"; filename*=UTF-8''${full}`
}
