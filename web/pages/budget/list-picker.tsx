import { Button, Select } from 'antd'
import { useSearchParams } from 'react-router'

/** Which of a list is on the screen, from 0; kept in the address (`at`, from 1), so that it stays after a save, a reload and the way back. */
export function usePlaceInList(length: number): readonly [at: number, choose: (at: number) => void] {
  const [query, setQuery] = useSearchParams()
  const wanted = Number(query.get('at') ?? 1) - 1
  const at = Math.max(0, Math.min(Number.isInteger(wanted) ? wanted : 0, length - 1))
  const choose = (next: number) =>
    setQuery(
      (now) => {
        now.set('at', String(next + 1))
        return now
      },
      { replace: true },
    )
  return [at, choose]
}

interface Props {
  readonly label: string
  /** What is said where the list is empty. */
  readonly none: string
  readonly names: readonly string[]
  readonly at: number
  readonly choose: (at: number) => void
}

/** One of a list by name, and the next or the one before it. */
export function ListPicker({ label, none, names, at, choose }: Props) {
  return (
    <>
      <Select
        aria-label={label}
        className="list-picker"
        showSearch={{ optionFilterProp: 'label' }}
        value={names.length === 0 ? null : at}
        placeholder={none}
        notFoundContent="没有找到"
        options={names.map((name, index) => ({ value: index, label: name }))}
        onChange={(next) => choose(next ?? 0)}
      />
      {names.length > 1 && (
        <>
          <Button disabled={at === 0} onClick={() => choose(at - 1)}>
            上一个
          </Button>
          <Button disabled={at >= names.length - 1} onClick={() => choose(at + 1)}>
            下一个
          </Button>
        </>
      )}
    </>
  )
}
