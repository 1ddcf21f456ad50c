import { memo, useState } from 'react'
import { formatMoney, parseMoney } from '../../../../rules/money.ts'
import type { Json } from '../../../../rules/act.ts'
import type { FormField } from '../../../../rules/service-item/item.ts'

interface Props {
  readonly field: FormField
  /** The path of the answer: also the id of its box. */
  readonly path: string
  readonly value: Json | undefined
  readonly fault: string | undefined
  readonly onChange: (path: string, value: Json | undefined) => void
  readonly onLeave: (path: string) => void
}

/** One question of an item's form. Only the box one types in is drawn again. */
export const FormBox = memo(function FormBox({ field, path, value, fault, onChange, onLeave }: Props) {
  const id = `answer-${path}`
  const told = [fault ? `${id}-fault` : '', field.hint ? `${id}-hint` : ''].filter(Boolean).join(' ')
  const common = {
    id,
    className: 'box',
    'aria-invalid': fault !== undefined,
    'aria-describedby': told || undefined,
    'aria-required': field.required,
    onBlur: () => onLeave(path),
  }
  const grouped = field.type === 'yes-no' || (field.type === 'choice' && (field.options?.length ?? 0) <= 5)
  const label = (
    <>
      {field.label}
      {!field.required && <span className="quiet">（可不填）</span>}
    </>
  )
  const below = (
    <>
      {field.hint && (
        <p id={`${id}-hint`} className="quiet hint">
          {field.hint}
        </p>
      )}
      {fault && (
        <p id={`${id}-fault`} className="fault hint">
          ⚠ {fault}
        </p>
      )}
    </>
  )
  if (grouped) {
    const options: readonly { readonly value: Json; readonly label: string }[] =
      field.type === 'yes-no'
        ? [
            { value: true, label: '是' },
            { value: false, label: '否' },
          ]
        : (field.options ?? [])
    return (
      <div className="form-box" role="radiogroup" aria-labelledby={`${id}-label`} aria-describedby={told || undefined} aria-required={field.required}>
        <span id={`${id}-label`} className="label">
          {label}
        </span>
        <div className="radios">
          {options.map((option, n) => (
            <label key={String(option.value)}>
              <input
                type="radio"
                name={id}
                {...(n === 0 ? { id } : {})}
                checked={value === option.value}
                onChange={() => onChange(path, option.value)}
                onBlur={() => onLeave(path)}
              />{' '}
              {option.label}
            </label>
          ))}
        </div>
        {below}
      </div>
    )
  }
  return (
    <div className={`form-box${field.type === 'long-text' ? ' whole' : ''}`}>
      <label htmlFor={id} className="label">
        {label}
      </label>
      {field.type === 'choice' ? (
        <select {...common} value={typeof value === 'string' ? value : ''} onChange={(event) => onChange(path, event.target.value || undefined)}>
          <option value="">请选择</option>
          {field.options?.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      ) : field.type === 'long-text' ? (
        <textarea {...common} rows={3} value={typeof value === 'string' ? value : ''} onChange={(event) => onChange(path, event.target.value)} />
      ) : field.type === 'money' || field.type === 'integer' ? (
        <NumberBox common={common} money={field.type === 'money'} value={value} onChange={(number) => onChange(path, number)} />
      ) : (
        <input
          {...common}
          type={field.type === 'date' ? 'date' : field.type === 'phone' ? 'tel' : 'text'}
          autoComplete="off"
          value={typeof value === 'string' ? value : ''}
          onChange={(event) =>
            onChange(path, field.type === 'uscc' || field.type === 'resident-id' ? event.target.value.trim().toUpperCase() : event.target.value)
          }
        />
      )}
      {below}
    </div>
  )
})

interface NumberProps {
  readonly common: Readonly<Record<string, unknown>> & { readonly onBlur: () => void }
  readonly money: boolean
  readonly value: Json | undefined
  readonly onChange: (value: Json | undefined) => void
}

/** What is typed stays as typed until one leaves; the answer is a whole number, money in 分. What is no number is kept as text, and is a fault. */
function NumberBox({ common, money, value, onChange }: NumberProps) {
  const [typed, setTyped] = useState<string>()
  const written = typeof value === 'number' ? (money ? formatMoney(value, '元', 0) : String(value)) : typeof value === 'string' ? value : ''
  const read = (text: string): Json | undefined => {
    if (text.trim() === '') return undefined
    if (money) return parseMoney(text, '元') ?? text
    return /^-?\d{1,15}$/.test(text.trim()) ? Number(text) : text
  }
  return (
    <span className="with-unit">
      <input
        {...common}
        inputMode="decimal"
        autoComplete="off"
        value={typed ?? written}
        onChange={(event) => {
          setTyped(event.target.value)
          onChange(read(event.target.value))
        }}
        onBlur={() => {
          setTyped(undefined)
          common.onBlur()
        }}
      />
      {money && <span>元</span>}
    </span>
  )
}
