import type { AnswerFault } from '../../rules/service-item/answer-fault.ts'
import type { Answers } from '../../rules/service-item/condition.ts'
import type { FormField } from '../../rules/service-item/item.ts'
import { sentenceOfFault } from '../../contract/catalogue-words.ts'
import type { Json } from '../../rules/act.ts'
import { aside, described, hidden, textArea, textInput, type Wrong } from './form-parts.ts'
import { cellName, inputName, rowsName, typedText } from './form-values.ts'
import { html, type Html } from './html.ts'

/** The `id` of the input that a fault's path speaks of: `members[2].name` is the third row's cell. */
function inputOfPath(path: string): string {
  const match = /^([^[.]+)\[(\d+)\](?:\.(.+))?$/.exec(path)
  return match ? (match[3] === undefined ? inputName(match[1]!) : cellName(match[1]!, Number(match[2]), match[3])) : inputName(path)
}

export const wrongsOf = (faults: readonly AnswerFault[]): readonly Wrong[] =>
  faults.map((fault) => ({ at: inputOfPath(fault.path), words: sentenceOfFault(fault) }))

/** One question with its answer so far and, beside it, what is wrong with it. */
export function drawField(field: FormField, answers: Answers, wrongs: readonly Wrong[]): Html {
  const name = inputName(field.id)
  if (field.type === 'list') return drawList(field, answers[field.id], wrongs)
  return drawInput(field, name, answers[field.id], wrongs.find(({ at }) => at === name)?.words)
}

const hints: Partial<Record<FormField['type'], string>> = {
  date: '写成 2026-03-02 这样',
  uscc: '执照上的 18 位代码',
  'resident-id': '18 位，最后一位可能是 X',
  phone: '手机号，或带区号的固定电话',
  'project-code': '形如 2603-130371-04-01-123456',
}

function drawInput(field: FormField, name: string, value: Json | undefined, wrong: string | undefined): Html {
  const hint = field.hint ?? hints[field.type]
  const typed = typedText(field, value)
  switch (field.type) {
    case 'yes-no':
      return radios(field, name, typed, wrong, [
        { value: 'true', label: '是' },
        { value: 'false', label: '否' },
      ])
    case 'choice':
      return (field.options ?? []).length > 8 ? select(field, name, typed, hint, wrong) : radios(field, name, typed, wrong, field.options ?? [])
    case 'long-text':
      return textArea({ id: name, label: field.label, value: typed, hint, wrong, optional: !field.required, maxlength: 10_000 })
    default:
      return textInput({
        id: name,
        label: field.label,
        value: typed,
        hint,
        wrong,
        optional: !field.required,
        type: field.type === 'phone' ? 'tel' : 'text',
        short: field.type !== 'text',
        maxlength: 400,
        check: ['uscc', 'resident-id', 'phone'].includes(field.type) ? field.type : undefined,
        unit: field.type === 'money' ? '元' : undefined,
        ...(field.type === 'integer' ? { inputmode: 'numeric' as const } : field.type === 'money' ? { inputmode: 'decimal' as const } : {}),
      })
  }
}

const label = (field: FormField): Html => html`${field.label}${!field.required && html` <span class="opt">（可以不填）</span>`}`

const radios = (
  field: FormField,
  name: string,
  typed: string,
  wrong: string | undefined,
  options: readonly { value: string; label: string }[],
): Html =>
  html`<fieldset class="field${wrong && ' bad'}"${described(name, field.hint, wrong)}><legend>${label(field)}</legend>${aside(name, field.hint, wrong)}
${options.map((option, i) => html`<label class="choice"><input type="radio" name="${name}" value="${option.value}"${i === 0 && html` id="${name}"`}${option.value === typed && html` checked`}>${option.label}</label>`)}</fieldset>`

const select = (field: FormField, name: string, typed: string, hint: string | undefined, wrong: string | undefined): Html =>
  html`<div class="field${wrong && ' bad'}"><label for="${name}">${label(field)}</label>${aside(name, hint, wrong)}<select id="${name}" name="${name}"${described(name, hint, wrong)}><option value="">请选择</option>
${(field.options ?? []).map((option) => html`<option value="${option.value}"${option.value === typed && html` selected`}>${option.label}</option>`)}</select></div>`

/** A table of rows, each with its own inputs; rows are added and taken away by buttons of the same form. */
function drawList(field: FormField, value: Json | undefined, wrongs: readonly Wrong[]): Html {
  const name = inputName(field.id)
  const given = Array.isArray(value) ? value : []
  const rows = given.length === 0 ? Array.from({ length: Math.max(1, field.min ?? 1) }, () => ({})) : given
  const wrong = wrongs.find(({ at }) => at === name)?.words
  return html`<fieldset class="field${wrong && ' bad'}"><legend id="${name}" tabindex="-1">${label(field)}</legend>${aside(name, field.hint, wrong)}
${hidden(rowsName(field.id), String(rows.length))}
${rows.map(
  (row, n) => html`<fieldset class="card"><legend>第 ${n + 1} 行</legend>
${(field.columns ?? []).map((column) => {
  const cell = cellName(field.id, n, column.id)
  const cells = typeof row === 'object' && row !== null ? (row as { readonly [id: string]: Json }) : {}
  return drawInput(column, cell, cells[column.id], wrongs.find(({ at }) => at === cell)?.words)
})}
${rows.length > 1 && html`<button name="do" value="remove:${field.id}:${n}" class="plain thin">去掉第 ${n + 1} 行</button>`}</fieldset>`,
)}
<button name="do" value="add:${field.id}" class="plain thin">再加一行</button></fieldset>`
}
