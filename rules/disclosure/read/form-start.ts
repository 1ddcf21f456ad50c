import { isWholeDepartment } from './form-title.ts'
import type { FormLabel } from './form-label.ts'
import { formLabel } from './form-words.ts'
import type { Row, Token } from './token.ts'

/** 部门整体支出绩效目标表 and its like. */
export function isWholeTitle(token: Token): boolean {
  return token.key.length < 50 && token.key.includes('绩效') && /(表|目标|自评)(\(.*\))?$/.test(token.key) && isWholeDepartment(token.key)
}

/** A row with 项目编码 or 项目名称. */
export function startsForm(row: Row): boolean {
  return startLabels(row.tokens).length > 0
}

const NONE: readonly FormLabel[] = []

/** Which of 项目编码 and 项目名称 stand among the cells. */
export function startLabels(tokens: readonly Token[]): readonly FormLabel[] {
  let starts: FormLabel[] | undefined
  for (const token of tokens) {
    const label = formLabel(token)
    if (label !== 'code' && label !== 'name') continue
    if (starts) starts.push(label)
    else starts = [label]
  }
  return starts ?? NONE
}

/** A row that begins with "442002某某局": the first row of the next form in a table that holds several. */
export function startsUnit(row: Row): boolean {
  return /^[[【(]?\d{6}[\])】]?[\u4e00-\u9fff()]{4,40}$/.test(row.tokens[0]?.key ?? '')
}
