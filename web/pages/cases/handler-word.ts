import type { CaseRow } from '../../../contract/cases.ts'
import { runningPhases } from '../../../rules/case/standing/permitted-acts.ts'

/** Who handles the case. Only a running one waits for somebody. */
export const handlerWord = ({ handler, phase }: Pick<CaseRow, 'handler' | 'phase'>): string =>
  handler?.name ?? ((runningPhases as readonly string[]).includes(phase) ? '待领办' : '—')
