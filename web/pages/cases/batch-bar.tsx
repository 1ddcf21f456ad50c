import { useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Form, Input, Modal, Progress, Select } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { BatchAnswer } from '../../../contract/case-batch.ts'
import type { CaseRow } from '../../../contract/cases.ts'
import { call, newKey } from '../../api.ts'
import { type Absent, useWho } from '../../ui/who.ts'
import { usePeople } from './use-people.ts'

interface Props {
  readonly cases: readonly CaseRow[]
  readonly onClose: () => void
}

type BatchAct = 'claim-case' | 'accept-case' | 'hand-over-case' | 'remind-case'
const titles: Readonly<Record<BatchAct, string>> = { 'claim-case': '领办', 'accept-case': '受理', 'hand-over-case': '移交', 'remind-case': '催办' }

/** Any of these permissions opens the act. */
const doors: Readonly<Record<BatchAct, readonly string[]>> = {
  'claim-case': ['accept-case', 'review-case', 'decide-case'],
  'accept-case': ['accept-case'],
  'hand-over-case': ['review-case', 'decide-case', 'hand-over-case'],
  'remind-case': ['remind-case'],
}

const portion = 10

interface Answered {
  readonly row: CaseRow
  readonly fault: string | null
}

/** One act on many cases: as many commands, as many answers; what was refused says why and the rest is done. */
export function BatchBar({ cases, onClose }: Props) {
  const who = useWho()
  const client = useQueryClient()
  const [act, setAct] = useState<BatchAct>()
  const [answers, setAnswers] = useState<readonly Answered[]>([])
  const [running, setRunning] = useState(false)
  const [total, setTotal] = useState(0)
  const people = usePeople(act === 'hand-over-case')
  const acts = (Object.keys(doors) as BatchAct[]).filter((one) => doors[one].some((permission) => who.permissions.has(permission)))
  /** The absent colleague in whose name an act is done that is not one's own to do. */
  const lenderOf = (one: BatchAct): Absent | undefined => {
    const opens = (permissions: ReadonlySet<string>) => doors[one].some((permission) => permissions.has(permission))
    const absent = who.standsInFor.find(({ permissions }) => opens(permissions))
    // Cases of the absent colleague's own office only: one is a colleague there by standing in.
    const there = absent !== undefined && absent.office !== who.office && cases.every(({ office }) => office === absent.office)
    return opens(who.ownPermissions) && !there ? undefined : absent
  }
  const run = async (input: object) => {
    const lender = act && lenderOf(act)
    setRunning(true)
    setTotal(cases.length)
    const done: Answered[] = []
    setAnswers(done)
    // A portion at a time, so that one sees it go on; each portion may be sent again under its key.
    for (let from = 0; from < cases.length; from += portion) {
      const part = cases.slice(from, from + portion)
      const send = {
        method: 'POST',
        key: newKey(),
        body: { act, cases: part.map(({ id }) => ({ id })), input, ...(lender ? { onBehalfOf: lender.id } : {}) },
      } as const
      const lines = await call<BatchAnswer>('/api/cases/batch', send).then(
        (answer) => answer.lines.map(({ line, refusal }) => ({ row: part[line]!, fault: refusal?.sentence ?? null })),
        (error: Error) => part.map((row) => ({ row, fault: error.message })),
      )
      done.push(...lines)
      setAnswers([...done])
    }
    setRunning(false)
    await client.invalidateQueries({ queryKey: ['cases'] })
    await client.invalidateQueries({ queryKey: ['case-counts'] })
  }
  const close = () => {
    setAct(undefined)
    if (answers.length > 0) onClose()
    setAnswers([])
  }
  const failed = answers.filter(({ fault }) => fault !== null)
  return (
    <section className="batch" aria-label="批量办理">
      <span>已选 {cases.length} 件</span>
      {acts.map((one) => (
        <Button key={one} size="small" onClick={() => setAct(one)}>
          批量{titles[one]}
          {lenderOf(one) && <span className="behalf">代 {lenderOf(one)?.name}</span>}
        </Button>
      ))}
      <Button size="small" type="link" onClick={onClose}>
        取消选择
      </Button>
      <Modal open={act !== undefined} title={act && `批量${titles[act]}`} footer={null} onCancel={close} maskClosable={!running} destroyOnHidden>
        {act !== undefined && answers.length === 0 && !running && (
          <Form layout="vertical" name="batch" onFinish={run}>
            <p>
              将对选中的 {cases.length} 件逐件{titles[act]}，每件各有结果，办不成的会说明原因。
            </p>
            {act === 'hand-over-case' && (
              <Form.Item name="to" label="移交给" rules={[{ required: true, message: '请选择移交给谁' }]}>
                <Select showSearch={{ optionFilterProp: 'label' }} options={[...people.options]} />
              </Form.Item>
            )}
            {act === 'hand-over-case' && (
              <Form.Item name="reason" label="移交原因" rules={[{ required: true, whitespace: true, message: '请填写移交原因' }]}>
                <Input.TextArea maxLength={500} />
              </Form.Item>
            )}
            {act === 'remind-case' && (
              <Form.Item
                name="text"
                label="催办内容"
                initialValue="请抓紧办理。"
                rules={[{ required: true, whitespace: true, message: '请填写催办内容' }]}
              >
                <Input.TextArea maxLength={500} />
              </Form.Item>
            )}
            <Button type="primary" htmlType="submit">
              开始{titles[act]}
            </Button>
          </Form>
        )}
        {(running || answers.length > 0) && (
          <div role="status">
            <Progress percent={Math.round((answers.length / Math.max(total, 1)) * 100)} aria-label="办理进度" />
            {!running && (
              <Alert
                type={failed.length === 0 ? 'success' : 'warning'}
                showIcon
                title={`办成 ${answers.length - failed.length} 件${failed.length > 0 ? `，没办成 ${failed.length} 件` : ''}`}
              />
            )}
            <ul className="batch-answers">
              {failed.map(({ row, fault }) => (
                <li key={row.id}>
                  <Link to={`/cases/${row.id}`}>{row.number}</Link>　{fault}
                </li>
              ))}
            </ul>
          </div>
        )}
      </Modal>
    </section>
  )
}
