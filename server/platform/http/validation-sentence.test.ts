import { Type } from 'typebox'
import { expect, it } from 'vitest'
import { faultIn } from './validation-sentence.ts'

const schema = Type.Object(
  {
    kind: Type.Union([Type.Literal('natural-person'), Type.Literal('enterprise')]),
    only: Type.Optional(Type.Literal('yes')),
    lines: Type.Array(Type.Object({ days: Type.Integer({ minimum: 1 }) }, { additionalProperties: false })),
  },
  { additionalProperties: false },
)
const sound = { kind: 'enterprise', lines: [{ days: 3 }] }

it.each([
  ['all values of a choice', { ...sound, kind: 'person' }, 'wrong-value', { field: 'kind', expects: '须为 natural-person、enterprise 之一' }],
  ['a single value', { ...sound, only: 'no' }, 'wrong-value', { field: 'only', expects: '须为 yes' }],
  ['what is missing', { lines: [] }, 'wrong-value', { field: 'kind', expects: '必填' }],
  ['what is unknown, however deep', { ...sound, lines: [{ days: 3, more: 1 }] }, 'unknown-field', { field: 'more' }],
  ['a bound within a list', { ...sound, lines: [{ days: 0 }] }, 'wrong-value', { field: 'lines.0.days', expects: '不小于 1' }],
])('names %s', (_what, value, code, detail) => expect(faultIn(schema, value, 'input')).toMatchObject({ code, detail }))

it('has nothing to say of what fits', () => expect(faultIn(schema, sound, 'input')).toBeUndefined())
