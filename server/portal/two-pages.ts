import { hash } from 'node:crypto'
import type { Json } from '../../rules/act.ts'
import type { Answers } from '../../rules/service-item/condition.ts'
import { canonicalJson } from '../platform/canonical-json.ts'
import { withoutEmptyRows } from './form-values.ts'
import { html, type Html, lines } from './html.ts'

/**
 * The same draft open on two pages: each page carries a mark of every value that it showed, so that what is sent back can be told apart into what was
 * changed there and what only lay there meanwhile.
 */
const markOf = (value: Json | undefined): string => hash('sha256', canonicalJson(plain(value)), 'base64url').slice(0, 8)

/** Nothing typed, and a table of empty rows, are both nothing. */
function plain(value: Json | undefined): Json {
  const whole = withoutEmptyRows({ value: value ?? '' }).value ?? ''
  return Array.isArray(whole) && whole.length === 0 ? '' : whole
}

export const marksOf = (values: readonly (Json | undefined)[]): string => values.map(markOf).join(' ')

export interface Merged {
  /** For each name: what was typed, or, where this page left it alone, what stands there by now. */
  readonly values: Answers
  /** Names of what both pages changed, each to something else. */
  readonly clashes: readonly string[]
  /** Names of what another page changed meanwhile. */
  readonly moved: readonly string[]
}

/** `seen`: the marks that the page carried, in the order of `names`; a page without them is taken at its word. */
export function mergePages(names: readonly string[], seen: string, typed: Answers, stored: Answers): Merged {
  const marks = seen.split(' ')
  const values: Record<string, Json> = {}
  const clashes: string[] = []
  const moved: string[] = []
  for (const [n, name] of names.entries()) {
    const mine = typed[name] ?? ''
    const there = stored[name]
    const [before, mark, markThere] = [marks[n], markOf(mine), markOf(there)]
    values[name] = before === mark ? (there ?? mine) : mine
    if (!before || before === markThere) continue
    moved.push(name)
    if (before !== mark && mark !== markThere) clashes.push(name)
  }
  return { values, clashes, moved }
}

/** Tells what another page had said where both said something. */
export const clashNote = (said: readonly (readonly [label: string, there: string])[]): Html =>
  html`<div class="note" role="alert"><p>这份申请刚才在另一个页面里也改过。下面几处两边填得不一样，现在保存的是这一页填的，请核对后再继续：</p>
<ul>${said.map(([label, there]) => html`<li>“${label}”，另一页填的是：${there === '' ? '（没有填）' : lines(there)}</li>`)}</ul></div>`
