import { Alert, Button, Form, Input, Modal, Progress, Select, Skeleton } from 'antd'
import { Link } from 'react-router'
import type { CaseRow } from '../../../contract/cases.ts'
import { Trouble } from '../../ui/trouble.tsx'
import { type BatchAct, batchTitles, countByName } from './batch-acts.ts'
import { type Foreseen, useBatchActs } from './use-batch-acts.ts'
import { usePeople } from './use-people.ts'

interface Props {
  readonly act: BatchAct
  readonly cases: readonly CaseRow[]
  readonly onCancel: () => void
  readonly onDone: () => void
}

const required = (message: string) => [{ required: true, whitespace: true, message }]

/** One act on many cases: first in whose name each would be done and which cannot be, then the press, then what came of each. */
export function BatchDialog({ act, cases, onCancel, onDone }: Props) {
  const title = batchTitles[act]
  const { preview, foreseen, run, running, answers, total } = useBatchActs(act, cases)
  const people = usePeople(act === 'hand-over-case')
  const open = foreseen.filter(({ fault }) => fault === null)
  const failed = answers.filter(({ fault }) => fault !== null)
  const lent = countByName(answers.filter(({ fault }) => fault === null).map(({ onBehalfOf }) => onBehalfOf))
  const begun = running || answers.length > 0
  return (
    <Modal open title={`批量${title}`} footer={null} onCancel={answers.length > 0 ? onDone : onCancel} maskClosable={!running} closable={!running}>
      <Trouble error={preview.error} retry={() => preview.refetch()} />
      {preview.isPending && <Skeleton active paragraph={{ rows: 3 }} />}
      {preview.isSuccess && !begun && (
        <Form layout="vertical" name="batch" onFinish={run}>
          <Outlook title={title} foreseen={foreseen} />
          {act === 'hand-over-case' && (
            <>
              <Form.Item name="to" label="移交给" rules={[{ required: true, message: '请选择移交给谁' }]}>
                <Select showSearch={{ optionFilterProp: 'label' }} options={[...people.options]} />
              </Form.Item>
              <Form.Item name="reason" label="移交原因" rules={required('请填写移交原因')}>
                <Input.TextArea maxLength={500} />
              </Form.Item>
            </>
          )}
          {act === 'remind-case' && (
            <Form.Item name="text" label="催办内容" initialValue="请抓紧办理。" rules={required('请填写催办内容')}>
              <Input.TextArea maxLength={500} />
            </Form.Item>
          )}
          <Button type="primary" htmlType="submit" disabled={open.length === 0}>
            {open.length === cases.length ? `开始${title}` : `${title}这 ${open.length} 件`}
          </Button>
        </Form>
      )}
      {begun && (
        <div role="status">
          <Progress percent={Math.round((answers.length / Math.max(total, 1)) * 100)} aria-label="办理进度" />
          {!running && (
            <Alert
              type={failed.length === 0 ? 'success' : 'warning'}
              showIcon
              title={`办成 ${answers.length - failed.length} 件${lent && `（其中 ${lent}）`}${failed.length > 0 ? `，没办成 ${failed.length} 件` : ''}`}
            />
          )}
          <Faults of={failed} />
        </div>
      )}
    </Modal>
  )
}

/** What is about to happen, said before the press. */
function Outlook({ title, foreseen }: { readonly title: string; readonly foreseen: readonly Foreseen[] }) {
  const open = foreseen.filter(({ fault }) => fault === null)
  const shut = foreseen.filter(({ fault }) => fault !== null)
  const lent = open.filter(({ onBehalfOf }) => onBehalfOf !== null)
  return (
    <>
      <p className="block">
        {open.length === 0
          ? `选中的 ${foreseen.length} 件现在都不能${title}。`
          : `将对${shut.length > 0 ? '其中' : '选中的'} ${open.length} 件逐件${title}，每件各有结果。`}
      </p>
      {lent.length > 0 && (
        <Alert
          type="info"
          showIcon
          className="block"
          title={`${countByName(lent.map(({ onBehalfOf }) => onBehalfOf))}${title}，办件记录里会写明`}
          description={
            <ul className="batch-answers">
              {lent.map(({ row, onBehalfOf }) => (
                <li key={row.id}>
                  <Link to={`/cases/${row.id}`}>{row.number}</Link>　{row.applicantName}
                  <span className="behalf">代 {onBehalfOf?.name}</span>
                </li>
              ))}
            </ul>
          }
        />
      )}
      {shut.length > 0 && open.length > 0 && <p>下面 {shut.length} 件办不了，不会动：</p>}
      <Faults of={shut} />
    </>
  )
}

const Faults = ({ of }: { readonly of: readonly Foreseen[] }) => (
  <ul className="batch-answers">
    {of.map(({ row, fault }) => (
      <li key={row.id}>
        <Link to={`/cases/${row.id}`}>{row.number}</Link>　{fault}
      </li>
    ))}
  </ul>
)
