import canonicalize from 'canonicalize'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { canonicalJson } from './canonical-json.ts'

it('writes every JSON value as the reference implementation does', () => {
  fc.assert(fc.property(fc.jsonValue({ stringUnit: 'binary', maxDepth: 5 }), (value) => canonicalJson(value) === canonicalize(value)))
})

it('sorts names by their UTF-16 units, at every depth', () => {
  expect(canonicalJson({ '\u20ac': 1, '\r': 2, 乙: [{ b: 1, a: 2 }], '1': 3, '\ud83d\ude00': 4, '\ufb33': 5, ö: 6 })).toBe(
    '{"\\r":2,"1":3,"ö":6,"\u20ac":1,"乙":[{"a":2,"b":1}],"\ud83d\ude00":4,"\ufb33":5}',
  )
})

it('leaves out what has no value, and refuses what JSON cannot say', () => {
  expect(canonicalJson({ a: undefined, b: null, c: [undefined], d: -0 })).toBe('{"b":null,"c":[null],"d":0}')
  expect(() => canonicalJson([Number.NaN])).toThrow('no JSON form')
})
