import type { DisclosureDocument, TextLeaf } from '../document.ts'
import type { AmountInText } from './amounts-in-text.ts'
import { namesOtherYear } from './totals-in-text.ts'

type Purchase = DisclosureDocument['procurement'][number]

const KINDS = ['货物', '工程', '服务'] as const

/** Gathers purchases told in prose: the parts (货物, 工程, 服务) where they are named, otherwise the sum with what it is for. */
export interface ProcurementFinder {
  offer(amount: AmountInText, text: string, year: number | null): boolean
  purchases(): Purchase[]
}

export function procurementFinder(): ProcurementFinder {
  const parts: Purchase[] = []
  const sums: Purchase[] = []
  return {
    offer(amount, text, year) {
      const { label, leaf } = amount
      if (/增加|减少|比上年|较上年|中小企业|小微企业|授予/.test(label) || (namesOtherYear(label, year) && !/采购/.test(label))) return false
      const kind = KINDS.find((word) => label.lastIndexOf(word) > label.lastIndexOf(','))
      const item: TextLeaf | null = kind ? { raw: kind, value: kind, place: leaf.place } : null
      if (item) parts.push({ name: null, item, quantity: null, amount: leaf })
      else if (/采购/.test(label) && sums.length === 0)
        sums.push({ name: purpose(text, leaf.raw, leaf.place), item: null, quantity: null, amount: leaf })
      else return false
      return true
    },
    purchases: () => (parts.length > 0 ? parts : sums),
  }
}

/** "…27.5万元，为2019年叫号系统及设备更新采购项目结转余款。": what the money is for. */
function purpose(text: string, rawAmount: string, place: TextLeaf['place']): TextLeaf | null {
  const rest = text.slice(text.indexOf(rawAmount) + rawAmount.length)
  const found = /^\s*[，,、]\s*(?:主要)?(?:为|用于|是)\s*([^。；;，,]+)/.exec(rest)
  const name = found?.[1]?.trim()
  return name ? { raw: name, value: name, place } : null
}
