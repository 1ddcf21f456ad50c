import { narrow } from '../rules/money.ts'
import { checkAnswers } from '../rules/service-item/check-answers.ts'
import type { Answers } from '../rules/service-item/condition.ts'
import type { FormField, Material, ServiceItem } from '../rules/service-item/item.ts'
import { missingMaterials, requiredMaterials } from '../rules/service-item/required-materials.ts'
import { countedAnswers } from '../rules/service-item/visible-form.ts'
import type { HandedIn } from './case-parts.ts'
import { sentenceOfFault } from './catalogue-words.ts'
import { applicantForm } from './receipt-form.ts'
import { carriedOver } from './same-words.ts'
import { readCell, yesOrNo } from './sheet-cell.ts'

/**
 * A sheet of applicants for one item: one row an application, columns for the applicant, the item's own questions and the paper materials. The desk
 * writes the empty sheet and the console reads the filled one by the same columns.
 */
export type SheetItem = Pick<ServiceItem, 'applicants' | 'form' | 'materials'>

export interface SheetColumn {
  readonly id: string
  readonly title: string
  readonly hint: string
  /** Must be filled whatever else the row says. */
  readonly required: boolean
  /** What may stand in a cell, where that is a short list. */
  readonly options: readonly string[]
  readonly reads:
    | { readonly part: 'applicant' | 'answers'; readonly field: FormField }
    | { readonly part: 'material'; readonly material: Material }
    | { readonly part: 'electronic' }
}

const personOnly = ['name', 'idType', 'residentId', 'otherId']
const firmOnly = ['firm', 'uscc', 'legalRepresentative']
/** Asked in the form to lead on to the agent's name; in a sheet the name says it. */
const leading = 'agent'

export function sheetColumns(item: SheetItem): readonly SheetColumn[] {
  const apart = (id: string) =>
    (personOnly.includes(id) && !item.applicants.includes('natural-person')) ||
    (firmOnly.includes(id) && item.applicants.every((kind) => kind === 'natural-person'))
  const asked = applicantForm(item.applicants).flatMap(({ fields }) => fields)
  const who = asked.filter(({ id }) => id !== leading && !(id === 'kind' && item.applicants.length === 1) && !apart(id))
  const oneSided = new Set(item.applicants.map((kind) => kind === 'natural-person')).size === 1
  /** What every applicant of this item says of itself anyway; see `carriedOver`. */
  const always = who.filter(({ id, required, showIf }) => required && (!showIf || (oneSided && ['name', 'firm', 'uscc'].includes(id))))
  const said = (field: FormField) => always.some(({ label, type }) => label === field.label && type === field.type && type !== 'choice')
  const questions = item.form.flatMap(({ title, showIf, fields }) =>
    fields.filter((field) => !said(field)).map((field) => ({ group: title, field, sometimes: showIf !== undefined })),
  )
  return [
    ...who.map((field) => columnOf('applicant', field, field.label, false)),
    ...questions.map(({ group, field, sometimes }) => {
      const twice = [...who, ...questions.map((one) => one.field)].filter(({ label }) => label === field.label).length > 1
      return columnOf('answers', field, twice ? `${group}：${field.label}` : field.label, sometimes)
    }),
    ...onPaper(item).map(
      (material): SheetColumn => ({
        id: `material/${material.id}`,
        title: `材料：${material.name}`,
        hint: `原件${material.originals}、复印件${material.copies}；收齐填“齐”，没交留空`,
        required: false,
        options: ['齐'],
        reads: { part: 'material', material },
      }),
    ),
    { id: 'electronic', title: '同意电子送达', hint: '不填为“是”', required: false, options: ['是', '否'], reads: { part: 'electronic' } } as const,
  ]
}

/** Materials that can be counted on the counter. What only comes as a file is handed in on the case's own page. */
export const onPaper = (item: SheetItem): readonly Material[] =>
  item.materials.filter(({ form, originals, copies }) => form !== 'electronic' && originals + copies > 0)

function columnOf(part: 'applicant' | 'answers', field: FormField, title: string, sometimes: boolean): SheetColumn {
  const options = field.type === 'yes-no' ? ['是', '否'] : (field.options ?? []).map(({ label }) => label)
  const list = field.type === 'list' ? `每行一条，用竖线隔开：${(field.columns ?? []).map(({ label }) => label).join('|')}` : ''
  const shape = field.type === 'date' ? '如 2026-03-02' : field.type === 'money' ? '元' : options.length > 0 ? options.join('、') : list
  return {
    id: `${part}/${field.id}`,
    title,
    hint: [field.required && !field.showIf && !sometimes ? '必填' : '', shape, field.hint ?? ''].filter(Boolean).join('；'),
    required: field.required && !field.showIf && !sometimes,
    options,
    reads: { part, field },
  }
}

/** Which column of ours stands under each head; those of theirs that are nobody's; ours that must be there and are not. */
export function matchHeader(columns: readonly SheetColumn[], header: readonly string[]) {
  const plain = (text: string) =>
    narrow(text)
      .replace(/[（(](可不填|必填)[）)]|[*＊\s]/g, '')
      .toLowerCase()
  const places = header.map((head) => columns.find(({ title }) => plain(title) === plain(head))?.id)
  return {
    places,
    unknown: header.filter((head, n) => head.trim() !== '' && places[n] === undefined),
    missing: columns.filter(({ id, required }) => required && !places.includes(id)).map(({ title }) => title),
  }
}

export type SheetCells = Readonly<Record<string, string>>

export interface ReadSheetRow {
  /** As `applicantOf` takes it. */
  readonly applicant: Answers
  readonly answers: Answers
  readonly materials: readonly HandedIn[]
  readonly electronic: boolean
  /** By the column's id. */
  readonly faults: ReadonlyMap<string, string>
  /** Necessary materials that were not brought: no fault, but a notice will have to be given. */
  readonly missing: readonly string[]
}

/** One application, with everything that is wrong with it. */
export function readSheetRow(item: SheetItem, columns: readonly SheetColumn[], cells: SheetCells): ReadSheetRow {
  const faults = new Map<string, string>()
  const read = (part: 'applicant' | 'answers'): Answers =>
    Object.fromEntries(
      columns.flatMap(({ id, reads }) => {
        const value = reads.part === part ? readCell(reads.field, cells[id] ?? '') : undefined
        return value === undefined || reads.part !== part ? [] : [[reads.field.id, value] as const]
      }),
    )
  const who = applicantForm(item.applicants)
  const given = read('applicant')
  const agent = ['agentName', 'agentIdNumber', 'agentPhone'].some((id) => given[id] !== undefined)
  const applicant = countedAnswers(who, {
    idType: 'resident-id',
    ...(item.applicants.length === 1 ? { kind: item.applicants[0]! } : {}),
    ...given,
    agent,
  } as Answers)
  const answers = carriedOver(who, applicant, item.form, read('answers'))
  const wanted = requiredMaterials(item, answers)
  const materials: HandedIn[] = []
  for (const { id, title, reads } of columns) {
    const cell = (cells[id] ?? '').trim()
    if (cell === '') continue
    if (reads.part === 'electronic' && yesOrNo(cell) === undefined) faults.set(id, `“${title}”应填“是”或者“否”。`)
    if (reads.part !== 'material') continue
    const counted = countOf(reads.material, cell)
    if (counted === undefined) faults.set(id, `“${title}”收齐了填“齐”，没交留空，份数不齐写“原件1复印件2”。`)
    else if (counted.originals + counted.copies > 0) {
      if (wanted.some((material) => material.id === reads.material.id))
        materials.push({ material: reads.material.id, form: 'paper', files: [], ...counted })
      else faults.set(id, `按这一行的情况不用交“${reads.material.name}”，请清空。`)
    }
  }
  const place = (part: string, path: string) => `${part}/${path.split(/[.[]/)[0]}`
  for (const fault of checkAnswers(who, applicant)) faults.set(place('applicant', fault.path), sentenceOfFault(fault))
  for (const fault of checkAnswers(item.form, answers)) {
    const own = place('answers', fault.path)
    // What is carried over from the applicant has no column of its own: the fault is the applicant's, and told once.
    const at = columns.some(({ id }) => id === own) ? own : (columns.find(({ title }) => title === fault.label)?.id ?? own)
    if (!faults.has(at)) faults.set(at, sentenceOfFault(fault))
  }
  return {
    applicant,
    answers: countedAnswers(item.form, answers),
    materials,
    electronic: yesOrNo(cells.electronic ?? '') ?? true,
    faults,
    missing: missingMaterials(item, answers, new Set(materials.map(({ material }) => material))).map(({ name }) => name),
  }
}

/** 齐, 缺, or the copies one by one. */
function countOf({ originals, copies }: Material, cell: string): { readonly originals: number; readonly copies: number } | undefined {
  const plain = yesOrNo(cell)
  if (plain !== undefined) return plain ? { originals, copies } : { originals: 0, copies: 0 }
  const counted = /^(?:原件?\s*(\d{1,3})\s*份?)?[，,、\s]*(?:复印?件?\s*(\d{1,3})\s*份?)?$/.exec(narrow(cell).trim())
  if (!counted || (counted[1] === undefined && counted[2] === undefined)) return undefined
  return { originals: Number(counted[1] ?? 0), copies: Number(counted[2] ?? 0) }
}
