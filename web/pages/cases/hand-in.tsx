import { Button } from 'antd'
import { memo, useCallback, useRef, useState } from 'react'
import type { HandedIn } from '../../../contract/case-parts.ts'
import { FileBox } from '../../ui/file-box.tsx'
import type { StoredFile } from '../../ui/uploader.ts'
import { copiesWords } from './copies.ts'

/** A material as it is asked for. */
interface Asked {
  readonly material: string
  readonly name: string
  readonly necessary: boolean
  readonly wanted: { readonly form: string; readonly originals: number; readonly copies: number }
  readonly acceptance: string
  readonly fault?: string | null
}

interface Brought {
  readonly originals: number
  readonly copies: number
  readonly files: readonly StoredFile[]
}

const nothing: Brought = { originals: 0, copies: 0, files: [] }

interface Props {
  readonly materials: readonly Asked[]
  /** What was counted before, where it is taken up again. */
  readonly first?: readonly HandedIn[]
  readonly onChange: (materials: readonly HandedIn[]) => void
  /** Offers to count all paper materials as complete at once. */
  readonly all?: boolean
}

/** What lies on the counter: paper counted, scans stored. A material with neither is not handed in. */
export const HandIn = memo(function HandIn({ materials, first = [], onChange, all = false }: Props) {
  const [brought, setBrought] = useState<Readonly<Record<string, Brought>>>(() =>
    Object.fromEntries(first.map(({ material, originals, copies, files }) => [material, { originals, copies, files }] as const)),
  )
  const latest = useRef(brought)
  const put = useCallback(
    (changes: Readonly<Record<string, Partial<Brought>>>) => {
      const next = { ...latest.current }
      for (const [material, part] of Object.entries(changes)) next[material] = { ...(next[material] ?? nothing), ...part }
      latest.current = next
      setBrought(next)
      onChange(
        Object.entries(next).flatMap(([id, { originals, copies, files }]): HandedIn[] =>
          originals + copies + files.length === 0
            ? []
            : [{ material: id, form: originals + copies > 0 ? 'paper' : 'electronic', files: [...files], originals, copies }],
        ),
      )
    },
    [onChange],
  )
  const onPaper = materials.filter(({ necessary, wanted }) => necessary && wanted.originals + wanted.copies > 0 && wanted.form !== 'electronic')
  return (
    <div className="hand-in">
      {all && onPaper.length > 0 && (
        <Button
          size="small"
          onClick={() =>
            put(Object.fromEntries(onPaper.map(({ material, wanted: { originals, copies } }) => [material, { originals, copies }] as const)))
          }
        >
          必交的纸质材料都收到了
        </Button>
      )}
      {materials.map((asked) => (
        <OneMaterial key={asked.material} asked={asked} now={brought[asked.material] ?? nothing} put={put} />
      ))}
    </div>
  )
})

interface OneProps {
  readonly asked: Asked
  readonly now: Brought
  readonly put: (changes: Readonly<Record<string, Partial<Brought>>>) => void
}

/** Drawn again only when something of this material changes: a form is long and a clerk types fast. */
const OneMaterial = memo(function OneMaterial({ asked: { material, name, necessary, wanted, acceptance, fault }, now, put }: OneProps) {
  const change = (part: Partial<Brought>) => put({ [material]: part })
  const whole = now.originals === wanted.originals && now.copies === wanted.copies && wanted.originals + wanted.copies > 0
  return (
    <fieldset className="group">
      <legend>
        {name} {!necessary && <span className="quiet">（可不交）</span>}
      </legend>
      <p className="quiet">{acceptance}</p>
      {fault && <p className="fault">上次告知：{fault}</p>}
      <div className="hand-in-row">
        {wanted.form !== 'electronic' && (
          <>
            <label className="tick-label">
              <input
                type="checkbox"
                checked={whole}
                onChange={(event) =>
                  change(event.target.checked ? { originals: wanted.originals, copies: wanted.copies } : { originals: 0, copies: 0 })
                }
                disabled={wanted.originals + wanted.copies === 0}
              />{' '}
              份数齐{wanted.originals + wanted.copies > 0 && `（${copiesWords(wanted)}）`}
            </label>
            <Count label={`${name}，收到原件份数`} word="原件" value={now.originals} onChange={(originals) => change({ originals })} />
            <Count label={`${name}，收到复印件份数`} word="复印件" value={now.copies} onChange={(copies) => change({ copies })} />
          </>
        )}
        <FileBox title={`扫描件：${name}`} value={now.files} onChange={(files) => change({ files })} />
      </div>
    </fieldset>
  )
})

interface CountProps {
  readonly label: string
  readonly word: string
  readonly value: number
  readonly onChange: (value: number) => void
}

const Count = ({ label, word, value, onChange }: CountProps) => (
  <span className="count">
    <span aria-hidden="true">{word}</span>
    <input
      className="box"
      type="number"
      min={0}
      max={999}
      aria-label={label}
      value={value}
      onChange={(event) => onChange(Math.max(0, Math.min(999, Math.trunc(Number(event.target.value) || 0))))}
    />
  </span>
)
