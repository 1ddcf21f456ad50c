import { Button, Input } from 'antd'
import { useEffect, useState } from 'react'
import { formatMoney, parseMoney } from '../../../rules/money.ts'
import { OnPaper } from '../../ui/on-paper.tsx'

/** An amount in 万元; what is no amount is marked, and is nothing known. */
export function MoneyCell({ value, onChange, label, disabled }: CellProps<number | null>) {
  const [text, setText] = useState(value === null ? '' : formatMoney(value))
  const read = text.trim() === '' ? null : parseMoney(text, '万元')
  const wrong = text.trim() !== '' && read === null
  useEffect(() => {
    setText((now) => ((now.trim() === '' ? null : parseMoney(now, '万元')) === value ? now : value === null ? '' : formatMoney(value)))
  }, [value])
  return (
    <>
      <OnPaper text={text} amount />
      <Input
        className="exact"
        aria-label={`${label}（万元）`}
        aria-invalid={wrong}
        {...(wrong ? { status: 'error' as const, title: '请填写数字，单位万元' } : {})}
        style={{ textAlign: 'right', minWidth: 96 }}
        readOnly={disabled}
        value={text}
        onChange={({ target }) => {
          setText(target.value)
          onChange(target.value.trim() === '' ? null : parseMoney(target.value, '万元'))
        }}
      />
    </>
  )
}

interface CellProps<T> {
  readonly value: T
  readonly onChange: (value: T) => void
  readonly label: string
  readonly disabled: boolean
}

/** A text; nothing written is nothing known. */
export function TextCell({ value, onChange, label, disabled, onLeave }: CellProps<string | null> & { readonly onLeave?: () => void }) {
  return (
    <>
      <OnPaper text={value ?? ''} />
      <Input.TextArea
        aria-label={label}
        autoSize={disabled ? { minRows: 1 } : { minRows: 1, maxRows: 8 }}
        readOnly={disabled}
        value={value ?? ''}
        onChange={({ target }) => onChange(target.value === '' ? null : target.value)}
        {...(onLeave === undefined ? {} : { onBlur: onLeave })}
      />
    </>
  )
}

const sound = (written: string) => /^-?\d{1,12}(\.\d{1,8})?$/.test(written)

/** A decimal number kept as text (per cent, square metres). */
export function DecimalCell({ value, onChange, label, disabled }: CellProps<string | null>) {
  const [text, setText] = useState(value ?? '')
  const wrong = text !== '' && !sound(text)
  useEffect(() => setText((now) => ((sound(now) ? now : null) === value ? now : (value ?? ''))), [value])
  return (
    <>
      <OnPaper text={text} amount />
      <Input
        className="exact"
        aria-label={label}
        aria-invalid={wrong}
        {...(wrong ? { status: 'error' as const, title: '请填写数字' } : {})}
        style={{ textAlign: 'right', minWidth: 72 }}
        readOnly={disabled}
        value={text}
        onChange={({ target }) => {
          setText(target.value.trim())
          onChange(sound(target.value.trim()) ? target.value.trim() : null)
        }}
      />
    </>
  )
}

/** Paragraphs, one box each. When it is left, one that is empty goes, and one with line breaks becomes several. */
export function Paragraphs({ value, onChange, label, disabled, add = '加一段' }: CellProps<readonly string[]> & { readonly add?: string }) {
  const put = (at: number, text: string | null) => onChange(value.with(at, text ?? ''))
  const leave = (at: number) => {
    const lines = (value[at] ?? '').split(/\r?\n/).filter((line) => line.trim() !== '')
    if (lines.length !== 1 || lines[0] !== value[at]) onChange(value.toSpliced(at, 1, ...lines))
  }
  return (
    <>
      {value.map((text, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a paragraph is its place
        <div key={at} className="paragraph">
          <TextCell value={text} label={`${label}第${at + 1}段`} disabled={disabled} onChange={(next) => put(at, next)} onLeave={() => leave(at)} />
          {!disabled && (
            <Button size="small" aria-label={`删去${label}第${at + 1}段`} onClick={() => onChange(value.filter((_, index) => index !== at))}>
              删去
            </Button>
          )}
        </div>
      ))}
      {value.length === 0 && disabled && <p className="quiet">没有填写。</p>}
      {!disabled && (
        <Button size="small" disabled={value.at(-1) === ''} onClick={() => onChange([...value, ''])}>
          {add}
        </Button>
      )}
    </>
  )
}
