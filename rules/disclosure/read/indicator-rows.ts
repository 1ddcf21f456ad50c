import type { Indicator, Leaf, TargetValue, TextLeaf } from '../document.ts'
import type { FormLabel } from './form-label.ts'
import { formLabel, isLevel1, isLevel2 } from './form-words.ts'
import { saysNothing } from './plain-words.ts'
import { looksLikeTarget, parseOperator, parseTarget } from './target.ts'
import { leaf, type Row, textLeaf, type Token } from './token.ts'

type Role = 'level1' | 'level2' | 'level3' | 'description' | 'target' | 'basis' | 'operator' | 'measure' | 'ignored'
const TEXT_ROLES: readonly Role[] = ['level3', 'description']

export interface IndicatorHead {
  /** One entry for each cell of the head, in order. */
  readonly cells: readonly { readonly role: Role; readonly column: number; readonly span: number }[]
}

/** The group the next row belongs to: a merged first cell speaks for all rows beside it. */
export interface IndicatorGroup {
  level1: string | null
  level2: string | null
}

type Seat = Partial<Record<Role, Token>>

/** The head of an indicator table, or null when the row is none. Two of the level words, or one and the word for the value, make a head. */
export function indicatorHead(row: Row): IndicatorHead | null {
  // Every row of every form is asked, and most have none of the words.
  if (!row.tokens.some(namesLevel)) return null
  const labels = row.tokens.map(formLabel)
  const has = (label: FormLabel): boolean => labels.includes(label)
  const levels = Number(has('level1')) + Number(has('level2')) + Number(has('level3'))
  if (levels + Number(has('target')) < 2) return null
  const seen = new Set<Role>()
  const cells = row.tokens.map((token, index) => {
    let role = roleOf(labels[index] ?? null)
    if (role === 'target' && token.key.startsWith('中期')) role = 'ignored'
    if (role !== 'ignored' && seen.has(role)) role = 'ignored'
    seen.add(role)
    return { role, column: token.column, span: token.span }
  })
  return { cells }
}

function namesLevel(token: Token): boolean {
  const label = formLabel(token)
  return label === 'level1' || label === 'level2' || label === 'level3'
}

function roleOf(label: FormLabel | null): Role {
  switch (label) {
    case 'level1':
    case 'level2':
    case 'level3':
    case 'description':
    case 'target':
    case 'basis':
    case 'operator':
    case 'measure':
      return label
    default:
      return 'ignored'
  }
}

/**
 * Reads one row under an indicator head. Cells are taken by position when the row has as many as the head; when cells were lost at either
 * end and what stands there fits, by position too; otherwise by what the words can only be. What stays doubtful is left unused.
 */
export function readIndicatorRow(row: Row, head: IndicatorHead, group: IndicatorGroup, trusted: boolean): Indicator | null {
  const seat = trusted ? seatRow(row, head, trusted) : whole(seatRow(row, head, trusted), row, head)
  const has = (role: Role): boolean => head.cells.some((cell) => cell.role === role)
  if (!seat.level2 && !seat.level3 && !seat.description && !seat.target) return null
  if (!trusted && !seat.level1 && !seat.level2) return null
  const level1 = groupLeaf(seat.level1, has('level1'), group.level1, row)
  if (seat.level1 && level1?.value != null && seat.level1.key !== '') {
    group.level1 = level1.value
    group.level2 = null
  }
  const level2 = level2Leaf(seat, has('level2'), group, row)
  if (level2?.value != null) group.level2 = level2.value
  return {
    level1,
    level2,
    level3: seat.level3 ? textLeaf(seat.level3) : null,
    description: seat.description ? textLeaf(seat.description) : null,
    target: targetLeaf(seat),
    basis: seat.basis ? textLeaf(seat.basis) : null,
  }
}

/** In a text whose rows were lost, words left over may be the other half of a text that a line's end broke: then no text of the row is known whole. */
function whole(seat: Seat, row: Row, head: IndicatorHead): Seat {
  const taken = new Set(Object.values(seat))
  const most = head.cells.some(({ role }) => role === 'ignored') ? 3 : 20
  const left = row.tokens.some(
    (token) => !taken.has(token) && !token.used && token.key.length <= most && /[\u4e00-\u9fff]/.test(token.key) && !looksLikeTarget(token.text),
  )
  if (!left) return seat
  const { level3: _3, description: _d, basis: _b, ...known } = seat
  return known
}

function groupLeaf(token: Token | undefined, expected: boolean, inherited: string | null, row: Row): TextLeaf | null {
  if (token?.unsure !== undefined) return leaf<string>(token, null)
  if (token) return token.key === '' ? leaf(token, inherited) : textLeaf(token)
  return expected && inherited !== null ? { raw: '', value: inherited, place: { line: row.line } } : null
}

function level2Leaf(seat: Seat, expected: boolean, group: IndicatorGroup, row: Row): TextLeaf | null {
  const token = seat.level2
  if (token && token.key !== '') return textLeaf(token)
  const merged = token?.covered === true || (token?.covered === undefined && seat.level3 !== undefined && !saysNothing(seat.level3.text))
  return groupLeaf(token, expected, merged ? group.level2 : null, row)
}

function targetLeaf(seat: Seat): Leaf<TargetValue> | null {
  const { target, operator, measure } = seat
  if (!target) return null
  if (operator) operator.used = true
  if (measure) measure.used = true
  if (saysNothing(target.text)) return leaf<TargetValue>(target, null)
  const spelled = operator ? parseOperator(operator.text) : null
  const parsed = parseTarget(target.text)
  const unit = measure && !saysNothing(measure.text) && parsed.value !== null ? measure.text.trim() : parsed.unit
  const raw = `${spelled === null || parsed.operator !== null ? '' : operator!.text.trim()}${target.text}${unit !== parsed.unit ? unit : ''}`
  return leaf(target, { operator: parsed.operator ?? spelled, value: parsed.value, unit }, raw)
}

function seatRow(row: Row, head: IndicatorHead, trusted: boolean): Seat {
  const { tokens } = row
  const want = head.cells.length
  if (trusted && tokens.length === want && (!row.bare || fits(bySeat(tokens, head, 0)))) return bySeat(tokens, head, 0)
  const wide = tokens.some((token) => token.span > 1) || head.cells.some((cell) => cell.span > 1)
  if (trusted && wide) {
    const seat = byColumn(tokens, head)
    if (fits(seat)) return seat
  }
  if (tokens.length === want && fits(bySeat(tokens, head, 0))) return bySeat(tokens, head, 0)
  if (trusted && tokens.length < want) {
    for (const shift of [0, want - tokens.length]) {
      const seat = bySeat(tokens, head, shift)
      if (seat.target && seat.target.key !== '' && fitsShifted(seat, shift)) return seat
    }
  }
  return byMeaning(tokens, head)
}

function bySeat(tokens: readonly Token[], head: IndicatorHead, shift: number): Seat {
  const seat: Seat = {}
  for (let index = 0; index < tokens.length; index++) {
    const role = head.cells[index + shift]?.role
    if (role === 'ignored') tokens[index]!.used = true
    else if (role !== undefined) seat[role] = tokens[index]!
  }
  return seat
}

function byColumn(tokens: readonly Token[], head: IndicatorHead): Seat {
  const seat: Seat = {}
  for (const token of tokens) {
    const cell = head.cells.find((each) => token.column >= each.column && token.column < each.column + each.span)
    if (!cell) continue
    if (cell.role === 'ignored') token.used = true
    else if (!seat[cell.role] || seat[cell.role]!.key === '') seat[cell.role] = token
  }
  return seat
}

function fits(seat: Seat): boolean {
  const { level1, level2, target } = seat
  if (level1 && level1.key !== '' && !isLevel1(level1.key)) return false
  if (level2 && level2.key !== '' && !isLevel2(level2.key)) return false
  if (target && target.key !== '' && !looksLikeTarget(target.text)) return false
  return true
}

/**
 * Cells were lost at one end. The level words must be where they belong and no measure may look like a target; a target in words
 * (显著提升) is taken only where the row begins with its levels.
 */
function fitsShifted(seat: Seat, shift: number): boolean {
  const { level1, level2, level3, description, target } = seat
  const levels = (!level1 || level1.key === '' || isLevel1(level1.key)) && (!level2 || level2.key === '' || isLevel2(level2.key))
  const measures = [level3, description].every((token) => !token || !looksLikeTarget(token.text))
  return levels && measures && (looksLikeTarget(target!.text) || (shift === 0 && level2 !== undefined && isLevel2(level2.key)))
}

/** Cells were lost: the level words and the shape of a target say where they belong, order says the rest. */
function byMeaning(tokens: readonly Token[], head: IndicatorHead): Seat {
  const seat: Seat = {}
  const filled = tokens.filter((token) => token.key !== '')
  let at = 0
  const first = filled[0]
  if (first && isLevel1(first.key) && (!isLevel2(first.key) || (filled[1] !== undefined && isLevel2(filled[1].key)))) {
    seat.level1 = first
    at = 1
  }
  if (filled[at] && isLevel2(filled[at]!.key)) seat.level2 = filled[at++]!
  const roles = head.cells.map((cell) => cell.role)
  const targetSeat = roles.indexOf('target')
  const texts = TEXT_ROLES.filter((role) => roles.includes(role) && (targetSeat < 0 || roles.indexOf(role) < targetSeat))
  let found = -1
  for (let i = at; i < filled.length && found < 0; i++) if (targetSeat >= 0 && looksLikeTarget(filled[i]!.text)) found = i
  // Behind a target in words the first number is a result or a point score.
  const scored = roles.indexOf('ignored', targetSeat) > targetSeat
  if (found >= 0 && (found - at > texts.length + (roles.includes('operator') ? 1 : 0) || (scored && isBareNumber(filled[found]!.text)))) return seat
  // A comparison in a cell of its own: with its column it belongs to the target, without it the target is not known whole.
  const split = found > at && parseOperator(filled[found - 1]!.text) !== null
  if (split && roles.includes('operator')) {
    seat.operator = filled[found - 1]!
    filled.splice(--found, 1)
  } else if (split) return seat
  if (!split && roles.includes('operator') && found >= 0 && parseTarget(filled[found]!.text).operator === null) return seat
  const left = filled.length - at
  if (found < 0) {
    const open = roles.filter((role) => role !== 'level1' && role !== 'level2' && role !== 'ignored')
    if (left === open.length) for (const role of open) seat[role] = filled[at++]!
    return seat
  }
  const before = found - at
  if (before === texts.length) for (const role of texts) seat[role] = filled[at++]!
  // One text under both 三级指标 and 绩效指标描述: the form cannot be without the wording of its measure, so it is the description.
  else if (before === 1) seat[texts.at(-1) ?? 'description'] = filled[at]!
  seat.target = filled[found]!
  const after = filled.length - found - 1
  const tail = roles.slice(targetSeat + 1)
  if (after === tail.length) for (let i = 0; i < after; i++) seatTail(seat, tail[i]!, filled[found + 1 + i]!)
  return seat
}

function isBareNumber(text: string): boolean {
  const { operator, value, unit } = parseTarget(text)
  return value !== null && operator === null && unit === null
}

function seatTail(seat: Seat, role: Role, token: Token): void {
  if (role === 'ignored') token.used = true
  else seat[role] = token
}
