import { roleTable } from '../../contract/permissions.ts'
import type { Role } from '../../rules/people/roles.ts'

export interface OpeningStep {
  readonly title: string
  /** What is still to be done and by whom; undefined where it is done. */
  readonly todo: string | undefined
}

interface Opened {
  readonly offices: readonly { readonly kind: string; readonly closed: boolean }[]
  readonly staff: readonly { readonly name: string; readonly roles: readonly string[] }[]
  readonly itemsInForce: number
}

/** Without these nobody can receive, examine and decide, nor write down and publish what may be applied for. */
const neededRoles: readonly Role[] = ['window-clerk', 'reviewer', 'decision-maker', 'catalogue-editor', 'catalogue-approver']

/** What stands between a bureau that has just been opened and its first case, in the order in which it is done. */
export function openingSteps({ offices, staff, itemsInForce }: Opened): readonly OpeningStep[] {
  const held = new Set(staff.flatMap(({ roles }) => roles))
  const missing = neededRoles.filter((role) => !held.has(role)).map((role) => roleTable[role].title)
  const without = staff.filter(({ roles }) => roles.length === 0).map(({ name }) => name)
  const hasDepartment = offices.some(({ kind, closed }) => kind !== 'institution' && !closed)
  return [
    { title: '增设科室', todo: hasDepartment ? undefined : '系统管理员在“机构人员 · 机构和科室”增设收件的窗口和承办的科室。' },
    {
      title: '增加人员、授予角色',
      todo:
        missing.length === 0
          ? undefined
          : `还没有人是${missing.join('、')}。系统管理员在“机构人员”增加人员，安全管理员打开每个人授予角色${without.length === 0 ? '' : `（${without.join('、')}还没有角色）`}。`,
    },
    {
      title: '发布事项',
      todo:
        itemsInForce > 0
          ? undefined
          : '管服务器的人运行 npm run oneseal -- catalogue draft-shipped --office 承办科室，把随产品附带的事项取作草稿；事项编辑逐个核对、提交，事项审核发布。',
    },
  ]
}
