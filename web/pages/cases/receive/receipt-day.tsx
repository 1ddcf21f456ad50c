import { todayHere } from '../../../ui/today-here.ts'

export interface ReceiptDay {
  readonly on: string
  readonly because: string
}

interface Props {
  readonly value: ReceiptDay
  readonly onChange: (day: ReceiptDay) => void
  /** Asks for what is missing. */
  readonly tried: boolean
}

export const receivedToday = (): ReceiptDay => ({ on: todayHere(), because: '' })
export const isBackdated = ({ on }: ReceiptDay): boolean => on !== todayHere()
export const lacksReason = (day: ReceiptDay): boolean => isBackdated(day) && day.because.trim() === ''

/** As the door takes it: nothing for today. */
export const backdating = (day: ReceiptDay) => (isBackdated(day) ? { receivedOn: day.on, backdatedBecause: day.because } : {})

/** The day of receipt, and why it was not today. */
export function ReceiptDayBoxes({ value, onChange, tried }: Props) {
  const lacking = tried && lacksReason(value)
  return (
    <>
      <div className="form-box">
        <label className="label" htmlFor="received-on">
          收件日期
        </label>
        <input
          id="received-on"
          className="box"
          type="date"
          value={value.on}
          max={todayHere()}
          aria-describedby="received-on-hint"
          onChange={(event) => onChange({ ...value, on: event.target.value })}
        />
        <p id="received-on-hint" className="quiet hint">
          补录以前收到的，至多早五个工作日。
        </p>
      </div>
      {isBackdated(value) && (
        <div className="form-box">
          <label className="label" htmlFor="because">
            补录原因
          </label>
          <input
            id="because"
            className="box"
            value={value.because}
            maxLength={500}
            aria-required
            aria-invalid={lacking}
            onChange={(event) => onChange({ ...value, because: event.target.value })}
          />
          {lacking && <p className="fault hint">⚠ 补录须写明原因。</p>}
        </div>
      )}
    </>
  )
}
