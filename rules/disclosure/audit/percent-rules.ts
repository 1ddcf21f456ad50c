import { narrow } from '../../money.ts'
import { type Amount, inWan } from './amounts.ts'
import { ARITHMETIC, type DocumentRule } from './rule.ts'
import { amountsIn } from './text-amounts.ts'

interface Percent {
  readonly value: number
  readonly places: number
}

const percentOf = (digits: string): Percent => ({ value: Number(digits), places: digits.includes('.') ? digits.length - digits.indexOf('.') - 1 : 0 })

/** Is the percentage this part of that whole, as far as the printed decimals tell? Cut off or rounded, both are lawful. */
function fits({ value, places }: Percent, part: Amount, whole: Amount): boolean {
  const step = 10 ** -places
  const low = ((part.fen - part.grain) / (whole.fen + whole.grain)) * 100 - step
  const high = ((part.fen + part.grain) / Math.max(whole.fen - whole.grain, 1)) * 100 + step
  return value >= low - 1e-9 && value <= high + 1e-9
}

const right = (part: Amount, whole: Amount, { places }: Percent): string => `${((part.fen / whole.fen) * 100).toFixed(Math.max(places, 1))}%`

const DONE = /完成(?:了)?(?:年初|全年|调整)?预算(?:数)?的? ?(\d+(?:\.\d+)?) ?%/g

const completion: DocumentRule = {
  id: 'PERCENT-DONE',
  demands: '“完成年初预算的百分之几”等于决算数除以年初预算数',
  source: ARITHMETIC,
  severity: 'error',
  certainty: 'certain',
  satisfy: '重新计算百分比',
  check({ prose }, report) {
    for (const { line, text } of prose) {
      if (!text.includes('完成') || !text.includes('预算')) continue
      for (const sentence of text.split(/[。；;]/)) {
        const plain = narrow(sentence)
        for (const match of plain.matchAll(DONE)) {
          const front = amountsIn(sentence.slice(0, match.index))
          const [budget, spent] = front.slice(-2)
          if (!budget || !spent || budget.fen <= 0) continue
          // 年初预算为A万元，支出决算为B万元，完成年初预算的P%: nothing else may stand between.
          if (
            !/预算(?:数|安排)?(?:为|是)? ?$/.test(plain.slice(0, budget.start)) ||
            !/(?:决算|执行|支出)(?:数)?(?:为|是)? ?$/.test(plain.slice(0, spent.start))
          )
            continue
          const told = percentOf(match[1]!)
          if (!fits(told, spent, budget))
            report(
              { line },
              sentence.slice(match.index, match.index + match[0].length),
              `预算${inWan(budget.fen)}、决算${inWan(spent.fen)}，应为${right(spent, budget, told)}，这里写${match[1]}%`,
            )
        }
      }
    }
  },
}

const WHOLE = /(?:收入|支出)(?:预算|决算)?(?:合计|总计) ?(?:为|是)? ?$/
const SHARE = /^ ?[，,] ?(?:约)?占(?:[^，。；,;\d]{0,14}) ?(\d+(?:\.\d+)?) ?%/

const share: DocumentRule = {
  id: 'PERCENT-SHARE',
  demands: '“占合计百分之几”等于该项除以合计',
  source: ARITHMETIC,
  severity: 'error',
  certainty: 'certain',
  satisfy: '重新计算百分比',
  check({ prose }, report) {
    for (const { line, text } of prose) {
      if (!text.includes('占') || !/合计|总计/.test(text)) continue
      // What stands in brackets divides an item further and is passed over.
      const flat = text.replace(/[（(][^（()）]*[）)]/g, '')
      const plain = narrow(flat)
      let whole: Amount | null = null
      for (const amount of amountsIn(flat)) {
        if (WHOLE.test(plain.slice(0, amount.start))) {
          // Two different totals in one paragraph leave it open which one is meant.
          if (whole && whole.fen !== amount.fen) break
          whole = amount
          continue
        }
        const match = SHARE.exec(flat.slice(amount.end))
        if (!match || !whole || whole.fen <= 0) continue
        const told = percentOf(match[1]!)
        if (!fits(told, amount, whole))
          report(
            { line },
            match[0].replace(/^[，,\s]+/, ''),
            `${inWan(amount.fen)}占${inWan(whole.fen)}的${right(amount, whole, told)}，这里写${match[1]}%`,
          )
      }
    }
  },
}

export const percentRules: readonly DocumentRule[] = [completion, share]
