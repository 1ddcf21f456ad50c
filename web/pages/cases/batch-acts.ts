/** The acts that the list offers on many cases at once. */
export type BatchAct = 'claim-case' | 'accept-case' | 'hand-over-case' | 'remind-case'
export const batchTitles: Readonly<Record<BatchAct, string>> = {
  'claim-case': '领办',
  'accept-case': '受理',
  'hand-over-case': '移交',
  'remind-case': '催办',
}

/** Any of these permissions opens the act. */
const doors: Readonly<Record<BatchAct, readonly string[]>> = {
  'claim-case': ['accept-case', 'review-case', 'decide-case'],
  'accept-case': ['accept-case'],
  'hand-over-case': ['review-case', 'decide-case', 'hand-over-case'],
  'remind-case': ['remind-case'],
}

/** What somebody with these permissions, own and lent, may try. */
export const batchActsOf = (permissions: ReadonlySet<string>): readonly BatchAct[] =>
  (Object.keys(doors) as BatchAct[]).filter((act) => doors[act].some((permission) => permissions.has(permission)))

/** How many were done in whose name: 3 件代孙丽、1 件代王芳. */
export function countByName(names: readonly ({ readonly name: string } | null)[]): string {
  const counts = new Map<string, number>()
  for (const one of names) if (one) counts.set(one.name, (counts.get(one.name) ?? 0) + 1)
  return [...counts].map(([name, count]) => `${count} 件代${name}`).join('、')
}
