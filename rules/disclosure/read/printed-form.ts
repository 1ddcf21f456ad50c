import type { BudgetProject, Indicator, Leaf, TextLeaf } from '../document.ts'
import { type FormTitle, isBodyName } from './form-draft.ts'
import type { FormLabel } from './form-label.ts'
import { formLabel, isBrokenLabel, isLevel1, isLevel2 } from './form-words.ts'
import { kindOf } from './indicator-groups.ts'
import { declaredUnit, isNumeric } from './money-cell.ts'
import { key, saysNothing } from './plain-words.ts'
import { looksLikeTarget, parseTarget } from './target.ts'
import { partOf, placeOf, type Row, type Token } from './token.ts'

/**
 * A form read from lines of printed pages, whose ends broke its cells: a text beside another, or beside one that nobody understood, may be half of it,
 * and is not known. `told` are the rows it was read from.
 */
export function withoutHalves(project: BudgetProject, told: readonly Row[], title: FormTitle): BudgetProject {
  const tokens = told.filter((row) => row.table === undefined).flatMap((row) => row.tokens)
  const goals = goalsOf(tokens)
  // Of what stands behind the target nothing shows whose half it is.
  for (const token of tokens) if (project.indicators.some(({ basis }) => basis && token.leaves?.includes(basis))) token.used = false
  const doubtful = doubtfulLeaves(tokens, new Set(goals.tokens))
  const unit = tokens.find((token) => token.leaves?.includes(project.unitName as Leaf<unknown>))
  const withCode = project.unitCode === null || unit?.leaves?.includes(project.unitCode) === true
  if (project.unitName && !(unit && withCode && isBodyName(unit))) doubtful.add(project.unitName)
  const known = <T>(leaf: Leaf<T> | null): Leaf<T> | null => (leaf && doubtful.has(leaf) ? { ...leaf, value: null } : leaf)
  const measure = (leaf: TextLeaf | null): TextLeaf | null =>
    leaf && (isNumeric(leaf.raw) || BROKEN.test(leaf.raw.trim())) ? { ...leaf, value: null } : known(leaf)
  const has = (label: FormLabel): boolean => tokens.some((token) => formLabel(token) === label)
  // Of a form with words for both only one may have been seen as the head's.
  const twoTexts = has('level3') && has('description')
  const scored = has('ignored') && tokens.some((token) => /^(分值|得分|实际完成值|全年实际完成值)/.test(token.key))
  const aim = (leaf: Indicator['target']): Indicator['target'] => {
    const bare = leaf?.value != null && leaf.value.operator === null && (scored || leaf.value.unit === null)
    return leaf && bare ? { ...leaf, value: null } : known(leaf)
  }
  return {
    ...project,
    name: nameOf(known(project.name), project.number, title),
    unitName: known(project.unitName),
    use:
      project.use && key(project.use.raw) === key(title.name?.raw ?? project.name?.raw ?? '') ? { ...project.use, value: null } : known(project.use),
    goals: goals.leaves,
    indicators: levelled(
      project.indicators.map((row) => ({
        level1: row.level1,
        level2: row.level2?.value != null && isLevel1(key(row.level2.value)) ? { ...row.level2, value: null } : known(row.level2),
        level3: twoTexts && row.description === null && row.level3 ? { ...row.level3, value: null } : measure(row.level3),
        description: measure(row.description),
        target: aim(row.target),
        basis: null,
      })),
      tokens,
    ),
  }
}

/** Two cells of one line run together. */
const BROKEN = /[\u4e00-\u9fff] [\u4e00-\u9fff]/

/** A numbered title has the name whole. */
function nameOf(name: TextLeaf | null, number: BudgetProject['number'], title: FormTitle): TextLeaf | null {
  const told = number === null || title.name?.value == null ? null : title.name
  if (name?.value != null && name !== title.name) return told && key(told.value!).includes(key(name.value)) ? told : name
  return told ?? (name === title.name && name ? { ...name, value: null } : name)
}

type Kind = 'word' | 'value' | 'text'

function kindOfToken(token: Token): Kind {
  if (/^(计?划[(]?%[)]?|[(]?万?元[)]?|(\d{1,2}月底?)+)$/.test(token.key) || declaredUnit(token.text) !== null) return 'word'
  if (formLabel(token) !== null || isLevel1(token.key) || isLevel2(token.key) || isBrokenLabel(token.key)) return 'word'
  const code = /^[\dA-Za-z]+([-_.][\dA-Za-z]+)*$/.test(token.key)
  return code || isNumeric(token.text) || looksLikeTarget(token.text) || saysNothing(token.text) ? 'value' : 'text'
}

/** How far a text may stand from its other half: across the words and values of a row. */
const ACROSS = 4

function doubtfulLeaves(tokens: readonly Token[], certain: ReadonlySet<Token>): Set<Leaf<unknown>> {
  const doubtful = new Set<Leaf<unknown>>()
  const kinds = tokens.map(kindOfToken)
  const doubt = (token: Token): void => {
    if (!token.leaves) return
    for (const leaf of token.leaves) if (!/^\d*$/.test(leaf.raw)) doubtful.add(leaf)
    token.used = false
  }
  const beside = (at: number, step: 1 | -1): void => {
    for (let other = at + step, away = 0; tokens[other] && away <= ACROSS; other += step, away++) {
      if (kinds[other] !== 'text' || certain.has(tokens[other]!)) continue
      doubt(tokens[other]!)
      return
    }
  }
  tokens.forEach((token, at) => {
    if (kinds[at] === 'value' && !token.used && parseTarget(token.text).operator !== null) doubtTargets(tokens, at, doubtful)
    // A word of the form is no text of the project's.
    if (kinds[at] === 'word' && !isLevel1(token.key) && !isLevel2(token.key)) doubt(token)
    if (kinds[at] !== 'text' || certain.has(token)) return
    const next = tokens[at + 1]
    if (BROKEN.test(token.text.trim())) doubt(token)
    if (next && kinds[at + 1] === 'text' && !certain.has(next)) {
      doubt(token)
      doubt(next)
    }
    if (token.used) return
    // A piece as short as a unit may be a target's.
    if (token.key.length <= 3) doubtTargets(tokens, at, doubtful)
    beside(at, 1)
    let first = at
    while (kinds[first - 1] === 'text') first--
    // Lines behind 主管部门 and its like are that label's.
    if (first === 0 || formLabel(tokens[first - 1]!) !== 'ignored') beside(at, -1)
  })
  return doubtful
}

/** A comparison, or a unit, that no row took: the targets before and behind it may be its neighbours'. */
function doubtTargets(tokens: readonly Token[], at: number, doubtful: Set<Leaf<unknown>>): void {
  for (const step of [1, -1]) {
    for (let other = at + step; tokens[other] && Math.abs(other - at) < 8; other += step) {
      const [leaf] = tokens[other]!.leaves ?? []
      if (!leaf || !looksLikeTarget(tokens[other]!.text)) continue
      doubtful.add(leaf)
      tokens[other]!.used = false
      break
    }
  }
}

/** Numbered goals, each from its number to the next: their lines stand above and below their label, and a line that goes on is as long as the longest. */
function goalsOf(tokens: readonly Token[]): { readonly leaves: readonly TextLeaf[]; readonly tokens: readonly Token[] } {
  const none = { leaves: [], tokens: [] }
  const at = tokens.findIndex((token) => formLabel(token) === 'goals')
  if (at < 0 || tokens.some((token) => /^实际完成情况|^完成情况/.test(token.key))) return none
  const isText = (index: number): boolean => tokens[index] !== undefined && kindOfToken(tokens[index]!) === 'text'
  let from = at
  while (isText(from - 1)) from--
  let to = at
  while (isText(to + 1)) to++
  const lines = tokens.slice(from, to + 1).flatMap((token, index) => (from + index === at || /^[(]?%[)]?$/.test(token.key) ? [] : linesOf(token)))
  const numberOf = (token: Token): number => Number(/^[(]?(\d{1,2})[)、.,](?!\d)/.exec(token.key)?.[1] ?? 0)
  const starts = lines.flatMap((token, index) => (numberOf(token) > 0 ? [index] : []))
  const numbered = starts[0] === 0 && starts.every((start, index) => numberOf(lines[start]!) === index + 1)
  const longest = Math.max(...lines.map((token) => token.key.length))
  const wraps = lines.every((token, index) => index + 1 === lines.length || starts.includes(index + 1) || token.key.length >= longest - 3)
  if (!numbered || !wraps) return none
  const leaves = starts.map((start, index, all): TextLeaf => {
    const own = lines.slice(start, all[index + 1])
    const raw = own.map((token) => token.text.trim()).join('')
    return { raw, value: saysNothing(raw) ? null : raw, place: placeOf(own[0]!) }
  })
  for (const token of lines) token.used = true
  return { leaves, tokens: tokens.slice(from, to + 1) }
}

function linesOf(token: Token): Token[] {
  if (!token.text.includes('\n')) return [token]
  const parts = token.text.split('\n').map((text) => partOf(token, text))
  token.parts = parts
  return parts
}

const ORDER = ['output', 'effect', 'satisfaction']

/** Output stands before effect, and that before satisfaction: where it begins again another form's rows have come in between. */
function inOrder(indicators: readonly Indicator[]): readonly Indicator[] {
  let reached = 0
  const end = indicators.findIndex(({ level2 }) => {
    const at = ORDER.indexOf(kindOf(level2?.value, 2) ?? '')
    if (at >= 0 && at < reached) return true
    reached = Math.max(reached, at)
    return false
  })
  return end < 0 ? indicators : indicators.slice(0, end)
}

/** First levels by the kind of the second, where the form has one name of that kind: in which rows a merged name stood cannot be seen. */
function levelled(indicators: readonly Indicator[], tokens: readonly Token[]): Indicator[] {
  const names = new Map<string, Set<string>>()
  for (const token of tokens) {
    if (!isLevel1(token.key)) continue
    const kind = kindOf(token.text, 1)
    if (kind !== null) names.set(kind, new Set([...(names.get(kind) ?? []), token.text.trim()]))
  }
  const telling = inOrder(indicators).filter(({ level2, level3, description, target }) =>
    [level2, level3, description, target].some((leaf) => leaf?.value != null),
  )
  return telling.map((row) => {
    if (!row.level1) return row
    const own = names.get(kindOf(row.level2?.value, 2) ?? '')
    return { ...row, level1: { ...row.level1, value: own?.size === 1 ? [...own][0]! : null } }
  })
}
