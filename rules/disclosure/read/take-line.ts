import { amountsInText } from './amounts-in-text.ts'
import { isAssetName, isCodeCell, looseAssets, looseCells, looseCodes, looseInstitutions, looseThreePublic } from './flat-lists.ts'
import { formTitle } from './form-title.ts'
import { formLabel } from './form-words.ts'
import { isFurniture } from './furniture.ts'
import { isTableTitle, sectionOpened } from './headings.ts'
import { lineWords } from './line-words.ts'
import { declaredUnit, isNumeric } from './money-cell.ts'
import { closeForm, formFor, openForm, type Reading, unitInForce } from './reading.ts'
import { isWholeTitle, startLabels, startsUnit } from './form-start.ts'
import { lineLeaves, placeOf, type Row, type Token } from './token.ts'

const LISTS = ['institutions', 'duties', 'assets', 'functionCodes', 'glossary', 'threePublic', 'procurement']

/** Reads one line of text: a heading, a title, a form's loose cell, a paragraph of a chapter. */
export function takeLine(reading: Reading, row: Row): void {
  const token = row.tokens[0]!
  if (isFurniture(token.text)) {
    token.used = true
    return
  }
  if (!reading.head.bareYear(token) && !takeTitle(reading, token) && !takeLoose(reading, row)) takeProse(reading, row)
  reading.open = row.open === true
}

function takeTitle(reading: Reading, token: Token): boolean {
  if (formLabel(token) !== null) return false
  const title = formTitle(token)
  if (title) {
    token.used = true
    const again = reading.form !== null && reading.form.titleKey === token.key && reading.form.rows.length > 0
    endChapter(reading)
    reading.section = 'projects'
    reading.wholeDepartment = false
    reading.titleAgain = again
    if (!again) openForm(reading, title, token.key)
    return true
  }
  const section = sectionOpened(token.text)
  if (section === null && !isWholeTitle(token)) return false
  endChapter(reading)
  closeForm(reading)
  token.used = true
  reading.section = section ?? 'overallGoals'
  reading.wholeDepartment = isWholeTitle(token)
  reading.titleLine = reading.wholeDepartment || isTableTitle(token.text) ? token : null
  reading.head.offer(token)
  return true
}

/** A line that belongs to a form or to a table come apart, or that speaks of the next table. */
function takeLoose(reading: Reading, row: Row): boolean {
  const token = row.tokens[0]!
  const declaring = declaredUnit(token.text) !== null && token.key.length < 24
  if (declaring && reading.titleAgain) {
    // The unit of the form that begins here, if one does: the one before keeps its own.
    reading.unitLine = token
    token.used = true
    return true
  }
  const label = formLabel(token)
  const words = label === null && mayBeForm(token) ? lineWords(token) : null
  const starts = startLabels(words ?? [token])
  // Taken apart only to look: the form itself takes its lines apart.
  token.parts = undefined
  const before = reading.form?.rows.at(-1)?.tokens.at(-1)
  const asked = before !== undefined && (formLabel(before) === 'unit' || /(实施|项目|预算|填报)单位:?$/.test(before.key))
  // Under a title of its own a form has its unit anywhere once lines are out of order.
  const titled = row.printed === true && reading.form !== null && reading.form.titleKey !== ''
  const unit = startsUnit(row) && !asked && !titled && (reading.form === null ? reading.section === 'projects' : reading.form.starts.size > 0)
  if (unit) openForm(reading, { number: null, name: null }, '')
  if (reading.form || starts.length > 0) {
    formFor(reading, starts).rows.push(row)
    return true
  }
  reading.head.offer(token)
  if (declaring) {
    reading.unitLine = token
    token.used = true
    return true
  }
  if (!isTableTitle(token.text)) return false
  reading.titleLine = token
  token.used = true
  return true
}

function mayBeForm(token: Token): boolean {
  return token.key.includes('项目') || token.key.includes('預') || token.key.includes('预算数')
}

function takeProse(reading: Reading, row: Row): void {
  const { section } = reading
  const token = row.tokens[0]!
  // What may be part of a longer line is not known as a text of its own.
  if (
    (row.open || (row.printed && (reading.open || reading.jumbled))) &&
    (section === 'overallGoals' || section === 'partGoals' || section === 'safeguards')
  )
    return
  if (section === 'overallGoals' || section === 'partGoals') {
    reading.goals.push(...lineLeaves(token))
    return
  }
  if (section === 'safeguards') {
    reading.safeguards.push(...lineLeaves(token))
    return
  }
  // Behind a code of a printed list the rest of a note may be a sentence.
  const inList = row.printed === true && reading.loose.some(isCodeRow)
  if (
    section !== null &&
    LISTS.includes(section) &&
    (inList || isLooseCell(token) || (section === 'assets' && isAssetName(token)) || isCodeRow(token))
  ) {
    reading.loose.push(token)
    reading.loosePrinted ||= row.printed === true
    return
  }
  const year = reading.head.year()?.value ?? null
  const inThreePublic = section === 'threePublic' || token.key.includes('三公')
  if (inThreePublic) reading.threePublic.line(token.text, token.line)
  for (const amount of amountsInText(token.text, placeOf(token))) {
    if (inThreePublic && reading.threePublic.offer(amount)) continue
    if (/机关运行经费/.test(amount.label) && !/增加|减少|比|较/.test(amount.label)) reading.operatingCost ??= amount.leaf
    else if (section === 'procurement') reading.procurement.offer(amount, token.text, year)
    else reading.totals.offer(amount, section ?? 'preface', year)
  }
  if (isProse(token) && (section !== null || token.key.length > 12)) token.used = true
}

/** A code of the classification with its name behind it: a row of their table, whatever its note says. */
function isCodeRow(token: Token): boolean {
  return /^\s*\d{3}(\d{2}){0,2}\s+[\u4e00-\u9fff]/.test(token.text)
}

/** Short, without a sentence in it: it may be a cell of a table that came apart. */
function isLooseCell(token: Token): boolean {
  return (
    !/[。；]/.test(token.text) &&
    (token.key.length <= 24 || /[\s|]/.test(token.text.trim())) &&
    amountsInText(token.text, placeOf(token)).length === 0
  )
}

/** Words, not figures alone: what stands as prose under a known heading is understood, a bare number is not. */
function isProse(token: Token): boolean {
  return /[\u4e00-\u9fff]{2}/.test(token.text) && !isNumeric(token.text)
}

/** Codes without a name behind them: the columns came one after another, and the rest of them may stand anywhere. */
function takeLooseCodes(reading: Reading, cells: readonly Token[], printed: boolean): void {
  const codes = looseCodes(cells, printed)
  const apart = cells.some((cell, at) => isCodeCell(cell) && (!cells[at + 2] || isCodeCell(cells[at + 1]!) || isCodeCell(cells[at + 2]!)))
  reading.jumbled ||= printed && apart
  reading.codes.push(...codes)
}

/** Reads the loose cells gathered in the chapter that ends here; those that make no table and are words are prose. */
export function endChapter(reading: Reading): void {
  const { loose, section, loosePrinted: printed } = reading
  reading.loose = []
  reading.loosePrinted = false
  if (loose.length === 0) return
  const unit = unitInForce(reading)
  if (section === 'institutions' || section === 'duties') {
    const heads = loose.some((token) => /单位性质|单位规格|经费保障/.test(token.key))
    if (heads) reading.institutions.push(...looseInstitutions(looseCells(loose), printed))
  } else if (section === 'functionCodes' || section === 'glossary') takeLooseCodes(reading, looseCells(loose), printed)
  else if (section === 'assets') {
    const cells = looseCells(loose)
    const own = cells.map((cell) => declaredUnit(cell.text)).find((each) => each !== null)
    reading.assets.push(...looseAssets(cells, own ?? unit, printed))
  } else if (section === 'threePublic') reading.threePublicYears.push(...looseThreePublic(looseCells(loose), unit, reading.head.year()))
  for (const token of loose)
    for (const cell of token.parts ?? [token]) if (isProse(cell) && !/^\d[\d.,]*[^\d.,、]{0,2}$/.test(cell.key)) cell.used = true
}
