import { isFormWord, isLevel1, isLevel2, labelOf } from './form-words.ts'
import { declaredUnit, isNumeric } from './money-cell.ts'
import { aligned, key } from './plain-words.ts'
import { looksLikeTarget } from './target.ts'
import { partOf, type Token } from './token.ts'

/** A form's words in the order in which a form run together into one line has them; each is looked for once, level words again and again. */
const RUN_TOGETHER =
  /项目编码|项目代码|项目名称|预算规模及资金用途|预算数|其中[:：]?财政资金|其他资金|资金用途|资金支出计划(?:[(（]%[)）])?|10月底|12月底|3月底|6月底|绩效目标|一级指标|二级指标|三级指标|绩效指标描述|指标值确定依据|指标值/g
const LEVELS =
  /产出指标|效果指标|效益指标|服务对象满意度指标|满意度指标|数量指标|质量指标|时效指标|成本指标|可持续影响指标|经济效益指标|社会效益指标|生态效益指标/g

/**
 * Takes a line of text apart into the cells it once was, as far as a form's words show them: at tabs and wide gaps, at colons behind a label,
 * at single blanks when labels stand between them, and at the labels themselves when all is run together. Null when the line is no form.
 */
export function lineWords(token: Token): Token[] | null {
  const coarse = token.text.split(/\t+| {2,}|\u3000{2,}|[|｜│]/).filter((part) => part.trim() !== '')
  const words = coarse.flatMap((part) => apart(part.trim()))
  if (words.length > 1) return keep(token, words)
  return coarse.length > 1
    ? keep(
        token,
        coarse.map((part) => part.trim()),
      )
    : null
}

function keep(token: Token, texts: readonly string[]): Token[] {
  const parts = texts.map((text) => partOf(token, text))
  token.parts = parts
  return parts
}

function apart(part: string): string[] {
  if (labelOf(key(part)) !== null) return [part]
  const words = part.split(/\s+/).flatMap(atColon)
  const known = words.filter((word) => isFormWord(key(word)))
  const onlyAmounts = known.length === 1 && words.every((word) => isFormWord(key(word)) || isNumeric(word))
  const withTarget = words.length === 2 && /^[≥≤＞＜=<>]/.test(words[1]!) && looksLikeTarget(words[1]!)
  if (known.length >= 2 || onlyAmounts || withTarget || (words.length > 1 && isLevel(words[0]!))) return words
  if (known.length === 1 && words.length > 1 && labelOf(key(words[0]!)) !== null)
    return [words[0]!, part.slice(part.indexOf(words[0]!) + words[0]!.length).replace(/^[:：\s]+/, '')]
  return runTogether(part) ?? [part]
}

function isLevel(word: string): boolean {
  const words = key(word)
  return isLevel1(words) || isLevel2(words)
}

/** "项目编码：442-0601": label and value. */
function atColon(word: string): string[] {
  // "单位：万元" declares the unit of money; it is no label with a value.
  if (labelOf(key(word)) !== null || declaredUnit(word) !== null) return [word]
  const at = word.search(/[:：]/)
  if (at < 2 || labelOf(key(word.slice(0, at))) === null) {
    // "其中：财政资金：27.50" has two.
    const second = at < 0 ? -1 : word.slice(at + 1).search(/[:：]/) + at + 1
    if (second <= at || labelOf(key(word.slice(0, second))) === null) return [word]
    return [word.slice(0, second), word.slice(second + 1)].filter((each) => each !== '')
  }
  return [word.slice(0, at), word.slice(at + 1)].filter((each) => each !== '')
}

function runTogether(part: string): string[] | null {
  if (part.length < 40) return null
  const plain = aligned(part)
  const cuts = new Map<number, number>()
  const once = new Set<string>()
  let head = -1
  for (const match of plain.matchAll(RUN_TOGETHER)) {
    if (once.has(match[0])) continue
    once.add(match[0])
    cuts.set(match.index, match.index + match[0].length)
    if (match[0].startsWith('指标值')) head = match.index + match[0].length
  }
  if (once.size < 4 && head < 0) return null
  if (head >= 0) for (const match of plain.matchAll(LEVELS)) if (match.index >= head) cuts.set(match.index, match.index + match[0].length)
  const pieces: string[] = []
  let from = 0
  const value = (text: string): void => {
    if (text.trim() === '') return
    const target = head >= 0 && from >= head ? /^(.*?[^≥≤＞＜=<>])([≥≤＞＜=<>]+\s*\d[\d.,]*\D{0,3}|\d[\d.]*%)$/.exec(text.trim()) : null
    if (target) pieces.push(target[1]!, target[2]!)
    else pieces.push(text.trim())
  }
  for (const [start, end] of [...cuts].sort((a, b) => a[0] - b[0])) {
    if (start < from) continue
    value(part.slice(from, start))
    pieces.push(part.slice(start, end))
    from = end
  }
  value(part.slice(from))
  return pieces
}
