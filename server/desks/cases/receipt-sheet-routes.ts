import { itemVersionKind } from '../../../rules/service-item/item-version-state.ts'
import { Readable } from 'node:stream'
import { ReceiptSheetQuery, ReceiptSheetRows } from '../../../contract/case-batch.ts'
import { refused } from '../../../rules/refusal.ts'
import { itemVersionRef } from '../../../rules/service-item/refs.ts'
import { dispositionOf } from '../../platform/files/harmless-name.ts'
import { json, no, stream } from '../../platform/http/answer.ts'
import { defineRoute, type RouteRow } from '../../platform/http/route-row.ts'
import { readSubject } from '../../platform/writer/subjects.ts'
import { drawReceiptSheet, readReceiptSheet } from './receipt-sheet.ts'

/** A sheet of applicants is no archive: this many bytes are thousands of rows. */
const greatest = 5 * 1024 * 1024

export const receiptSheetRoutes: readonly RouteRow[] = [
  defineRoute({
    method: 'GET',
    path: '/api/cases/at-counter/sheet',
    permission: 'receive-case',
    audit: 'fetch-receipt-sheet',
    summary: '批量收件用的空白申请人表（XLSX），按事项的表单和材料生成',
    schema: { query: ReceiptSheetQuery, response: 'file' },
    handler: async (visit, door) => {
      const { item, version } = visit.query
      const found = await readSubject(door.database, visit.bureau, itemVersionKind, itemVersionRef(item, version).id)
      if (!found) return no(refused('item-version-not-found', { detail: { code: item, version } }).refusal)
      const bytes = await drawReceiptSheet(found.state.item)
      return stream(Readable.from([Buffer.from(bytes)]), {
        'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        'content-length': bytes.length,
        'content-disposition': dispositionOf(`申请人表-${found.state.item.name}.xlsx`, false),
      })
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/cases/at-counter/sheet',
    permission: 'receive-case',
    audit: 'read-receipt-sheet',
    summary: '读出一份填好的申请人表（XLSX）的各行，不收件',
    triesPerMinute: 60,
    schema: { body: 'multipart', response: ReceiptSheetRows },
    handler: async (visit, door) => {
      const parts = await visit.receiveParts()
      if (!parts.ok) return no(parts.refusal)
      const [file] = parts.files
      const stored = file && (await door.files.read(file.digest))
      if (!stored) return no(refused('file-missing').refusal)
      if (stored.size > greatest) return no(refused('file-too-large', { detail: { name: file.name, limit: greatest / 1_048_576 } }).refusal)
      const read = await readReceiptSheet(new Uint8Array(Buffer.concat(await stored.stream.toArray())))
      return read.ok ? json(read.value) : no(read.refusal)
    },
  }),
]
