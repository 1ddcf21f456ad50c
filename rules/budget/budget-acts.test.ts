import { describe, expect, it } from 'vitest'
import type { Actor } from '../act.ts'
import { permittedBudgetActs, stepRoles } from './budget-acts.ts'
import { emptyBudget } from './budget-document.ts'
import { budgetKind, budgetPhases, type BudgetPhase, type BudgetState } from './budget-state.ts'

const actor = (id: string, ...roles: string[]): Actor => ({ kind: 'staff', id, name: id, roles })
const [officer, reviewer, head] = [actor('o', stepRoles.keep), actor('r', stepRoles.review), actor('h', stepRoles.approve)]
const person = ({ id, name }: Actor) => ({ id, name })

const opened = budgetKind.fold(undefined, {
  subject: { kind: 'budget', id: '2026' },
  type: 'budget-opened',
  version: 1,
  data: { by: person(officer), on: '2026-03-02', year: 2026, kind: 'budget', content: emptyBudget('某局', 2026, 'budget') } as never,
  position: 1,
  seq: 1,
  actId: 'a',
  occurredAt: '2026-03-02T09:00:00.000+08:00',
  actor: officer,
  channel: 'test',
})
const at = (phase: BudgetPhase, more: Partial<BudgetState> = {}): BudgetState => ({ ...opened, phase, ...more })

describe('who may do what with a budget', () => {
  it.each([
    ['drafting', officer, ['edit-budget', 'import-budget', 'decide-original-faults', 'submit-budget', 'record-budget-reply']],
    ['drafting', reviewer, []],
    ['drafting', head, []],
    ['submitted', officer, ['return-budget', 'record-budget-reply']],
    ['submitted', reviewer, ['review-budget', 'return-budget']],
    ['submitted', head, ['return-budget']],
    ['reviewed', officer, ['record-budget-reply']],
    ['reviewed', reviewer, ['return-budget']],
    ['reviewed', head, ['approve-budget', 'return-budget']],
    ['approved', reviewer, ['return-budget']],
    ['approved', head, ['return-budget', 'publish-budget']],
    ['published', officer, ['record-budget-reply']],
    ['published', reviewer, []],
    ['published', head, ['return-budget']],
  ] as const)('%s, %o', (phase, who, acts) => expect(permittedBudgetActs(at(phase), who)).toEqual(acts))

  it('nobody reviews or approves what they took part in', () => {
    const all = actor('o', stepRoles.keep, stepRoles.review, stepRoles.approve)
    expect(permittedBudgetActs(at('submitted'), all)).not.toContain('review-budget')
    const reviewed = { reviewed: { by: person(head), on: '2026-03-02' as never } }
    expect(permittedBudgetActs(at('reviewed', reviewed), head)).not.toContain('approve-budget')
  })

  it('gives a citizen nothing in any phase', () => {
    for (const phase of budgetPhases) expect(permittedBudgetActs(at(phase), { ...officer, kind: 'citizen' })).toEqual([])
  })
})
