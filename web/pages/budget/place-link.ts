/** Where on the desk's page a place of the document is filled in: `?tab=projects&at=3`. */
export function placeAddress(path: string): string {
  const [section, at] = path.split('/')
  return (section === 'projects' || section === 'tables') && at !== undefined ? `?tab=${section}&at=${Number(at) + 1}` : `?tab=text#${section}`
}
