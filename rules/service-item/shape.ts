import { type Finding, wrong } from './finding.ts'

/** What a piece of JSON must look like, as a value that can be walked. `title` is what an editor calls it. */
export type Shape =
  | { readonly is: 'text'; readonly min?: number; readonly max?: number; readonly pattern?: RegExp; readonly expects?: string }
  | { readonly is: 'whole'; readonly min: number; readonly max: number }
  | { readonly is: 'flag' }
  | { readonly is: 'scalar' }
  | { readonly is: 'one-of'; readonly values: readonly (string | boolean)[] }
  | { readonly is: 'list'; readonly of: Shape; readonly min?: number }
  | { readonly is: 'record'; readonly fields: Readonly<Record<string, Shape>>; readonly optional: readonly string[] }
  | { readonly is: 'nullable'; readonly of: Shape }
  | { readonly is: 'later'; readonly of: () => Shape }
  | { readonly is: 'one-of-records'; readonly records: readonly Shape[]; readonly expects: string }

type OptionalKeys<T> = { [K in keyof T]-?: undefined extends T[K] ? K : never }[keyof T] & string

/** A record with every field of T described, so that the compiler notices a field added to the type and forgotten here. */
export const record = <T>(fields: { readonly [K in keyof T]-?: Shape }, optional: readonly OptionalKeys<T>[] = []): Shape => ({
  is: 'record',
  fields: fields as Readonly<Record<string, Shape>>,
  optional,
})

const joined = (path: string, key: string) => (path === '' ? key : `${path}.${key}`)
const typeName = (value: unknown) =>
  value === null
    ? '空值'
    : Array.isArray(value)
      ? '列表'
      : ({ string: '文字', number: '数字', boolean: '是或否', object: '一组字段' }[typeof value as string] ?? '无法识别的内容')
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Walks a value along a shape; every departure is one finding with its path. Rule ids: shape-type, shape-missing, shape-unknown-field, shape-text, shape-number, shape-choice, shape-empty. */
export function walkShape(value: unknown, shape: Shape, path = ''): readonly Finding[] {
  switch (shape.is) {
    case 'text':
      return textFindings(value, shape, path)
    case 'whole':
      if (typeof value !== 'number') return [wrong(path, 'shape-type', `应为整数，现为${typeName(value)}。`)]
      if (!Number.isSafeInteger(value) || value < shape.min || value > shape.max)
        return [wrong(path, 'shape-number', `应为 ${shape.min} 到 ${shape.max} 的整数，现为 ${value}。`)]
      return []
    case 'flag':
      return typeof value === 'boolean' ? [] : [wrong(path, 'shape-type', `应为 true 或 false，现为${typeName(value)}。`)]
    case 'scalar':
      if (typeof value === 'number' && !Number.isSafeInteger(value)) return [wrong(path, 'shape-number', `应为整数，现为 ${value}。`)]
      return ['string', 'number', 'boolean'].includes(typeof value)
        ? []
        : [wrong(path, 'shape-type', `应为文字、数字或是否，现为${typeName(value)}。`)]
    case 'one-of':
      return shape.values.includes(value as string | boolean)
        ? []
        : [wrong(path, 'shape-choice', `应为 ${shape.values.join('、')} 之一，现为 ${typeof value === 'string' ? `“${value}”` : typeName(value)}。`)]
    case 'list':
      if (!Array.isArray(value)) return [wrong(path, 'shape-type', `应为列表，现为${typeName(value)}。`)]
      if (value.length < (shape.min ?? 0)) return [wrong(path, 'shape-empty', `至少要有 ${shape.min} 项，现有 ${value.length} 项。`)]
      return value.flatMap((entry, i) => walkShape(entry, shape.of, `${path}[${i}]`))
    case 'record':
      return recordFindings(value, shape, path)
    case 'nullable':
      return value === null ? [] : walkShape(value, shape.of, path)
    case 'later':
      return walkShape(value, shape.of(), path)
    case 'one-of-records':
      return oneOfRecords(value, shape, path)
  }
}

function textFindings(value: unknown, shape: Shape & { is: 'text' }, path: string): readonly Finding[] {
  if (typeof value !== 'string') return [wrong(path, 'shape-type', `应为文字，现为${typeName(value)}。`)]
  const length = [...value].length
  if (value.trim() !== value) return [wrong(path, 'shape-text', '前后不应有空白。')]
  if (/[\u0000-\u0008\u000b-\u001f\u007f]/.test(value) || !value.isWellFormed()) return [wrong(path, 'shape-text', '含有不可见的控制字符。')]
  if (length < (shape.min ?? 1)) return [wrong(path, 'shape-empty', length === 0 ? '不能为空。' : `至少 ${shape.min} 个字，现有 ${length} 个。`)]
  if (length > (shape.max ?? 2000)) return [wrong(path, 'shape-text', `至多 ${shape.max ?? 2000} 个字，现有 ${length} 个。`)]
  if (shape.pattern && !shape.pattern.test(value)) return [wrong(path, 'shape-text', `应为${shape.expects ?? '规定的格式'}，现为“${value}”。`)]
  return []
}

function recordFindings(value: unknown, shape: Shape & { is: 'record' }, path: string): readonly Finding[] {
  if (!isRecord(value)) return [wrong(path, 'shape-type', `应为一组字段，现为${typeName(value)}。`)]
  const findings: Finding[] = []
  for (const [key, of] of Object.entries(shape.fields)) {
    if (value[key] === undefined) {
      if (!shape.optional.includes(key)) findings.push(wrong(joined(path, key), 'shape-missing', '缺少这一项。'))
    } else findings.push(...walkShape(value[key], of, joined(path, key)))
  }
  for (const key of Object.keys(value))
    if (!Object.hasOwn(shape.fields, key)) findings.push(wrong(joined(path, key), 'shape-unknown-field', '没有这个字段，请核对字段名。'))
  return findings
}

/** Something missing is likelier than something written wrong. */
const distance = (findings: readonly Finding[]): number => findings.reduce((sum, finding) => sum + (finding.rule === 'shape-missing' ? 1 : 10), 0)

/** The record that what is written fits best is taken as the one meant, so that the findings speak of it. */
function oneOfRecords(value: unknown, shape: Shape & { is: 'one-of-records' }, path: string): readonly Finding[] {
  if (!isRecord(value)) return [wrong(path, 'shape-type', `应为${shape.expects}，现为${typeName(value)}。`)]
  let best: readonly Finding[] | undefined
  for (const candidate of shape.records) {
    const findings = walkShape(value, candidate, path)
    if (findings.length === 0) return []
    if (best === undefined || distance(findings) < distance(best)) best = findings
  }
  return best ?? []
}
