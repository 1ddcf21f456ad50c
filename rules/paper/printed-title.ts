import type { CaseFacts } from './facts/shared-facts.ts'
import { type PaperKind, paperKinds } from './paper-kinds.ts'
import { spokenMatter } from './wording.ts'

/** The title as it stands on the paper, and as other papers must name it: a decision names what is granted or refused, or what the item's own result is called. */
export function printedTitle(kind: PaperKind, about: Pick<CaseFacts, 'procedure'>, facts: { readonly resultName?: unknown }): string {
  if (kind !== 'grant-decision' && kind !== 'refusal-decision') return paperKinds[kind].title
  if (typeof facts.resultName === 'string') return facts.resultName
  return `${kind === 'grant-decision' ? '准予' : '不予'}${spokenMatter(about)}决定书`
}
