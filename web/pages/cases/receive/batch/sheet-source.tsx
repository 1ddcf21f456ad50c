import { Button } from 'antd'
import { useRef, useState } from 'react'
import type { ReceiptSheetRows } from '../../../../../contract/case-batch.ts'
import type { SheetColumn } from '../../../../../contract/receipt-sheet.ts'
import type { ServiceItem } from '../../../../../rules/service-item/item.ts'
import { addressOf, call } from '../../../../api.ts'
import { useMutation } from '@tanstack/react-query'
import { decodeText, delimitedRows } from './delimited-text.ts'
import { type SheetRow, sheetRows } from './sheet-rows.ts'

interface Props {
  readonly item: ServiceItem
  readonly columns: readonly SheetColumn[]
  readonly onRows: (rows: readonly SheetRow[]) => void
}

/** Where the applicants come from: a filled sheet, a table pasted from one, or a row typed here. */
export function SheetSource({ item, columns, onRows }: Props) {
  const picker = useRef<HTMLInputElement>(null)
  const [notes, setNotes] = useState<readonly string[]>([])
  const [took, setTook] = useState('')
  const take = (tables: Parameters<typeof sheetRows>[1], from: string) => {
    const { rows, notes: told } = sheetRows(columns, tables)
    setNotes(told)
    setTook(rows.length > 0 ? `从${from}读出 ${rows.length} 行。` : '')
    if (rows.length > 0) onRows(rows)
  }
  const read = useMutation({
    mutationFn: async (file: File) => {
      const bytes = new Uint8Array(await file.arrayBuffer())
      // A spreadsheet is a zip and is read by the server; text is read here.
      if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) {
        if (/\.xlsx?$/i.test(file.name)) throw new Error(`“${file.name}”不是 XLSX 文件。旧版 .xls 请先用 Excel 或 WPS 另存为 .xlsx。`)
        return [delimitedRows(decodeText(bytes))]
      }
      const form = new FormData()
      form.append('file', file, file.name)
      return (await call<ReceiptSheetRows>('/api/cases/at-counter/sheet', { method: 'POST', form })).tables.map(({ rows }) => rows)
    },
    onSuccess: (tables, file) => take(tables, `“${file.name}”`),
    onError: () => setTook(''),
  })
  return (
    <section className="panel" aria-labelledby="source-title">
      <h2 id="source-title">申请人表</h2>
      <ol className="batch-ways">
        <li>
          <a href={addressOf('/api/cases/at-counter/sheet', { item: item.code, version: item.version })} download>
            下载空白表（XLSX）
          </a>
          ，一行一个申请人；纸质材料收齐了填“齐”。
        </li>
        <li>
          <input
            ref={picker}
            type="file"
            hidden
            accept=".xlsx,.csv,.txt"
            aria-label="选择填好的申请人表"
            onChange={(event) => {
              const file = event.target.files?.[0]
              if (file) read.mutate(file)
              event.target.value = ''
            }}
          />
          <Button loading={read.isPending} onClick={() => picker.current?.click()}>
            选择填好的表（XLSX、CSV）
          </Button>
          <span className="quiet">或者</span>
          <Button onClick={() => onRows([{ line: 1, cells: {} }])}>加一行，在这里填</Button>
        </li>
        <li>
          <label htmlFor="pasted">或者在 Excel、WPS 里连表头一起复制，粘贴到这里</label>
          <textarea
            id="pasted"
            className="box"
            rows={2}
            value=""
            placeholder="在这里按 Ctrl + V"
            onChange={(event) => {
              if (event.target.value.trim() !== '') take([delimitedRows(event.target.value)], '粘贴的内容')
            }}
          />
        </li>
      </ol>
      {read.error && (
        <p className="fault" role="alert">
          ⚠ {read.error.message}
        </p>
      )}
      <p role="status" className="quiet">
        {took}
      </p>
      {notes.map((note) => (
        <p key={note} className="flagged">
          {note}
        </p>
      ))}
    </section>
  )
}
