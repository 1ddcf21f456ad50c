import { describe, expect, test } from 'vitest'
import { checkLetter } from './letter.ts'

const names = { places: ['you', 'reviewOrgan'], blocks: ['reasons'], conditions: ['filing'], required: ['reviewOrgan', 'reasons'] }
const check = (value: unknown) => checkLetter('refusal-decision', names, value)
const letter = (...paragraphs: readonly unknown[]) => ({ kind: 'refusal-decision', title: '决定书', paragraphs })
const reasons = { block: 'reasons' }
const remedy = { text: '{you}可以向{reviewOrgan}申请行政复议。' }

describe('a letter', () => {
  test('with all the law demands is taken', () => {
    expect(check(letter(reasons, remedy)).ok).toBe(true)
  })

  test('that drops a required place or block is refused by its name', () => {
    expect(check(letter(reasons))).toMatchObject({ refusal: { code: 'letter-place-missing', detail: { name: 'reviewOrgan' } } })
    expect(check(letter(remedy))).toMatchObject({ refusal: { code: 'letter-place-missing', detail: { name: 'reasons' } } })
  })

  test('that says it only sometimes is refused too', () => {
    expect(check(letter(reasons, { ...remedy, when: 'filing' }))).toMatchObject({ refusal: { code: 'letter-place-missing' } })
  })

  test('with a place, block or condition nobody fills is refused by its name', () => {
    expect(check(letter(reasons, remedy, { text: '{name}' }))).toMatchObject({ refusal: { code: 'letter-place-unknown', detail: { name: 'name' } } })
    expect(check(letter(reasons, remedy, { text: '{constructor}' }))).toMatchObject({ refusal: { code: 'letter-place-unknown' } })
    expect(check(letter(reasons, remedy, { block: 'faults' }))).toMatchObject({
      refusal: { code: 'letter-place-unknown', detail: { name: 'faults' } },
    })
    expect(check(letter(reasons, remedy, { text: '甲', when: 'sunday' }))).toMatchObject({
      refusal: { code: 'letter-place-unknown', detail: { name: 'sunday' } },
    })
    expect(check({ ...letter(reasons, remedy), title: '{stranger}' })).toMatchObject({ refusal: { code: 'letter-place-unknown' } })
  })

  test.each([
    null,
    [],
    {},
    { kind: 'receipt', title: '决定书', paragraphs: [reasons] },
    { kind: 'refusal-decision', title: '', paragraphs: [reasons] },
    { kind: 'refusal-decision', title: '决定书', paragraphs: [] },
    letter(reasons, remedy, '甲'),
    letter(reasons, remedy, { text: '' }),
    letter(reasons, remedy, { text: '甲', block: 'reasons' }),
    letter(reasons, remedy, { text: '甲', colour: 'red' }),
    letter(reasons, remedy, { text: '甲', when: 1 }),
  ])('of another shape is refused: %j', (value) => {
    expect(check(value)).toMatchObject({ refusal: { code: 'letter-malformed' } })
  })
})
