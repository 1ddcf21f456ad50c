/** Page numbers, "附件2" and lines of a table of contents: printed, but nothing of the document's matter. */
export function isFurniture(text: string): boolean {
  const plain = text.trim()
  if (plain.length > 80) return false
  if (/^[-—–－\s]*\d{1,3}[-—–－\s]*$/.test(plain)) return /[-—–－]/.test(plain)
  if (/^第\s*\d{1,4}\s*页(\s*[,，/]?\s*共\s*\d{1,4}\s*页)?$/.test(plain) || /^目\s*录$|^附件\s*[\d一二三四五六七八九十]*\s*[:：]?$/.test(plain))
    return true
  return (
    /[^\d\s.…·](\s*[.…·．]){3,}\s*\d{1,3}$/.test(plain) ||
    /^(第?[一二三四五六七八九十]{1,3}(部分|章)?[、\s]|表\d|附表)[^\t]*\t\s*\d{1,3}$/.test(plain)
  )
}
