import { useMutation } from '@tanstack/react-query'
import { Alert, Button, Drawer, Form, Select } from 'antd'
import { useMemo, useRef, useState } from 'react'
import type { CaseAnswer, CasePage } from '../../../contract/cases.ts'
import type { HandedIn } from '../../../contract/case-parts.ts'
import type { ServiceItem } from '../../../rules/service-item/item.ts'
import { call, newKey, Problem } from '../../api.ts'
import { Fields } from '../../ui/fields.tsx'
import { useDrawerFocus } from '../../ui/use-drawer-focus.ts'
import { useWho } from '../../ui/who.ts'
import { bodyOf } from './act-body.ts'
import type { Act } from './act-form-parts.ts'
import { actForms } from './act-forms.ts'
import { HandIn } from './hand-in.tsx'
import { todayHere } from '../../ui/today-here.ts'
import { usePeople } from './use-people.ts'

export interface ActDone {
  readonly answer: CaseAnswer
}

interface Props {
  readonly page: CasePage
  readonly item: ServiceItem | undefined
  readonly act: Act
  readonly onClose: () => void
  readonly onDone: (done: ActDone) => void
  readonly reload: () => void
}

/** Acts that end or bind: their button bears the seal's red. */
const decisive = new Set<Act>([
  'grant-case',
  'refuse-case',
  'decline-case',
  'declare-not-permit-matter',
  'void-paper',
  'erase-personal-data',
  'revoke-permit',
  'withdraw-permit',
  'change-permit',
  'record-penalty',
  'cancel-permit',
])
const choosesPeople = new Set<Act>(['hand-over-case', 'take-over-case', 'announce-hearing', 'request-recusal', 'decide-recusal'])

/** One act: what it does, what it needs, and the press. The same press is sent again under the same key, so nothing is done twice. */
export function ActDrawer({ page, item, act, onClose, onDone, reload }: Props) {
  const who = useWho()
  const [form] = Form.useForm()
  const key = useRef(newKey())
  const [materials, setMaterials] = useState<readonly HandedIn[]>([])
  const people = usePeople(choosesPeople.has(act))
  const permitted = page.acts.find((one) => one.act === act)
  const lent = permitted?.onBehalfOf ?? null
  const [behalf, setBehalf] = useState(lent?.id)
  const shape = useMemo(
    () => actForms[act]({ page, item, people: people.options, me: who, today: todayHere() }),
    [act, page, item, people.options, who],
  )
  const press = useMutation({
    mutationFn: (values: object) =>
      call<ActDone>(`/api/cases/${page.id}/acts/${act}`, {
        method: 'POST',
        key: key.current,
        body: {
          seq: page.seq,
          ...(behalf === undefined ? {} : { onBehalfOf: behalf }),
          ...bodyOf(act, values, { ...shape.fixed, ...(shape.materials ? { materials } : {}) }),
        },
      }),
    onSuccess: onDone,
    onError: (error) => {
      // The server has decided this press; a changed one is another press.
      if (error instanceof Problem && error.status !== 0 && error.status < 500) key.current = newKey()
    },
  })
  const foot = useRef<HTMLButtonElement>(null)
  useDrawerFocus('.act-drawer', foot)
  const stale = press.error instanceof Problem && /^(subject-changed-since-seen|case-changed-since)$/.test(press.error.code)
  return (
    <Drawer
      open
      onClose={onClose}
      size={620}
      title={lent ? `${permitted?.title}（代 ${lent.name}）` : permitted?.title}
      rootClassName="act-drawer"
      footer={
        <div className="drawer-foot">
          <Button ref={foot} type="primary" danger={decisive.has(act)} loading={press.isPending} onClick={() => form.submit()}>
            {permitted?.title ?? '提交'}
          </Button>
          <Button onClick={onClose}>取消</Button>
          <span className="quiet key-hint">Ctrl + Enter 提交</span>
        </div>
      }
    >
      <Form
        form={form}
        name={act}
        layout="vertical"
        scrollToFirstError={{ focus: true }}
        onFinish={press.mutate}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.submit()
        }}
      >
        {press.error && (
          <Alert
            type="error"
            showIcon
            role="alert"
            className="block"
            title={press.error.message}
            description={press.error instanceof Problem ? press.error.article : undefined}
            action={
              stale && (
                <Button size="small" onClick={reload}>
                  刷新办件
                </Button>
              )
            }
          />
        )}
        {shape.says && <p className="says">{shape.says}</p>}
        {permitted?.article && <p className="quiet says">依据：{permitted.article}</p>}
        {who.standsInFor.length > 0 && (
          <Form.Item label="以谁的名义办理">
            <Select
              allowClear={lent === null}
              placeholder="本人"
              value={behalf}
              onChange={setBehalf}
              options={who.standsInFor.map(({ id, name }) => ({ value: id, label: `代 ${name}` }))}
            />
          </Form.Item>
        )}
        <Fields fields={shape.fields} />
        {shape.materials && (
          <HandIn
            materials={page.materials.filter(
              ({ dueLater, handedIn, fault }) => (shape.materials === 'shortfall' ? dueLater !== null : true) || fault !== null || handedIn === null,
            )}
            onChange={setMaterials}
          />
        )}
        <button type="submit" hidden aria-hidden="true" tabIndex={-1} />
      </Form>
    </Drawer>
  )
}
