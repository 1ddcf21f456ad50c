import type { Agent } from './platform/agents/agents.ts'
import { eraser } from './platform/erasing/eraser.ts'
import { fileReferences } from './platform/erasing/file-references.ts'
import type { Desk, Ground } from './platform/http/desk.ts'
import type { Projection } from './platform/writer/projections.ts'

/** Everybody who follows the book for these desks, and what the house itself follows it for: which files are named, and what is to be erased. */
export function followersOf(
  desks: readonly Desk[],
  ground: Ground,
): { readonly projections: readonly Projection[]; readonly agents: readonly Agent[] } {
  const references = fileReferences(desks.flatMap((desk) => desk.fileEntries ?? []))
  const beside = desks.flatMap((desk) => desk.besideTheBook ?? [])
  return {
    projections: [references, ...desks.flatMap((desk) => desk.projections ?? [])],
    agents: [eraser({ ...ground, references, beside }), ...desks.flatMap((desk) => desk.agents?.(ground) ?? [])],
  }
}
