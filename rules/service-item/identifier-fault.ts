import type { IdentifierCheck } from '../identifier/check.ts'
import { checkProjectCode } from '../identifier/project-code.ts'
import { checkResidentId } from '../identifier/resident-id.ts'
import { checkUscc } from '../identifier/uscc.ts'

const checks: Readonly<Record<'uscc' | 'resident-id' | 'project-code', (value: string) => IdentifierCheck>> = {
  uscc: checkUscc,
  'resident-id': (value) => checkResidentId(value),
  'project-code': checkProjectCode,
}

/** Why a code cannot be right, as the stable word of `rules/identifier/`; undefined where nothing speaks against it. */
export function identifierFault(type: 'uscc' | 'resident-id' | 'project-code', value: string): string | undefined {
  const check = checks[type](value)
  return check.valid ? undefined : (check.reason ?? 'invalid')
}
