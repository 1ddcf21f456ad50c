import { type Result, accepted, refused } from '../refusal.ts'

/** The roles of the bureau; what each may do stands in contract/permissions.ts. */
export const roleNames = [
  'window-clerk',
  'reviewer',
  'decision-maker',
  'head',
  'catalogue-editor',
  'catalogue-approver',
  'supervisor',
  'finance-officer',
  'finance-reviewer',
  'system-administrator',
  'security-administrator',
  'audit-administrator',
] as const

export type Role = (typeof roleNames)[number]

export const isRole = (name: string): name is Role => (roleNames as readonly string[]).includes(name)

/** 三员分立: who keeps the system, who grants rights and who reads the audit are three people. */
export const administrators: readonly Role[] = ['system-administrator', 'security-administrator', 'audit-administrator']

/** May one person hold these roles together? Refusals: `role-unknown`, `administrators-apart`. */
export function checkRoles(roles: readonly string[]): Result<readonly Role[]> {
  const unknown = roles.find((role) => !isRole(role))
  if (unknown !== undefined) return refused('role-unknown', { detail: { role: unknown } })
  const kept = roleNames.filter((role) => roles.includes(role))
  if (kept.filter((role) => administrators.includes(role)).length > 1) return refused('administrators-apart')
  return accepted(kept)
}
