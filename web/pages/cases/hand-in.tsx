import { InputNumber } from 'antd'
import { useState } from 'react'
import type { HandedIn } from '../../../contract/case-parts.ts'
import { FileBox } from '../../ui/file-box.tsx'
import type { StoredFile } from '../../ui/uploader.ts'

/** A material as it is asked for. */
export interface Asked {
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

/** What lies on the counter: paper counted, scans stored. A material with neither is not handed in. */
export function HandIn({ materials, onChange }: { readonly materials: readonly Asked[]; readonly onChange: (materials: readonly HandedIn[]) => void }) {
  const [brought, setBrought] = useState<Readonly<Record<string, Brought>>>({})
  const change = (material: string, part: Partial<Brought>) => {
    const next = { ...brought, [material]: { ...(brought[material] ?? nothing), ...part } }
    setBrought(next)
    onChange(
      Object.entries(next).flatMap(([id, { originals, copies, files }]): HandedIn[] =>
        originals + copies + files.length === 0 ? [] : [{ material: id, form: originals + copies > 0 ? 'paper' : 'electronic', files: [...files], originals, copies }],
      ),
    )
  }
  return (
    <div className="hand-in">
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
                      onChange={(event) => change(material, event.target.checked ? { originals: wanted.originals, copies: wanted.copies } : { originals: 0, copies: 0 })}
                      disabled={wanted.originals + wanted.copies === 0}
                    />{' '}
                    份数齐（原件{wanted.originals}、复印件{wanted.copies}）
                  </label>
                  <InputNumber aria-label={`${name}，收到原件份数`} prefix="原件" min={0} max={999} precision={0} value={now.originals} onChange={(value) => change(material, { originals: value ?? 0 })} style={{ width: 110 }} />
                  <InputNumber aria-label={`${name}，收到复印件份数`} prefix="复印" min={0} max={999} precision={0} value={now.copies} onChange={(value) => change(material, { copies: value ?? 0 })} style={{ width: 110 }} />
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
