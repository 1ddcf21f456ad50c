import { roleTable } from '../../../contract/permissions.ts'
import { isRole } from '../../../rules/people/roles.ts'

export const roleWords = (roles: readonly string[]): string => roles.map((role) => (isRole(role) ? roleTable[role].title : role)).join('、')
