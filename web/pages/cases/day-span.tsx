interface Props {
  readonly title: string
  readonly from: string | undefined
  readonly to: string | undefined
  readonly onChange: (span: { readonly from: string | undefined; readonly to: string | undefined }) => void
}

/** From one day to another, both included; either end may be left open. A span the wrong way round is turned. */
export function DaySpan({ title, from, to, onChange }: Props) {
  const put = (span: { readonly from: string | undefined; readonly to: string | undefined }) =>
    onChange(span.from && span.to && span.from > span.to ? { from: span.to, to: span.from } : span)
  const box = (end: 'from' | 'to', value: string | undefined) => (
    // Asked for when one leaves the box, not at each digit of a year.
    <input
      key={value ?? ''}
      type="date"
      className="box"
      min="2015-01-01"
      max="2099-12-31"
      aria-label={`${title}日期${end === 'from' ? '从' : '到'}`}
      defaultValue={value ?? ''}
      onBlur={({ currentTarget }) => {
        if (currentTarget.value !== (value ?? '') && currentTarget.validity.valid)
          put({ from, to, [end]: currentTarget.value === '' ? undefined : currentTarget.value })
      }}
      onKeyDown={({ key, currentTarget }) => key === 'Enter' && currentTarget.blur()}
    />
  )
  return (
    <span className="day-span">
      <span className="quiet">{title}</span>
      {box('from', from)}
      <span className="quiet">至</span>
      {box('to', to)}
    </span>
  )
}
