import type { BudgetDocument } from '../../../rules/budget/budget-document.ts'
import { renderInWorker } from './heavy-work.ts'
import { mediaTypes, type RenderFacts, type RenderFormat } from './render/facts.ts'
import { renderBudget } from './render/render.ts'

const heavy: ReadonlySet<RenderFormat> = new Set<RenderFormat>(['docx', 'pdf', 'xlsx'])
const kept = new Map<string, Promise<Uint8Array>>()
const mostKept = 24

/**
 * The document in one format. Word, PDF and spreadsheet are drawn in a worker and, under `key` (bureau, document, version), kept for the next who asks:
 * a public address must not cost a second of typesetting at every visit.
 */
export function drawBudget(key: string, budget: BudgetDocument, format: RenderFormat, facts: RenderFacts): Promise<Uint8Array> {
  if (!heavy.has(format)) return renderBudget(budget, format, facts)
  const name = `${key}:${format}`
  const known = kept.get(name)
  if (known !== undefined) return known
  const drawn = renderInWorker(budget, format, { ...facts, tableAddress: null }, [])
  kept.set(name, drawn)
  for (const oldest of kept.keys()) if (kept.size > mostKept) kept.delete(oldest)
  drawn.catch(() => kept.delete(name))
  return drawn
}

/** Headers of a download: the file's Chinese name for browsers that know RFC 5987, a plain one for the others. */
export const fileHeaders = (format: RenderFormat, name: string, id: string): Readonly<Record<string, string>> => ({
  'content-type': mediaTypes[format],
  'content-disposition': `attachment; filename="disclosure-${id}.${format}"; filename*=UTF-8''${encodeURIComponent(`${name}.${format}`)}`,
})
