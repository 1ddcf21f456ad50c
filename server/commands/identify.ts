import type { Readable, Writable } from 'node:stream'
import { checkCertificateId } from '../../rules/identifier/certificate-id.ts'
import { type IdentifierCheck, invalid } from '../../rules/identifier/check.ts'
import { checkOrganisationCode } from '../../rules/identifier/organisation-code.ts'
import { checkProjectCode } from '../../rules/identifier/project-code.ts'
import { checkResidentId } from '../../rules/identifier/resident-id.ts'
import { checkUscc } from '../../rules/identifier/uscc.ts'
import { plainDateOfInstant } from '../../rules/time/instant.ts'
import { answerLines, wrongCall } from './answer-lines.ts'

const today = plainDateOfInstant(new Date().toISOString())

const checks = new Map<string, (value: string) => IdentifierCheck>([
  ['uscc', checkUscc],
  ['resident-id', (value) => checkResidentId(value, today)],
  ['organisation-code', checkOrganisationCode],
  ['certificate-id', checkCertificateId],
  ['project-code', checkProjectCode],
])

/** The value is all that follows the first comma: a comma in it is a wrong character, not a new field. */
function answerTo(line: string): string {
  const comma = line.indexOf(',')
  const [kind, value] = comma < 0 ? [line, ''] : [line.slice(0, comma), line.slice(comma + 1)]
  const check = checks.get(kind)
  const found =
    line === '' ? invalid('blank-line') : check === undefined ? invalid('kind-unknown') : value === '' ? invalid('value-missing') : check(value)
  return `${kind},${value},${found.valid ? 'valid' : 'invalid'},${found.reason ?? ''}`
}

const usage = `用法：oneseal identify < 文件
  每行 种类,号码（如 uscc,91350100M000100Y43），逐行答复 valid 或 invalid 和原因。种类：${[...checks.keys()].join('、')}
`

/** Reads lines `kind,value` and answers `kind,value,valid|invalid,reason`; the reason is empty when there is nothing to say. It takes no arguments. */
export const run = async (input: Readable, output: Writable, args: readonly string[]): Promise<number> =>
  args.length > 0 ? wrongCall(usage) : answerLines(input, output, answerTo)
