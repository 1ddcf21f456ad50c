import { readFile, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Writable } from 'node:stream'
import { parseArgs } from 'node:util'
import { importCatalogue } from '../desks/catalogue/import/import-catalogue.ts'
import { readMapping } from '../desks/catalogue/import/mapping.ts'
import { EmptyFile } from '../desks/catalogue/import/read-rows.ts'
import { reportCsv, reportSummary } from '../desks/catalogue/import/report.ts'
import { withSentences } from './open-book.ts'
import { withCatalogue } from './open-catalogue.ts'

/**
 * `oneseal catalogue import`. Exit status 0 when the file was read through (rows may be refused), 1 with a sentence when it could not be.
 * Undefined for a wrong call.
 */
export async function importFile(output: Writable, args: readonly string[]): Promise<number | undefined> {
  const asked = argumentsOf(args)
  const path = asked?.positionals[0]
  if (asked?.values.mapping === undefined || path === undefined || asked.positionals.length !== 1) return undefined
  const { mapping: mappingPath, bureau, report: prefix = `${path}.import-report`, rehearse = false } = asked.values
  return withSentences(async () => {
    const mapping = readMapping(await readFile(mappingPath, 'utf8'))
    if (!mapping.ok) {
      process.stderr.write(`${mapping.faults.join('\n')}\n`)
      return 1
    }
    return withCatalogue(bureau, async (writer, of) => {
      try {
        const from = basename(path)
        const report = await importCatalogue({ writer, bureau: of, path, mapping: mapping.mapping, from, rehearsal: rehearse })
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
      }
    })
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
