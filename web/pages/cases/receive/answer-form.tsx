import { Button } from 'antd'
import { Fragment, type ReactNode, useCallback } from 'react'
import type { Json } from '../../../../rules/act.ts'
import type { Answers } from '../../../../rules/service-item/condition.ts'
import type { FormField, FormGroup } from '../../../../rules/service-item/item.ts'
import { visibleGroups } from '../../../../rules/service-item/visible-form.ts'
import { FormBox } from './form-box.tsx'

interface Props {
  readonly form: readonly FormGroup[]
  /** Before every name, where two forms stand on one page and may have a field of the same name. */
  readonly prefix?: string
  readonly answers: Answers
  /** Sentence by path, for the boxes that were left or all of them after a try. */
  readonly faults: ReadonlyMap<string, string>
  readonly change: (write: (now: Answers) => Answers) => void
  readonly leave: (path: string) => void
  /** Drawn before the box of this field: what helps to fill it. */
  readonly before?: { readonly field: string; readonly help: ReactNode } | undefined
}

type Row = Readonly<Record<string, Json>>

const without = (answers: Answers, id: string): Answers => Object.fromEntries(Object.entries(answers).filter(([name]) => name !== id))

/** The form of an item, the questions this applicant meets, drawn from its definition. */
export function AnswerForm({ form, prefix = '', answers, faults, change, leave, before }: Props) {
  const set = useCallback(
    (path: string, value: Json | undefined) => {
      const id = path.slice(prefix.length)
      change((now) => (value === undefined || value === '' ? without(now, id) : { ...now, [id]: value }))
    },
    [change, prefix],
  )
  return visibleGroups(form, answers).map((group) => (
    <fieldset key={group.id} className="group">
      <legend>{group.title}</legend>
      <div className="form-boxes">
        {group.fields.map((field) =>
          field.type === 'list' ? (
            <ListField
              key={field.id}
              field={field}
              rows={(answers[field.id] as readonly Row[] | undefined) ?? []}
              faults={faults}
              change={change}
              leave={leave}
            />
          ) : (
            <Fragment key={field.id}>
              {before?.field === field.id && before.help}
              <FormBox
                field={field}
                path={`${prefix}${field.id}`}
                value={answers[field.id]}
                fault={faults.get(`${prefix}${field.id}`)}
                onChange={set}
                onLeave={leave}
              />
            </Fragment>
          ),
        )}
      </div>
    </fieldset>
  ))
}

interface ListProps extends Omit<Props, 'form' | 'prefix' | 'answers' | 'before'> {
  readonly field: FormField
  readonly rows: readonly Row[]
}

/** A table that must be answered stands open with as many rows as it needs, so that Enter walks into it like into any other question. */
const opened = ({ required, min = 1 }: FormField, rows: readonly Row[]): readonly Row[] => {
  const least = required ? Math.max(1, min) : 0
  return rows.length >= least ? rows : [...rows, ...Array.from({ length: least - rows.length }, () => ({}))]
}

function ListField({ field, rows: answered, faults, change, leave }: ListProps) {
  const rows = opened(field, answered)
  const write = useCallback(
    (edit: (now: readonly Row[]) => readonly Row[]) =>
      change((now) => {
        const next = edit(opened(field, (now[field.id] as readonly Row[] | undefined) ?? []))
        return next.length === 0 ? without(now, field.id) : { ...now, [field.id]: next }
      }),
    [change, field],
  )
  const setCell = useCallback(
    (path: string, value: Json | undefined) => {
      const [, index, column] = /\[(\d+)\]\.(.+)$/.exec(path) ?? []
      write((now) =>
        now.map((row, n) =>
          String(n) === index ? (value === undefined || value === '' ? (without(row, column!) as Row) : { ...row, [column!]: value }) : row,
        ),
      )
    },
    [write],
  )
  const fault = faults.get(field.id)
  return (
    <fieldset className="group whole" id={`answer-${field.id}`} tabIndex={-1}>
      <legend>{field.label}</legend>
      {field.hint && <p className="quiet">{field.hint}</p>}
      {fault && <p className="fault">⚠ {fault}</p>}
      {rows.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row has no name of its own
        <fieldset key={index} className="row-box">
          <legend className="unseen">{`${field.label}第 ${index + 1} 行`}</legend>
          <div className="form-boxes">
            {field.columns?.map((column) => {
              const path = `${field.id}[${index}].${column.id}`
              return (
                <FormBox
                  key={column.id}
                  field={column}
                  path={path}
                  value={row[column.id]}
                  fault={faults.get(path)}
                  onChange={setCell}
                  onLeave={leave}
                />
              )
            })}
          </div>
          {rows.length > opened(field, []).length && (
            <Button size="small" aria-label={`删去第 ${index + 1} 行`} onClick={() => write((now) => now.filter((_, n) => n !== index))}>
              删去
            </Button>
          )}
        </fieldset>
      ))}
      <Button
        size="small"
        onClick={() => {
          write((now) => [...now, {}])
          requestAnimationFrame(() => document.getElementById(`answer-${field.id}[${rows.length}].${field.columns?.[0]?.id}`)?.focus())
        }}
      >
        加一行
      </Button>
    </fieldset>
  )
}
