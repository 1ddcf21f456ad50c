import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { expect, it } from 'vitest'
import type { BookEntry } from '../../rules/act.ts'
import { foldParts } from '../../server/fold-at-start.ts'
import { foldedAs } from '../../server/folded-as.ts'
import { canonicalJson } from '../../server/platform/canonical-json.ts'

/** Every subject's entries of every released example, of cases and of all else. */
function examples(): readonly (readonly BookEntry[])[] {
  const read = (folder: string) =>
    readdirSync(new URL(folder, import.meta.url))
      .filter((name) => name.endsWith('.json'))
      .sort()
      .flatMap((name) => JSON.parse(readFileSync(new URL(`${folder}${name}`, import.meta.url), 'utf8')) as unknown[])
  const cases = read('../../rules/case/released/') as { readonly entries: readonly BookEntry[] }[]
  const others = read('versions/') as { readonly subjects: readonly { readonly entries: readonly BookEntry[] }[] }[]
  return [...cases.map(({ entries }) => entries), ...others.flatMap(({ subjects }) => subjects.map(({ entries }) => entries))]
}

const kinds = new Map(foldParts.kinds.map((kind) => [kind.kind, kind]))

/** All that a database keeps of a subject: its state, its timers, its rows. */
function keptOf(entries: readonly BookEntry[]): unknown {
  const { subject } = entries[0]!
  const kind = kinds.get(subject.kind)!
  const state = entries.reduce<unknown>((before, entry) => kind.fold(before as never, entry), undefined)
  const rows = foldParts.rows
    .filter((maker) => maker.kind === subject.kind)
    .map((maker) => [maker.table, maker.toRow(state as never, subject, entries.length)])
  return { state, timers: kind.timers?.(state as never) ?? [], rows }
}

it('names the rules by which the book is folded: a database whose states were folded by others is folded anew after an upgrade', () => {
  const made = createHash('sm3')
  for (const entries of examples()) made.update(canonicalJson(keptOf(entries)))
  const digest = made.digest('hex').slice(0, 16)
  expect(foldedAs.split(' ')[1], 'the released examples fold to something else than before: write this digest into server/folded-as.ts').toBe(digest)
})
