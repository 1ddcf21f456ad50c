/** One thing wrong (or doubtful) with an item: where it lies, which rule says so, and what to tell the editor. */
export interface Finding {
  /** The file, where the item comes from one. */
  readonly file?: string
  /** JSON path inside the item: `materials[3].name`; empty for the item as a whole. */
  readonly path: string
  /** Stable rule id, kebab-case: `material-vague`. */
  readonly rule: string
  /** What is wrong and what is expected, in Chinese. */
  readonly sentence: string
  /** An error stops a proposal; a doubt is shown and may stand. */
  readonly severity: 'error' | 'doubt'
}

export const wrong = (path: string, rule: string, sentence: string): Finding => ({ path, rule, sentence, severity: 'error' })
export const doubt = (path: string, rule: string, sentence: string): Finding => ({ path, rule, sentence, severity: 'doubt' })

/** One line for a terminal or a list: file, path, rule, sentence. */
export const findingLine = (finding: Finding): string =>
  `${finding.file ? `${finding.file} ` : ''}${finding.path || '（整个事项）'} [${finding.rule}] ${finding.severity === 'doubt' ? '存疑：' : ''}${finding.sentence}`
