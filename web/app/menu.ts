import type { Permission } from '../../contract/permissions.ts'

/** The rooms of the console. Who has one of the permissions sees the door. */
export interface Room {
  readonly path: string
  readonly title: string
  readonly any: readonly Permission[]
  /** Pressed after g. */
  readonly letter: string
}

export const rooms: readonly Room[] = [
  { path: '/', title: '今日办件', any: ['see-cases'], letter: '1' },
  { path: '/receive', title: '窗口收件', any: ['receive-case'], letter: '2' },
  { path: '/board', title: '领导看板', any: ['see-statistics'], letter: '3' },
  { path: '/catalogue', title: '事项', any: ['see-cases', 'see-catalogue-drafts'], letter: '4' },
  { path: '/audit', title: '审计', any: ['see-audit'], letter: '8' },
  { path: '/people', title: '机构人员', any: ['see-people'], letter: '5' },
  { path: '/calendar', title: '工作日历', any: ['administer-calendar', 'see-cases', 'configure-bureau'], letter: '6' },
  { path: '/bureau', title: '本局设置', any: ['configure-bureau'], letter: '7' },
  { path: '/budgets', title: '预算', any: ['see-budget'], letter: '9' },
]
