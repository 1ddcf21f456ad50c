import { readFile } from 'node:fs/promises'
import type { Actor } from '../../../rules/act.ts'
import type { Writer } from '../../platform/writer.ts'
import { type ReadBudget, readBudgetFile } from './read-budget-file.ts'

const shipped = new URL('../../../data/demonstration/budget-2020.txt', import.meta.url)

/** The demonstration's document: the budget that the pattern bureau published in 2020, read from its text. */
export async function demonstrationBudget(): Promise<ReadBudget> {
  const read = await readBudgetFile(await readFile(shipped), 'budget-2020.txt')
  if (!read.ok) throw new Error(`the demonstration's budget cannot be read: ${read.refusal.code}`)
  return read.value
}

const officer = (id: string, name: string, role: string): Actor => ({ kind: 'staff', id, name, roles: [role], office: 'general-office' })
const keeper = officer('s-caiwu', '蒋燕', 'finance-officer')
const reviewer = officer('s-fuhe', '沈涛', 'finance-reviewer')
const head = officer('s-juzhang', '刘海峰', 'head')

/**
 * Puts the 2020 budget into the demonstration's book: imported as the published original, reviewed, approved and published by the demonstration's people.
 * Idempotent: a book that has a 2020 budget is left alone. Takes about a third of a second.
 */
export async function seedBudget(writer: Writer, bureau: string): Promise<void> {
  const key = { year: 2020, kind: 'budget' as const }
  const { content, leftOut } = await demonstrationBudget()
  const steps = [
    [keeper, 'import-budget', { ...key, content, source: { name: '2020年部门预算公开文件.txt', digest: null, original: true }, leftOut }],
    [keeper, 'submit-budget', key],
    [reviewer, 'review-budget', key],
    [head, 'approve-budget', key],
    [head, 'publish-budget', key],
  ] as const
  for (const [actor, act, input] of steps) {
    const outcome = await writer.submit({ bureau, act, input, actor, channel: 'console' })
    if (outcome.ok) continue
    if (act === 'import-budget' && outcome.refusal.code === 'budget-in-other-phase') return
    throw new Error(`${act}: ${outcome.refusal.code}`)
  }
}
