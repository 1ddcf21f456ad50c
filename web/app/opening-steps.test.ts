import { expect, test } from 'vitest'
import { openingSteps } from './opening-steps.ts'

const institution = { kind: 'institution', closed: false }
const department = { kind: 'department', closed: false }
const person = (...roles: string[]) => ({ name: '王敏', roles })
const todos = (opened: Parameters<typeof openingSteps>[0]) => openingSteps(opened).map(({ todo }) => todo)

test('a bureau that has just been opened is told everything, by whom', () => {
  const [office, people, items] = todos({ offices: [institution], staff: [person('system-administrator')], itemsInForce: 0 })
  expect(office).toContain('增设收件的窗口')
  expect(people).toContain('还没有人是窗口人员、审查人员、决定人、事项编辑、事项审核。')
  expect(people).not.toContain('还没有角色')
  expect(items).toContain('catalogue draft-shipped')
})

test('who was added and has no role is named, and what is there is not asked for', () => {
  const staff = [person('window-clerk', 'reviewer', 'decision-maker'), person('catalogue-editor'), person()]
  const [office, people] = todos({ offices: [institution, department], staff, itemsInForce: 0 })
  expect(office).toBeUndefined()
  expect(people).toMatch(/还没有人是事项审核。.*（王敏还没有角色）/)
})

test('a closed department is none', () => {
  expect(todos({ offices: [institution, { ...department, closed: true }], staff: [], itemsInForce: 1 })[0]).toBeDefined()
})

test('nothing is left once somebody can receive, decide and publish, and something is published', () => {
  const staff = [person('window-clerk', 'reviewer', 'decision-maker'), person('catalogue-editor'), person('catalogue-approver')]
  expect(todos({ offices: [department], staff, itemsInForce: 1 })).toEqual([undefined, undefined, undefined])
})
