import type { FileName } from '../../rules/case/standing/state.ts'
import { html, type Html } from './html.ts'

/** A file of a case, opened in a new window. */
export const fileOfCase = (caseId: string, { digest, name }: Pick<FileName, 'digest' | 'name'>): Html =>
  html`<a href="/api/cases/${caseId}/files/${digest}?inline=true" target="_blank" rel="noopener">${name}<span class="soft">（新窗口打开）</span></a>`
