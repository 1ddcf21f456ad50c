import { Button, Form, Input } from 'antd'

interface Props {
  readonly name: string
  readonly label: string
  readonly add: string
  readonly least?: number
  readonly rows?: number
}

/** A numbered list of texts, one after another, each written in its own box. */
export function TextList({ name, label, add, least = 0, rows = 2 }: Props) {
  return (
    <fieldset className="group">
      <legend>{label}</legend>
      <Form.List name={name} initialValue={least > 0 ? [''] : []}>
        {(fields, { add: more, remove }) => (
          <>
            {fields.map(({ key, name: index }) => (
              <div key={key} className="listed">
                <Form.Item
                  name={index}
                  label={`${label} ${index + 1}`}
                  rules={[{ required: true, whitespace: true, message: fields.length > least ? '请填写，或删去这一条' : `请填写${label}` }]}
                >
                  <Input.TextArea autoSize={{ minRows: rows }} />
                </Form.Item>
                {fields.length > least && (
                  <Button size="small" aria-label={`删去第 ${index + 1} 条`} onClick={() => remove(index)}>
                    删去
                  </Button>
                )}
              </div>
            ))}
            <Button size="small" onClick={() => more('')}>
              {add}
            </Button>
          </>
        )}
      </Form.List>
    </fieldset>
  )
}
