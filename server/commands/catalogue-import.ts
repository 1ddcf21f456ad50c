import { readFile, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { parseArgs } from 'node:util'
import { publishedTables } from '../../data/calendars/load.ts'
import { buildCalendar } from '../../rules/time/calendar.ts'
import { instantOfMillis } from '../../rules/time/instant.ts'
import { catalogueDesk } from '../desks/catalogue/desk.ts'
import { importCatalogue } from '../desks/catalogue/import/import-catalogue.ts'
import { readMapping } from '../desks/catalogue/import/mapping.ts'
import { EmptyFile } from '../desks/catalogue/import/read-rows.ts'
import { reportCsv, reportSummary } from '../desks/catalogue/import/report.ts'
import { createWriter } from '../platform/writer/writer.ts'
import { openBook, withSentences } from './open-book.ts'

const usage = `用法：
  oneseal catalogue import 文件.csv --mapping 映射.json [--bureau 代号] [--report 前缀] [--rehearse]
      把别的系统导出的事项目录收进本局目录，成为草稿，由事项编辑补充后提交审核。
      --report    把逐行报告存为 前缀.csv 和 前缀.json（默认为 文件.import-report）
      --rehearse  只读只查，不写入
`

/** `oneseal catalogue import`. Exit status 0 when the file was read through (rows may be refused), 1 with a sentence when it could not be, 2 for a wrong call. */
export async function run(_input: Readable, output: Writable, args: readonly string[]): Promise<number> {
  const asked = argumentsOf(args)
  if (asked === undefined || asked.positionals[0] !== 'import' || asked.positionals.length !== 2 || asked.values.mapping === undefined) {
    process.stderr.write(usage)
    return 2
  }
  const path = asked.positionals[1]!
  const { mapping: mappingPath, bureau, report: prefix = `${path}.import-report`, rehearse = false } = asked.values
  return withSentences(async () => {
    const mapping = readMapping(await readFile(mappingPath, 'utf8'))
    if (!mapping.ok) {
      process.stderr.write(`${mapping.faults.join('\n')}\n`)
      return 1
    }
    const { settings, database } = await openBook()
    const of = bureau ?? settings.bureau
    const calendar = buildCalendar(publishedTables())
    const writer = createWriter({
      database,
      kinds: catalogueDesk.kinds,
      acts: catalogueDesk.acts,
      rows: catalogueDesk.rows,
      calendarOf: () => calendar,
      clock: () => instantOfMillis(Date.now()),
    })
    try {
      if ((await database.query('SELECT 1 FROM journal WHERE bureau = $1 LIMIT 1', [of])).rowCount === 0) {
        process.stderr.write(`审批局“${of}”还没有开办，请先运行 oneseal init，或者用 --bureau 写明代号。\n`)
        return 1
      }
      const report = await importCatalogue({
        writer,
        bureau: of,
        path,
        mapping: mapping.mapping,
        from: basename(path),
        rehearsal: rehearse,
      })
      output.write(reportSummary(report))
      if (report.missingColumns.length > 0) return 1
      await writeFile(`${prefix}.csv`, reportCsv(report))
      await writeFile(`${prefix}.json`, `${JSON.stringify(report, null, 1)}\n`)
      output.write(`逐行报告：${prefix}.csv、${prefix}.json\n`)
      return 0
    } catch (error) {
      if (!(error instanceof EmptyFile)) throw error
      process.stderr.write(`${error.message}\n`)
      return 1
    } finally {
      await writer.stop()
      await database.close()
    }
  })
}

function argumentsOf(args: readonly string[]) {
  try {
    const options = {
      mapping: { type: 'string' },
      bureau: { type: 'string' },
      report: { type: 'string' },
      rehearse: { type: 'boolean' },
    } as const
    return parseArgs({ args: [...args], allowPositionals: true, options })
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}
