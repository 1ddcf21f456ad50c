import { isFormWord, isLevel1, isLevel2, labelOf } from '../../../../rules/disclosure/read/form-words.ts'
import { key } from '../../../../rules/disclosure/read/plain-words.ts'
import { beginsAnew, type PrintedRow, unpartedWidth } from './pdf-text.ts'

/** How far something reaches across the page. */
export interface Column {
  readonly left: number
  readonly right: number
}
/** A printed run of a table without ruled lines. */
export interface Run extends Column {
  readonly text: string
  readonly y: number
  readonly size: number
  /** True when a blank was printed behind it. */
  readonly blank?: boolean
  /** The part of the region it stands in: a line of three words of the form or more begins the next. */
  readonly part: number
}
/** Runs that stand below one another and may be lines of one cell; `hard` tells of each line whether it begins something new. */
export interface Chain {
  readonly runs: readonly Run[]
  readonly hard: readonly boolean[]
}
/** What is certain before rows are known: the words of forms and amounts, each a cell, and the chains that the rest makes. */
export interface Pieces {
  readonly words: readonly (readonly Run[])[]
  readonly values: readonly Run[]
  readonly chains: readonly Chain[]
}

/** What an amount, a share, a count or a target looks like; a month (3月底) is a word of a head. */
export const VALUE = /^(?!\d{1,2}月)[≥≤＞＜=<>±\-－(（]*[\d０-９][\d０-９.,，．%％]*\D{0,3}$/

/** Lines of a text stand at most so many times their height apart. */
const WIDEST_PITCH = 1.75

export function overlap(a: Column, b: Column): number {
  return Math.min(a.right, b.right) - Math.max(a.left, b.left)
}

/** The printed lines of a region taken apart into words of the form, values, and chains of text: in each way that the distance between lines of a cell may have. */
export function piecesOf(lines: readonly PrintedRow[]): Pieces[] {
  let part = 0
  const runs = lines.flatMap((line) => {
    if (line.chunks.filter(({ text }) => isFormWord(key(text))).length >= 3) part++
    return line.chunks.map((chunk): Run => ({ ...chunk, size: line.size, part }))
  })
  const words = formWords(runs)
  const taken = new Set(words.flat())
  const rest = runs.filter((run) => !taken.has(run))
  const values = rest.filter((run) => VALUE.test(run.text))
  const links = linksOf(
    rest.filter((run) => !VALUE.test(run.text)),
    runs,
    words,
  )
  const texts = rest.filter((run) => !VALUE.test(run.text))
  return pitches(words, links).map((pitch) => ({ words, values, chains: chainsOf(texts, links, pitch) }))
}

/** Words of the form, put together where the end of their column broke them. */
function formWords(runs: readonly Run[]): Run[][] {
  const taken = new Set<Run>()
  const words: Run[][] = []
  for (const run of runs) {
    if (taken.has(run)) continue
    const above = runs.findLast((other) => !taken.has(other) && nextBelow(other, runs) === run && inLine(other, run))
    // The end of a text may read like a word of the form: 反应审批事项 / 完成情况.
    if (above && !isFormWord(key(above.text)) && !VALUE.test(above.text) && mayGoOn(above, run, runs)) continue
    let best: Run[] | null = isFormWord(key(run.text)) ? [run] : null
    let stack = [run]
    let text = run.text
    for (let below = nextBelow(run, runs); below && stack.length < 5 && text.length < 18; below = nextBelow(below, runs)) {
      if (taken.has(below) || !inLine(stack.at(-1)!, below) || (best && isFormWord(key(below.text)))) break
      stack = [...stack, below]
      text += below.text
      if (isFormWord(key(text))) best = stack
    }
    if (!best) continue
    words.push(best)
    for (const each of best) taken.add(each)
  }
  return words
}

/** The run right below, as near as lines of a text are. */
function nextBelow(run: Run, runs: readonly Run[]): Run | undefined {
  let best: Run | undefined
  for (const other of runs)
    if (other.y > run.y + run.size * 0.7 && other.y - run.y <= run.size * WIDEST_PITCH && overlap(run, other) > 0 && (!best || other.y < best.y))
      best = other
  return best
}

/** True for runs that begin alike or have one middle, as the lines of a cell have. A bracket may hang out half a character. */
export function inLine(a: Pick<Run, 'left' | 'right' | 'text' | 'size'>, b: Pick<Run, 'left' | 'right' | 'text'>): boolean {
  const near = /^[（《“「【]/.test(a.text) || /^[（《“「【]/.test(b.text) ? a.size * 0.75 : 1.5
  return Math.abs(a.left - b.left) < near || Math.abs(a.left + a.right - b.left - b.right) < a.size
}

/** Two runs of text that may be lines of one cell; `hard` when the lower one begins something new. */
interface Link {
  readonly upper: Run
  readonly lower: Run
  readonly hard: boolean
}

/** How far apart the lines of a cell stand: as the form's own words that were broken do, else as lines do that go on in one another. */
function pitches(words: readonly (readonly Run[])[], links: readonly Link[]): number[] {
  const broken = words.flatMap((runs) => runs.slice(1).map((run, index) => run.y - runs[index]!.y)).sort((a, b) => a - b)
  if (broken.length > 0) return [broken[broken.length >> 1]!]
  const groups: { pitch: number; count: number }[] = []
  const soft = links.filter(({ hard }) => !hard)
  for (const { upper, lower } of soft.length > 0 ? soft : links) {
    const pitch = lower.y - upper.y
    const group = groups.find((each) => samePitch(each.pitch, pitch, upper.size))
    if (group) group.count++
    else groups.push({ pitch, count: 1 })
  }
  groups.sort((a, b) => b.count - a.count)
  return [...groups.slice(0, 3).map(({ pitch }) => pitch), 0]
}

function samePitch(a: number, b: number, size: number): boolean {
  return Math.abs(a - b) <= size * 0.06 + 0.2
}

function linksOf(texts: readonly Run[], all: readonly Run[], words: readonly (readonly Run[])[]): Link[] {
  const known = new Set(texts)
  return texts.flatMap((upper): Link[] => {
    const lower = nextBelow(upper, all)
    if (!lower || !known.has(lower) || !inLine(upper, lower)) return []
    const soft = mayGoOn(upper, lower, all) && !beginsAnew(lower.text)
    return soft || (breaksOff(upper, lower) && besideGoals(upper, words)) ? [{ upper, lower, hard: !soft }] : []
  })
}

/** True for a text whose nearest word to the left asks for goals: only there one cell holds several sentences in lines of their own. */
function besideGoals(run: Run, words: readonly (readonly Run[])[]): boolean {
  let nearest: readonly Run[] | null = null
  let distance = Number.POSITIVE_INFINITY
  for (const word of words) {
    if (word[0]!.right > run.left) continue
    const away = Math.abs((word[0]!.y + word.at(-1)!.y) / 2 - run.y)
    if (away < distance) [nearest, distance] = [word, away]
  }
  return nearest !== null && labelOf(key(nearest.map(({ text }) => text).join(''))) === 'goals'
}

function chainsOf(texts: readonly Run[], links: readonly Link[], pitch: number): Chain[] {
  const below = new Map<Run, Link>()
  const owned = new Set<Run>()
  for (const link of links) {
    if (!samePitch(link.lower.y - link.upper.y, pitch, link.upper.size) || owned.has(link.lower)) continue
    below.set(link.upper, link)
    owned.add(link.lower)
  }
  return texts
    .filter((run) => !owned.has(run))
    .map((first) => {
      const runs = [first]
      const hard = [false]
      for (let link = below.get(first); link; link = below.get(link.lower)) {
        hard.push(link.hard)
        runs.push(link.lower)
      }
      return { runs, hard }
    })
}

/** A line that ends a sentence, or is followed by a number of its own, may be followed by another of the same cell though it is not full. */
function breaksOff(a: Run, b: Run): boolean {
  return beginsAnew(b.text) || /[。；;！：:]$/.test(a.text)
}

/** True when the beginning of the lower line had no more room in the upper. */
export function mayGoOn(a: Run, b: Run, all: readonly Run[]): boolean {
  return a.right - a.left + (unpartedWidth(b.text) + 0.3) * b.size > roomOf(a, b, all)
}

/** How wide the cell of two lines is at least: as wide as the widest line of its column, but no wider than to the cell beside it. */
function roomOf(a: Run, b: Run, all: readonly Run[]): number {
  const edge = Math.min(
    ...all.map((run) => (Math.abs(run.y - a.y) < a.size * 7 && run.left > Math.max(a.right, b.right) - 1 ? run.left : Number.POSITIVE_INFINITY)),
  )
  let room = 0
  for (const run of all)
    if (run.part === a.part && run.right - run.left > room && overlap(run, a) > 0 && inLine(run, a) && inOneColumn(a, run, all))
      room = run.right - run.left
  const centred = Math.abs(a.left - b.left) >= 1.5
  return Math.min(room, centred ? 2 * (edge - (a.left + a.right) / 2) : edge - a.left)
}

/** False when a run between the two stands beside the one and not beside the other: they are cells of other columns. */
function inOneColumn(a: Run, other: Run, all: readonly Run[]): boolean {
  const [from, to] = a.y < other.y ? [a.y, other.y] : [other.y, a.y]
  return !all.some((run) => run.y > from - 1 && run.y < to + 1 && overlap(run, other) > 0 && overlap(run, a) <= 0)
}

/** True for a word whose cell may be merged over several rows. */
export function mayBeMerged(words: string): boolean {
  const label = labelOf(words)
  return label === 'budgetGroup' || label === 'planGroup' || label === 'indicatorGroup' || label === 'goals' || (isLevel1(words) && !isLevel2(words))
}
