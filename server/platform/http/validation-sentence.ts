import type { TSchema } from 'typebox'
import { Value } from 'typebox/value'
import { type Refusal, refused } from '../../../rules/refusal.ts'

interface Fault {
  readonly instancePath: string
  readonly keyword: string
  readonly params: Readonly<Record<string, unknown>>
}

const typeNames: Readonly<Record<string, string>> = {
  string: '文字',
  integer: '整数',
  number: '数',
  boolean: '是或否',
  array: '列表',
  object: '一组字段',
  null: '空',
}

/** The first fault of a request's shape as a refusal; the sentence names the field and what it should be, never the value that was sent. */
export function refusalOfFault(faults: readonly Fault[], part: string): Refusal {
  const [fault] = faults
  const field = (fault?.instancePath ?? '').replace(/^\//, '').replaceAll('/', '.').slice(0, 120) || partNames[part] || part
  const wrong = (expects: string): Refusal => refused('wrong-value', { detail: { field, expects } }).refusal
  switch (fault?.keyword) {
    case 'additionalProperties':
      return refused('unknown-field', { detail: { field: String(fault.params.additionalProperty).slice(0, 60) } }).refusal
    case 'required':
      return refused('wrong-value', { detail: { field: String(fault.params.missingProperty), expects: '必填' } }).refusal
    case 'type':
      return refused('wrong-type', {
        detail: {
          field,
          expects: [fault.params.type]
            .flat()
            .map((type) => typeNames[String(type)] ?? String(type))
            .join('或'),
        },
      }).refusal
    case 'minLength':
      return wrong(fault.params.limit === 1 ? '不能为空' : `至少 ${fault.params.limit} 个字`)
    case 'maxLength':
      return wrong(`至多 ${fault.params.limit} 个字`)
    case 'minItems':
      return wrong(`至少 ${fault.params.limit} 项`)
    case 'maxItems':
      return wrong(`至多 ${fault.params.limit} 项`)
    case 'minimum':
      return wrong(`不小于 ${fault.params.limit}`)
    case 'maximum':
      return wrong(`不大于 ${fault.params.limit}`)
    case 'enum':
      return wrong(oneOf(fault.params.allowedValues as unknown[]))
    case 'const':
      return wrong(
        oneOf(faults.filter((one) => one.keyword === 'const' && one.instancePath === fault.instancePath).map(({ params }) => params.allowedValue)),
      )
    default:
      return wrong('格式不对')
  }
}

/** A choice is checked value by value, and each of them has its fault. */
const oneOf = (values: readonly unknown[]): string => (values.length === 1 ? `须为 ${String(values[0])}` : `须为 ${values.join('、')} 之一`)

/** The first fault of a value that is checked within a handler, in the same words; nothing where it fits. */
export function faultIn(schema: TSchema, value: unknown, part: string): Refusal | undefined {
  // TypeBox tells of an unknown field twice, and names fields in lists.
  const faults = Value.Errors(schema, value)
    .filter(({ keyword }) => keyword !== 'boolean')
    .map((fault) => {
      const { additionalProperties, requiredProperties } = fault.params as { additionalProperties?: string[]; requiredProperties?: string[] }
      return { ...fault, params: { ...fault.params, additionalProperty: additionalProperties?.[0], missingProperty: requiredProperties?.[0] } }
    })
  return faults.length === 0 ? undefined : refusalOfFault(faults, part)
}

const partNames: Readonly<Record<string, string>> = { body: '提交的内容', querystring: '查询条件', params: '地址', headers: '请求头' }
