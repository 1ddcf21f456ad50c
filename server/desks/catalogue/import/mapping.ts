/** The fields an imported row can fill; the mapping says from which column each comes. */
const targetFields = [
  'name',
  'aliases',
  'field',
  'procedure',
  'basicCode',
  'implementationCode',
  'implementingBodyCode',
  'institution',
  'office',
  'basis',
  'applicants',
  'conditions',
  'materials',
  'statutoryDays',
  'promisedDays',
  'fee',
  'feeStandard',
  'feeBasis',
  'result',
  'visits',
  'place',
  'hours',
  'phone',
  'complaintPhone',
] as const
export type TargetField = (typeof targetFields)[number]

/** Where one field comes from. `unit` names a column that holds the unit of a number of days; `values` turns the other system's words into ours. */
interface Source {
  readonly column: string
  readonly unit?: string
  readonly values?: Readonly<Record<string, string>>
}

/** A mapping file: how another system's CSV becomes items. Everything a bureau may differ in is here, nothing of it in code. */
export interface Mapping {
  /** `auto` tells UTF-8 from GB18030 by the bytes. */
  readonly encoding: 'auto' | 'utf-8' | 'gb18030'
  readonly delimiter: string
  readonly columns: Readonly<Partial<Record<TargetField, Source>>>
  /** What stands between several entries in one cell, per field. */
  readonly separators: Readonly<Partial<Record<TargetField, string>>>
  /** Values for fields that no column gives, or whose cell is empty. */
  readonly defaults: Readonly<Partial<Record<TargetField, string>>>
  /** Columns of the file that are known and left out on purpose; every other unknown column is reported. */
  readonly ignored: readonly string[]
}

/** Where the engine stopped reading; at the end of the text it names no place. */
function placeOf({ message }: SyntaxError): string {
  const place = /line (\d+) column (\d+)/.exec(message)
  return place === null
    ? '没有写完，末尾少了引号或者括号。'
    : `第 ${place[1]} 行第 ${place[2]} 个字起读不懂，请看前后是否多了、少了引号、逗号、冒号或者括号。`
}

/** Reads a mapping file's JSON. Answers the mapping, or every fault in a Chinese sentence. */
export function readMapping(
  text: string,
): { readonly ok: true; readonly mapping: Mapping } | { readonly ok: false; readonly faults: readonly string[] } {
  let raw: unknown
  try {
    raw = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    if (error instanceof SyntaxError) return { ok: false, faults: [`映射文件不是完整的 JSON：${placeOf(error)}`] }
    throw error
  }
  if (!isRecord(raw)) return { ok: false, faults: ['映射文件应当是一组字段。'] }
  const faults: string[] = []
  for (const key of Object.keys(raw))
    if (!['encoding', 'delimiter', 'columns', 'separators', 'defaults', 'ignored'].includes(key)) faults.push(`不认识的设置“${key}”。`)
  const encoding = raw.encoding ?? 'auto'
  if (encoding !== 'auto' && encoding !== 'utf-8' && encoding !== 'gb18030') faults.push('encoding 应为 auto、utf-8 或者 gb18030。')
  const delimiter = raw.delimiter ?? ','
  if (typeof delimiter !== 'string' || delimiter.length !== 1) faults.push('delimiter 应为一个字符，如英文逗号。')
  const columns = readColumns(raw.columns, faults)
  if (!columns.name) faults.push('columns 里必须写明 name（事项名称）来自哪一列。')
  const separators = readTexts(raw.separators, 'separators', faults)
  const defaults = readTexts(raw.defaults, 'defaults', faults)
  const ignored = raw.ignored ?? []
  if (!Array.isArray(ignored) || ignored.some((name) => typeof name !== 'string')) faults.push('ignored 应为列名的列表。')
  if (faults.length > 0) return { ok: false, faults }
  return { ok: true, mapping: { encoding, delimiter, columns, separators, defaults, ignored } as Mapping }
}

function readColumns(raw: unknown, faults: string[]): Partial<Record<TargetField, Source>> {
  if (!isRecord(raw)) {
    faults.push('columns 应为“我们的字段: 对方的列名”。')
    return {}
  }
  const columns: Partial<Record<TargetField, Source>> = {}
  for (const [field, from] of Object.entries(raw)) {
    if (!isTarget(field)) faults.push(`columns 里没有“${field}”这个字段。可用的字段：${targetFields.join('、')}。`)
    else if (typeof from === 'string') columns[field] = { column: from }
    else if (isRecord(from) && typeof from.column === 'string' && (from.unit === undefined || typeof from.unit === 'string') && isTexts(from.values))
      columns[field] = {
        column: from.column,
        ...(from.unit === undefined ? {} : { unit: from.unit }),
        ...(from.values === undefined ? {} : { values: from.values }),
      }
    else faults.push(`columns.${field} 应为列名，或者 { "column": 列名, "unit": 单位列名, "values": { 对方的词: 我们的词 } }。`)
  }
  return columns
}

function readTexts(raw: unknown, where: string, faults: string[]): Readonly<Partial<Record<TargetField, string>>> {
  if (raw === undefined) return {}
  if (!isRecord(raw) || !isTexts(raw)) {
    faults.push(`${where} 应为“字段: 文字”。`)
    return {}
  }
  for (const field of Object.keys(raw)) if (!isTarget(field)) faults.push(`${where} 里没有“${field}”这个字段。`)
  return raw
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
const isTexts = (value: unknown): value is Record<string, string> | undefined =>
  value === undefined || (isRecord(value) && Object.values(value).every((one) => typeof one === 'string'))
const isTarget = (name: string): name is TargetField => (targetFields as readonly string[]).includes(name)
