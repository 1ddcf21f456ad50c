import { Modal } from 'antd'
import { useState } from 'react'
import { type Shortcut, shortcutsNow, useShortcuts } from './shortcuts.ts'

/** `?` shows every key that works here. */
export function ShortcutHelp() {
  const [shown, setShown] = useState<readonly Shortcut[]>()
  const open = () => setShown(shortcutsNow())
  useShortcuts([{ key: '?', text: '显示快捷键', run: open }])
  return (
    <>
      <button type="button" className="plain-button" aria-label="快捷键（按 ? 键）" onClick={open}>
        ?
      </button>
      <Modal open={shown !== undefined} title="本页快捷键" footer={null} onCancel={() => setShown(undefined)} width={420}>
        <dl className="keys">
          {shown?.map(({ key, text }) => (
            <div key={key + text}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{text}</dd>
            </div>
          ))}
          <div>
            <dt>
              <kbd>Ctrl</kbd> + <kbd>Enter</kbd>
            </dt>
            <dd>提交正在填写的表单</dd>
          </div>
          <div>
            <dt>
              <kbd>Esc</kbd>
            </dt>
            <dd>关闭抽屉或窗口</dd>
          </div>
        </dl>
      </Modal>
    </>
  )
}
