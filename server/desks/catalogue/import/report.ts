import { stringify } from 'csv-stringify/sync'
import { harmlessCell } from '../../../platform/harmless-cell.ts'
import type { CodeFault } from './check-codes.ts'

/** What became of one row: taken, taken with doubts, already in the book, or refused. */
export interface RowReport {
  readonly line: number
  readonly name: string
  readonly outcome: 'taken' | 'doubted' | 'kept' | 'refused'
  readonly code: string | null
  readonly version: number | null
  readonly rehearsal: boolean
  readonly reasons: readonly { readonly path: string; readonly rule: string; readonly sentence: string; readonly severity: 'error' | 'doubt' }[]
  readonly codeFaults: readonly CodeFault[]
}

export interface ImportReport {
  readonly from: string
  readonly encoding: 'utf-8' | 'gb18030'
  /** Columns the mapping names and the file lacks: then nothing was read. */
  readonly missingColumns: readonly string[]
  /** Columns of the file that the mapping neither uses nor ignores. */
  readonly unknownColumns: readonly string[]
  readonly rows: readonly RowReport[]
}

const outcomeWords = { taken: '采用', doubted: '采用（存疑）', kept: '已在目录中，没有变化', refused: '未采用' } as const

/** The report in a few lines for the terminal: how many of each, which codes fail and why, the commonest reasons. */
export function reportSummary(report: ImportReport): string {
  if (report.missingColumns.length > 0) return `文件里没有这些列：${report.missingColumns.join('、')}。请核对映射文件，没有导入任何一行。\n`
  const lines = [`${report.from}（${report.encoding === 'utf-8' ? 'UTF-8' : 'GB18030'}）共 ${report.rows.length} 行`]
  for (const [outcome, word] of Object.entries(outcomeWords)) {
    const number = report.rows.filter((row) => row.outcome === outcome).length
    if (number > 0 || outcome !== 'kept') lines.push(`  ${word} ${number} 行`)
  }
  if (report.unknownColumns.length > 0) lines.push(`没有用到的列：${report.unknownColumns.join('、')}`)
  const codes = countBy(report.rows.flatMap((row) => row.codeFaults.map((fault) => `${fault.kind} ${fault.reason}`)))
  if (codes.length > 0) lines.push('编码不合规：', ...codes.map(([what, number]) => `  ${what} ${number} 处`))
  for (const [severity, title] of [
    ['error', '未采用的原因：'],
    ['doubt', '存疑（前十种）：'],
  ] as const) {
    const reasons = countBy(
      report.rows.flatMap((row) =>
        row.reasons.filter((reason) => reason.severity === severity && !reason.rule.startsWith('import-template-')).map((reason) => reason.rule),
      ),
    )
    if (reasons.length > 0) lines.push(title, ...reasons.slice(0, 10).map(([rule, number]) => `  ${rule} ${number} 处`))
  }
  return `${lines.join('\n')}\n`
}

const countBy = (words: readonly string[]): [string, number][] => {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
}

/** One line per row for a spreadsheet: with a BOM, so that office programs read it as UTF-8, and formulas made harmless. */
export function reportCsv(report: ImportReport): string {
  return stringify(
    report.rows.map((row) => ({
      行号: row.line,
      事项名称: harmlessCell(row.name),
      结果: outcomeWords[row.outcome],
      事项代号: row.code ?? '',
      版本: row.version ?? '',
      编码问题: harmlessCell(row.codeFaults.map((fault) => fault.sentence).join(' ')),
      说明: harmlessCell(
        row.reasons
          .filter((reason) => !reason.rule.startsWith('import-template-'))
          .map((reason) => `${reason.severity === 'error' ? '【不采用】' : ''}${reason.sentence}`)
          .join(' '),
      ),
    })),
    { header: true, bom: true, columns: ['行号', '事项名称', '结果', '事项代号', '版本', '编码问题', '说明'] },
  )
}
