import { Button } from 'antd'
import { useState } from 'react'
import type { HandedIn } from '../../../contract/case-parts.ts'
import { FileBox } from '../../ui/file-box.tsx'
import type { StoredFile } from '../../ui/uploader.ts'

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
  readonly onChange: (materials: readonly HandedIn[]) => void
  /** Offers to count all paper materials as complete at once. */
  readonly all?: boolean
}

/** What lies on the counter: paper counted, scans stored. A material with neither is not handed in. */
export function HandIn({ materials, onChange, all = false }: Props) {
  const [brought, setBrought] = useState<Readonly<Record<string, Brought>>>({})
  const change = (material: string, part: Partial<Brought>) => put({ ...brought, [material]: { ...(brought[material] ?? nothing), ...part } })
  const put = (next: Readonly<Record<string, Brought>>) => {
    setBrought(next)
    onChange(
      Object.entries(next).flatMap(([id, { originals, copies, files }]): HandedIn[] =>
        originals + copies + files.length === 0
          ? []
          : [{ material: id, form: originals + copies > 0 ? 'paper' : 'electronic', files: [...files], originals, copies }],
      ),
    )
  }
  return (
    <div className="hand-in">
      {all && (
        <Button
          size="small"
          onClick={() =>
            put({
              ...brought,
              ...Object.fromEntries(
                materials
                  .filter(({ necessary, wanted }) => necessary && wanted.originals + wanted.copies > 0 && wanted.form !== 'electronic')
                  .map(({ material, wanted }) => [
                    material,
                    { ...(brought[material] ?? nothing), originals: wanted.originals, copies: wanted.copies },
                  ]),
              ),
            })
          }
        >
          必交的纸质材料都收到了
        </Button>
      )}
      {materials.map(({ material, name, necessary, wanted, acceptance, fault }) => {
        const now = brought[material] ?? nothing
        const whole = now.originals === wanted.originals && now.copies === wanted.copies && wanted.originals + wanted.copies > 0
        return (
          <fieldset key={material} className="group">
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
                        change(material, event.target.checked ? { originals: wanted.originals, copies: wanted.copies } : { originals: 0, copies: 0 })
                      }
                      disabled={wanted.originals + wanted.copies === 0}
                    />{' '}
                    份数齐（原件{wanted.originals}、复印件{wanted.copies}）
                  </label>
                  <Count
                    label={`${name}，收到原件份数`}
                    word="原件"
                    value={now.originals}
                    onChange={(originals) => change(material, { originals })}
                  />
                  <Count label={`${name}，收到复印件份数`} word="复印件" value={now.copies} onChange={(copies) => change(material, { copies })} />
                </>
              )}
              <FileBox title={`扫描件：${name}`} value={now.files} onChange={(files) => change(material, { files })} />
            </div>
          </fieldset>
        )
      })}
    </div>
  )
}

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
