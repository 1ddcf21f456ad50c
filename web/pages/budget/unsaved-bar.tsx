import { App, Button } from 'antd'
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
  const { modal } = App.useApp()
  const ask = () =>
    modal.confirm({
      title: '放弃所有尚未保存的改动？',
      content: '放弃后不能找回。',
      okText: '放弃',
      okButtonProps: { danger: true },
      cancelText: '不放弃',
      autoFocusButton: 'cancel',
      onOk: discard,
    })
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
      <Button onClick={ask}>放弃改动</Button>
      <Link to="?tab=changes&from=unsaved">看尚未保存的改动</Link>
      <span className="quiet">Ctrl + S 保存</span>
    </section>
  )
}
