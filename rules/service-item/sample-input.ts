import type { Json } from '../act.ts'
import { type Answers, type Comparison, comparisonsOf } from './condition.ts'
import type { FormField, ServiceItem } from './item.ts'
import { requiredMaterials } from './required-materials.ts'
import { sampleValue } from './sample-values.ts'
import { visibleFields } from './visible-form.ts'

/** A complete, valid application made from an item's own form: what a citizen in one situation would hand in. */
export interface SampleInput {
  /** The answers that make this situation, in words: `申请类型：新办；是否自建：否`. */
  readonly situation: string
  readonly answers: Answers
  /** Ids of the necessary materials in this situation. */
  readonly materials: readonly string[]
  readonly eligibility: Readonly<Record<string, 'yes' | 'no'>>
}

/**
 * Applications for every situation the form distinguishes: for each question that a condition looks at, and each answer it can have, at least
 * one application that gives it. The first is the plainest. Deterministic; `variant` changes names, numbers and days, not the situations.
 */
export function sampleInputs(item: ServiceItem, variant = 0): readonly SampleInput[] {
  const drivers = drivingFields(item)
  const inputs = new Map<string, SampleInput>()
  const take = (choice: Readonly<Record<string, Json>>) => {
    const input = makeInput(item, drivers, choice, variant)
    if (!inputs.has(input.situation)) inputs.set(input.situation, input)
  }
  take({})
  for (const driver of drivers)
    for (const value of driver.values) {
      const choice = choiceShowing(item, drivers, driver.field.id, value)
      if (choice) take(choice)
    }
  return [...inputs.values()]
}

/** The plainest application for this item; `variant` changes names, numbers and days. */
export const sampleInput = (item: ServiceItem, variant = 0): SampleInput => makeInput(item, drivingFields(item), {}, variant)

interface Driver {
  readonly field: FormField
  readonly values: readonly Json[]
}

/** The questions that conditions look at, in the form's order, with the answers worth trying. */
function drivingFields(item: ServiceItem): readonly Driver[] {
  const looked = new Map<string, Json[]>()
  const look = (comparisons: readonly Comparison[]) => {
    for (const { field, values } of comparisons) looked.set(field, [...(looked.get(field) ?? []), ...values])
  }
  for (const group of item.form) {
    if (group.showIf) look(comparisonsOf(group.showIf))
    for (const field of group.fields) if (field.showIf) look(comparisonsOf(field.showIf))
  }
  for (const material of item.materials) if (material.showIf) look(comparisonsOf(material.showIf))
  return item.form
    .flatMap((group) => group.fields)
    .filter((field) => looked.has(field.id))
    .map((field) => ({ field, values: valuesOf(field, looked.get(field.id)!) }))
}

function valuesOf(field: FormField, compared: readonly Json[]): readonly Json[] {
  if (field.type === 'choice') return (field.options ?? []).map((option) => option.value)
  if (field.type === 'yes-no') return [true, false]
  return [...new Set([...compared, sampleValue(field, 0)])]
}

const mostTries = 20_000

/** The first combination of driving answers in which `id` is asked and answered with `value`; undefined where there is none. */
function choiceShowing(item: ServiceItem, drivers: readonly Driver[], id: string, value: Json): Readonly<Record<string, Json>> | undefined {
  const free = drivers.filter((driver) => driver.field.id !== id)
  const total = free.reduce((product, driver) => product * driver.values.length, 1)
  for (let n = 0; n < Math.min(total, mostTries); n++) {
    const choice: Record<string, Json> = { [id]: value }
    let rest = n
    for (const driver of free) {
      choice[driver.field.id] = driver.values[rest % driver.values.length]!
      rest = Math.floor(rest / driver.values.length)
    }
    if (visibleFields(item.form, choice).some((field) => field.id === id)) return choice
  }
  return undefined
}

function makeInput(item: ServiceItem, drivers: readonly Driver[], choice: Readonly<Record<string, Json>>, variant: number): SampleInput {
  const answers: Record<string, Json> = {}
  const byId = new Map(drivers.map((driver) => [driver.field.id, driver]))
  // One question at a time, in the form's order: a condition looks only at earlier questions, and those are all answered by then.
  for (;;) {
    const field = visibleFields(item.form, answers).find((one) => answers[one.id] === undefined)
    if (!field) break
    answers[field.id] = choice[field.id] ?? byId.get(field.id)?.values[0] ?? sampleValue(field, variant * 17 + seedOf(field.id))
  }
  const situation = drivers
    .filter((driver) => answers[driver.field.id] !== undefined)
    .map(({ field }) => `${field.label}：${spoken(field, answers[field.id]!)}`)
    .join('；')
  return {
    situation: situation || '一般情形',
    answers,
    materials: requiredMaterials(item, answers)
      .filter((material) => material.necessary)
      .map((material) => material.id),
    eligibility: Object.fromEntries(item.eligibility.map((question) => [question.id, question.pass])),
  }
}

const spoken = (field: FormField, value: Json): string =>
  field.type === 'yes-no' ? (value ? '是' : '否') : (field.options?.find((option) => option.value === value)?.label ?? String(value))

/** A small number from a field's id, so that two fields of a form do not get the same name or number. */
const seedOf = (id: string): number => [...id].reduce((sum, char) => (sum * 31 + char.charCodeAt(0)) % 9973, 7)
