import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestBureau, type TestBureau } from '../../../testing/test-bureau.ts'
import { peopleDesk } from '../../people/desk.ts'
import { catalogueDesk } from '../desk.ts'
import { importCatalogue } from './import-catalogue.ts'
import { type Mapping, readMapping } from './mapping.ts'
import { chineseNumber, readBasis, readDays, splitCell } from './read-cells.ts'
import { type ImportReport, reportCsv, reportSummary } from './report.ts'
import { encodeGb18030 } from './testing/encode-gb18030.ts'
import { messyCatalogue } from './testing/messy-catalogue.ts'

const folder = mkdtempSync(join(tmpdir(), 'oneseal-import-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const sample = messyCatalogue()
const mapping = (readMapping(sample.mapping) as { mapping: Mapping }).mapping
const file = (name: string, bytes: string | Uint8Array) => {
  writeFileSync(join(folder, name), bytes)
  return join(folder, name)
}

let bureau: TestBureau
let report: ImportReport
const run = (path: string, more: { rehearsal?: boolean; mapping?: Mapping } = {}) =>
  importCatalogue({
    writer: bureau.writer,
    bureau: bureau.bureau,
    path,
    mapping: more.mapping ?? mapping,
    from: '样例.csv',
    ...(more.rehearsal ? { rehearsal: true } : {}),
  })
const count = (outcome: string) => report.rows.filter((row) => row.outcome === outcome).length
const withRule = (rule: string) => report.rows.filter((row) => row.reasons.some((reason) => reason.rule === rule)).length
const withCode = (kind: string, reason: string) =>
  report.rows.filter((row) => row.codeFaults.some((fault) => fault.kind === kind && fault.reason === reason)).length

beforeAll(async () => {
  bureau = await openTestBureau({ desks: [peopleDesk, catalogueDesk] })
  report = await run(file('messy-gb18030.csv', encodeGb18030(sample.csv)))
})

describe('a messy catalogue of three thousand rows in GB18030', () => {
  it('is read row by row, none lost', () => {
    expect(report.encoding).toBe('gb18030')
    expect(report.rows).toHaveLength(sample.rows)
    expect(report.unknownColumns).toEqual(['系统内部号'])
  })
  it('refuses exactly the rows that cannot be taken, saying why', () => {
    const { planted } = sample
    expect(withRule('row-without-name')).toBe(planted['no-name'])
    expect(withRule('row-duplicate')).toBe(planted.duplicate)
    expect(withRule('row-without-limit')).toBe(planted['no-limits'])
    expect(withRule('row-procedure-unknown')).toBe(planted['unknown-procedure'])
    expect(count('refused')).toBe(planted['no-name'] + planted.duplicate + planted['no-limits'] + planted['unknown-procedure'])
  })
  it('finds every code that fails its check', () => {
    const { planted } = sample
    expect(withCode('实施主体统一社会信用代码', 'check-digit')).toBe(planted['bad-body-check-digit'])
    expect(withCode('实施编码', 'implementing-body')).toBe(planted['bad-body-check-digit'])
    expect(withCode('实施编码', 'wrong-length')).toBe(planted['short-implementation-code'])
    expect(withCode('实施编码', 'level')).toBe(planted['bad-level'])
    expect(withCode('基本编码', 'wrong-length')).toBe(0)
  })
  it('tells every doubt and takes the row all the same', () => {
    const { planted } = sample
    expect(withRule('material-vague')).toBe(planted['vague-material'])
    expect(withRule('basis-missing')).toBe(planted['no-basis'])
    expect(withRule('row-day-type-assumed')).toBe(planted['unit-missing'])
    expect(withRule('row-too-few-cells')).toBe(planted['short-row'])
    expect(withRule('row-applicant-unknown')).toBe(planted['unknown-applicant'])
    expect(withRule('limit-promised-over-statutory')).toBe(planted['promised-over-statutory'])
    expect(count('taken')).toBe(planted.none + planted['chinese-days'] + planted.months)
    expect(count('taken') + count('doubted') + count('refused')).toBe(sample.rows)
  })
  it('puts what it took into the book as drafts, and nothing else', async () => {
    const { rows } = await bureau.database.query<{ status: string; source: string; n: number }>(
      'SELECT status, source, count(*) AS n FROM item_version_row WHERE bureau = $1 GROUP BY status, source',
      [bureau.bureau],
    )
    expect(rows).toEqual([{ status: 'draft', source: 'import', n: count('taken') + count('doubted') }])
    expect((await bureau.stranger.get('/api/catalogue/items')).json().total).toBe(0)
  })
  it('gives an editor a draft that says where it came from and what is still missing', async () => {
    const row = report.rows.find((one) => one.outcome === 'taken')!
    const page = (await (await bureau.as('catalogue-editor')).get(`/api/catalogue/versions/${row.code}/${row.version}`)).json()
    expect(page).toMatchObject({ status: 'draft', source: 'import', note: `导入自 样例.csv 第 ${row.line} 行` })
    expect(page.item.basis[0]).toMatchObject({ status: 'recalled', text: expect.stringContaining('待核') })
    expect(page.findings.every((finding: { severity: string }) => finding.severity === 'doubt')).toBe(true)
  })
  it('changes nothing when it is read again, from UTF-8 with a BOM as from GB18030', async () => {
    const again = await run(file('messy-utf8.csv', `\uFEFF${sample.csv}`))
    expect(again.encoding).toBe('utf-8')
    expect(again.rows.filter((row) => row.outcome === 'kept')).toHaveLength(count('taken') + count('doubted'))
    expect(again.rows.filter((row) => row.outcome === 'taken' || row.outcome === 'doubted')).toEqual([])
  })
  it('reports on the screen and in a spreadsheet', () => {
    expect(reportSummary(report)).toContain(`共 ${sample.rows} 行`)
    const summary = reportSummary(report)
    expect(summary).toMatch(new RegExp(`${sample.planted['bad-body-check-digit']} 处，如第 \\d+ 行：实施主体统一社会信用代码“[^”]+”校验位不对。`))
    expect(summary).toMatch(new RegExp(`${sample.planted['no-name']} 处，如第 \\d+ 行：没有事项名称。`))
    const read = parse(reportCsv(report), { columns: true, bom: true }) as Record<string, string>[]
    expect(read).toHaveLength(sample.rows)
    expect(read.filter((row) => row.结果 === '未采用')).toHaveLength(count('refused'))
    expect(read.filter((row) => row.编码问题?.includes('校验位不对'))).toHaveLength(sample.planted['bad-body-check-digit'])
  })
})

describe('a file that does not fit', () => {
  it('is not touched where a mapped column is missing', async () => {
    const other = await run(file('other.csv', '名称,期限\n某许可,20\n'))
    expect(other.rows).toEqual([])
    expect(other.missingColumns).toContain('主项名称')
    expect(reportSummary(other)).toContain('没有导入任何一行')
  })
  it('is refused with a sentence where it is empty', async () => {
    await expect(run(file('empty.csv', ''))).rejects.toThrow('没有表头')
  })
  it('writes nothing in a rehearsal', async () => {
    const small = {
      ...mapping,
      columns: { name: { column: '名称' }, statutoryDays: { column: '期限' } },
      defaults: { ...mapping.defaults, procedure: 'permit' },
    }
    const before = (await bureau.database.query('SELECT 1 FROM journal WHERE bureau = $1', [bureau.bureau])).rowCount
    const tried = await run(file('small.csv', '名称,期限\n"=cmd|某许可",20个工作日\n'), { rehearsal: true, mapping: small })
    expect(tried.rows[0]).toMatchObject({ outcome: 'doubted', rehearsal: true, version: null })
    expect((await bureau.database.query('SELECT 1 FROM journal WHERE bureau = $1', [bureau.bureau])).rowCount).toBe(before)
    expect(reportCsv(tried)).toContain("'=cmd|某许可")
  })
  it('is UTF-8 with a slip, not another encoding, and the row that has it is told', async () => {
    const path = join(folder, 'slip.csv')
    writeFileSync(path, Buffer.concat([Buffer.from('名称,期限\n采伐许可,20\n取水许可'), Buffer.from([0xff, 0xfe, 0x80]), Buffer.from(',20\n')]))
    const tried = await run(path, {
      rehearsal: true,
      mapping: {
        ...mapping,
        columns: { name: { column: '名称' }, statutoryDays: { column: '期限' } },
        defaults: { ...mapping.defaults, procedure: 'permit' },
      },
    })
    expect(tried.encoding).toBe('utf-8')
    expect(tried.rows.map(({ reasons }) => reasons.some(({ rule }) => rule === 'row-garbled'))).toEqual([false, true])
  })
  it('keeps items apart that share a code: by the two digits of 业务办理项, else by name, and tells both lines', async () => {
    const code = '11370800MB285591843370117002011'
    const lines = [`${code}01,新办`, `${code}02,变更`, `${code}02,变更`, '130371,甲许可', '130371,乙许可', ',丙许可', ',丁许可']
    const path = file('shared.csv', `编码,名称,期限\n${lines.map((line) => `${line},20`).join('\n')}\n`)
    const columns = { name: { column: '名称' }, implementationCode: { column: '编码' }, statutoryDays: { column: '期限' } }
    const { rows } = await run(path, { rehearsal: true, mapping: { ...mapping, columns, defaults: { ...mapping.defaults, procedure: 'permit' } } })
    expect(rows.map(({ outcome }) => outcome === 'refused')).toEqual([false, false, true, false, false, false, false])
    expect(new Set(rows.map((row) => row.code)).size).toBe(7)
    const told = (rule: string) =>
      rows.flatMap(({ line, reasons }) => reasons.filter((one) => one.rule === rule).map(({ sentence }) => [line, sentence]))
    expect(told('row-duplicate')).toEqual([[4, '与第 3 行是同一个事项，没有采用。']])
    expect(told('row-code-shared')).toEqual([[6, '实施编码与第 5 行的相同，请核对哪一行写错了。']])
  })
  it('is mapped by a file whose own faults are all told', () => {
    const read = readMapping('{"columns":{"title":"名称"},"encoding":"big5","more":1}')
    expect(read.ok ? [] : read.faults).toHaveLength(4)
    expect(readMapping('{')).toMatchObject({ ok: false, faults: [expect.stringContaining('JSON')] })
  })
})

describe('a file that a spreadsheet saved', () => {
  const small = (delimiter: string): Mapping => ({
    ...mapping,
    delimiter,
    columns: { name: { column: '名称' }, statutoryDays: { column: '期限' }, implementationCode: { column: '编码' } },
    defaults: { ...mapping.defaults, procedure: 'permit' },
  })
  const code = '1137080000XX'
  const rehearsed = (bytes: string | Uint8Array, delimiter = ',') => run(file('excel.csv', bytes), { rehearsal: true, mapping: small(delimiter) })

  it('is read in UTF-16 with tabs, as office programs save “Unicode 文本”', async () => {
    const text = '\uFEFF名称\t期限\t编码\r\n某许可\t20工作日\t\r\n'
    for (const bytes of [Buffer.from(text, 'utf16le'), Buffer.from(text, 'utf16le').swap16()]) {
      const read = await rehearsed(bytes, '\t')
      expect(read.rows).toMatchObject([{ name: '某许可', outcome: 'doubted' }])
      expect(reportSummary(read)).toContain('（UTF-16')
    }
  })
  it('is freed of what keeps a code as text, and of spaces without width', async () => {
    const read = await rehearsed(`名称,期限,编码\n\u200B某\uFEFF许可,20工作日,"=""${code}"""\n另一许可,20工作日,'${code}\n`)
    expect(read.rows.map((row) => row.name)).toEqual(['某许可', '另一许可'])
    expect(read.rows.map((row) => row.codeFaults.map((fault) => fault.value))).toEqual([[code], [code]])
  })
  it('is told where long codes were made into numbers', async () => {
    const read = await rehearsed('名称,期限,编码\n某许可,20工作日,1.13708E+30\n')
    expect(read.rows[0]!.codeFaults).toMatchObject([{ reason: 'spreadsheet-number', sentence: expect.stringContaining('科学计数') }])
  })
  it('goes with a mapping that was saved with a mark in front', () => {
    expect(readMapping(`\uFEFF${sample.mapping}`).ok).toBe(true)
  })
})

describe('cells as other systems write them', () => {
  it.each([
    ['20', '个工作日', { days: 20, dayType: 'workday' }],
    ['２０', '', { days: 20 }],
    ['二十个工作日', '', { days: 20, dayType: 'workday' }],
    ['十五日', '', { days: 15, dayType: 'calendar' }],
    ['3个月', '', { days: 3, dayType: 'month' }],
    ['三个月内', '', { days: 3, dayType: 'month' }],
    ['1', '年', { days: 12, dayType: 'month' }],
    ['即办', '', { days: 0 }],
    ['不超过7个工作日', '', { days: 7, dayType: 'workday' }],
    ['20个工作日', '工作日', { days: 20, dayType: 'workday' }],
    ['20日', '工作日', undefined],
    ['详见指南', '', undefined],
    ['', '工作日', undefined],
    ['-3', '', undefined],
  ] as const)('%s%s', (text, unit, days) => expect(readDays(text, unit)).toEqual(days))
  it.each([
    ['十', 10],
    ['十二', 12],
    ['二十', 20],
    ['三十一', 31],
    ['一百零五', 105],
    ['两百', 200],
    ['九百九十九', 999],
    ['十百', undefined],
    ['', undefined],
  ])('%s is %s', (text, number) => expect(chineseNumber(text)).toBe(number))
  it.each([
    ['1.申请表；2.营业执照（复印件1份）。', ['申请表', '营业执照（复印件1份）']],
    ['申请表\r\n身份证', ['申请表', '身份证']],
    ['（一）有场所 ；（二）有人员', ['有场所', '有人员']],
    ['2.5米以上的广告牌', ['2.5米以上的广告牌']],
    ['', []],
  ])('%s', (text, parts) => expect(splitCell(text)).toEqual(parts))
  it('finds laws with their articles, and leaves a law without an article aside', () => {
    expect(readBasis('《食品安全法》（2021修正）第三十五条：国家对食品生产经营实行许可制度。《行政许可法》另有规定。')).toEqual([
      { law: '食品安全法', article: '第三十五条', text: '国家对食品生产经营实行许可制度。' },
    ])
  })
})
