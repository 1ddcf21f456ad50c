import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { BookEntry, EntryTexts } from '../../rules/act.ts'
import { releasedStories } from '../../rules/case/testing/released-stories.ts'
import { desks } from '../../server/desks.ts'
import { pathMatcher, textsIn } from '../../server/platform/book/open-texts.ts'
import { aPaperSetAgain, deskStories } from './desk-stories.ts'

/** Every entry that was ever released, and those that the stories write now. */
const released = ['../../rules/case/released/', 'versions/'].flatMap((folder) => {
  const at = new URL(folder, import.meta.url)
  return readdirSync(at).flatMap((file) => entriesIn(JSON.parse(readFileSync(new URL(file, at), 'utf8'))))
})
const now = [
  ...Object.values(deskStories).flatMap((tell) => tell().entries),
  ...Object.values({ ...releasedStories, aPaperSetAgain }).flatMap((tell) => tell().book.entries),
]
const texts = new Map<string, EntryTexts | undefined>(desks.flatMap((desk) => desk.kinds.map((kind) => [kind.kind, kind.texts])))

function entriesIn(value: unknown): readonly BookEntry[] {
  if (typeof value !== 'object' || value === null) return []
  if ('subject' in value && 'data' in value) return [value as BookEntry]
  return Object.values(value).flatMap(entriesIn)
}

/** A path as the lists may write it: `legs.review.leg.name` is held by `legs.*.leg.name`. */
const sidesOf = ({ subject, type }: BookEntry, path: string): readonly string[] => {
  const of = texts.get(subject.kind)
  const open = pathMatcher(of, 'open')(type, path)
  const veiled = pathMatcher(of, 'veiled')(type, path)
  return [...(open ? ['open'] : []), ...(veiled ? ['veiled'] : [])]
}

describe('who may read the texts of the book', () => {
  it('is decided, one way or the other, for every text of every entry type', () => {
    const undecided = new Set<string>()
    for (const entry of [...released, ...now])
      for (const { at, text } of textsIn(entry.data))
        if (text !== '' && sidesOf(entry, at).length !== 1)
          undecided.add(`${entry.subject.kind} ${entry.type}: ${at} (${sidesOf(entry, at).join(' and ') || 'undecided'})`)
    expect([...undecided].sort()).toEqual([])
  })

  it('finds a text that nobody decided on', () => {
    const entry = now.find(({ type }) => type === 'case-handed-over')!
    expect(sidesOf(entry, 'reason')).toEqual(['veiled'])
    expect(sidesOf(entry, 'remark')).toEqual([])
    expect(sidesOf(entry, 'handler.name')).toEqual(['open'])
  })
})
