export interface Element {
  readonly name: string
  readonly attributes: string
  readonly children: Element[]
}

/** The elements of an XML part, without its texts. Fails where tags do not match. */
export function elementTree(xml: string): Element {
  const root: Element = { name: '#part', attributes: '', children: [] }
  const open = [root]
  for (const [, closing, name, attributes, empty] of xml.matchAll(/<(\/?)([A-Za-z_][\w:.-]*)((?:\s[^<>]*?)?)(\/?)>/g)) {
    if (closing === '/') {
      if (open.pop()!.name !== name) throw new Error(`</${name}> closes nothing`)
      continue
    }
    const element: Element = { name: name!, attributes: attributes!, children: [] }
    open.at(-1)!.children.push(element)
    if (empty === '') open.push(element)
  }
  if (open.length !== 1) throw new Error(`<${open.at(-1)!.name}> is never closed`)
  return root
}

export const everyElement = (element: Element): Element[] => [element, ...element.children.flatMap(everyElement)]
