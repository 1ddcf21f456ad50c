import { readFile } from 'node:fs/promises'
import type { Actor } from '../../../rules/act.ts'
import { faultId } from '../../../rules/budget/budget-state.ts'
import type { OriginalFault } from '../../../rules/budget/original-faults.ts'
import type { Writer } from '../../platform/writer/writer.ts'
import { type ReadBudget, readBudgetFile } from './read-budget-file.ts'

const shipped = new URL('../../../data/demonstration/budget-2020.txt', import.meta.url)

/** The demonstration's document: the budget that the pattern bureau published in 2020, read from its text. */
export async function demonstrationBudget(): Promise<ReadBudget> {
  const read = await readBudgetFile(await readFile(shipped), 'budget-2020.txt', true)
  if (!read.ok) throw new Error(`the demonstration's budget cannot be read: ${read.refusal.code}`)
  return read.value
}

const officer = (id: string, name: string, role: string): Actor => ({ kind: 'staff', id, name, roles: [role], office: 'general-office' })
const keeper = officer('s-caiwu', '蒋燕', 'finance-officer')
const reviewer = officer('s-fuhe', '沈涛', 'finance-reviewer')
const head = officer('s-juzhang', '刘海峰', 'head')

/** Why the officer lets the standard form correct what it cannot carry. */
const reasons: Readonly<Record<string, string>> = {
  'FIELD-CODE': 'Word 域代码显示在正文中，不是公开的内容，排版时删去。',
  'NAME-FIELD': '统一格式的资产表不列“编制部门”一栏，单位名称见标题。',
  'NAME-TITLE': '只在域代码中写错，正文标题是“短信服务费”，以正文为准。',
  TYPO: '只在域代码中写错，随域代码删去。',
}
const numbering = '标题序号由统一格式连续编排。'

/**
 * Puts the 2020 budget into the demonstration's book: imported as the published original, decided on where its form cannot be carried, reviewed,
 * approved and published by the demonstration's people. All its other faults stand as they were published.
 * Idempotent: a book that has a 2020 budget is left alone. Handed over together, so that the writer commits all of it at once: a start that is cut short
 * leaves none of it. Takes about a third of a second.
 */
export async function seedBudget(writer: Writer, bureau: string): Promise<void> {
  const key = { year: 2020, kind: 'budget' as const }
  const { content, faults } = await demonstrationBudget()
  const source = { name: '2020年部门预算公开文件.txt', digest: null, original: true }
  const submit = (actor: Actor, act: string, input: unknown) => writer.submit({ bureau, act, input, actor, channel: 'console' })
  const reasonOf = ({ rule }: OriginalFault): string => reasons[rule] ?? numbering
  const decided = faults.flatMap((fault, index) => (fault.carried ? [] : [[faultId(1, index), reasonOf(fault)] as const]))
  const decisions = [...Map.groupBy(decided, ([, reason]) => reason)].map(
    ([reason, group]) => [keeper, 'decide-original-faults', { ...key, faults: group.map(([id]) => id), decision: 'correct', reason }] as const,
  )
  const steps = [
    [keeper, 'import-budget', { ...key, content, source, faults, replace: true }],
    ...decisions,
    [keeper, 'submit-budget', key],
    [reviewer, 'review-budget', key],
    [head, 'approve-budget', key],
    [head, 'publish-budget', key],
  ] as const
  const outcomes = await Promise.all(steps.map(([actor, act, input]) => submit(actor, act, input)))
  const [imported] = outcomes
  if (imported?.ok === false && imported.refusal.code.startsWith('budget-now-')) return
  for (const [n, outcome] of outcomes.entries()) if (!outcome.ok) throw new Error(`${steps[n]![1]}: ${outcome.refusal.code}`)
}
