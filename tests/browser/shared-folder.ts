import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the demonstration of this run is made by the first browser test, and gone with the run. */
    demonstrationShared: string
  }
}

/** Before a run: a place for what its browser tests share. */
export default function openSharedFolder(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'oneseal-shared-'))
  project.provide('demonstrationShared', folder)
  return () => rmSync(folder, { recursive: true, force: true })
}
