import type { TextLeaf } from '../document.ts'
import { textOf } from './leaves.ts'
import { type DocumentRule, PLAIN_WRITING, type ProjectRule, type Report, type RuleCard } from './rule.ts'
import { typingSlips } from './typing-slips.ts'

const card: RuleCard = {
  id: 'TYPO',
  demands: '没有错别字',
  source: PLAIN_WRITING,
  severity: 'warning',
  certainty: 'likely',
  satisfy: '改正错字',
}

function tell(place: TextLeaf['place'], text: string, report: Report): void {
  for (const { wrong, right } of typingSlips(text)) report(place, wrong, `“${wrong}”疑为“${right}”`)
}

/** Over the lines of a document. */
export const typingSlipsInLines: DocumentRule = {
  ...card,
  check({ telling }, report) {
    for (const { line, text } of telling.slips) tell({ line }, text, report)
  },
}

/** Over a project that is being filled in and has no lines yet. */
export const typingSlipsInProject: ProjectRule = {
  ...card,
  check({ project, goals, rows }, report) {
    const leaves: (TextLeaf | null)[] = [project.name, project.use, ...goals.map((goal) => goal.leaf)]
    for (const { indicator } of rows) leaves.push(indicator.level3, indicator.description, indicator.basis)
    for (const leaf of leaves) if (leaf) tell(leaf.place, textOf(leaf), report)
  },
}
