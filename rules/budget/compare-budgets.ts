import type { BudgetDocument } from './budget-document.ts'
import { inDocumentOrder, titleIn } from './path-title.ts'
import { printedValue } from './place-value.ts'

/** One place in which two versions differ; values as they are printed, empty where there is nothing. */
export type BudgetDifference = { readonly path: string; readonly title: string; readonly was: string; readonly is: string }

type Found = Omit<BudgetDifference, 'title'>

/**
 * Every place in which a version differs from another, in the order of the document. Projects are matched by code (else by name, else by place),
 * function codes by code, years of 三公 by year, so that one put in between does not make all others differ.
 */
export function compareBudgets(before: BudgetDocument, after: BudgetDocument): BudgetDifference[] {
  const found: Found[] = []
  compare('', before, after, found)
  return found.map((difference) => ({ ...difference, title: titleIn(after, difference.path) }))
}

function compare(path: string, was: unknown, is: unknown, found: Found[]): void {
  if (Object.is(was, is)) return
  if (isList(was) || isList(is)) {
    compareLists(path, isList(was) ? was : [], isList(is) ? is : [], found)
    return
  }
  if (isRecord(was) || isRecord(is)) {
    const [a, b] = [isRecord(was) ? was : {}, isRecord(is) ? is : {}]
    const names = [...new Set([...Object.keys(a), ...Object.keys(b)])].toSorted(inDocumentOrder)
    for (const name of names) compare(path === '' ? name : `${path}/${name}`, a[name], b[name], found)
    return
  }
  const [old, now] = [printedValue(path, was), printedValue(path, is)]
  if (old !== now) found.push({ path, was: old, is: now })
}

function compareLists(path: string, was: readonly unknown[], is: readonly unknown[], found: Found[]): void {
  const keyOf = KEYS[path]
  if (keyOf === undefined) {
    for (let at = 0; at < Math.max(was.length, is.length); at++) compare(`${path}/${at}`, was[at], is[at], found)
    return
  }
  const old = keyed(was, keyOf)
  const now = keyed(is, keyOf)
  for (const [key, { at, one }] of now) compare(`${path}/${at}`, old.get(key)?.one, one, found)
  for (const [key, { at, one }] of old) if (!now.has(key)) compare(`${path}/-${at}`, one, undefined, found)
}

const text = (one: unknown, ...names: readonly string[]): string => {
  for (const name of names) if (isRecord(one) && one[name] !== null && one[name] !== undefined) return String(one[name])
  return ''
}

const KEYS: Readonly<Record<string, (one: unknown) => string>> = {
  projects: (one) => text(one, 'code', 'name'),
  functionCodes: (one) => text(one, 'code', 'name'),
  threePublic: (one) => text(one, 'year'),
  tables: (one) => text(one, 'title'),
  institutions: (one) => text(one, 'name'),
  assets: (one) => text(one, 'name'),
}

/** By key; one without a key, or with a key that came already, goes by its place. */
function keyed(list: readonly unknown[], keyOf: (one: unknown) => string): Map<string, { readonly at: number; readonly one: unknown }> {
  const map = new Map<string, { at: number; one: unknown }>()
  list.forEach((one, at) => {
    const key = keyOf(one)
    map.set(key === '' || map.has(key) ? `#${at}` : key, { at, one })
  })
  return map
}

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value)
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value)
