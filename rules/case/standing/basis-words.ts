import type { ServiceItem } from '../../service-item/item.ts'

/** The item's legal basis by law and article, as a decision names it: 《…》第十二条. An item without a basis is not published. */
export function basisWords(item: ServiceItem): readonly [string, ...string[]] {
  const words = item.basis.map(({ law, article }) => `《${law}》${article}`)
  return [words[0] ?? '有关法律、法规', ...words.slice(1)]
}
