import type { BudgetProject, DisclosureDocument, DisclosureTable, MoneyLeaf, TextLeaf } from '../document.ts'
import type { MoneyUnit } from '../../money.ts'
import { amountsInText } from './amounts-in-text.ts'
import { headFinder } from './document-head.ts'
import { formLabel } from './form-words.ts'
import { formTitle } from './form-title.ts'
import { readTable } from './generic-table.ts'
import { isTableTitle, type Section, sectionOpened } from './headings.ts'
import { indicatorHead } from './indicator-rows.ts'
import { readAssets, readFunctionCodes, readInstitutions, readPurchases } from './listed-tables.ts'
import { declaredUnit } from './money-cell.ts'
import { isPlanHead } from './plan-rows.ts'
import { procurementFinder } from './procurement-in-text.ts'
import { type FormTitle, isBare, readProjectForm } from './project-form.ts'
import type { SourceBlock } from './source-block.ts'
import { threePublicFinder } from './three-public-in-text.ts'
import { isEmptyRow, lineLeaves, placeOf, type Row, rowsOf, type Token } from './token.ts'
import { totalsFinder } from './totals-in-text.ts'

interface OpenForm {
  readonly title: FormTitle
  readonly titleKey: string
  readonly unit: MoneyUnit | null
  readonly rows: Row[]
}

/**
 * Reads a department's published budget or final-account document from its lines and tables.
 * Never throws, never guesses: what is absent is null, what was seen where data was expected and not understood stands in `unread`.
 */
export function readDisclosure(blocks: readonly SourceBlock[]): DisclosureDocument {
  const rows = rowsOf(blocks)
  const head = headFinder()
  const totals = totalsFinder()
  const threePublic = threePublicFinder(head.year, () => head.kind() === 'accounts')
  const procurement = procurementFinder()
  const lists = {
    institutions: [] as DisclosureDocument['institutions'][number][],
    purchases: [] as DisclosureDocument['procurement'][number][],
    assets: [] as DisclosureDocument['assets'][number][],
    codes: [] as DisclosureDocument['functionCodes'][number][],
    goals: [] as TextLeaf[],
    safeguards: [] as TextLeaf[],
    projects: [] as BudgetProject[],
    tables: [] as DisclosureTable[],
  }
  let operatingCost: MoneyLeaf | null = null
  let section: Section | null = null
  let form: OpenForm | null = null
  let unitToken: Token | null = null
  let titleToken: Token | null = null

  const closeForm = (): void => {
    if (!form) return
    const project = readProjectForm(form.rows, form.title, form.unit)
    if (!isBare(project) || form.title.name) lists.projects.push(project)
    form = null
  }
  const openForm = (title: FormTitle, titleKey: string): OpenForm => {
    closeForm()
    return { title, titleKey, unit: unitToken ? declaredUnit(unitToken.text) : null, rows: [] }
  }

  const takeTable = (table: Row[]): void => {
    if (isFormTable(table)) {
      for (const row of table) {
        if (!form || (startsForm(row) && form.rows.some(startsForm))) form = openForm({ number: null, name: null }, '')
        form.rows.push(row)
      }
      return
    }
    closeForm()
    const unit = unitToken ? declaredUnit(unitToken.text) : null
    const institutions = readInstitutions(table)
    if (institutions) return void lists.institutions.push(...institutions)
    const codes = readFunctionCodes(table)
    if (codes) return void lists.codes.push(...codes)
    const purchases = readPurchases(table, unit)
    if (purchases) return void lists.purchases.push(...purchases)
    const assets = readAssets(table, unit, section === 'assets')
    if (assets) return void lists.assets.push(...assets)
    const kept = readTable(table, titleToken, unitToken)
    if (kept) lists.tables.push(kept)
    titleToken = null
  }

  const takeLine = (row: Row): void => {
    const token = row.tokens[0]!
    const title = formTitle(token)
    if (title) {
      if (form && form.titleKey === token.key) return
      form = openForm(title, token.key)
      section = 'projects'
      return
    }
    const opened = sectionOpened(token.text)
    if (opened) {
      closeForm()
      section = opened
      token.used = true
      head.offer(token)
      return
    }
    head.offer(token)
    if (declaredUnit(token.text) !== null && token.key.length < 24) {
      unitToken = token
      token.used = true
      return
    }
    if (form) return void form.rows.push(row)
    if (isTableTitle(token.text)) {
      titleToken = token
      token.used = true
      return
    }
    takeProse(token)
  }

  const takeProse = (token: Token): void => {
    if (section === 'overallGoals' || section === 'partGoals') return void lists.goals.push(...lineLeaves(token))
    if (section === 'safeguards') return void lists.safeguards.push(...lineLeaves(token))
    const inThreePublic = section === 'threePublic' || token.key.includes('三公')
    if (inThreePublic) threePublic.line(token.text, token.line)
    for (const amount of amountsInText(token.text, placeOf(token))) {
      if (inThreePublic && threePublic.offer(amount)) continue
      if (/机关运行经费/.test(amount.label) && !/增加|减少|比|较/.test(amount.label)) operatingCost ??= amount.leaf
      else if (section === 'procurement') procurement.offer(amount, token.text, head.year()?.value ?? null)
      else totals.offer(amount, section ?? 'preface', head.year()?.value ?? null)
    }
    if (section !== null || looksLikeProse(token)) token.used = true
  }

  for (let i = 0; i < rows.length; ) {
    const row = rows[i]!
    if (row.table === undefined) {
      if (!isEmptyRow(row)) takeLine(row)
      i++
      continue
    }
    let end = i
    while (end < rows.length && rows[end]!.table === row.table) end++
    takeTable(rows.slice(i, end))
    i = end
  }
  closeForm()
  for (const project of lists.projects) head.unitCode(project.unitCode)

  return {
    document: head.head(),
    institutions: lists.institutions,
    totals: totals.totals(),
    operatingCost,
    threePublic: threePublic.years(),
    procurement: lists.purchases.length > 0 ? lists.purchases : procurement.purchases(),
    assets: lists.assets,
    functionCodes: lists.codes,
    departmentGoals: lists.goals,
    safeguards: lists.safeguards,
    projects: lists.projects,
    tables: lists.tables,
    unread: unreadOf(rows),
  }
}

function isFormTable(table: readonly Row[]): boolean {
  return table.some((row) => startsForm(row) || indicatorHead(row) !== null || isPlanHead(row.tokens.map(formLabel)))
}

function startsForm(row: Row): boolean {
  const labels = row.tokens.map(formLabel)
  return labels.includes('code') || labels.includes('name')
}

function looksLikeProse(token: Token): boolean {
  return token.key.length > 12 && /[。，；：]/.test(token.text)
}

function unreadOf(rows: readonly Row[]): { line: number; text: string }[] {
  const unread: { line: number; text: string }[] = []
  for (const row of rows)
    for (const token of row.tokens) if (!token.used && token.key !== '') unread.push({ line: token.line, text: token.text.trim() })
  return unread
}
