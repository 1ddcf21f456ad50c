import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { BookEntry } from '../act.ts'
import { entryTitles } from '../../contract/case-entry-texts.ts'
import { caseRef } from './standing/entries.ts'
import type { CaseState } from './standing/state.ts'
import { releasedStories } from './testing/released-stories.ts'
import { refold } from './testing/book.ts'

/**
 * An entry must still fold in thirty years. `released/` keeps the entries of every released version as that version wrote them, with the state they led
 * to: a file is never changed once its version is out. A new version adds its own: WRITE_RELEASED=0.2.0 npx vitest run rules/case/released.test.ts
 */
interface Released {
  readonly name: string
  readonly entries: readonly BookEntry[]
  readonly state: CaseState
}

const folder = new URL('released/', import.meta.url)
const files = readdirSync(folder).filter((name) => name.endsWith('.json'))

const told = (): readonly Released[] =>
  Object.entries(releasedStories).map(([name, tell]) => {
    const story = tell()
    const entries = story.book.entries.filter(({ subject }) => subject.kind === 'case' && subject.id === story.id)
    return { name, entries, state: refold<CaseState>(entries, caseRef(story.id))! }
  })

if (process.env.WRITE_RELEASED) writeFileSync(new URL(`${process.env.WRITE_RELEASED}.json`, folder), `${JSON.stringify(told(), null, 1)}\n`)

describe('what was once written', () => {
  it.each(files)('%s still folds to what it led to', (file) => {
    for (const { name, entries, state } of JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Released[]) {
      const again = refold<CaseState>(entries, caseRef(state.id))!
      // A later version may know more of a state; what was known must stand.
      expect(again, name).toMatchObject(state as never)
    }
  })

  it('meets every entry type at the version now written', () => {
    const kept = files.flatMap((file) => (JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Released[]).flatMap(({ entries }) => entries))
    const now = told().flatMap(({ entries }) => entries)
    const versions = (entries: readonly BookEntry[]) => new Set(entries.map(({ type, version }) => `${type}@${version}`))
    expect([...versions(now)].filter((one) => !versions(kept).has(one))).toEqual([])
    const types = new Set(now.map(({ type }) => type))
    expect(Object.keys(entryTitles).filter((type) => !types.has(type) && type !== 'application-received')).toEqual([])
  })
})
