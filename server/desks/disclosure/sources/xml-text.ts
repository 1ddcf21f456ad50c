const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Text of XML with its five named and its numbered characters put back. */
export function xmlText(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(#x[0-9a-fA-F]{1,6}|#\d{1,7}|\w{2,4});/g, (whole, name: string) => {
    if (name[0] !== '#') return NAMED[name] ?? whole
    const code = name[1] === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
  })
}

/** The value of an attribute in a start tag's source (`w:val="2"`), or null. */
export function attribute(tag: string, name: string): string | null {
  let at = tag.indexOf(name)
  while (at >= 0) {
    const before = tag.charCodeAt(at - 1)
    let next = at + name.length
    if (before === 32 || before === 9 || before === 10 || before === 13) {
      while (tag.charCodeAt(next) === 32) next++
      if (tag[next] === '=') {
        const quote = tag[next + 1]
        const end = quote === '"' || quote === "'" ? tag.indexOf(quote, next + 2) : -1
        if (end >= 0) return xmlText(tag.slice(next + 2, end))
      }
    }
    at = tag.indexOf(name, at + 1)
  }
  return null
}

/**
 * Every element of a name, in order: the source of its start tag and its content ('' when it is empty). Content is taken to the next end tag of
 * the name, so it is meant for elements that do not nest in themselves. One pass, however broken the source is.
 */
export function* elements(xml: string, name: string): Generator<{ readonly tag: string; readonly body: string }> {
  const opening = `<${name}`
  const closing = `</${name}>`
  let at = xml.indexOf(opening)
  while (at >= 0) {
    const next = xml.charCodeAt(at + opening.length)
    const end = xml.indexOf('>', at)
    if (end < 0) return
    if (next === 62 || next === 47 || next <= 32) {
      const tag = xml.slice(at, end)
      if (xml.charCodeAt(end - 1) === 47) yield { tag, body: '' }
      else {
        const stop = xml.indexOf(closing, end)
        if (stop < 0) return
        yield { tag, body: xml.slice(end + 1, stop) }
        at = xml.indexOf(opening, stop)
        continue
      }
    }
    at = xml.indexOf(opening, end)
  }
}

/** Spreadsheet XML without the prefix that some programs put before every name of the main namespace. */
export function withoutPrefix(xml: string): string {
  const found = /xmlns:(\w+)="http:\/\/(?:schemas\.openxmlformats\.org|purl\.oclc\.org\/ooxml)\/spreadsheetml\/(?:2006\/)?main"/.exec(
    xml.slice(0, 4000),
  )
  return found ? xml.replaceAll(`<${found[1]}:`, '<').replaceAll(`</${found[1]}:`, '</') : xml
}
