import type { DisclosureDocument, Leaf, NumberLeaf, Place, TextLeaf } from '../document.ts'
import { aligned, key, withoutFieldCode } from './plain-words.ts'
import { leaf, placeOf, type Row, textLeaf, type Token } from './token.ts'

type Head = DisclosureDocument['document']
type Kind = 'budget' | 'accounts'

/** What has been found of the document's own description; a better-founded finding replaces a weaker one. */
export interface HeadFinder {
  offer(token: Token): void
  /** Looks at a table's first rows for the department they name: "部门名称：某某局", "部门名称 | 某某局". */
  offerTable(rows: readonly Row[]): void
  /** True for a line that is a year and nothing else, as it stands below a form's title: （2022年度）. */
  bareYear(token: Token): boolean
  unitCode(code: TextLeaf | null): void
  year(): NumberLeaf | null
  kind(): Kind | null
  head(): Head
}

interface Ranked<T> {
  readonly rank: number
  readonly leaf: Leaf<T>
}

export function headFinder(): HeadFinder {
  let department: Ranked<string> | null = null
  let year: Ranked<number> | null = null
  let kind: Ranked<Kind> | null = null
  const unitCodes: TextLeaf[] = []
  /** The line before, where it is a body's name and nothing else: a cover has the name above the title. */
  let above: Token | null = null
  const addCode = (code: TextLeaf | null): void => {
    if (code?.value != null && !unitCodes.some((known) => known.value === code.value)) unitCodes.push(code)
  }
  const better = <T>(known: Ranked<T> | null, rank: number, found: Leaf<T> | null): Ranked<T> | null =>
    found !== null && (known === null || known.rank < rank) ? { rank, leaf: found } : known
  return {
    offer(token) {
      const codes = /^本部门单位编码:([\dA-Z]{3,12}(?:[、,][\dA-Z]{3,12})*)[。.]?$/i.exec(token.key)
      if (codes) {
        for (const code of codes[1]!.split(/[、,]/)) addCode({ raw: code, value: code, place: placeOf(token) })
        token.used = true
      }
      // Looked at in the form for comparing first: most lines speak of nothing here.
      if (token.key.length > 400) return
      if (!/20\d\d年.*[预决]算|名称:/s.test(token.key)) {
        above = isBodyName(token) ? token : null
        return
      }
      withoutFieldCode(token.text)
        .split('\n')
        .forEach((text, index) => {
          const place = { ...placeOf(token), line: token.lines?.[index] ?? token.line }
          const announced = announcement(text, place)
          const found = announced ?? title(text, place)
          const rank = announced ? 4 : 3
          if (found) {
            token.used = true
            department = better(department, rank, found.department)
            if (department === null && above) department = { rank: 1, leaf: textLeaf(above) }
            year = better(year, rank, found.year)
            kind = better(kind, rank, found.kind)
          }
          department = better(department, 2, named(text, place))
        })
    },
    offerTable(rows) {
      for (const { tokens } of rows.slice(0, 4)) {
        for (const [index, token] of tokens.entries()) {
          if (token.key.length > 60 || !/^(预算|公开)?(部门|部门\(单位\))名称/.test(token.key)) continue
          const value = tokens.slice(index + 1).find((each) => each.key !== '')
          const beside = /名称:?$/.test(token.key) && value && BODY.test(value.text.trim()) ? textLeaf(value) : null
          department = better(department, 2, beside ?? named(token.text, placeOf(token)))
        }
      }
    },
    bareYear(token) {
      const found = token.key.length > 8 ? null : /^\(?(20\d\d)年度?\)?$/.exec(token.key)
      if (!found) return false
      year = better(year, 1, leaf(token, Number(found[1]), token.text.trim()))
      token.used = true
      return true
    },
    unitCode: addCode,
    year: () => year?.leaf ?? null,
    kind: () => kind?.leaf.value ?? null,
    head: () => ({ department: department?.leaf ?? null, unitCodes, year: year?.leaf ?? null, kind: kind?.leaf ?? null }),
  }
}

interface Described {
  readonly department: TextLeaf | null
  readonly year: NumberLeaf | null
  readonly kind: Leaf<Kind> | null
}

/** "现将秦皇岛经济技术开发区行政审批局2020年部门预算公开如下". */
function announcement(text: string, place: Place): Described | null {
  const plain = aligned(text)
  const found = /现将([^,。;]{0,60}?)((?:20\d\d)年(?:度)?)([^,。;]{0,20}?)(预算|决算)/.exec(plain)
  return found ? described(text, found, found.index + 2, place) : null
}

/** "2020年度部门预算信息公开情况说明", "某某局2021年部门决算". */
function title(text: string, place: Place): Described | null {
  const plain = aligned(text).trimEnd()
  if (plain.length > 60 || /[,。;:]/.test(plain) || /元/.test(plain)) return null
  const found = /^(?:\s*附件\d*\s*)?([^\d]{0,40}?)((?:20\d\d)年(?:度)?)([^,。;]{0,24}?)(预算|决算)/.exec(plain)
  if (!found || !/^(部门|单位|本级|收支|[^年]*(局|委|办|中心|厅|院|部|会|处|所|站|镇|乡|街道|政府))*(综合|汇总)?$/.test(found[3]!.trim())) return null
  return described(text, found, plain.indexOf(found[1]!, found.index), place)
}

function described(text: string, found: RegExpExecArray, from: number, place: Place): Described {
  const before = found[1]!
  const yearAt = text.length === aligned(text).length ? aligned(text).indexOf(found[2]!, from + before.length) : -1
  const rawYear = yearAt < 0 ? found[2]! : text.slice(yearAt, yearAt + found[2]!.length)
  const name = text.slice(from, from + before.length).trim()
  const tail = found[3]!.trim()
  const behind = /^(?!部门|单位|本级).*(局|委|办|中心|厅|院|处|会|政府)$/.test(tail)
    ? text
        .slice(yearAt + found[2]!.length)
        .trim()
        .slice(0, tail.length)
    : ''
  const department = name.length >= 3 && !/[一二三四五六七八九十][、.]|部分|关于/.test(name) ? name : behind
  const kind = found[4] === '预算' ? 'budget' : 'accounts'
  return {
    department: department === '' || /^[XxＸ×*]+$/.test(key(department)) ? null : { raw: department, value: department, place },
    year: { raw: rawYear, value: Number(found[2]!.slice(0, 4)), place },
    kind: { raw: found[4]!, value: kind, place },
  }
}

const BODY = /^[\u4e00-\u9fff（）()]{3,}(局|委员会|委|办公室|中心|厅|院|处|政府|街道办事处|馆|站|队)$/

/** A line that is the name of a body and nothing else. */
function isBodyName(token: Token): boolean {
  return token.key.length <= 30 && BODY.test(token.text.trim())
}

/** "部门名称：某某局", "部门（单位）名称：某某局". */
function named(text: string, place: Place): TextLeaf | null {
  const found = /^\s*(?:部门|单位|部门[（(]单位[)）]|预算部门|公开部门)名称[:：]\s*(\S.{1,40}?)\s*$/.exec(text)
  return found ? { raw: found[1]!, value: found[1]!, place } : null
}
