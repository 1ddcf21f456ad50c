import { describe, expect, it } from 'vitest'
import { comparisonsOf, holds } from './condition.ts'
import type { Condition } from './item.ts'

const isNew: Condition = { field: 'kind', equals: 'new' }
const isLarge: Condition = { field: 'size', oneOf: [3, 4] }

describe('a condition over answers', () => {
  it.each([
    [isNew, { kind: 'new' }, true],
    [isNew, { kind: 'old' }, false],
    [isNew, {}, false],
    [{ field: 'byAgent', equals: true }, { byAgent: 'true' }, false],
    [isLarge, { size: 4 }, true],
    [isLarge, { size: '4' }, false],
    [isLarge, { size: [4] }, false],
    [{ all: [isNew, isLarge] }, { kind: 'new', size: 3 }, true],
    [{ all: [isNew, isLarge] }, { kind: 'new' }, false],
    [{ any: [isNew, isLarge] }, { size: 3 }, true],
    [{ any: [isNew, isLarge] }, {}, false],
    [{ not: isNew }, {}, true],
    [{ not: { any: [isNew, isLarge] } }, { size: 3 }, false],
  ] as const)('%j over %j is %s', (condition, answers, expected) => {
    expect(holds(condition as Condition, answers)).toBe(expected)
  })

  it('names every comparison in it', () => {
    expect(comparisonsOf({ all: [isNew, { not: { any: [isLarge] } }] })).toEqual([
      { field: 'kind', values: ['new'] },
      { field: 'size', values: [3, 4] },
    ])
  })
})
