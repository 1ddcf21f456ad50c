import type { DocumentFacts } from './document-facts.ts'
import { withoutTail } from './leaves.ts'
import type { SourceLine } from './input.ts'
import { type DocumentRule, PAPER_FORMAT } from './rule.ts'
import { onceFor } from './once-for.ts'

const NUMERALS = '零一二三四五六七八九'

/** 一 … 九十九. */
function chineseNumber(text: string): number | null {
  const ten = text.indexOf('十')
  if (ten < 0) return text.length === 1 && NUMERALS.includes(text) ? NUMERALS.indexOf(text) : null
  const [tens, ones] = [text.slice(0, ten), text.slice(ten + 1)]
  if (tens.length > 1 || ones.length > 1) return null
  return (tens === '' ? 1 : NUMERALS.indexOf(tens)) * 10 + (ones === '' ? 0 : NUMERALS.indexOf(ones))
}

function inChinese(value: number): string {
  const [tens, ones] = [Math.floor(value / 10), value % 10]
  return `${tens > 1 ? NUMERALS[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 ? NUMERALS[ones] : ''}`
}

type Style = 'part' | 'chinese' | 'bracketed' | 'arabic'
interface Heading {
  readonly style: Style
  readonly value: number
  readonly shown: string
}

const PART = /^第([一二三四五六七八九十]{1,3})[部篇章]/
const CHINESE = /^([一二三四五六七八九十]{1,3})、/
const BRACKETED = /^[（(]([一二三四五六七八九十]{1,3})[）)]/
const ARABIC = /^(\d{1,2})(?:、|[.．](?!\d))/
const DEPTH: Readonly<Record<Style, number>> = { part: 0, chinese: 1, bracketed: 2, arabic: 3 }

const NUMBERED = [
  ['part', PART],
  ['chinese', CHINESE],
  ['bracketed', BRACKETED],
] as const
const STARTS_AS_HEADING = /^\s*[第（(一二三四五六七八九十\d]/

function headingOf(text: string): Heading | null {
  if (!STARTS_AS_HEADING.test(text)) return null
  const tight = text.trim()
  for (const [style, pattern] of NUMBERED) {
    const match = pattern.exec(tight)
    const value = match && chineseNumber(match[1]!)
    if (match && value) return { style, value, shown: match[0] }
  }
  const match = ARABIC.exec(tight)
  return match ? { style: 'arabic', value: Number(match[1]), shown: match[0] } : null
}

/** The heading that each line of the running text begins with. */
const headingsIn = onceFor((prose: readonly SourceLine[]) => prose.map(({ text }) => headingOf(text)))

const nextOf = ({ style }: Heading, value: number): string =>
  style === 'part'
    ? `第${inChinese(value)}部分`
    : style === 'chinese'
      ? `${inChinese(value)}、`
      : style === 'bracketed'
        ? `（${inChinese(value)}）`
        : `${value}、`

interface NumberingFault {
  readonly kind: 'gap' | 'again'
  readonly line: SourceLine
  readonly heading: Heading
  /** The number before it in its list. */
  readonly previous: number
  readonly previousLine: number
}

interface OpenList {
  value: number
  line: number
}

/**
 * Walks the numbered lines. A 1 opens a list inside the open ones; a higher heading closes the lists below it; a number that follows any open list
 * goes on with that list. What then fits nowhere is a gap or comes again.
 */
function faultsIn(prose: readonly SourceLine[]): NumberingFault[] {
  const open: Record<Style, OpenList[]> = { part: [], chinese: [], bracketed: [], arabic: [] }
  const faults: NumberingFault[] = []
  const contents = contentsOf(prose)
  const headings = headingsIn(prose)
  for (const [at, line] of prose.entries()) {
    const heading = headings[at]
    if (!heading || contents.has(line.line)) continue
    const lists = open[heading.style]
    for (const style of ['part', 'chinese', 'bracketed', 'arabic'] as const) if (DEPTH[style] > DEPTH[heading.style]) open[style] = []
    const follows = lists.findLastIndex((list) => list.value + 1 === heading.value)
    const current = lists.at(-1)
    if (follows >= 0) {
      lists.length = follows + 1
      lists[follows] = { value: heading.value, line: line.line }
    } else if (heading.value === 1) lists.push({ value: 1, line: line.line })
    else if (!current) {
    } else {
      faults.push({ kind: heading.value > current.value ? 'gap' : 'again', line, heading, previous: current.value, previousLine: current.line })
      current.value = Math.max(current.value, heading.value)
      current.line = line.line
    }
  }
  return faults
}

const numberingFaults = onceFor(faultsIn)

/** Lines of a table of contents: they number the same headings once more. */
function contentsOf(prose: readonly SourceLine[]): Set<number> {
  const lines = new Set<number>()
  const start = prose.findIndex(({ text }) => /^目\s*录$/.test(text.trim()))
  if (start < 0) return lines
  const firsts = new Set<string>()
  for (const { line, text } of prose.slice(start + 1)) {
    const words = withoutTail(text, '.…·　 \t0123456789').replace(/\s+/g, '')
    if (firsts.has(words) || text.includes('。')) break
    firsts.add(words)
    lines.add(line)
  }
  return lines
}

const again: DocumentRule = {
  id: 'NUM-DUP',
  demands: '同一层次的序号不重复、不倒退',
  source: PAPER_FORMAT,
  severity: 'warning',
  certainty: 'likely',
  satisfy: '按顺序重新编号',
  check({ prose }, report) {
    for (const fault of numberingFaults(prose)) {
      if (fault.kind === 'again')
        report(
          { line: fault.line.line },
          fault.heading.shown,
          `序号“${fault.heading.shown}”前面（第${fault.previousLine}行）已经编到“${nextOf(fault.heading, fault.previous)}”`,
        )
    }
  },
}

const gap: DocumentRule = {
  id: 'NUM-GAP',
  demands: '同一层次的序号连续',
  source: PAPER_FORMAT,
  severity: 'warning',
  certainty: 'likely',
  satisfy: '补上缺少的序号，或重新编号',
  check({ prose }, report) {
    for (const { kind, line, heading, previous, previousLine } of numberingFaults(prose)) {
      if (kind !== 'gap') continue
      const missing = Array.from({ length: Math.min(heading.value - previous - 1, 5) }, (_, index) =>
        nextOf(heading, previous + 1 + index).replace(/、$/, ''),
      )
      report(
        { line: line.line },
        heading.shown,
        `“${nextOf(heading, previous)}”（第${previousLine}行）之后是“${heading.shown}”，缺少${missing.join('、')}`,
      )
    }
  },
}

const SECTION_TITLE = /(?:情况|经费|说明|预算|信息|原因|事项|解释|设置|目标|措施)$/

const unnumbered: DocumentRule = {
  id: 'NUM-MISSING',
  demands: '同一层次的各节标题都有序号',
  source: PAPER_FORMAT,
  severity: 'warning',
  certainty: 'likely',
  satisfy: '给标题补上序号',
  check({ prose }: DocumentFacts, report) {
    for (const { kind, line, heading, previous, previousLine } of numberingFaults(prose)) {
      if (kind !== 'gap' || heading.style === 'arabic') continue
      const titles = prose.filter((one) => one.line > previousLine && one.line < line.line && isTitle(one.text))
      const missing = heading.value - previous - 1
      // Only where the titles without a number are as many as the numbers left out is it plain which belongs to which.
      if (titles.length !== missing) continue
      for (const [index, one] of titles.entries())
        report({ line: one.line }, one.text.trim(), `本节标题没有序号，按顺序应为“${nextOf(heading, previous + 1 + index)}”`)
    }
  },
}

const isTitle = (text: string): boolean => {
  const tight = text.trim()
  return tight.length >= 4 && tight.length <= 40 && !/[。，；：,;:]/.test(tight) && headingOf(tight) === null && SECTION_TITLE.test(tight)
}

const start: DocumentRule = {
  id: 'NUM-START',
  demands: '文件的第一个大标题从“一、”开始',
  source: PAPER_FORMAT,
  severity: 'info',
  certainty: 'likely',
  satisfy: '删去不属于本文件的标题，或重新编号',
  check({ prose }, report) {
    const headings = headingsIn(prose)
    const at = headings.findIndex((heading) => heading?.style === 'chinese')
    const [first, heading] = [prose[at], headings[at]]
    if (!first || !heading || heading.value === 1 || at > 10) return
    if (headings.some((one) => one?.style === 'chinese' && one.value === 1)) {
      report({ line: first.line }, first.text.trim(), `文件以“${heading.shown}”开头，后面又从“一、”编起`)
    }
  },
}

const level: DocumentRule = {
  id: 'NUM-LEVEL',
  demands: '下一层次用下一级序号：一、（一）1.（1）',
  source: PAPER_FORMAT,
  severity: 'info',
  certainty: 'likely',
  satisfy: '下一层次改用“（一）”',
  check({ prose }, report) {
    for (const [index, heading] of headingsIn(prose).entries()) {
      const above = headingsIn(prose)[index - 1]
      if (heading?.style !== 'chinese' || heading.value !== 1 || above?.style !== 'chinese') continue
      report({ line: prose[index]!.line }, heading.shown, `上一行是“${above.shown}”，下一层次又从“一、”编起`)
    }
  },
}

export const numberingRules: readonly DocumentRule[] = [again, gap, unnumbered, start, level]
