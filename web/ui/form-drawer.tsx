import { Alert, Button, Drawer, Form } from 'antd'
import { useRef, useState } from 'react'
import { bare } from './bare.ts'
import type { Field } from './field.ts'
import { Fields } from './fields.tsx'
import { useDrawerFocus } from './use-drawer-focus.ts'

interface Props {
  readonly title: string
  readonly says?: string
  readonly fields: readonly Field[]
  readonly press: string
  readonly danger?: true
  /** Sends it; what it throws is shown above the form, and the drawer stays. */
  readonly run: (values: Record<string, unknown>, asTyped: object) => Promise<unknown>
  readonly onClose: () => void
}

/** A short form in a drawer. Ctrl+Enter sends it. */
export function FormDrawer({ title, says, fields, press, danger, run, onClose }: Props) {
  const [form] = Form.useForm()
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState('')
  const foot = useRef<HTMLButtonElement>(null)
  useDrawerFocus('.form-drawer', foot)
  const send = async (values: object) => {
    if (busy) return
    setBusy(true)
    setFault('')
    try {
      await run(bare(values) as Record<string, unknown>, values)
    } catch (error) {
      setFault(error instanceof Error ? error.message : '没有办成，请再试一次。')
    }
    setBusy(false)
  }
  return (
    <Drawer
      open
      onClose={onClose}
      size={560}
      title={title}
      rootClassName="act-drawer form-drawer"
      footer={
        <div className="drawer-foot">
          <Button ref={foot} type="primary" danger={danger === true} loading={busy} onClick={() => form.submit()}>
            {press}
          </Button>
          <Button onClick={onClose}>取消</Button>
          <span className="quiet key-hint">Ctrl + Enter 提交</span>
        </div>
      }
    >
      <Form
        form={form}
        name="drawer"
        layout="vertical"
        scrollToFirstError={{ focus: true }}
        onFinish={send}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.submit()
        }}
      >
        {fault !== '' && <Alert type="error" showIcon role="alert" className="block" title={fault} />}
        {says && <p className="says">{says}</p>}
        <Fields fields={fields} />
      </Form>
    </Drawer>
  )
}
