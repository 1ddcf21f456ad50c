import { Button, Popconfirm } from 'antd'
import { useEffect } from 'react'
import { Link } from 'react-router'

interface Props {
  readonly blocked: boolean
  readonly saving: boolean
  readonly save: () => void
  readonly discard: () => void
}

/** Stays in sight while something is not saved; Ctrl+S saves. */
export function UnsavedBar({ blocked, saving, save, discard }: Props) {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 's') return
      event.preventDefault()
      if (!blocked && !saving) save()
    }
    addEventListener('keydown', pressed)
    return () => removeEventListener('keydown', pressed)
  }, [blocked, saving, save])
  return (
    <section className="foot unsaved no-print" aria-label="尚未保存的改动">
      <Button type="primary" disabled={blocked} loading={saving} onClick={save}>
        保存
      </Button>
      <Popconfirm title="放弃所有尚未保存的改动？" description="放弃后不能找回。" okText="放弃" cancelText="不放弃" onConfirm={discard}>
        <Button>放弃改动</Button>
      </Popconfirm>
      <Link to="?tab=changes&from=unsaved">看尚未保存的改动</Link>
      <span className="quiet">Ctrl + S 保存</span>
    </section>
  )
}
