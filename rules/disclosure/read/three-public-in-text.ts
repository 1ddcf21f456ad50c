import type { MoneyLeaf, NumberLeaf, ThreePublicYear } from '../document.ts'
import type { AmountInText } from './amounts-in-text.ts'
import { aligned } from './plain-words.ts'

type Field = Exclude<keyof ThreePublicYear, 'year'>
type Draft = { -readonly [name in keyof ThreePublicYear]: ThreePublicYear[name] }

const COMPARISON = /增加|减少|增长|下降|节约|压减|相比|同比|增减|比上年|较上年|比去年|较去年|比\d{4}年|较\d{4}年|完成|人均|每/

/** Gathers the years of the 三公 figures as the prose tells them. */
export interface ThreePublicFinder {
  /** Begins a line of the chapter on 三公. */
  line(text: string, lineNumber: number): void
  offer(amount: AmountInText): boolean
  years(): ThreePublicYear[]
}

export function threePublicFinder(documentYear: () => NumberLeaf | null, accounts: () => boolean): ThreePublicFinder {
  const drafts: Draft[] = []
  let current: Draft | null = null
  let budgeted: Field | null = null
  let text = ''
  let line = 0
  const open = (year: NumberLeaf | null): Draft => {
    const known = drafts.find((draft) => draft.year?.value === year?.value)
    if (known) return known
    const draft: Draft = { year, total: null, abroad: null, vehiclePurchase: null, vehicleRunning: null, reception: null }
    drafts.push(draft)
    return draft
  }
  return {
    line(lineText, lineNumber) {
      text = lineText
      line = lineNumber
    },
    offer(amount) {
      const clause = amount.label.slice(Math.max(amount.label.lastIndexOf(','), 0))
      if (COMPARISON.test(clause)) return false
      const before = amount.first ? null : budgeted
      budgeted = null
      // "支出预算为5万元，支出决算为4.37万元": the words of the first amount speak for the second.
      const field = fieldOf(amount.label, clause) ?? (/^,?(支出)?决算(数)?(为|是|共|计)*$/.test(clause) ? before : null)
      if (field === null) return false
      if (accounts() && /预算/.test(clause) && !/决算/.test(clause)) {
        budgeted = field
        return false
      }
      const named = yearIn(amount.label, text, line)
      if (field === 'total') current = open(named ?? documentYear())
      else if (named !== null) current = open(named)
      else current ??= open(documentYear())
      current[field] ??= amount.leaf
      return true
    },
    years: () => drafts.filter(hasMoney),
  }
}

function fieldOf(label: string, clause: string): Field | null {
  if (/购置(费)?(及|和|与)运行|购置、运行|购置及运维/.test(clause)) return null
  if (/出国|出境/.test(clause)) return 'abroad'
  if (/(公务)?(用车|车辆|购车).*购置|购置费|购车/.test(clause)) return 'vehiclePurchase'
  if (/运行/.test(clause) && /车/.test(clause)) return 'vehicleRunning'
  if (/接待/.test(clause)) return 'reception'
  if (/三公/.test(clause) || (/三公/.test(label) && /(预算|决算|支出|安排|总额|合计|共计)(数)?(为|是|共|计|:)*$/.test(clause))) return 'total'
  return /^,?\d{4}年(度)?(预算|决算|支出|安排)?(数|总额)?(为|是|共|计)*$/.test(clause) ? 'total' : null
}

/** The last year named in the words before an amount, with its raw text. */
function yearIn(label: string, text: string, line: number): NumberLeaf | null {
  const years = label.match(/\d{4}(?=年)/g)
  if (!years) return null
  const digits = years.at(-1)!
  const at = aligned(text).indexOf(`${digits}年`)
  return { raw: at < 0 ? `${digits}年` : text.slice(at, at + 5), value: Number(digits), place: { line } }
}

function hasMoney(draft: Draft): boolean {
  const leaves: (MoneyLeaf | null)[] = [draft.total, draft.abroad, draft.vehiclePurchase, draft.vehicleRunning, draft.reception]
  return leaves.some((each) => each !== null)
}
