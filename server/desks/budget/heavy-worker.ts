import { parentPort, workerData } from 'node:worker_threads'
import type { HeavyJob } from './heavy-work.ts'

const job = workerData as HeavyJob
if (job.job === 'read') {
  const { readBudgetFile } = await import('./read-budget-file.ts')
  parentPort!.postMessage(await readBudgetFile(job.bytes, job.name, job.original))
} else {
  const { renderBudget } = await import('./render/render.ts')
  parentPort!.postMessage(await renderBudget(job.budget, job.format, job.facts, job.fontFolders))
}
