import { Select } from 'antd'
import type { ComponentProps } from 'react'
import type { Option } from './field.ts'

interface Props extends Pick<ComponentProps<typeof Select>, 'className' | 'showSearch' | 'popupMatchSelectWidth'> {
  readonly label: string
  /** What stands for no narrowing: 全部状态. */
  readonly all: string
  /** Empty or absent: not narrowed. */
  readonly value: string | undefined
  readonly options: readonly Option[]
  readonly onChange: (value: string | undefined) => void
}

/** An option needs a value that is not empty; no address holds this one. */
const any = '*'

/** Narrows a list to one of several choices, or to none of them. */
export function Narrow({ label, all, value, options, onChange, ...more }: Props) {
  return (
    <Select<string>
      aria-label={label}
      value={value || any}
      onChange={(chosen) => onChange(chosen === any ? undefined : chosen)}
      options={[{ value: any, label: all }, ...options]}
      className="filter"
      {...more}
    />
  )
}
