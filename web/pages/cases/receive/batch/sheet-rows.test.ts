import { describe, expect, it } from 'vitest'
import { anItem } from '../../../../../rules/case/testing/an-item.ts'
import { sheetColumns } from '../../../../../contract/receipt-sheet.ts'
import { decodeText, delimitedRows } from './delimited-text.ts'
import { rowKey } from './row-key.ts'
import { sheetRows } from './sheet-rows.ts'

const columns = sheetColumns(anItem())

describe('a pasted or saved table', () => {
  it.each([
    [
      '甲\t乙\n一\t二\n',
      [
        ['甲', '乙'],
        ['一', '二'],
      ],
    ],
    [
      '\ufeff甲,乙\r\n"一,半","他说""好"""\r\n\r\n',
      [
        ['甲', '乙'],
        ['一,半', '他说"好"'],
      ],
    ],
    [
      '甲\t乙\n"一\n半"\t二',
      [
        ['甲', '乙'],
        ['一\n半', '二'],
      ],
    ],
    ['', []],
  ])('%j is read as rows', (text, rows) => {
    expect(delimitedRows(text).map(({ cells }) => cells)).toEqual(rows)
  })
  it('keeps the line on which a row begins', () => {
    expect(delimitedRows('甲\t乙\n"一\n半"\t二\n三\t四').map(({ line }) => line)).toEqual([1, 2, 4])
  })
  it('is read in either encoding', () => {
    expect(decodeText(new TextEncoder().encode('姓名'))).toBe('姓名')
    expect(decodeText(new Uint8Array([0xd0, 0xd5, 0xc3, 0xfb]))).toBe('姓名')
  })
})

describe('rows of a sheet', () => {
  const read = (text: string) => sheetRows(columns, [delimitedRows(text)])
  it('stand under their heads in any order, a title above, foreign columns told of', () => {
    const { rows, notes } = read('2026年名单\t\t\n联系电话\t备注\t姓名\n138\t急\t张伟\n\t\t\n139\t\t李娜')
    expect(rows).toEqual([
      { line: 3, cells: { 'applicant/phone': '138', 'applicant/name': '张伟' } },
      { line: 5, cells: { 'applicant/phone': '139', 'applicant/name': '李娜' } },
    ])
    expect(notes[0]).toContain('备注')
    expect(notes[1]).toContain('请在下面逐行补上')
  })
  it('without heads are not guessed at', () => {
    const { rows, notes } = read('张伟\t138\n李娜\t139')
    expect(rows).toEqual([])
    expect(notes[0]).toContain('没有找到表头')
    expect(read('姓名\t联系电话').notes.at(-1)).toContain('请在下面')
  })
})

describe('the key of a row', () => {
  const cells = { 'applicant/name': '张伟', 'applicant/phone': '138' }
  it('is the same for what says the same, and fit for a header', () => {
    expect(rowKey(['item', 1], cells, 0)).toBe(rowKey(['item', 1], { 'applicant/phone': '138 ', 'applicant/name': '张伟', electronic: '' }, 0))
    expect(rowKey(['item', 1], cells, 0)).toMatch(/^[\w.:-]{8,100}$/)
  })
  it('is another for anything else', () => {
    const keys = [
      rowKey(['item', 1], cells, 0),
      rowKey(['item', 1], cells, 1),
      rowKey(['item', 2], cells, 0),
      rowKey(['item', 1], { ...cells, 'applicant/phone': '139' }, 0),
      rowKey(['item', 1], { 'applicant/name': '138', 'applicant/phone': '张伟' }, 0),
    ]
    expect(new Set(keys).size).toBe(keys.length)
  })
})
