import type { Permission } from '../../contract/permissions.ts'

/** The rooms of the console. Who has the permission sees the door. */
export interface Room {
  readonly path: string
  readonly title: string
  readonly permission: Permission
}

export const rooms: readonly Room[] = [
  { path: '/', title: '今日办件', permission: 'see-cases' },
  { path: '/receive', title: '窗口收件', permission: 'receive-case' },
]
