import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { budgetEntryTitles } from '../../contract/budget-texts.ts'
import type { BookEntry, SubjectRef } from '../../rules/act.ts'
import { allCaseActs } from '../../rules/case/all-acts.ts'
import { releasedStories } from '../../rules/case/testing/released-stories.ts'
import { desks } from '../../server/desks.ts'
import { aPaperSetAgain, deskStories } from './desk-stories.ts'

/**
 * As for cases (rules/case/released.test.ts), for every other subject of the book: `versions/` keeps the entries of every released version as that version
 * wrote them, with the states they led to. A file is never changed once its version is out; a new one adds its own:
 * WRITE_RELEASED=0.2.0 npx vitest run tests/released, then npx biome check --write tests/released
 */
interface Released {
  readonly name: string
  readonly subjects: readonly { readonly ref: SubjectRef; readonly entries: readonly BookEntry[]; readonly state: unknown }[]
}

const folder = new URL('versions/', import.meta.url)
const files = readdirSync(folder).filter((name) => name.endsWith('.json'))
const kept = (file: string) => JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Released[]
const kinds = new Map(desks.flatMap((desk) => desk.kinds.map((kind) => [kind.kind, kind])))
const refold = (entries: readonly BookEntry[]): unknown =>
  entries.reduce<unknown>((state, entry) => kinds.get(entry.subject.kind)!.fold(state, entry), undefined)

/** Papers, counters, bars and what the cases' own acts write of their applicants come from the stories of cases. */
const besideCases = new Set(['paper', 'counter', 'citizen', 'bar-list'])

function told(): readonly Released[] {
  const own = Object.entries(deskStories).map(([name, tell]) => [name, tell().entries] as const)
  const cases = Object.entries({ ...releasedStories, 'a paper that could not be set at first': aPaperSetAgain }).map(
    ([name, tell]) => [name, tell().book.entries.filter(({ subject }) => besideCases.has(subject.kind))] as const,
  )
  return [...own, ...cases].map(([name, entries]) => ({
    name,
    subjects: [...Map.groupBy(entries, ({ subject }) => `${subject.kind}/${subject.id}`).values()].map((of) => ({
      ref: of[0]!.subject,
      entries: of,
      state: refold(of),
    })),
  }))
}

if (process.env.WRITE_RELEASED) writeFileSync(new URL(`${process.env.WRITE_RELEASED}.json`, folder), `${JSON.stringify(told(), null, 1)}\n`)

describe('what was once written of people, places, items, days, papers and budgets', () => {
  it.each(files)('%s still folds to what it led to', (file) => {
    // A later version may know more of a state; what was known must stand.
    for (const { name, subjects } of kept(file))
      for (const { ref, entries, state } of subjects) expect(refold(entries), `${name}: ${ref.kind} ${ref.id}`).toMatchObject(state as never)
  })

  it('meets every entry type at the version now written', () => {
    const versions = (all: readonly Released[]) =>
      new Set(all.flatMap(({ subjects }) => subjects.flatMap(({ entries }) => entries.map(({ type, version }) => `${type}@${version}`))))
    const before = versions(files.flatMap(kept))
    const now = versions(told())
    expect([...now].filter((one) => !before.has(one))).toEqual([])
    expect(Object.keys(budgetEntryTitles).filter((type) => !now.has(`${type}@1`))).toEqual([])
  })

  it('is told by stories that do every act of every desk', () => {
    const done = new Set(Object.values(deskStories).flatMap((tell) => [...tell().done]))
    const ofCases = new Set(allCaseActs.map(({ name }) => name))
    const all = desks.flatMap(({ acts }) => acts.map(({ name }) => name)).filter((name) => !ofCases.has(name))
    expect(all.filter((name) => !done.has(name))).toEqual([])
  })

  it('holds a subject of every kind but the case', () => {
    const met = new Set(told().flatMap(({ subjects }) => subjects.map(({ ref }) => ref.kind)))
    expect([...kinds.keys()].filter((kind) => kind !== 'case' && !met.has(kind))).toEqual([])
  })
})
