import type { Readable, Writable } from 'node:stream'
import { checkCertificateId } from '../../rules/identifier/certificate-id.ts'
import { type IdentifierCheck, invalid } from '../../rules/identifier/check.ts'
import { checkOrganisationCode } from '../../rules/identifier/organisation-code.ts'
import { checkProjectCode } from '../../rules/identifier/project-code.ts'
import { checkResidentId } from '../../rules/identifier/resident-id.ts'
import { checkUscc } from '../../rules/identifier/uscc.ts'
import { plainDateOfInstant } from '../../rules/time/instant.ts'
import { answerLines } from './answer-lines.ts'

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

/** Reads lines `kind,value` and answers `kind,value,valid|invalid,reason`; the reason is empty when there is nothing to say. */
export const run = (input: Readable, output: Writable): Promise<void> => answerLines(input, output, answerTo)
