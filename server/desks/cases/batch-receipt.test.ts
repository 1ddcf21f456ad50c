import exceljs from 'exceljs'
import { beforeAll, describe, expect, it } from 'vitest'
import type { BatchAnswer, ReceiptSheetRows } from '../../../contract/case-batch.ts'
import { matchHeader, readSheetRow, sheetColumns } from '../../../contract/receipt-sheet.ts'
import { applicantOf } from '../../../contract/receipt-form.ts'
import { anItem } from '../../../rules/case/testing/an-item.ts'
import type { Client } from '../../testing/client.ts'
import { type CaseBureau, counterApplication, openCaseBureau } from './testing/case-bureau.ts'

const item = anItem()
const columns = sheetColumns(item)
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
let bureau: CaseBureau
let clerk: Client

beforeAll(async () => {
  bureau = await openCaseBureau([item])
  clerk = await bureau.as('s-chuangkou')
})

const workbook = async (bytes: Buffer) => {
  const book = new exceljs.Workbook()
  await book.xlsx.load(bytes.buffer as ArrayBuffer)
  return book
}

describe('a sheet of applicants', () => {
  it('goes out empty, comes back filled, and each row is a case', async () => {
    const empty = await clerk.get(`/api/cases/at-counter/sheet?item=${item.code}&version=${item.version}`)
    expect(empty.statusCode, empty.body).toBe(200)
    const book = await workbook(empty.rawPayload)
    const sheet = book.worksheets[0]!
    const { answers } = counterApplication(item)
    const put = (row: number, cells: Readonly<Record<string, string>>) =>
      columns.forEach(({ id, reads }, n) => {
        const given = reads.part === 'answers' ? answers[reads.field.id] : undefined
        const options = reads.part === 'answers' ? reads.field.options : undefined
        sheet.getCell(row, n + 1).value =
          cells[id] ?? options?.find(({ value }) => value === given)?.label ?? (given === undefined ? '' : String(given))
      })
    const who = { 'applicant/kind': '自然人', 'applicant/residentId': '11010519491231002X', 'applicant/phone': '13800000001' }
    put(2, { ...who, 'applicant/name': '甲一' })
    put(3, { ...who, 'applicant/name': '甲二', 'applicant/phone': '1' })
    put(4, { ...who, 'applicant/name': '甲三' })
    const bytes = Buffer.from(await book.xlsx.writeBuffer())
    const read = await clerk.upload('/api/cases/at-counter/sheet', [{ name: '名单.xlsx', bytes, type: xlsx }])
    expect(read.statusCode, read.body).toBe(200)
    const { rows } = read.json<ReceiptSheetRows>().tables[0]!
    const { places } = matchHeader(columns, rows[0]!.cells)
    expect(places.filter(Boolean).length).toBe(columns.length)
    const found = rows.slice(1).map(({ cells }) => readSheetRow(item, columns, Object.fromEntries(places.map((id, n) => [id, cells[n] ?? '']))))
    expect(found.map(({ faults }) => [...faults.keys()])).toEqual([[], ['applicant/phone'], []])

    const applications = found
      .filter(({ faults }) => faults.size === 0)
      .map((one, n) => ({
        key: `sheet-row-${n}`,
        item: item.code,
        itemVersion: item.version,
        ...applicantOf(one.applicant),
        answers: one.answers,
        materials: one.materials,
        consentsToElectronicService: one.electronic,
      }))
    const taken = (await clerk.post('/api/cases/at-counter/batch', { applications })).json<BatchAnswer>()
    expect(taken).toMatchObject({ done: 2, refused: 0 })
    // Sent again in another company, each is still taken in once.
    const more = { ...applications[0]!, key: 'sheet-row-9' }
    const again = (await clerk.post('/api/cases/at-counter/batch', { applications: [applications[1], more, applications[0]] })).json<BatchAnswer>()
    expect(again.lines.map(({ replayed }) => replayed)).toEqual([true, false, true])
    expect([again.lines[2]!.id, again.lines[0]!.id]).toEqual(taken.lines.map(({ id }) => id))
    expect((await clerk.get(`/api/cases?text=${encodeURIComponent('甲一')}`)).json().rows.length).toBe(2)
  })

  it('that is no spreadsheet, or not there, is refused with a sentence', async () => {
    const send = (name: string, bytes: string) => clerk.upload('/api/cases/at-counter/sheet', [{ name, bytes, type: xlsx }])
    expect((await send('坏的.xlsx', 'PK\u0003\u0004 broken')).statusCode).toBeGreaterThanOrEqual(400)
    expect((await clerk.get(`/api/cases/at-counter/sheet?item=${item.code}&version=99`)).json()).toMatchObject({ code: 'item-version-not-found' })
    expect((await (await bureau.as('s-juzhang')).get(`/api/cases/at-counter/sheet?item=${item.code}&version=1`)).statusCode).toBe(403)
  })
})
