import { comparisonsOf } from './condition.ts'
import { type Finding, wrong } from './finding.ts'
import type { Condition, FormField, ServiceItem } from './item.ts'

interface PlacedField {
  readonly field: FormField
  readonly path: string
  /** Order of asking. */
  readonly place: number
}

/** Options, ranges, columns; and conditions that refer to questions asked before, with answers that can be given. */
export function formFindings(item: ServiceItem): readonly Finding[] {
  const findings: Finding[] = []
  const placed = new Map<string, PlacedField>()
  let place = 0
  item.form.forEach((group, g) => {
    group.fields.forEach((field, i) => {
      const path = `form[${g}].fields[${i}]`
      if (!placed.has(field.id)) placed.set(field.id, { field, path, place })
      place++
      findings.push(...fieldFindings(field, path))
    })
  })
  const check = (condition: Condition | undefined, path: string, before: number) => {
    if (condition) findings.push(...conditionFindings(condition, path, placed, before))
  }
  place = 0
  item.form.forEach((group, g) => {
    check(group.showIf, `form[${g}].showIf`, place)
    group.fields.forEach((field, i) => {
      check(field.showIf, `form[${g}].fields[${i}].showIf`, place)
      place++
    })
  })
  item.materials.forEach((material, i) => {
    check(material.showIf, `materials[${i}].showIf`, Number.POSITIVE_INFINITY)
  })
  check(item.renewal?.when, 'renewal.when', Number.POSITIVE_INFINITY)
  check(item.change?.when, 'change.when', Number.POSITIVE_INFINITY)
  check(item.cancellation?.when, 'cancellation.when', Number.POSITIVE_INFINITY)
  return [...findings, ...circleFindings(item)]
}

function fieldFindings(field: FormField, path: string): readonly Finding[] {
  const findings: Finding[] = []
  if (field.type === 'choice' && field.options === undefined)
    findings.push(wrong(`${path}.options`, 'field-options-missing', `“${field.label}”是选择题，却没有选项。`))
  if (field.type !== 'choice' && field.options !== undefined)
    findings.push(wrong(`${path}.options`, 'field-options-idle', `“${field.label}”不是选择题，不应有选项。`))
  if (field.type === 'list' && field.columns === undefined)
    findings.push(wrong(`${path}.columns`, 'field-columns-missing', `“${field.label}”是表格，却没有列。`))
  if (field.type !== 'list' && field.columns !== undefined)
    findings.push(wrong(`${path}.columns`, 'field-columns-idle', `“${field.label}”不是表格，不应有列。`))
  if (field.min !== undefined && field.max !== undefined && field.min > field.max)
    findings.push(wrong(`${path}.min`, 'field-range-reversed', `“${field.label}”的最小值大于最大值。`))
  const values = (field.options ?? []).map((option) => option.value)
  if (new Set(values).size < values.length) findings.push(wrong(`${path}.options`, 'id-duplicate', `“${field.label}”有重复的选项。`))
  field.columns?.forEach((column, i) => {
    const at = `${path}.columns[${i}]`
    if (column.type === 'list') findings.push(wrong(at, 'field-list-in-list', '表格里不能再放表格。'))
    if (column.showIf !== undefined) findings.push(wrong(`${at}.showIf`, 'field-column-condition', '表格的列不能有显示条件。'))
    findings.push(...fieldFindings(column, at))
  })
  const columnIds = (field.columns ?? []).map((column) => column.id)
  if (new Set(columnIds).size < columnIds.length) findings.push(wrong(`${path}.columns`, 'id-duplicate', `“${field.label}”有重复的列。`))
  return findings
}

function conditionFindings(condition: Condition, path: string, placed: ReadonlyMap<string, PlacedField>, before: number): readonly Finding[] {
  const findings: Finding[] = []
  for (const { field: id, values } of comparisonsOf(condition)) {
    const known = placed.get(id)
    if (!known) {
      findings.push(wrong(path, 'condition-field-unknown', `条件里的字段“${id}”在表单中不存在。`))
      continue
    }
    if (known.place >= before) findings.push(wrong(path, 'condition-field-later', `条件里的字段“${known.field.label}”排在后面，申请人还没有答到。`))
    for (const value of values)
      if (!possible(known.field, value))
        findings.push(wrong(path, 'condition-value-impossible', `“${known.field.label}”不可能答成“${value}”，这个条件永远不成立。`))
  }
  return findings
}

function possible(field: FormField, value: string | number | boolean): boolean {
  switch (field.type) {
    case 'choice':
      return (field.options ?? []).some((option) => option.value === value)
    case 'yes-no':
      return typeof value === 'boolean'
    case 'integer':
    case 'money':
      return typeof value === 'number' && value >= (field.min ?? value) && value <= (field.max ?? value)
    case 'list':
      return false
    default:
      return typeof value === 'string'
  }
}

/** Questions whose conditions wait for each other would never be asked. Each circle is told once. */
function circleFindings(item: ServiceItem): readonly Finding[] {
  const waitsFor = new Map<string, readonly string[]>()
  for (const group of item.form)
    for (const field of group.fields)
      waitsFor.set(
        field.id,
        [group.showIf, field.showIf].flatMap((condition) => (condition ? comparisonsOf(condition).map((comparison) => comparison.field) : [])),
      )
  const state = new Map<string, 'open' | 'done'>()
  const findings: Finding[] = []
  const visit = (id: string, trail: readonly string[]): void => {
    if (state.get(id) === 'done') return
    if (state.get(id) === 'open') {
      const circle = [...trail.slice(trail.indexOf(id)), id]
      findings.push(wrong('form', 'condition-circular', `这些字段的显示条件互相等待，谁也不会出现：${circle.join(' → ')}。`))
      return
    }
    state.set(id, 'open')
    for (const next of waitsFor.get(id) ?? []) visit(next, [...trail, id])
    state.set(id, 'done')
  }
  for (const id of waitsFor.keys()) visit(id, [])
  return findings
}
