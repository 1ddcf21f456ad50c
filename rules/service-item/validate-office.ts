import { type Finding, wrong } from './finding.ts'
import type { ServiceItem } from './item.ts'

/** Whether the office that is to handle the item exists at this bureau and is open: cases of an office that nobody belongs to would be on nobody's list. */
export const officeFindings = (
  { office }: ServiceItem,
  standing: { readonly name: string; readonly closed: boolean } | undefined,
): readonly Finding[] =>
  standing === undefined
    ? [wrong('office', 'office-unknown', `本局没有 ${office} 这个科室，办件会没有人看得到。请改成本局的科室，或者请系统管理员增设。`)]
    : standing.closed
      ? [wrong('office', 'office-closed', `承办科室“${standing.name}”已经撤销，请改成现有的科室。`)]
      : []
