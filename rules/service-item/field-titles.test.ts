import { expect, it } from 'vitest'
import { placeTitle } from './field-titles.ts'

it.each([
  ['', '整个事项'],
  ['limits', '时限'],
  ['basis[0].law', '设定依据 1 · 法律法规'],
  ['form[2].fields[0].label', '表单 3 · 字段 1 · 名称'],
  ['applicants[1]', '服务对象 2'],
  ['somethingNew', 'somethingNew'],
])('the place %j is said as %s', (path, title) => {
  expect(placeTitle(path)).toBe(title)
})
