import type { Readable, Writable } from 'node:stream'
import { disclosureSourceTexts } from '../../contract/disclosure-source-texts.ts'
import { accountCodes } from '../../data/account-codes/load-account-codes.ts'
import { auditDisclosure } from '../../rules/disclosure/audit/audit-disclosure.ts'
import type { Finding } from '../../rules/disclosure/audit/finding.ts'
import { readDisclosure } from '../../rules/disclosure/read/read-disclosure.ts'
import { sourceLines } from '../../rules/disclosure/read/source-lines.ts'
import { sourceBlocks } from '../desks/disclosure/read-file.ts'

const SEVERITY = { error: '错误', warning: '警告', info: '提示' } as const
const CERTAINTY = { certain: '确定', likely: '很可能', judgement: '需判断' } as const

/** One finding as a compiler would print it: place, severity, rule, what is wrong, and what stands there. */
function printed({ line, severity, certainty, rule, message, quote }: Finding): string {
  const shown = quote.length > 60 ? `${quote.slice(0, 60)}…` : quote
  return `第${line}行 ${SEVERITY[severity]}（${CERTAINTY[certainty]}）${rule}：${message}${shown === '' ? '' : `\n    ${shown.replace(/\s+/g, ' ')}`}`
}

const countOf = (findings: readonly Finding[], severity: Finding['severity']): number =>
  findings.filter((finding) => finding.severity === severity).length

/**
 * `disclosure audit FILE [--json]`: checks a published budget document. Findings by place, in Chinese, or as a JSON array.
 * Exit status 0 without errors, 1 with errors, 2 where the file cannot be read.
 */
export async function run(_input: Readable, output: Writable, args: readonly string[]): Promise<number> {
  const json = args.includes('--json')
  const [path, ...more] = args.filter((arg) => arg !== '--json')
  if (path === undefined || more.length > 0) {
    process.stderr.write('用法：disclosure audit 文件 [--json]\n')
    return 2
  }
  const blocks = await sourceBlocks(path)
  if (!blocks.ok) {
    process.stderr.write(`${disclosureSourceTexts[blocks.refusal.code] ?? '文件无法读取。'}（${blocks.refusal.code}）\n`)
    return 2
  }
  const findings = auditDisclosure({ document: readDisclosure(blocks.value), lines: sourceLines(blocks.value), accountCodes })
  const errors = countOf(findings, 'error')
  const text = json
    ? JSON.stringify(findings, null, 2)
    : [
        ...findings.map(printed),
        `共${findings.length}条：错误${errors}条，警告${countOf(findings, 'warning')}条，提示${countOf(findings, 'info')}条。`,
      ].join('\n')
  // A reader that went away (`| head`) ends the writing without complaint.
  await new Promise<void>((resolve) => {
    output.once('error', () => resolve())
    output.write(`${text}\n`, () => resolve())
  })
  return errors > 0 ? 1 : 0
}
