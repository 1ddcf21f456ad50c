import { describe, expect, it } from 'vitest'
import type { Json } from '../rules/act.ts'
import { formatMoney } from '../rules/money.ts'
import type { FormField, ServiceItem } from '../rules/service-item/item.ts'
import { sampleInputs } from '../rules/service-item/sample-input.ts'
import { sampleValue } from '../rules/service-item/sample-values.ts'
import { readItemFiles } from '../server/desks/catalogue/item-files.ts'
import { applicantWords } from './catalogue-words.ts'
import { matchHeader, readSheetRow, type SheetCells, sheetColumns } from './receipt-sheet.ts'
import { readCell, readDay } from './sheet-cell.ts'

const items = readItemFiles()

/** What a person would write into a cell for this answer. */
function written(field: FormField, value: Json | undefined): string {
  if (value === undefined) return ''
  if (field.type === 'list')
    return (value as Readonly<Record<string, Json>>[])
      .map((row) => field.columns!.map((column) => written(column, row[column.id])).join('|'))
      .join('\n')
  if (field.type === 'yes-no') return value ? '是' : '否'
  if (field.type === 'choice') return field.options!.find((option) => option.value === value)!.label
  return field.type === 'money' ? formatMoney(value as number, '元', 2) : String(value)
}

const sampleUscc = String(sampleValue({ id: 'uscc', label: '', required: true, type: 'uscc' }, 3)).toLowerCase()
const person = { 'applicant/name': '张伟', 'applicant/residentId': '11010519491231002x', 'applicant/phone': '138 0000 0001' }
const firm = { 'applicant/firm': '秦皇岛海港餐饮有限公司', 'applicant/uscc': sampleUscc, 'applicant/phone': '0335-8012345' }

function filled(item: ServiceItem, answers: Readonly<Record<string, Json>>, materials: readonly string[]): SheetCells {
  const natural = item.applicants.includes('natural-person')
  const cells: Record<string, string> = { ...(natural ? person : firm) }
  if (item.applicants.length > 1) cells['applicant/kind'] = natural ? '自然人' : applicantWords[item.applicants[0]!]
  for (const { id, reads } of sheetColumns(item)) {
    if (reads.part === 'answers') cells[id] = written(reads.field, answers[reads.field.id])
    if (reads.part === 'material' && materials.includes(reads.material.id)) cells[id] = '齐'
  }
  return cells
}

describe('a sheet of applicants', () => {
  it.each(items.map((item) => [item.name, item] as const))('of %s takes every situation of its form and finds its own heads', (_, item) => {
    const columns = sheetColumns(item)
    expect(new Set(columns.map(({ title }) => title)).size).toBe(columns.length)
    expect(
      matchHeader(
        columns,
        columns.map(({ title, required }) => (required ? `${title}＊` : ` ${title}`)),
      ),
    ).toMatchObject({
      places: columns.map(({ id }) => id),
      unknown: [],
      missing: [],
    })
    for (const { answers, materials, situation } of sampleInputs(item)) {
      const read = readSheetRow(item, columns, filled(item, answers, materials))
      expect([...read.faults], situation).toEqual([])
      for (const [id, value] of Object.entries(answers))
        if (columns.some((column) => column.id === `answers/${id}`)) expect(read.answers[id], `${situation} ${id}`).toEqual(value)
    }
  })

  const item = items.find(({ code }) => code === 'special-equipment-registration')!
  const columns = sheetColumns(item)
  const good = () => filled(item, sampleInputs(item)[0]!.answers, sampleInputs(item)[0]!.materials)
  const faultsOf = (more: SheetCells) => readSheetRow(item, columns, { ...good(), ...more }).faults

  it('says what is wrong, at the column where it is', () => {
    expect(faultsOf({}).size).toBe(0)
    expect(faultsOf({ 'applicant/phone': '12' }).get('applicant/phone')).toContain('联系电话')
    expect(faultsOf({ 'applicant/name': '' }).get('applicant/name')).toBe('请填写“姓名”。')
    expect(faultsOf({ electronic: '也许' }).get('electronic')).toContain('应填“是”或者“否”')
    const material = columns.find(({ reads }) => reads.part === 'material')!
    expect(faultsOf({ [material.id]: '差不多' }).get(material.id)).toContain('收齐了填“齐”')
  })

  it('counts what was brought, and leaves out what was not', () => {
    const material = columns.find(({ reads }) => reads.part === 'material')!
    const of = (cell: string) =>
      readSheetRow(item, columns, { ...good(), [material.id]: cell }).materials.find(({ material: id }) => material.id.endsWith(id))
    expect(of('原件1复印件2')).toMatchObject({ form: 'paper', originals: 1, copies: 2 })
    expect(of('复印3份')).toMatchObject({ originals: 0, copies: 3 })
    expect(of('缺')).toBeUndefined()
  })

  it('asks for the agent once one is named', () => {
    expect([...faultsOf({ 'applicant/agentName': '李代' }).keys()]).toEqual(['applicant/agentIdNumber', 'applicant/agentPhone'])
  })

  it('tells heads that are nobody’s and heads that are missing', () => {
    expect(matchHeader(columns, ['姓名（必填）', '备注', ''])).toMatchObject({ places: ['applicant/name', undefined, undefined], unknown: ['备注'] })
    expect(matchHeader(columns, ['姓名']).missing).toContain('联系电话')
  })
})

describe('a cell', () => {
  const field = (type: FormField['type']): FormField => ({ id: 'x', label: '甲', required: true, type })
  it.each([
    ['date', '2026年3月2日', '2026-03-02'],
    ['date', '2026/3/2', '2026-03-02'],
    ['date', '２０２６０３０２', '2026-03-02'],
    ['date', '明天', '明天'],
    ['money', '1,234.5', 123450],
    ['money', '3万', 3_000_000],
    ['money', '若干', '若干'],
    ['integer', '１２', 12],
    ['integer', '1.5', '1.5'],
    ['yes-no', '√', true],
    ['yes-no', '无', false],
    ['yes-no', '可能', '可能'],
    ['uscc', ' 91130300 ma07x0005a', '91130300MA07X0005A'],
    ['text', ' 甲 ', '甲'],
    ['text', '  ', undefined],
  ] as const)('of %s with %j reads %j', (type, cell, value) => {
    expect(readCell(field(type), cell)).toEqual(value)
  })
  it('that names no day is no day', () => {
    expect(readDay('2026-02-30')).toBeUndefined()
  })
})
