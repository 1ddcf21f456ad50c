import { useMutation } from '@tanstack/react-query'
import { Button, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import type { CasePage } from '../../../contract/cases.ts'
import { call } from '../../api.ts'
import { Trouble } from '../../ui/trouble.tsx'
import { useWho } from '../../ui/who.ts'
import { applicantKinds, idTypes } from './applicant-words.ts'
import { AnswersView } from './answers-view.tsx'

interface Revealed {
  readonly applicant: CasePage['applicant']
  readonly answers: CasePage['answers']
}

/** The applicant, numbers masked; whoever may, states a purpose and sees them whole. The look is recorded. */
export function ApplicantView({ page }: { readonly page: CasePage }) {
  const { permissions } = useWho()
  const [asking, setAsking] = useState(false)
  const reveal = useMutation({
    mutationFn: (body: { purpose: string }) => call<Revealed>(`/api/cases/${page.id}/reveal`, { method: 'POST', body }),
    onSuccess: () => setAsking(false),
  })
  const shown = reveal.data?.applicant ?? page.applicant
  const lines: readonly (readonly [string, string | null])[] = [
    ['类型', applicantKinds[page.applicantKind]],
    [page.applicantKind === 'natural-person' ? '姓名' : '名称', shown.name],
    [idTypes[shown.idType] ?? '证件号码', shown.idNumber],
    ['法定代表人', shown.legalRepresentative],
    ['电话', shown.phone],
    ['地址', shown.address],
    ['电子送达', page.consentsToElectronicService ? '同意' : '不同意'],
    ['代理人', shown.agentName],
    ['代理人证件', shown.agentIdNumber],
    ['代理人电话', shown.agentPhone],
  ]
  return (
    <section className="panel" aria-labelledby="applicant-title">
      <div className="panel-head">
        <h2 id="applicant-title">申请人身份和联系方式</h2>
        {permissions.has('see-personal-data') && !reveal.data && (
          <Button size="small" onClick={() => setAsking(true)}>
            查看完整信息
          </Button>
        )}
      </div>
      <dl className="facts">
        {lines.map(([label, value]) =>
          value === null ? null : (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
      </dl>
      {reveal.data && <AnswersView groups={reveal.data.answers} title="表单填写（完整）" />}
      <Modal open={asking} title="查看完整的个人信息" footer={null} onCancel={() => setAsking(false)} destroyOnHidden>
        <Form layout="vertical" name="reveal" onFinish={reveal.mutate}>
          <Trouble error={reveal.error} />
          <p className="quiet">查看会留下记录：谁、何时、为什么。</p>
          <Form.Item name="purpose" label="用途" rules={[{ required: true, whitespace: true, message: '请写明用途' }]}>
            <Input maxLength={200} placeholder="例如：电话联系申请人补正" />
          </Form.Item>
          <Button type="primary" htmlType="submit" loading={reveal.isPending}>
            查看
          </Button>
        </Form>
      </Modal>
    </section>
  )
}
