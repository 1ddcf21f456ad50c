import type { Field, Option } from '../../ui/field.ts'

interface Now {
  readonly name: string
  readonly office: string
  readonly windows: readonly string[]
  readonly phone: string
}

/** What an administrator sets of a colleague. */
export const staffFields = (offices: readonly Option[], now?: Now): readonly Field[] => [
  { kind: 'line', name: 'name', label: '姓名', most: 100, ...(now ? { first: now.name } : {}) },
  { kind: 'choice', name: 'office', label: '科室', options: offices, find: true, ...(now ? { first: now.office } : {}) },
  {
    kind: 'line',
    name: 'windows',
    label: '窗口',
    most: 200,
    optional: true,
    hint: '几个窗口用顿号隔开，例如：1号、2号',
    ...(now ? { first: now.windows.join('、') } : {}),
  },
  { kind: 'line', name: 'phone', label: '手机', most: 11, optional: true, ...(now ? { first: now.phone } : {}) },
]

export const windowsOf = (text: unknown): readonly string[] =>
  typeof text === 'string'
    ? text
        .split(/[、,，\s]+/)
        .map((one) => one.trim())
        .filter((one) => one !== '')
    : []
