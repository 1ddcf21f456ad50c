import type { BudgetKey } from '../../../rules/budget/budget-ref.ts'
import { yearRefusal } from '../../../rules/budget/open-budget.ts'
import { accepted, refused } from '../../../rules/refusal.ts'
import { type Answer, json, no } from '../../platform/http/answer.ts'
import type { Door } from '../../platform/http/door.ts'
import type { Visit } from '../../platform/http/visit.ts'
import { readInWorker } from './heavy-work.ts'
import { withBudget } from './with-budget.ts'

/** The file that was sent, as a budget. The published original's wording is read where `original` says so. */
async function receivedBudget(visit: Visit<BudgetKey>, door: Door, original: (fields: Readonly<Record<string, string>>) => boolean) {
  const parts = await visit.receiveParts()
  if (!parts.ok) return parts
  const [file] = parts.files
  const stored = file === undefined ? undefined : await door.files.read(file.digest)
  if (file === undefined || stored === undefined) return refused('file-missing')
  const read = await readInWorker(new Uint8Array(Buffer.concat(await stored.stream.toArray())), file.name, original(parts.fields))
  return read.ok ? accepted({ file, fields: parts.fields, ...read.value }) : read
}

/** Takes the file as the budget of its year. */
export async function importFile(visit: Visit<BudgetKey>, door: Door): Promise<Answer> {
  const received = await receivedBudget(visit, door, (fields) => fields.original === 'yes')
  if (!received.ok) return no(received.refusal)
  const { file, fields, content, faults } = received.value
  const { year, kind } = visit.params
  const source = { name: file.name, digest: file.digest, original: fields.original === 'yes' }
  const done = await visit.submit<{ phase: string }>('import-budget', { year, kind, content, source, faults, replace: fields.replace === 'yes' })
  if (!done.ok) return no(done.refusal)
  return json({ year, kind, phase: done.answer.phase, faults: faults.length, mustDecide: faults.filter(({ carried }) => !carried).length })
}

/** Reads a file that was filled in, for the draft on the officer's screen: nothing goes into the book. */
export const readFile = (visit: Visit<BudgetKey>, door: Door): Promise<Answer> =>
  withBudget(visit, door, async ({ state }) => {
    const received = await receivedBudget(visit, door, () => state.content.asPublished !== undefined)
    if (!received.ok) return no(received.refusal)
    const { content } = received.value
    const differs = yearRefusal(content, visit.params.year)
    return differs ? no(differs) : json({ content })
  })
