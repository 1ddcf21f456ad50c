import type { FormLabel } from './form-label.ts'
import { isWholeTitle, startLabels, startsForm, startsUnit } from './form-start.ts'
import { formTitle } from './form-title.ts'
import { formLabel } from './form-words.ts'
import { readTable } from './generic-table.ts'
import { isTableTitle, sectionOpened } from './headings.ts'
import { indicatorHead } from './indicator-rows.ts'
import { readAssets, readFunctionCodes, readInstitutions, readPurchases, unitUpTo } from './listed-tables.ts'
import { declaredUnit } from './money-cell.ts'
import { isPlanHead } from './plan-rows.ts'
import { readProjectList } from './project-list.ts'
import { closeForm, formFor, openForm, type Reading, unitInForce } from './reading.ts'
import { takeLine } from './take-line.ts'
import { readThreePublicTable } from './three-public-table.ts'
import { isEmptyRow, partOf, type Row, type Token } from './token.ts'
import { readWholeDepartment } from './whole-department.ts'

/** Reads the rows of one table. Titles and chapter headings that stand inside it, alone in their row, part it. */
export function takeTable(reading: Reading, rows: readonly Row[]): void {
  let part: Row[] = []
  // A sheet has prose in its cells too: where no row has a second cell, the rows are lines.
  const prose = rows.every((row) => isEmptyRow(row) || onlyToken(row) !== null)
  for (const row of rows) {
    const alone = onlyToken(row)
    if (alone && (prose || ((part.length === 0 || startsNew(alone)) && isTitle(alone)))) {
      takePart(reading, part)
      part = []
      for (const line of linesOf(alone)) takeLine(reading, line)
    } else part.push(row)
  }
  takePart(reading, part)
}

/** A cell read as prose: every text line of it is a line. */
function linesOf(token: Token): Row[] {
  if (!token.text.includes('\n')) return [{ tokens: [token], line: token.line, table: undefined }]
  const parts = token.text.split('\n').map((text, index) => partOf(token, text, token.lines?.[index]))
  token.parts = parts
  return parts.filter((part) => part.key !== '').map((part) => ({ tokens: [part], line: part.line, table: undefined }))
}

function onlyToken(row: Row): Token | null {
  const { tokens } = row
  if (tokens.length === 0 || tokens[0]!.key === '') return null
  for (let at = 1; at < tokens.length; at++) if (tokens[at]!.key !== '') return null
  return tokens[0]!
}

function isTitle(token: Token): boolean {
  return (
    formLabel(token) === null &&
    (formTitle(token) !== null || isWholeTitle(token) || sectionOpened(token.text) !== null || isTableTitle(token.text) || isUnitLine(token))
  )
}

function isUnitLine(token: Token): boolean {
  return token.key.length < 16 && declaredUnit(token.text) !== null
}

function startsNew(token: Token): boolean {
  return formTitle(token) !== null || isWholeTitle(token) || isTableTitle(token.text)
}

function takePart(reading: Reading, part: readonly Row[]): void {
  const table = part.filter((row, index) => !isEmptyRow(row) || !isEmptyRow(part[index + 1] ?? row) || index > 0)
  if (table.every(isEmptyRow)) return
  const form = isFormTable(table)
  if (!form || reading.wholeDepartment) reading.head.offerTable(table)
  const unit = unitInForce(reading)
  const list = readProjectList(table, unit)
  if (list) {
    closeForm(reading)
    if (list.withIndicators) {
      reading.projects.push(...list.projects)
      return
    }
    reading.listedProjects.push(...list.projects)
  }
  if (reading.wholeDepartment || isOrphanIndicators(reading, table)) {
    closeForm(reading)
    const whole = readWholeDepartment(table, reading.titleLine, reading.unitLine)
    reading.goals.push(...whole.goals)
    if (whole.table) reading.tables.push(whole.table)
    return
  }
  if (!list && form) {
    takeForm(reading, table)
    return
  }
  closeForm(reading)
  takeListed(reading, table)
}

function takeListed(reading: Reading, table: readonly Row[]): void {
  const unit = unitInForce(reading)
  const institutions = readInstitutions(table)
  const codes = institutions ? null : readFunctionCodes(table)
  const purchases = institutions || codes ? null : readPurchases(table, unit)
  const assets = institutions || codes || purchases ? null : readAssets(table, unit, inAssets(reading))
  if (institutions) reading.institutions.push(...institutions)
  else if (codes) reading.codes.push(...codes)
  else if (purchases) reading.purchases.push(...purchases)
  else if (assets) reading.assets.push(...assets)
  else {
    const years = readThreePublicTable(table, unitUpTo(table, Math.min(table.length, 6) - 1) ?? unit, reading.head.year())
    if (years) reading.threePublicYears.push(...years)
    const kept = readTable(table, reading.titleLine, reading.unitLine)
    if (kept) reading.tables.push(kept)
  }
  reading.titleLine = null
}

/** In the chapter on assets, as far as no other table was announced. */
function inAssets({ section, titleLine }: Reading): boolean {
  return section === 'assets' && (titleLine === null || titleLine.key.includes('资产'))
}

function takeForm(reading: Reading, table: readonly Row[]): void {
  const starts = table.map((row) => startLabels(row.tokens))
  const again = (label: FormLabel): boolean => reading.form?.starts.has(label) === true
  if (starts.some((labels) => labels.some(again))) openForm(reading, { number: null, name: null }, '')
  for (let at = 0; at < table.length; at++) {
    const row = table[at]!
    if (startsUnit(row) && reading.form !== null && reading.form.starts.size > 0) openForm(reading, { number: null, name: null }, '')
    formFor(reading, starts[at]!).rows.push(row)
  }
}

function isFormTable(table: readonly Row[]): boolean {
  return table.some((row) => startsForm(row) || indicatorHead(row) !== null || isPlanHead(row.tokens.map(formLabel)))
}

/** Indicators with no project to belong to: they are the department's. */
function isOrphanIndicators(reading: Reading, table: readonly Row[]): boolean {
  return reading.form === null && !table.some(startsForm) && table.some((row) => indicatorHead(row) !== null)
}
