import { useMutation } from '@tanstack/react-query'
import { Alert, Button, Card, Form, Input } from 'antd'
import type { SessionAnswer } from '../../../contract/people.ts'
import { call, Problem, rememberCsrf } from '../../api.ts'
import { minuteOf } from '../../ui/instant.ts'

interface Props {
  readonly session: SessionAnswer
  readonly onDone: () => Promise<void>
}

/** Staff sign in here; whoever still has the first password changes it before anything else. */
export default function SignIn({ session, onDone }: Props) {
  return (
    <Card title={session.mustChangePassword ? '请先修改口令' : `${session.bureau.name || '一枚章'} · 工作台`}>
      {session.mustChangePassword ? <ChangePassword session={session} onDone={onDone} /> : <EnterPassword onDone={onDone} />}
    </Card>
  )
}

function EnterPassword({ onDone }: Pick<Props, 'onDone'>) {
  const enter = useMutation({
    mutationFn: async (values: { login: string; password: string }) => {
      const signed = await call<{ csrf: string }>('/api/session/staff', { method: 'POST', body: values })
      rememberCsrf(signed.csrf)
      await onDone()
    },
  })
  return (
    <Form layout="vertical" onFinish={enter.mutate} requiredMark={false}>
      <Trouble error={enter.error} />
      <Form.Item label="登录名" name="login" rules={[{ required: true, message: '请填写登录名' }]}>
        <Input autoComplete="username" autoFocus />
      </Form.Item>
      <Form.Item label="口令" name="password" rules={[{ required: true, message: '请填写口令' }]}>
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      <Button type="primary" htmlType="submit" block loading={enter.isPending}>
        登录
      </Button>
    </Form>
  )
}

function ChangePassword({ session: { passwordReset }, onDone }: Props) {
  const change = useMutation({
    mutationFn: async ({ old, fresh }: { old: string; fresh: string }) => {
      await call('/api/session/password', { method: 'POST', body: { old, new: fresh } })
      await onDone()
    },
  })
  return (
    <Form layout="vertical" onFinish={change.mutate} requiredMark={false}>
      {passwordReset !== null && !passwordReset.replaced ? (
        <Alert
          type="warning"
          showIcon
          className="block"
          title={`${passwordReset.by}于 ${minuteOf(passwordReset.at)} 重置了您的口令。`}
          description="请改成只有自己知道的口令。不是您要求重置的，请告诉审计管理员。"
        />
      ) : (
        <p className="quiet">首次登录，或者刚被授予管理员角色，要先改成只有自己知道的口令。</p>
      )}
      <Trouble error={change.error} />
      <Form.Item label="现在的口令" name="old" rules={[{ required: true, message: '请填写现在的口令' }]}>
        <Input.Password autoComplete="current-password" autoFocus />
      </Form.Item>
      <Form.Item
        label="新口令"
        name="fresh"
        extra="至少 8 位（管理员 12 位），大写、小写、数字、符号四类中至少三类"
        rules={[{ required: true, message: '请填写新口令' }]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Form.Item
        label="再输一遍新口令"
        name="again"
        dependencies={['fresh']}
        rules={[
          { required: true, message: '请再输一遍' },
          ({ getFieldValue }) => ({
            validator: (_, value) => (value === getFieldValue('fresh') ? Promise.resolve() : Promise.reject(new Error('两次输入不一样'))),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Button type="primary" htmlType="submit" block loading={change.isPending}>
        修改并继续
      </Button>
    </Form>
  )
}

function Trouble({ error }: { readonly error: Error | null }) {
  if (error === null) return null
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={error instanceof Problem ? error.message : '没有登录成功，请再试一次。'}
      style={{ marginBottom: 16 }}
    />
  )
}
