import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { caseStatesPage } from './case-states.ts'

const file = new URL('../docs/case-states.md', import.meta.url)

if (process.env.WRITE_DOCS) writeFileSync(file, caseStatesPage())

describe('the page of states', () => {
  it('is what the table of permitted acts says', () => {
    expect(readFileSync(file, 'utf8')).toBe(caseStatesPage())
  })

  it('draws what leads on, a withdrawal and the archive once for all', () => {
    const arrows = caseStatesPage()
      .split('\n')
      .filter((line) => line.includes('-->'))
    expect(arrows).toContain('  pre_review --> in_review: 受理、容缺受理、视为受理')
    expect(arrows).toContain('  supplementing --> pre_review: 提交补正材料')
    expect(arrows.filter((line) => line.includes('撤回申请'))).toEqual(['  running --> withdrawn: 撤回申请'])
    expect(arrows.filter((line) => line.includes('归档'))).toEqual(['  concluded --> archived: 归档'])
    expect(new Set(arrows).size).toBe(arrows.length)
  })
})
