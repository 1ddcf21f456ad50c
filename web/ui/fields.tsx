import { Button, Checkbox, Form, Input, InputNumber, Radio, Select } from 'antd'
import type { Field, Path } from './field.ts'
import { FileBox } from './file-box.tsx'
import { Phrases } from './phrases.tsx'
import { TextList } from './text-list.tsx'
import type { StoredFile } from './uploader.ts'

interface Props {
  readonly fields: readonly Field[]
  /** The form's road to these fields: the row of a table they stand in. */
  readonly under?: readonly (string | number)[]
  /** The road inside antd's list, which begins at the list. */
  readonly inside?: readonly (string | number)[]
}

const road = (path: Path): (string | number)[] => (typeof path === 'string' ? [path] : [...path])

/** What is not written but chosen or sent. */
const asks: Readonly<Partial<Record<Field['kind'], string>>> = {
  choice: '请选择',
  checks: '请选择',
  day: '请选择',
  time: '请选择',
  files: '请上传',
  digest: '请上传',
}

/** Draws the questions of a short form, one below another. */
export function Fields({ fields, under = [], inside = [] }: Props) {
  return fields.map((field) => {
    // The same answer may be asked for in other words, each under its own condition.
    const key = [...road(field.name), field.label].join('.')
    if (!field.when) return <OneField key={key} field={field} under={under} inside={inside} />
    return (
      <Form.Item key={key} noStyle shouldUpdate>
        {({ getFieldsValue }) => (field.when!(getFieldsValue(true)) ? <OneField field={field} under={under} inside={inside} /> : null)}
      </Form.Item>
    )
  })
}

function OneField({
  field,
  under,
  inside,
}: {
  readonly field: Field
  readonly under: readonly (string | number)[]
  readonly inside: readonly (string | number)[]
}) {
  const form = Form.useFormInstance()
  const name = [...inside, ...road(field.name)]
  const full = [...under, ...road(field.name)]
  const extra = field.hint === undefined ? {} : { extra: field.hint }
  const message = `${asks[field.kind] ?? '请填写'}${field.label}`
  const rules = field.optional ? [] : [{ required: true, message }]
  switch (field.kind) {
    case 'line':
    case 'words': {
      const put = (phrase: string) => {
        const now = (form.getFieldValue(full) as string | undefined) ?? ''
        form.setFieldValue(full, field.kind === 'line' ? phrase : now === '' ? phrase : `${now}\n${phrase}`)
      }
      const texts = [
        { max: field.most, message: `至多 ${field.most} 个字` },
        ...(field.optional ? [] : [{ required: true, whitespace: true, message }]),
      ]
      return (
        <>
          <Form.Item
            name={name}
            label={field.label}
            rules={texts}
            required={!field.optional}
            {...extra}
            {...(field.first === undefined ? {} : { initialValue: field.first })}
          >
            {field.kind === 'line' ? <Input autoComplete="off" /> : <Input.TextArea autoSize={{ minRows: 2, maxRows: 10 }} />}
          </Form.Item>
          <Phrases phrases={field.phrases ?? []} take={put} />
        </>
      )
    }
    case 'day':
    case 'time':
      return (
        <Form.Item name={name} label={field.label} rules={rules} {...extra} {...(field.first === undefined ? {} : { initialValue: field.first })}>
          <Input type={field.kind === 'day' ? 'date' : 'time'} style={{ width: 180 }} />
        </Form.Item>
      )
    case 'integer':
      return (
        <Form.Item name={name} label={field.label} rules={rules} {...extra} {...(field.first === undefined ? {} : { initialValue: field.first })}>
          <InputNumber
            min={field.least}
            max={field.most}
            precision={0}
            style={{ width: 180 }}
            {...(field.unit === undefined ? {} : { suffix: field.unit })}
          />
        </Form.Item>
      )
    case 'choice':
      return (
        <Form.Item name={name} label={field.label} rules={rules} {...extra} {...(field.first === undefined ? {} : { initialValue: field.first })}>
          {field.find || field.options.length > 6 ? (
            <Select
              showSearch={{ optionFilterProp: 'label' }}
              options={field.options.map(({ value, label }) => ({ value, label }))}
              notFoundContent="没有可选的"
              placeholder="请选择"
            />
          ) : (
            <Radio.Group>
              {field.options.map(({ value, label }) => (
                <Radio key={value} value={value}>
                  {label}
                </Radio>
              ))}
            </Radio.Group>
          )}
        </Form.Item>
      )
    case 'checks':
      return (
        <fieldset className="group">
          <legend>{field.label}</legend>
          {/* A group of boxes may not say of itself that it is required: it has a least number instead. */}
          <Form.Item name={name} rules={field.optional ? [] : [{ type: 'array', min: 1, message }]} {...extra} initialValue={field.first ?? []}>
            <Checkbox.Group className="checks">
              {field.options.map(({ value, label, hint }) => (
                <Checkbox key={value} value={value}>
                  {label}
                  {hint && <span className="quiet">　{hint}</span>}
                </Checkbox>
              ))}
            </Checkbox.Group>
          </Form.Item>
        </fieldset>
      )
    case 'secret':
      return (
        <Form.Item name={name} label={field.label} rules={rules} {...extra}>
          <Input.Password autoComplete={field.fresh ? 'new-password' : 'current-password'} />
        </Form.Item>
      )
    case 'yes':
      return (
        <Form.Item name={name} valuePropName="checked" initialValue={field.first ?? false} {...extra}>
          <Checkbox>{field.label}</Checkbox>
        </Form.Item>
      )
    case 'texts':
      return <TextList name={road(field.name)[0] as string} label={field.label} add={field.add} least={field.least} />
    case 'rows':
      return (
        <fieldset className="group">
          <legend>{field.label}</legend>
          {field.hint && <p className="quiet">{field.hint}</p>}
          <Form.List name={name} initialValue={field.first ? [...field.first] : Array.from({ length: field.least }, () => ({}))}>
            {(rows, { add, remove }) => (
              <>
                {rows.map(({ key, name: index }) => (
                  <fieldset key={key} className="row-box">
                    <legend className="unseen">{`${field.label}第 ${index + 1} 条`}</legend>
                    <Fields fields={field.columns} inside={[index]} under={[...full, index]} />
                    {rows.length > field.least && (
                      <Button size="small" aria-label={`删去第 ${index + 1} 条`} onClick={() => remove(index)}>
                        删去
                      </Button>
                    )}
                  </fieldset>
                ))}
                <Button size="small" onClick={() => add({})}>
                  {field.add}
                </Button>
              </>
            )}
          </Form.List>
        </fieldset>
      )
    case 'files':
      return (
        <Form.Item name={name} label={field.label} initialValue={field.first ?? []} {...extra}>
          <FileBox title={`选择${field.label}`} />
        </Form.Item>
      )
    case 'digest':
      return (
        <Form.Item
          name={name}
          label={field.label}
          rules={rules}
          {...extra}
          getValueProps={(value: StoredFile | undefined) => ({ value: value ? [value] : [] })}
          normalize={(files: readonly StoredFile[]) => files[0]}
        >
          <FileBox title={`选择${field.label}`} most={1} />
        </Form.Item>
      )
  }
}
