import { Worker } from 'node:worker_threads'
import type { BudgetDocument } from '../../../rules/budget/budget-document.ts'
import type { Result } from '../../../rules/refusal.ts'
import type { ReadBudget } from './read-budget-file.ts'
import type { RenderFacts, RenderFormat } from './render/facts.ts'

export type HeavyJob =
  | { readonly job: 'read'; readonly bytes: Uint8Array; readonly name: string; readonly original: boolean }
  | {
      readonly job: 'render'
      readonly budget: BudgetDocument
      readonly format: RenderFormat
      readonly facts: RenderFacts
      readonly fontFolders: readonly string[]
    }

/** Reading and drawing whole documents takes up to seconds: it happens in a thread of its own, so that nobody else at the counter waits. */
function inWorker<Answer>(job: HeavyJob): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./heavy-worker.ts', import.meta.url), { workerData: job })
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`worker ended with ${code}`)))
  })
}

/** As `readBudgetFile`. */
export const readInWorker = (bytes: Uint8Array, name: string, original: boolean): Promise<Result<ReadBudget>> =>
  inWorker({ job: 'read', bytes, name, original })

/** As `renderBudget`; the facts must not hold functions. */
export const renderInWorker = (
  budget: BudgetDocument,
  format: RenderFormat,
  facts: RenderFacts,
  fontFolders: readonly string[],
): Promise<Uint8Array> => inWorker({ job: 'render', budget, format, facts, fontFolders })
