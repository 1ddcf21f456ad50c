import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assertBookJson, isStorable } from './storable.ts'

const storable = (value: unknown): boolean => isStorable(value, JSON.stringify(value))

describe('text at the door', () => {
  it('is refused with NUL or half a surrogate pair, in values and names, however deep', () => {
    for (const bad of ['a\0b', '\ud800', 'x\udc00y', '\udbff\ud800']) {
      expect([storable(bad), storable({ a: [{ b: bad }] }), storable({ [bad]: 1 })]).toEqual([false, false, false])
    }
  })

  it('is let in when it only looks so', () => {
    for (const good of ['𠮷', String.raw`\u0000`, String.raw`\\ud800`, '\u0001\u001f', '䶮', ''])
      expect(storable({ [`a${good}`]: [good] })).toBe(true)
  })

  it('agrees with a look at every character', () => {
    const plain = (text: string) => [...text].every((c) => c !== '\0' && !(c.length === 1 && c >= '\ud800' && c <= '\udfff'))
    const unit = fc.oneof(fc.constantFrom('\0', '\ud800', '\udc00', '\\', 'u', '0', 'd', '8', '"', '𠮷'), fc.string({ maxLength: 2 }))
    fc.assert(
      fc.property(
        fc.array(unit).map((parts) => parts.join('')),
        (text) => {
          expect(storable([text])).toBe(plain(text))
        },
      ),
      { numRuns: 2000 },
    )
  })
})

describe('what lies in an entry', () => {
  it('is plain JSON with whole numbers', () => {
    assertBookJson({ a: [1, -5, 'x', null, true, {}], b: Object.create(null) }, 'entry')
    const bad: [unknown, string][] = [
      [{ a: { b: undefined } }, 'entry.a.b: undefined'],
      [{ a: [0.1] }, 'entry.a[0]: 0.1'],
      [Number.NaN, 'entry: NaN'],
      [2 ** 53, 'entry: 9007199254740992'],
      [{ on: new Date(0) }, 'entry.on: [object Date]'],
      [{ f: () => 1 }, 'entry.f: [object Function]'],
      [1n, 'entry: [object BigInt]'],
      [['a\0'], 'entry[0]: text with NUL'],
    ]
    for (const [value, message] of bad) expect(() => assertBookJson(value, 'entry')).toThrow(message)
  })
})
