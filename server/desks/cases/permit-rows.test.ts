import { expect, it } from 'vitest'
import type { CaseState } from '../../../rules/case/standing/state.ts'
import { up } from '../../migrations/0091-register-of-grants.ts'
import { forEachEngine } from '../../platform/testing/databases.ts'
import { permitRows } from './case-rows.ts'

const on = '2026-03-02'
const more = { item: { code: 'test-permit' }, papers: [] }
const papers = [
  { kind: 'acceptance-notice', number: '受1号', voidedOn: null },
  { kind: 'grant-decision', number: '准1号', voidedOn: on },
  { kind: 'grant-decision', number: '准2号', voidedOn: null },
]
const decision = { outcome: 'granted', on, validity: { from: '2026-03-05', to: '2031-03-04' } }
const suspension = { id: 's', from: '2026-05-01', until: '2026-06-01', lifted: null, organ: '某局' }
const permits: Readonly<Record<string, object>> = {
  plain: { outcome: 'granted', decision, papers },
  'deemed renewed': { outcome: 'granted', decision, papers: [{ kind: 'renewal-notice', number: '延1号', voidedOn: null }] },
  unlimited: { outcome: 'granted', decision: { ...decision, validity: { from: on, to: 'unlimited' } } },
  'of an older version': { outcome: 'granted', decision: { outcome: 'granted', on } },
  suspended: {
    outcome: 'granted',
    decision,
    permit: { suspensions: [suspension, { ...suspension, until: null, lifted: { on: '2026-05-09', number: '1' } }] },
  },
  'no longer suspended by any': { outcome: 'granted', decision, permit: { suspensions: [] } },
  changed: { outcome: 'granted', decision, permit: { changes: [{ on }] } },
  cancelled: { outcome: 'granted', decision, permit: { cancelled: { on }, revoked: { on } } },
  revoked: { outcome: 'granted', decision, permit: { revoked: { on } } },
  withdrawn: { outcome: 'granted', decision, permit: { withdrawn: { on } } },
  forfeited: { outcome: 'granted', decision, permit: { forfeited: { decidedOn: on } } },
  refused: { outcome: 'refused', decision: { outcome: 'refused', on } },
  running: { outcome: null, decision: null },
}

forEachEngine('how permits stand', (fresh) => {
  it('is brought up from older cases as the rule says it of each', async () => {
    const database = await fresh()
    for (const [id, state] of Object.entries(permits))
      await database.query(`INSERT INTO subject (bureau, kind, id, seq, state, last) VALUES ('b', 'case', $1, 1, $2, '{}')`, [
        id,
        JSON.stringify({ ...more, ...state }),
      ])
    await database.script(up)
    const columns = 'id, valid_from, valid_to, ended, suspended, changed, renewed_from, granted_on, item, decision_number'
    const { rows } = await database.query(`SELECT ${columns} FROM permit_row ORDER BY id`)
    const said = Object.entries(permits).flatMap(([id, state]) => {
      const row = permitRows.toRow({ ...more, ...state } as unknown as CaseState as never, { kind: 'case', id }, 1)
      return row === null ? [] : [{ id, ...row }]
    })
    expect(rows).toEqual(said.sort((one, other) => (one.id < other.id ? -1 : 1)))
    expect(rows).toHaveLength(11)
    expect(rows.find(({ id }) => id === 'plain')).toMatchObject({ decision_number: '准2号' })
  })
})
