import { Alert, Button } from 'antd'

/** Something could not be fetched or done: the sentence, and a way on. */
export function Trouble({ error, retry }: { readonly error: Error | null; readonly retry?: () => void }) {
  if (error === null) return null
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={error.message}
      action={
        retry && (
          <Button size="small" onClick={retry}>
            再试一次
          </Button>
        )
      }
      style={{ marginBottom: 12 }}
    />
  )
}
