import { Button } from 'antd'
import type { Json } from '../../../rules/act.ts'
import { choicesOf, inOrder, type OwnChoices, unset } from './item-choices.ts'
import { fieldTitles } from '../../../rules/service-item/field-titles.ts'

const labelOf = (name: string): string => fieldTitles[name] ?? name

interface Props {
  readonly value: Json
  readonly path: string
  readonly label: string
  /** Sentences by path. */
  readonly faults: ReadonlyMap<string, readonly string[]>
  readonly own: OwnChoices
  readonly onChange: (value: Json) => void
}

type Group = Readonly<Record<string, Json>>

/** A new member of a list begins as its last one, emptied. */
function emptied(value: Json | undefined): Json {
  if (typeof value === 'string') return ''
  if (typeof value === 'number') return 0
  if (typeof value === 'boolean') return false
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return []
  return Object.fromEntries(Object.entries(value as Group).map(([name, one]) => [name, emptied(one)]))
}

const nameOf = (value: Json): string => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return ''
  const group = value as Group
  return String(group.name ?? group.title ?? group.label ?? group.ask ?? group.law ?? group.point ?? group.id ?? '')
}

/** An item as a form: each field under its name, lists with add and remove, findings beside the field they are about. */
export function TreeForm({ value, path, label, faults, own, onChange }: Props) {
  const told = faults.get(path) ?? []
  const id = `field-${path}`
  const below = told.map((one) => (
    <p key={one} className="fault hint">
      ⚠ {one}
    </p>
  ))
  if (Array.isArray(value)) {
    const members = value as readonly Json[]
    return (
      <details className="group tree-part" open={told.length > 0 || members.length < 4} id={id}>
        <summary>
          {label}（{members.length}）
        </summary>
        {below}
        {members.map((member, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a member of a list is known by its place
          <div key={n} className="tree-member">
            <TreeForm
              value={member}
              path={`${path}[${n}]`}
              label={`${n + 1}　${nameOf(member)}`}
              faults={faults}
              own={own}
              onChange={(next) => onChange(members.map((one, m) => (m === n ? next : one)))}
            />
            <Button size="small" aria-label={`删去${label}第 ${n + 1} 项`} onClick={() => onChange(members.filter((_, m) => m !== n))}>
              删去
            </Button>
          </div>
        ))}
        <Button size="small" onClick={() => onChange([...members, emptied(members.at(-1))])}>
          加一项
        </Button>
      </details>
    )
  }
  if (typeof value === 'object' && value !== null) {
    const group = value as Group
    const shown = path === '' ? { ...unset, ...group } : group
    return (
      <details className="group tree-part" open={path === '' || told.length > 0 || !path.includes('[')} id={id}>
        <summary>{label}</summary>
        {below}
        {inOrder(shown, path).map(([name, one]) => (
          <TreeForm
            key={name}
            value={one}
            path={path === '' ? name : `${path}.${name}`}
            label={labelOf(name)}
            faults={faults}
            own={own}
            onChange={(next) => onChange({ ...group, [name]: next })}
          />
        ))}
      </details>
    )
  }
  const choices = typeof value === 'string' ? choicesOf(path, own) : undefined
  return (
    <div className="form-box tree-leaf">
      {typeof value === 'boolean' ? (
        <label>
          <input id={id} type="checkbox" checked={value} onChange={(event) => onChange(event.target.checked)} /> {label}
        </label>
      ) : (
        <>
          <label className="label" htmlFor={id}>
            {label}
            {value === null && <span className="quiet">（没有）</span>}
          </label>
          {choices ? (
            <select id={id} className="box" value={String(value)} onChange={(event) => onChange(event.target.value)}>
              {Object.entries({ ...(String(value) in choices ? {} : { [String(value)]: '请选择' }), ...choices }).map(([code, word]) => (
                <option key={code} value={code}>
                  {word}
                </option>
              ))}
            </select>
          ) : typeof value === 'number' ? (
            <input id={id} className="box" type="number" value={value} onChange={(event) => onChange(Math.trunc(Number(event.target.value) || 0))} />
          ) : (value ?? '').length > 40 ? (
            <textarea id={id} className="box" rows={3} value={value ?? ''} onChange={(event) => onChange(event.target.value)} />
          ) : (
            <input
              id={id}
              className="box"
              value={value ?? ''}
              onChange={(event) => onChange(event.target.value === '' && value === null ? null : event.target.value)}
            />
          )}
        </>
      )}
      {below}
    </div>
  )
}
