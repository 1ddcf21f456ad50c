/** Texts without quotes, backslashes, controls or halves of characters stand as they are. */
const plain = /^[^"\\\u0000-\u001f\ud800-\udfff]*$/

const quoted = (text: string): string => (plain.test(text) ? `"${text}"` : JSON.stringify(text))

/** Puts the few names of an object in the order of their UTF-16 units, in place: they mostly lie in order already. */
function inOrder(names: string[]): string[] {
  if (names.length > 24) return names.sort()
  for (let n = 1; n < names.length; n++) {
    const name = names[n]!
    let before = n - 1
    for (; before >= 0 && names[before]! > name; before--) names[before + 1] = names[before]!
    names[before + 1] = name
  }
  return names
}

/**
 * A JSON value in the one form of RFC 8785: names in the order of their UTF-16 units, no spaces, numbers as ECMAScript writes them. A field without a
 * value is left out. Throws for what JSON cannot say (NaN, infinities).
 */
export function canonicalJson(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return quoted(value)
    case 'number':
      if (!Number.isFinite(value)) throw new TypeError(`${value} has no JSON form`)
      return String(value === 0 ? 0 : value)
    case 'object': {
      if (value === null) return 'null'
      if (Array.isArray(value)) {
        let list = ''
        for (let n = 0; n < value.length; n++) list += `${n === 0 ? '' : ','}${value[n] === undefined ? 'null' : canonicalJson(value[n])}`
        return `[${list}]`
      }
      let fields = ''
      for (const name of inOrder(Object.keys(value))) {
        const inner = (value as Record<string, unknown>)[name]
        if (inner !== undefined) fields += `${fields === '' ? '' : ','}${quoted(name)}:${canonicalJson(inner)}`
      }
      return `{${fields}}`
    }
    default:
      return JSON.stringify(value) ?? 'null'
  }
}
