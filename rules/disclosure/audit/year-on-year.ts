import type { DisclosureDocument, Place, ThreePublicYear } from '../document.ts'
import { type Amount, amountOf, inWan } from './amounts.ts'
import type { SourceLine } from './input.ts'
import { amountsIn, changesIn, sentencesOf, type TextAmount, type TextChange } from './text-amounts.ts'

/** One comparison with another year that does not hold. */
export interface ComparisonFault {
  readonly kind: 'difference' | 'direction' | 'percent' | 'percent-unsure'
  readonly place: Place
  readonly quote: string
  readonly wrong: string
}

const wayWord = (way: 'up' | 'down'): string => (way === 'up' ? '增加' : '减少')

/** Is the percentage this change over one of these bases, as far as the printed decimals tell? */
function percentFits(change: Amount, percent: { readonly value: number; readonly places: number }, base: Amount): boolean {
  if (base.fen <= 0) return false
  const step = 10 ** -percent.places
  const low = ((change.fen - change.grain / 2) / (base.fen + base.grain)) * 100 - step
  const high = ((change.fen + change.grain / 2) / Math.max(base.fen - base.grain, 1)) * 100 + step
  return percent.value >= low - 1e-9 && percent.value <= high + 1e-9
}

/** The year before, from this year's amount and the change; and the amount itself, should it be the year before. */
const basesOf = (amount: Amount, change: Amount, way: 'up' | 'down'): Amount[] => [
  { fen: way === 'up' ? amount.fen - change.fen : amount.fen + change.fen, grain: Math.max(amount.grain, change.grain) },
  amount,
]

/** Words that may stand between an amount and its change without giving the change another subject. */
const LINKING =
  /与|比|较|同期|同比|相比|对比|上一?年度?|去年|年初|预算数?|决算数?|执行数?|20\d\d ?年度?|总体|共计?|合计|均|各|相应|有所|实际|数|[，,、（()）\s]/g

const isLinked = (between: string): boolean => between.replace(LINKING, '') === ''

/** "增加26.52万元，增长5.1%": a change in money with its percentage right behind. */
function pairFaults(sentence: string, before: readonly TextAmount[], line: number): ComparisonFault[] {
  const faults: ComparisonFault[] = []
  const changes = changesIn(sentence)
  const amounts = amountsIn(sentence).filter((amount) => !changes.some((change) => change.start <= amount.start && amount.end <= change.end))
  for (const [index, change] of changes.entries()) {
    const next = changes[index + 1]
    if (!change.amount || !next?.percent) continue
    const between = sentence.slice(change.end, next.start)
    if (between.length > 10 || /\d/.test(between)) continue
    const quote = sentence.slice(change.start, next.end).trim()
    if (change.way !== next.way && change.amount.fen !== 0 && next.percent.value !== 0) {
      faults.push({ kind: 'direction', place: { line }, quote, wrong: `“${change.shown}”与“${next.shown}”方向相反` })
      continue
    }
    const own = amounts.filter((amount) => amount.end <= change.start)
    // "收入8元，其中拨款8元，基金0元。比上年增加1元，增长14%": what grew is the whole, or any part told before.
    const nearest = own.at(-1) ?? before.reduce<TextAmount | undefined>((most, amount) => (most && most.fen >= amount.fen ? most : amount), undefined)
    // A change whose own amount is not told ("接待费减少2万元，下降10%") cannot be reckoned from its neighbours'.
    if (!nearest || !isLinked(sentence.slice(own.length > 0 ? nearest.end : 0, change.start))) continue
    const candidates = own.length > 0 ? own : before
    if (candidates.some((amount) => basesOf(amount, change.amount!, change.way).some((base) => percentFits(change.amount!, next.percent!, base))))
      continue
    const base = basesOf(nearest, change.amount, change.way)[0]!
    const right =
      base.fen > 0
        ? `按${inWan(nearest.fen)}推算上年为${inWan(base.fen)}，应为${((change.amount.fen / base.fen) * 100).toFixed(Math.max(next.percent.places, 1))}%`
        : '推算不出上年数'
    const certain = own.length > 0 && new Set(own.map(({ fen }) => fen)).size === 1
    faults.push({ kind: certain ? 'percent' : 'percent-unsure', place: { line }, quote, wrong: `“${change.shown}”与“${next.shown}”对不上：${right}` })
  }
  return faults
}

/** The year an amount is said to be of: the last 20xx年 in front of it, with no other amount between. */
function yearOf(sentence: string, amount: TextAmount, previous: TextAmount | undefined): number | null {
  const front = sentence.slice(previous?.end ?? 0, amount.start)
  const match = [...front.matchAll(/(20\d\d) ?年/g)].at(-1)
  return match ? Number(match[1]) : null
}

function changeAgainst(change: TextChange, now: Amount, then: Amount, line: number): ComparisonFault | null {
  const difference = now.fen - then.fen
  if (difference !== 0 && (difference > 0 ? 'up' : 'down') !== change.way) {
    return {
      kind: 'direction',
      place: { line },
      quote: change.shown,
      wrong: `由${inWan(then.fen)}到${inWan(now.fen)}是${wayWord(difference > 0 ? 'up' : 'down')}，却写“${change.shown}”`,
    }
  }
  const told = change.amount?.fen
  if (told === undefined) return null
  // Two rounded figures and a rounded difference miss by at most one and a half of the finest grain.
  const grains = [now.grain, then.grain, change.amount!.grain].filter((grain) => grain > 0)
  const slack = grains.length > 0 ? Math.min(...grains) * 1.51 : 0
  if (Math.abs(Math.abs(difference) - told) <= slack) return null
  return {
    kind: 'difference',
    place: { line },
    quote: change.shown,
    wrong: `${inWan(now.fen)}与${inWan(then.fen)}相差${inWan(Math.abs(difference))}，却写“${change.shown}”`,
  }
}

/** "支出546.52万元，比2019年520万元增加26.52万元" and "2020年4.37万元，2019年4.85万元，减少0.48万元". */
function statedFaults(sentence: string, line: number): ComparisonFault[] {
  const changes = changesIn(sentence)
  const first = changes.find((change) => change.amount)
  if (!first || changes.filter((change) => change.amount).length !== 1) return []
  const amounts = amountsIn(sentence).filter((amount) => !changes.some((change) => change.start <= amount.start && amount.end <= change.end))
  const [one, two] = amounts
  if (amounts.length !== 2 || !one || !two || two.end > first.start) return []
  const between = sentence.slice(one.end, two.start)
  const behind = sentence.slice(two.end, first.start)
  const compared = /(?:比|较|与)[^，,]{0,12}(?:上年|去年|20\d\d ?年)[^，,\d]{0,12}$/.test(between) && !/[，,]/.test(behind)
  const [yearOne, yearTwo] = [yearOf(sentence, one, undefined), yearOf(sentence, two, one)]
  const twoYears = yearOne !== null && yearTwo !== null && Math.abs(yearOne - yearTwo) === 1
  if (!compared && !twoYears) return []
  const oneIsNow = compared || (yearOne ?? 0) > (yearTwo ?? 0)
  const fault = changeAgainst(first, oneIsNow ? one : two, oneIsNow ? two : one, line)
  return fault ? [fault] : []
}

const partOf = (words: string): readonly (keyof ThreePublicYear)[] | null => {
  if (/接待/.test(words)) return ['reception']
  if (/出国|出境/.test(words)) return ['abroad']
  if (/购置(?!及)/.test(words)) return ['vehiclePurchase']
  if (/购置及运行/.test(words)) return ['vehiclePurchase', 'vehicleRunning']
  if (/运行|维护/.test(words)) return ['vehicleRunning']
  return /三公|总额|合计|经费/.test(words) ? ['total'] : null
}

function partAmount(year: ThreePublicYear, parts: readonly (keyof ThreePublicYear)[]): Amount | null {
  const amounts = parts.map((part) => amountOf(year[part]))
  if (amounts.some((amount) => amount === null)) return null
  return { fen: amounts.reduce((sum, amount) => sum + amount!.fen, 0), grain: Math.max(...amounts.map((amount) => amount!.grain)) }
}

/** Changes told in the paragraph on the 三公 against the figures of both years. */
function threePublicFaults(document: DisclosureDocument, prose: readonly SourceLine[]): ComparisonFault[] {
  const year = document.document.year?.value
  const years = document.threePublic.filter((one) => one.year?.value)
  const now = years.find((one) => one.year?.value === year) ?? years[0]
  const then = years.find((one) => one.year?.value === (now?.year?.value ?? 0) - 1)
  if (!now || !then || new Set(years.map((one) => one.year?.value)).size !== years.length) return []
  const faults: ComparisonFault[] = []
  const where = new Set([now.total, then.total].flatMap((leaf) => (leaf ? [leaf.place.line] : [])))
  for (const { line, text } of prose) {
    if (!where.has(line) && !/三公/.test(text)) continue
    for (const sentence of sentencesOf(text)) {
      for (const change of changesIn(sentence)) {
        if (change.percent) continue
        const front = sentence.slice(
          Math.max(sentence.lastIndexOf('，', change.start - 1), sentence.lastIndexOf('：', change.start - 1)) + 1,
          change.start,
        )
        const parts = partOf(front)
        const [a, b] = parts ? [partAmount(now, parts), partAmount(then, parts)] : [null, null]
        if (!a || !b) continue
        const digits = /\d[\d.]*/.exec(change.shown)?.[0] ?? ''
        const told: TextChange = change.amount ? change : { ...change, amount: { fen: Math.round(Number(digits) * 1_000_000), grain: 10_000 } }
        const fault = changeAgainst(told, a, b, line)
        if (fault) faults.push(fault)
      }
      if (/三公[”"]?经费[^，。]{0,20}持平/.test(sentence)) {
        const [a, b] = [amountOf(now.total), amountOf(then.total)]
        if (a && b && Math.abs(a.fen - b.fen) > Math.max(a.grain, b.grain)) {
          faults.push({ kind: 'direction', place: { line }, quote: '持平', wrong: `“三公”经费由${inWan(b.fen)}到${inWan(a.fen)}，却写“持平”` })
        }
      }
    }
  }
  return faults
}

/** Every comparison with another year in the text that does not hold. */
export function comparisonFaults(document: DisclosureDocument, prose: readonly SourceLine[]): ComparisonFault[] {
  const faults: ComparisonFault[] = []
  for (const { line, text } of prose) {
    if (!/[增减降升涨调压]/.test(text)) continue
    let before: TextAmount[] = []
    for (const sentence of sentencesOf(text)) {
      faults.push(...pairFaults(sentence, before, line), ...statedFaults(sentence, line))
      before = [...before, ...amountsIn(sentence)]
    }
  }
  const known = new Set(faults.map((fault) => `${fault.kind} ${fault.place.line} ${fault.quote}`))
  return [...faults, ...threePublicFaults(document, prose).filter((fault) => !known.has(`${fault.kind} ${fault.place.line} ${fault.quote}`))]
}
