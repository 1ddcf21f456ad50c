import { Input } from 'antd'
import type { RefObject } from 'react'

interface Props {
  readonly label: string
  readonly placeholder: string
  /** What is being looked for now. */
  readonly text: string
  readonly onFind: (text: string) => void
  /** The box itself, for the key that goes there. */
  readonly box: RefObject<HTMLInputElement | null>
}

/** Where one types what one looks for; Enter or the button asks. */
export function FindBox({ label, placeholder, text, onFind, box }: Props) {
  return (
    <Input.Search
      key={text}
      ref={(input) => {
        box.current = input?.input ?? null
      }}
      aria-label={label}
      placeholder={placeholder}
      defaultValue={text}
      allowClear
      enterButton="查找"
      onSearch={(typed) => onFind(typed.trim())}
      className="find"
    />
  )
}
