import type { Place, TextLeaf } from '../document.ts'
import { type AccountCode, type AccountCodeName, nameInYear } from './account-codes.ts'
import type { DocumentFacts } from './document-facts.ts'
import { rawOf, textOf, tight as withoutBlanks } from './leaves.ts'
import { ACCOUNT_CLASSIFICATION, CONSISTENCY, type DocumentRule } from './rule.ts'
import { onceFor } from './once-for.ts'

interface NamedCode {
  readonly code: string
  readonly name: string
  readonly place: Place
  readonly quote: string
}

/** Code and name pairs of the document: the glossary's, and those of tables with a column of codes. */
function codesIn({ document }: DocumentFacts): NamedCode[] {
  const found: NamedCode[] = []
  const add = (code: TextLeaf | null | undefined, name: TextLeaf | null | undefined): void => {
    if (!code || !name) return
    const digits = withoutBlanks(textOf(code))
    if (!/^\d{3}(?:\d{2}){0,2}$/.test(digits)) return
    const words = tight(textOf(name))
    if (/\p{Script=Han}/u.test(words)) found.push({ code: digits, name: words, place: name.place, quote: rawOf(name) })
  }
  for (const row of document.functionCodes) add(row.code, row.name)
  for (const table of document.tables) {
    const head = table.head.at(-1) ?? []
    const codes = head.findIndex((cell) => /编码|代码/.test(cell.raw))
    const names = head.findIndex((cell) => /名称/.test(cell.raw))
    if (codes >= 0 && names >= 0) for (const row of table.rows) add(row[codes], row[names])
  }
  return found
}

const namedCodes = onceFor(codesIn)

/** Names as compared: without blanks, level marks and the difference of bracket widths. */
const tight = (name: string): string =>
  !/[\s()（）、.．\d]/.test(name)
    ? name
    : withoutBlanks(name)
        .replace(/[(]/g, '（')
        .replace(/[)]/g, '）')
        .replace(/（[类款项]）$/, '')
        .replace(/^[（(]?\d+[）)、.．]/, '')

interface Lookup {
  readonly known: AccountCode | undefined
  readonly current: AccountCodeName | undefined
  readonly inThisYear: (name: string) => AccountCode | undefined
}

/** A list of the account table by its codes. Reversed, so that of a code told twice the first stands. */
const byCode = onceFor((list: readonly AccountCode[]) => new Map(list.toReversed().map((one) => [one.code, one] as const)))

function lookUp(facts: DocumentFacts, { code }: NamedCode): Lookup | null {
  const { accountCodes, year } = facts
  if (!accountCodes || year === null) return null
  // 2xx is functional, 3xx and 5xx economic: the first digit tells which list.
  const list = code.startsWith('2') ? accountCodes.functional : accountCodes.economic
  const known = byCode(list).get(code)
  return {
    known,
    current: known && nameInYear(known, year),
    inThisYear: (name) =>
      list.find(
        (one) =>
          one.code.length === code.length &&
          one.code !== code &&
          one.code.startsWith(code.slice(0, -2)) &&
          tight(nameInYear(one, year)?.name ?? '') === name,
      ),
  }
}

const oldName: DocumentRule = {
  id: 'CODE-NAME',
  demands: '科目名称用当年《政府收支分类科目》中的名称',
  source: ACCOUNT_CLASSIFICATION,
  severity: 'error',
  certainty: 'certain',
  satisfy: '改为当年的科目名称',
  check(facts, report) {
    for (const row of namedCodes(facts)) {
      const found = lookUp(facts, row)
      if (!found?.known || !found.current || tight(found.current.name) === row.name || found.current.basis === 'recalled') continue
      const old = found.known.names.find((name) => tight(name.name) === row.name)
      if (old)
        report(
          row.place,
          row.quote,
          `${row.code}“${row.quote}”是${old.until ? `${old.until}年及以前` : `${old.from}年起`}的名称，${facts.year}年是“${found.current.name}”`,
        )
    }
  },
}

const otherCode: DocumentRule = {
  id: 'CODE-FUNC',
  demands: '科目编码与名称对应',
  source: ACCOUNT_CLASSIFICATION,
  severity: 'error',
  certainty: 'certain',
  satisfy: '改正编码或名称',
  check(facts, report) {
    for (const row of namedCodes(facts)) {
      const found = lookUp(facts, row)
      if (!found || (found.current && tight(found.current.name) === row.name) || found.known?.names.some((name) => tight(name.name) === row.name))
        continue
      const other = found.inThisYear(row.name)
      const otherName = other && nameInYear(other, facts.year ?? 0)
      if (!other || otherName?.basis === 'recalled') continue
      report(
        row.place,
        row.quote,
        `“${row.quote}”的编码是${other.code}，这里写成${row.code}${found.current ? `（${facts.year}年是“${found.current.name}”）` : ''}`,
      )
    }
  },
}

const unlike: DocumentRule = {
  id: 'CODE-NAME-UNLIKE',
  demands: '科目名称与科目表一致',
  source: ACCOUNT_CLASSIFICATION,
  severity: 'warning',
  certainty: 'likely',
  satisfy: '对照当年科目表核对编码和名称',
  check(facts, report) {
    for (const row of namedCodes(facts)) {
      const found = lookUp(facts, row)
      if (!found?.current || tight(found.current.name) === row.name) continue
      const oldName = found.current.basis !== 'recalled' && found.known?.names.some((name) => tight(name.name) === row.name)
      const sure = oldName || isSureOther(found, row.name, facts.year ?? 0)
      if (!sure) report(row.place, row.quote, `${row.code}在${facts.year}年的名称是“${found.current.name}”，这里写“${row.quote}”`)
    }
  },
}

const isSureOther = (found: Lookup, name: string, year: number): boolean => {
  const other = found.inThisYear(name)
  return other !== undefined && nameInYear(other, year)?.basis !== 'recalled'
}

const unknown: DocumentRule = {
  id: 'CODE-UNKNOWN',
  demands: '科目编码在科目表中能查到（本系统的科目表不全）',
  source: ACCOUNT_CLASSIFICATION,
  severity: 'info',
  certainty: 'judgement',
  satisfy: '对照当年科目表核对；编码无误的不必改',
  check(facts, report) {
    const told = new Set<string>()
    for (const row of namedCodes(facts)) {
      const found = lookUp(facts, row)
      if (!found || found.current || told.has(row.code) || (found.inThisYear(row.name) && isSureOther(found, row.name, facts.year ?? 0))) continue
      told.add(row.code)
      report(row.place, row.quote, `本系统的科目表中没有${facts.year}年的${row.code}“${row.quote}”`)
    }
  },
}

const twoNames: DocumentRule = {
  id: 'CODE-TWICE',
  demands: '同一编码前后名称一致',
  source: CONSISTENCY,
  severity: 'error',
  certainty: 'certain',
  satisfy: '核定名称，各处改成一致',
  check(facts, report) {
    const first = new Map<string, NamedCode>()
    for (const row of namedCodes(facts)) {
      const before = first.get(row.code)
      if (!before) first.set(row.code, row)
      else if (!before.name.startsWith(row.name) && !row.name.startsWith(before.name))
        report(row.place, row.quote, `${row.code}在第${before.place.line}行是“${before.quote}”，这里是“${row.quote}”`)
    }
  },
}

const parentMissing: DocumentRule = {
  id: 'CODE-PARENT',
  demands: '列出款、项的，同时列出所属的类、款',
  source: ACCOUNT_CLASSIFICATION,
  severity: 'info',
  certainty: 'judgement',
  satisfy: '补上所属的类、款，或核对编码',
  check({ document }, report) {
    const codes = new Set(document.functionCodes.map((row) => textOf(row.code)))
    if (![...codes].some((code) => code.length === 3) || codes.size < 4) return
    for (const { code } of document.functionCodes) {
      const digits = textOf(code)
      const parent = digits.slice(0, -2)
      if (code && digits.length > 3 && !codes.has(parent)) report(code.place, rawOf(code), `列了${digits}，没有列上一级${parent}`)
    }
  },
}

export const codeRules: readonly DocumentRule[] = [oldName, otherCode, unlike, unknown, twoNames, parentMissing]
