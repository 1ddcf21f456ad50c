import { UploadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useId, useRef, useState } from 'react'
import { type StoredFile, useUploader } from './uploader.ts'

interface Props {
  readonly value?: readonly StoredFile[]
  readonly onChange?: (files: readonly StoredFile[]) => void
  readonly most?: number
  /** What the files are, for the button and for screen readers. */
  readonly title: string
  readonly id?: string
}

const sizeOf = (bytes: number): string => (bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1048576).toFixed(1)} MB`)

/** Files that go into the store one after another as they are chosen; the list holds what has arrived. */
export function FileBox({ value = [], onChange, most = 50, title, id }: Props) {
  const upload = useUploader()
  const picker = useRef<HTMLInputElement>(null)
  const [busy, setBusy] = useState('')
  const [fault, setFault] = useState('')
  const describes = useId()
  const take = async (chosen: FileList | null) => {
    setFault('')
    let files = [...value]
    for (const file of [...(chosen ?? [])].slice(0, most - files.length)) {
      setBusy(file.name)
      try {
        const stored = await upload(file)
        files = [...files.filter(({ digest }) => digest !== stored.digest), stored]
        onChange?.(files)
      } catch (error) {
        setFault(error instanceof Error ? error.message : '没有传上去，请再试一次。')
        break
      }
    }
    setBusy('')
    if (picker.current) picker.current.value = ''
  }
  return (
    <div className="file-box">
      {value.length > 0 && (
        <ul>
          {value.map((file) => (
            <li key={file.digest}>
              <span className="file-name">{file.name}</span> <span className="quiet">{sizeOf(file.size)}</span>{' '}
              <Button
                size="small"
                type="link"
                aria-label={`移除${file.name}`}
                onClick={() => onChange?.(value.filter(({ digest }) => digest !== file.digest))}
              >
                移除
              </Button>
            </li>
          ))}
        </ul>
      )}
      <input ref={picker} type="file" hidden multiple={most > 1} aria-label={title} onChange={(event) => void take(event.target.files)} />
      {value.length < most && (
        <Button
          {...(id === undefined ? {} : { id })}
          size="small"
          icon={<UploadOutlined />}
          loading={busy !== ''}
          aria-describedby={describes}
          onClick={() => picker.current?.click()}
        >
          {title}
        </Button>
      )}
      <span id={describes} role="status" className={fault ? 'fault' : 'quiet'}>
        {busy ? ` 正在上传${busy}` : fault}
      </span>
    </div>
  )
}
