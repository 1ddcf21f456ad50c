import type { BudgetProject, Indicator, MoneyLeaf, NumberLeaf, TextLeaf } from '../document.ts'
import { type MoneyUnit, narrow } from '../../money.ts'
import type { FormLabel } from './form-label.ts'
import { isNumeric, moneyLeaf } from './money-cell.ts'
import { isBrokenLabel, labelOf } from './form-words.ts'
import { isBlankToFill, key, saysNothing } from './plain-words.ts'
import type { PlanEntry } from './plan-rows.ts'
import { codeLeaf, leaf, lineLeaves, textLeaf, type Token } from './token.ts'

/** The title above a form: "3、软件升级费绩效目标表". Number and name are null where the title has none. */
export interface FormTitle {
  readonly number: NumberLeaf | null
  readonly name: TextLeaf | null
}

/** What has been gathered of one project while its form is walked. Money waits until the form's unit is known. */
export interface FormDraft {
  readonly title: FormTitle
  code: TextLeaf | null
  name: TextLeaf | null
  unitCode: TextLeaf | null
  unitName: TextLeaf | null
  readonly money: Partial<Record<FormLabel, Token>>
  unit: MoneyUnit | null
  use: TextLeaf | null
  plan: readonly PlanEntry[]
  readonly goals: TextLeaf[]
  readonly indicators: Indicator[]
}

export function newDraft(title: FormTitle, unit: MoneyUnit | null): FormDraft {
  return { title, code: null, name: null, unitCode: null, unitName: null, money: {}, unit, use: null, plan: [], goals: [], indicators: [] }
}

export function projectOf(draft: FormDraft): BudgetProject {
  const money = (label: FormLabel): MoneyLeaf | null => {
    const token = draft.money[label]
    return token ? moneyLeaf(token, draft.unit) : null
  }
  return {
    number: draft.title.number,
    code: draft.code,
    name: draft.name ?? draft.title.name,
    unitCode: draft.unitCode,
    unitName: draft.unitName,
    budget: { total: money('total'), fiscal: money('fiscal'), other: money('other') },
    use: draft.use,
    plan: draft.plan,
    goals: draft.goals,
    indicators: draft.indicators,
  }
}

/** Labels that stand beside or above a value of the form. */
export const VALUE_LABELS: readonly FormLabel[] = ['code', 'name', 'unit', 'unitCode', 'total', 'fiscal', 'other', 'use', 'goals', 'ignored']

export function isMoneyLabel(label: FormLabel): boolean {
  return label === 'total' || label === 'fiscal' || label === 'other'
}

/**
 * True when a cell can be what the label asks for. In a real table the cell beside a label is its value, whatever it says; where cells were lost
 * an amount must look like one, a code like a code, and a name like neither.
 */
export function fitsLabel(label: FormLabel, token: Token, trusted: boolean): boolean {
  if ((label === 'code' && token.key.includes('项目名称')) || (label === 'use' && token.key === '资金')) return false
  if (trusted) return true
  if (isMoneyLabel(label)) return saysNothing(token.text) || isNumeric(token.text) || isBlankToFill(token.text)
  const codeLike = /^[\dA-Za-z]+([-_.][\dA-Za-z]+)*$/.test(token.key)
  if (label === 'code') return codeLike && /\d/.test(token.key)
  if (label === 'unit') return isBodyName(token)
  // A cell of a table is one text, whatever words stand in it.
  if ((token.cell === undefined && holdsFormWords(token)) || isBrokenLabel(token.key)) return false
  // A word of the form broken in two (其中：财政 / 资金) is no text of the project's.
  if (label === 'name' || label === 'use')
    return (
      !isNumeric(token.text) &&
      !(codeLike && /\d/.test(token.key)) &&
      token.key.length > 1 &&
      !/^其中|^(资金|用途|目标|指标|编码|名称)$|[\d.](其中|其他资金|财政)|^[(]?%/.test(token.key)
    )
  return true
}

/** A body's name, whole: a line broken within it does not end so. */
export const BODY =
  /^([[【(]?\d{3,9}[\]】)]?[-—:]?)?[\u4e00-\u9fff()]{2,40}(局|委|会|办|室|中心|厅|院|处|所|站|队|校|部|府|馆|园|厂|社|公司|大学|学院|医院)(本级)?(\(.*\))?$/

export function isBodyName(token: Token): boolean {
  return BODY.test(token.key)
}

/** Amounts and words of a form side by side are other cells of it, and no text of the project's. */
function holdsFormWords(token: Token): boolean {
  return (
    /\s/.test(token.text.trim()) &&
    token.text
      .trim()
      .split(/\s+/)
      .some((word) => labelOf(key(word)) !== null)
  )
}

/** Keeps a value under its label; what came first stays. */
export function keepValue(draft: FormDraft, label: FormLabel, token: Token): void {
  token.used = true
  if (label === 'code') draft.code ??= codeLeaf(token)
  else if (label === 'name') draft.name ??= textLeaf(token)
  else if (label === 'unitCode') draft.unitCode ??= codeLeaf(token)
  else if (label === 'unit') keepUnit(draft, token)
  else if (isMoneyLabel(label)) draft.money[label] ??= token
  else if (label === 'use') draft.use ??= textLeaf(token)
  else if (label === 'goals') draft.goals.push(...lineLeaves(token))
}

const UNIT_CODE = /^\s*[[【(]?(\d{3,9})[\]】)]?\s*[-—:]?\s*(?![\d年月.%])/

/** True for "442002某某局" and for "442002" with a name behind it. */
export function beginsWithUnitCode(token: Token): boolean {
  return UNIT_CODE.test(narrow(token.text)) && /[\u4e00-\u9fff]{3}/.test(token.text) && !isNumeric(token.text)
}

/** "442002秦皇岛经济技术开发区行政审批局": code and name of the budget unit. */
export function keepUnit(draft: FormDraft, token: Token, whole = true): void {
  const found = UNIT_CODE.exec(narrow(token.text))
  const name = found ? token.text.slice(found[0].length).trim() : token.text.trim()
  const at = found ? found[0].indexOf(found[1]!) : 0
  if (found) draft.unitCode ??= leaf(token, found[1]!, token.text.slice(at, at + found[1]!.length))
  if (name !== '' && whole) draft.unitName ??= leaf(token, saysNothing(name) ? null : name, name)
}
