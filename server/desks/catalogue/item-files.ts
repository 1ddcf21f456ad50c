import { readdirSync, readFileSync } from 'node:fs'
import { type Finding, findingLine } from '../../../rules/service-item/finding.ts'
import type { ServiceItem } from '../../../rules/service-item/item.ts'
import { validateItem, validateTogether } from '../../../rules/service-item/validate.ts'

const shipped = new URL('../../../data/items/', import.meta.url)

/** The catalogue that ships with the product, one item a file, sorted by file name. Throws, naming file, field and rule, where a file is not sound. */
export function readItemFiles(folder: URL = shipped): readonly ServiceItem[] {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
  const errors: Finding[] = []
  const entries = files.flatMap((file) => {
    const item: unknown = JSON.parse(readFileSync(new URL(file, folder), 'utf8'))
    const wrong = validateItem(item, file).filter((finding) => finding.severity === 'error')
    errors.push(...wrong)
    return wrong.length > 0 ? [] : [{ file, item: item as ServiceItem }]
  })
  errors.push(...validateTogether(entries))
  if (errors.length > 0) throw new Error(`data/items：\n${errors.map(findingLine).join('\n')}`)
  return entries.map((entry) => entry.item)
}
