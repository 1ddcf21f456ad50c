import { isRole, type Role } from '../rules/people/roles.ts'

/** Names of what a staff member may do, with the words an administrator reads. Every staff route names one; docs/glossary.md lists them all. */
export const permissionTitles = {
  'see-cases': '查看办件',
  'receive-case': '窗口收件、补录、送达',
  'accept-case': '受理、补正告知、不予受理',
  'review-case': '审查、勘验、提出意见',
  'decide-case': '作出准予或不予决定',
  'approve-extension': '批准延期、特别程序、转办',
  'hand-over-case': '分派、移交、接管办件',
  'export-cases': '导出办件清单',
  'see-personal-data': '查看未遮盖的个人信息',
  'remind-case': '催办、督办',
  'see-statistics': '查看领导看板和统计',
  'see-catalogue-drafts': '查看事项草稿',
  'edit-catalogue': '编辑事项',
  'approve-catalogue': '审核发布事项',
  'see-budget': '查看编制中的预算',
  'keep-budget': '编制预算和绩效目标',
  'review-budget': '复核预算',
  'approve-budget': '审定、公开预算',
  'see-people': '查看机构和人员',
  'administer-people': '设置机构、人员、窗口',
  'administer-calendar': '维护工作日历',
  'configure-bureau': '设置本局名称、编码、印章',
  'grant-roles': '授予和收回角色',
  'administer-accounts': '解锁、重置口令、强制下线、作废接口令牌',
  'see-audit': '检索审计记录',
} as const satisfies Record<string, string>

export type Permission = keyof typeof permissionTitles

export const isPermission = (name: string): name is Permission => Object.hasOwn(permissionTitles, name)

/** Which cases somebody sees: the whole bureau's, those of the own office, the own ones, none. */
export type Scope = 'bureau' | 'office' | 'own' | 'none'

interface RoleRow {
  readonly title: string
  readonly scope: Scope
  readonly permissions: readonly Permission[]
}

/** The roles of the bureau. 三员分立: the three administrators see no case and stand in each other's way on purpose. */
export const roleTable = {
  'window-clerk': {
    title: '窗口人员',
    scope: 'office',
    permissions: ['see-cases', 'receive-case', 'accept-case', 'see-personal-data', 'export-cases', 'see-people'],
  },
  reviewer: { title: '审查人员', scope: 'office', permissions: ['see-cases', 'review-case', 'see-personal-data', 'export-cases', 'see-people'] },
  'decision-maker': {
    title: '决定人',
    scope: 'bureau',
    permissions: ['see-cases', 'decide-case', 'see-personal-data', 'export-cases', 'see-statistics', 'see-people'],
  },
  head: {
    title: '局长（中心主任）',
    scope: 'bureau',
    permissions: [
      'see-cases',
      'decide-case',
      'approve-extension',
      'hand-over-case',
      'see-personal-data',
      'export-cases',
      'remind-case',
      'see-statistics',
      'see-people',
      'see-budget',
      'approve-budget',
    ],
  },
  'catalogue-editor': { title: '事项编辑', scope: 'none', permissions: ['see-catalogue-drafts', 'edit-catalogue', 'see-people'] },
  'catalogue-approver': { title: '事项审核', scope: 'none', permissions: ['see-catalogue-drafts', 'approve-catalogue', 'see-people'] },
  supervisor: { title: '效能监察', scope: 'bureau', permissions: ['see-cases', 'remind-case', 'see-statistics', 'export-cases', 'see-people'] },
  'finance-officer': { title: '财务人员', scope: 'none', permissions: ['see-budget', 'keep-budget', 'see-statistics', 'see-people'] },
  'finance-reviewer': { title: '财务复核', scope: 'none', permissions: ['see-budget', 'review-budget', 'see-statistics', 'see-people'] },
  'system-administrator': {
    title: '系统管理员',
    scope: 'none',
    permissions: ['see-people', 'administer-people', 'administer-calendar', 'configure-bureau'],
  },
  'security-administrator': { title: '安全管理员', scope: 'none', permissions: ['see-people', 'grant-roles', 'administer-accounts'] },
  'audit-administrator': { title: '审计管理员', scope: 'none', permissions: ['see-people', 'see-audit'] },
} as const satisfies Record<Role, RoleRow>

/** All permissions of these roles together; unknown role names give nothing. */
export function permissionsOf(roles: readonly string[]): ReadonlySet<Permission> {
  return new Set(roles.filter(isRole).flatMap((role) => roleTable[role].permissions as readonly Permission[]))
}

const width: Record<Scope, number> = { none: 0, own: 1, office: 2, bureau: 3 }

/** The widest scope among these roles. */
export function scopeOf(roles: readonly string[]): Scope {
  let widest: Scope = 'none'
  for (const role of roles) if (isRole(role) && width[roleTable[role].scope] > width[widest]) widest = roleTable[role].scope
  return widest
}
