import { describe, expect, it } from 'vitest'
import { checkAnswers, checkGroup } from './check-answers.ts'
import type { Answers } from './condition.ts'
import type { FormField, FormGroup } from './item.ts'

const field = (id: string, type: FormField['type'], more: Partial<FormField> = {}): FormField => ({ id, label: id, required: true, type, ...more })
const formOf = (...fields: FormField[]): readonly FormGroup[] => [{ id: 'only', title: '唯一', fields }]
const codes = (form: readonly FormGroup[], answers: Answers) => checkAnswers(form, answers).map((fault) => `${fault.path} ${fault.code}`)

describe('one answer', () => {
  it.each([
    [field('x', 'text', { min: 2, max: 4 }), '', 'x answer-missing'],
    [field('x', 'text', { min: 2, max: 4 }), '   ', 'x answer-missing'],
    [field('x', 'text', { min: 2, max: 4 }), '甲', 'x answer-too-short'],
    [field('x', 'text', { min: 2, max: 4 }), '甲乙丙丁戊', 'x answer-too-long'],
    [field('x', 'text', { max: 2 }), '𠮷𠮷', undefined],
    [field('x', 'text'), '甲\n乙', 'x answer-bad-text'],
    [field('x', 'text'), '甲\u0000', 'x answer-bad-text'],
    [field('x', 'text'), '\ud800', 'x answer-bad-text'],
    [field('x', 'long-text'), '甲\n乙', undefined],
    [field('x', 'text'), 3, 'x answer-wrong-type'],
    [field('x', 'integer', { min: 1, max: 9 }), 0, 'x answer-too-small'],
    [field('x', 'integer', { min: 1, max: 9 }), 10, 'x answer-too-great'],
    [field('x', 'integer'), 1.5, 'x answer-wrong-type'],
    [field('x', 'integer'), '1', 'x answer-wrong-type'],
    [field('x', 'money'), -1, 'x answer-too-small'],
    [field('x', 'money'), 0, undefined],
    [field('x', 'date'), '2026-02-29', 'x answer-bad-date'],
    [field('x', 'date'), '2028-02-29', undefined],
    [field('x', 'yes-no'), 'yes', 'x answer-wrong-type'],
    [field('x', 'yes-no'), null, 'x answer-not-chosen'],
    [field('x', 'choice', { options: [{ value: 'a', label: '甲' }] }), '', 'x answer-not-chosen'],
    [field('x', 'yes-no'), false, undefined],
    [field('x', 'choice', { options: [{ value: 'a', label: '甲' }] }), 'b', 'x answer-not-offered'],
    [field('x', 'uscc'), '91350100M000100Y43', undefined],
    [field('x', 'uscc'), '91350100M000100Y4I', 'x answer-bad-uscc'],
    [field('x', 'resident-id'), '11010519491231002X', undefined],
    [field('x', 'resident-id'), '1101051949123100', 'x answer-bad-resident-id'],
    [field('x', 'phone'), '13800001234', undefined],
    [field('x', 'phone'), '0335-8012345', undefined],
    [field('x', 'phone'), '1380000123', 'x answer-bad-phone'],
    [field('x', 'project-code'), '2105-130371-04-01-123456', undefined],
    [field('x', 'project-code'), '2105-130371-04-01', 'x answer-bad-project-code'],
  ] as const)('%j answered %j', (one, value, fault) => {
    expect(codes(formOf(one), { x: value })).toEqual(fault === undefined ? [] : [fault])
  })

  it('is not asked for where it is not required, also as null or an empty text', () => {
    for (const value of [null, '', []]) expect(codes(formOf(field('x', 'text', { required: false })), { x: value })).toEqual([])
  })
})

describe('a table', () => {
  const form = formOf(field('rows', 'list', { min: 2, max: 3, columns: [field('name', 'text'), field('phone', 'phone', { required: false })] }))
  it.each([
    [[{ name: '甲' }], ['rows answer-too-few-rows']],
    [[{ name: '甲' }, { name: '乙' }], []],
    [[{ name: '甲' }, {}], ['rows[1].name answer-missing']],
    [[{ name: '甲' }, { name: '乙', phone: '1' }], ['rows[1].phone answer-bad-phone']],
    [[{ name: '甲' }, { name: '乙', age: 3 }], ['rows[1].age answer-unknown-field']],
    [[{ name: '甲' }, '乙'], ['rows[1] answer-wrong-type']],
    ['甲乙', ['rows answer-wrong-type']],
    [[{ name: '甲' }, { name: '乙' }, { name: '丙' }, { name: '丁' }], ['rows answer-too-many-rows']],
  ] as const)('%j', (rows, expected) => {
    expect(codes(form, { rows })).toEqual(expected)
  })
})

describe('questions that depend on answers', () => {
  const form: readonly FormGroup[] = [
    { id: 'first', title: '一', fields: [field('byAgent', 'yes-no'), field('agent', 'text', { showIf: { field: 'byAgent', equals: true } })] },
    { id: 'second', title: '二', showIf: { field: 'agent', equals: '张三' }, fields: [field('authority', 'text')] },
  ]
  it('asks to choose in a row too', () =>
    expect(codes(formOf(field('rows', 'list', { columns: [field('kind', 'choice', { options: [] })] })), { rows: [{}] })).toEqual([
      'rows[0].kind answer-not-chosen',
    ]))
  it('are demanded where they are asked', () => expect(codes(form, { byAgent: true })).toEqual(['agent answer-missing']))
  it('are refused where they are not asked', () => expect(codes(form, { byAgent: false, agent: '张三' })).toEqual(['agent answer-hidden-field']))
  it('stay hidden behind a hidden question', () =>
    expect(codes(form, { byAgent: false, agent: '张三', authority: '全权' })).toEqual(['agent answer-hidden-field', 'authority answer-hidden-field']))
  it('are refused where nobody knows them', () => expect(codes(form, { byAgent: false, salary: 3 })).toEqual(['salary answer-unknown-field']))
  it('are checked page by page without asking for the other pages', () =>
    expect(checkGroup(form[1]!, form, { byAgent: true, agent: '张三' }).map((fault) => fault.path)).toEqual(['authority']))
})
