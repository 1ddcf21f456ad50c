/** Where on the desk's page a place of the document is filled in: `?tab=projects&at=3`. */
export function placeAddress(path: string): string {
  const [section, at] = path.split('/')
  if (section !== 'projects' && section !== 'tables') return `?tab=text#${section}`
  return at === undefined ? `?tab=${section}` : `?tab=${section}&at=${Number(at) + 1}`
}
