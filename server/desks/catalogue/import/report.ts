import { stringify } from 'csv-stringify/sync'
import { harmlessCell } from '../../../platform/harmless-cell.ts'
import type { CodeFault } from './check-codes.ts'
import type { FoundEncoding } from './read-rows.ts'

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
  readonly encoding: FoundEncoding
  /** Columns the mapping names and the file lacks: then nothing was read. */
  readonly missingColumns: readonly string[]
  /** Columns of the file that the mapping neither uses nor ignores. */
  readonly unknownColumns: readonly string[]
  readonly rows: readonly RowReport[]
}

/** What a sentence on the shape of a value leaves out: which field it is. */
const placed = ({ path, rule, sentence }: RowReport['reasons'][number]): string => (rule.startsWith('shape-') ? `${path}：${sentence}` : sentence)

const outcomeWords = { taken: '采用', doubted: '采用（存疑）', kept: '已在目录中，没有变化', refused: '未采用' } as const

/** The report in a few lines for the terminal: how many of each, which codes fail and why, the commonest reasons. */
export function reportSummary(report: ImportReport): string {
  if (report.missingColumns.length > 0) return `文件里没有这些列：${report.missingColumns.join('、')}。请核对映射文件，没有导入任何一行。\n`
  const lines = [`${report.from}（${report.encoding.toUpperCase()}）共 ${report.rows.length} 行`]
  for (const [outcome, word] of Object.entries(outcomeWords)) {
    const number = report.rows.filter((row) => row.outcome === outcome).length
    if (number > 0 || outcome !== 'kept') lines.push(`  ${word} ${number} 行`)
  }
  if (report.unknownColumns.length > 0) lines.push(`没有用到的列：${report.unknownColumns.join('、')}`)
  const told = (title: string, found: readonly Found[], most?: number) => {
    const kinds = commonest(found)
    if (kinds.length > 0)
      lines.push(title, ...kinds.slice(0, most).map(([first, number]) => `  ${number} 处，如第 ${first.line} 行：${first.sentence}`))
  }
  const reasonsOf = (severity: 'error' | 'doubt') =>
    report.rows.flatMap(({ line, reasons }) =>
      reasons
        .filter((reason) => reason.severity === severity && !reason.rule.startsWith('import-template-'))
        .map((reason) => ({ kind: reason.rule, line, sentence: placed(reason) })),
    )
  told(
    '编码不合规：',
    report.rows.flatMap(({ line, codeFaults }) => codeFaults.map(({ kind, reason, sentence }) => ({ kind: `${kind} ${reason}`, line, sentence }))),
  )
  told('未采用的原因：', reasonsOf('error'))
  told('存疑（前十种）：', reasonsOf('doubt'), 10)
  return `${lines.join('\n')}\n`
}

/** Something told of a row; those of one kind are counted together. */
interface Found {
  readonly kind: string
  readonly line: number
  readonly sentence: string
}

/** The first of each kind with the number of them, commonest first. */
function commonest(found: readonly Found[]): readonly (readonly [Found, number])[] {
  const kinds = Map.groupBy(found, ({ kind }) => kind)
  return [...kinds.values()].map((all) => [all[0]!, all.length] as const).sort((a, b) => b[1] - a[1] || a[0].line - b[0].line)
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
          .map((reason) => `${reason.severity === 'error' ? '【不采用】' : ''}${placed(reason)}`)
          .join(' '),
      ),
    })),
    { header: true, bom: true, columns: ['行号', '事项名称', '结果', '事项代号', '版本', '编码问题', '说明'] },
  )
}
