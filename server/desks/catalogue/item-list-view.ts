import type { Static } from 'typebox'
import type { ItemLine, ItemList } from '../../../contract/catalogue.ts'
import { applicantWords, procedureWords } from '../../../contract/catalogue-words.ts'
import type { ServiceItem } from '../../../rules/service-item/item.ts'
import { periodWords } from '../../../rules/time/period-words.ts'
import type { Shelf } from './shelf.ts'

export interface ItemListAsk {
  readonly q?: string | undefined
  readonly field?: string | undefined
  readonly applicant?: string | undefined
  readonly limit?: number | undefined
}

/** Items in force, best answer first where something was asked, else by field and name; with how many there are in each field. */
export function listItems(shelf: Shelf, { q, field, applicant, limit = 100 }: ItemListAsk): Static<typeof ItemList> {
  const answer = q === undefined || q.trim() === '' ? undefined : shelf.search.answer(q, 200)
  const found = answer
    ? answer.items.flatMap(({ code, matched }) => (shelf.items.has(code) ? [{ item: shelf.items.get(code)!, matched }] : []))
    : [...shelf.items.values()].map((item) => ({ item, matched: '' })).sort((a, b) => byFieldAndName(a.item, b.item))
  const forApplicant = found.filter(({ item }) => applicant === undefined || item.applicants.some((kind) => kind === applicant))
  const fields = new Map<string, number>()
  for (const { item } of forApplicant) fields.set(item.field, (fields.get(item.field) ?? 0) + 1)
  const chosen = forApplicant.filter(({ item }) => field === undefined || item.field === field)
  return {
    items: chosen.slice(0, limit).map(({ item, matched }) => itemLine(item, matched === '' || matched === item.name ? null : matched)),
    fields: [...fields].map(([name, items]) => ({ field: name, items })),
    total: chosen.length,
    elsewhere: answer?.elsewhere ?? null,
  }
}

const collator = new Intl.Collator('zh')
const byFieldAndName = (a: ServiceItem, b: ServiceItem) => collator.compare(a.field, b.field) || collator.compare(a.name, b.name)

function itemLine(item: ServiceItem, matched: string | null): ItemLine {
  const { promised } = item.limits
  return {
    code: item.code,
    version: item.version,
    name: item.name,
    field: item.field,
    procedure: item.procedure,
    procedureName: procedureWords[item.procedure],
    institution: item.institution,
    office: item.office,
    promised: promised.days === 0 ? '即时办结' : periodWords(promised),
    applicants: item.applicants.map((kind) => applicantWords[kind]),
    matched,
  }
}
