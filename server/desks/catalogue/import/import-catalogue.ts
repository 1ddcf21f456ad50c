import { sentenceOf } from '../../../../contract/refusal-texts.ts'
import type { Actor } from '../../../../rules/act.ts'
import { doubt, wrong } from '../../../../rules/service-item/finding.ts'
import type { Writer } from '../../../platform/writer/writer.ts'
import type { Mapping } from './mapping.ts'
import { openRows } from './read-rows.ts'
import type { ImportReport, RowReport } from './report.ts'
import { itemOfRow, plainColumn, type RowOutcome } from './row-to-item.ts'

export interface ImportAsk {
  readonly writer: Writer
  readonly bureau: string
  readonly path: string
  readonly mapping: Mapping
  /** Told in each draft's note: the file's name. */
  readonly from: string
  /** Reads and judges everything, writes nothing. */
  readonly rehearsal?: boolean
}

const importer: Actor = { kind: 'system', id: 'catalogue-import', name: '目录导入', roles: [] }
/** Commands under way at once: enough to fill the writer's batches, little enough to stay small in memory. */
const underWay = 200

/**
 * Takes another system's catalogue into the book as drafts, row by row, and answers with a report on every row. Nothing is published and nothing in the
 * book is overwritten: a row whose item stands in the book unchanged is kept, a changed one becomes a further draft. A second run finishes a broken one.
 */
export async function importCatalogue({ writer, bureau, path, mapping, from, rehearsal }: ImportAsk): Promise<ImportReport> {
  const file = await openRows(path, mapping)
  const missing = missingColumns(file.header, mapping)
  const known = new Set([...usedColumns(mapping), ...mapping.ignored.map(plainColumn)])
  const unknown = file.header.filter((name) => name !== '' && !known.has(name))
  const rows: RowReport[] = []
  if (missing.length > 0) return { from, encoding: file.encoding, missingColumns: missing, unknownColumns: unknown, rows }

  const [firstLines, codeLines] = [new Map<string, number>(), new Map<string, number>()]
  const waiting = new Set<Promise<void>>()
  for await (const row of file.rows) {
    const outcome = withSharedCode(withoutDuplicates(itemOfRow(row, mapping), firstLines), codeLines)
    const place = rows.length
    rows.push(reportOf(outcome, rehearsal ? '试读' : undefined))
    if (!outcome.item || rehearsal) continue
    const item = outcome.item
    const written = writer
      .submit({
        bureau,
        act: 'draft-item-version',
        input: { item, source: 'import', note: `导入自 ${from} 第 ${row.line} 行` },
        actor: importer,
        channel: 'agent',
      })
      .then((done) => {
        const report = rows[place]!
        if (done.ok) rows[place] = { ...report, version: (done.answer as { version: number }).version }
        else if (done.refusal.code === 'item-version-unchanged')
          rows[place] = { ...report, outcome: 'kept', version: Number(done.refusal.detail?.version ?? 0) }
        else
          rows[place] = {
            ...report,
            outcome: 'refused',
            reasons: [...report.reasons, { path: '', rule: done.refusal.code, sentence: sentenceOf(done.refusal), severity: 'error' }],
          }
      })
    const settled: Promise<void> = written.finally(() => waiting.delete(settled))
    waiting.add(settled)
    if (waiting.size >= underWay) await Promise.race(waiting)
  }
  await Promise.all(waiting)
  return { from, encoding: file.encoding, missingColumns: [], unknownColumns: unknown, rows }
}

/** Columns that the mapping names and the file lacks: nothing is read until the mapping fits. */
const missingColumns = (header: readonly string[], mapping: Mapping): readonly string[] =>
  [...usedColumns(mapping)].filter((name) => !header.includes(name))

const usedColumns = (mapping: Mapping): ReadonlySet<string> =>
  new Set(Object.values(mapping.columns).flatMap(({ column, unit }) => [plainColumn(column), ...(unit === undefined ? [] : [plainColumn(unit)])]))

/** The first row of an item counts; a later one with the same code is refused and names it. */
function withoutDuplicates(outcome: RowOutcome, firstLines: Map<string, number>): RowOutcome {
  if (!outcome.item) return outcome
  const first = firstLines.get(outcome.item.code)
  if (first === undefined) {
    firstLines.set(outcome.item.code, outcome.line)
    return outcome
  }
  const { item: _, ...rest } = outcome
  return { ...rest, findings: [...outcome.findings, wrong('', 'row-duplicate', `与第 ${first} 行是同一个事项，没有采用。`)] }
}

/** Two items under one code that does not hold: each is kept by its name, and both lines are told, for one of them is wrong. */
function withSharedCode(outcome: RowOutcome, codeLines: Map<string, number>): RowOutcome {
  const { writtenCode, item, line } = outcome
  if (!item || writtenCode === '') return outcome
  const first = codeLines.get(writtenCode)
  if (first === undefined) codeLines.set(writtenCode, line)
  if (first === undefined) return outcome
  return { ...outcome, findings: [...outcome.findings, doubt('', 'row-code-shared', `实施编码与第 ${first} 行的相同，请核对哪一行写错了。`)] }
}

function reportOf({ line, name, item, findings, codeFaults }: RowOutcome, note: '试读' | undefined): RowReport {
  const beyondTemplates = findings.filter((finding) => !finding.rule.startsWith('import-template-'))
  const outcome = item === undefined ? 'refused' : beyondTemplates.length > 0 || codeFaults.length > 0 ? 'doubted' : 'taken'
  return {
    line,
    name,
    outcome,
    code: item?.code ?? null,
    version: null,
    rehearsal: note !== undefined,
    reasons: findings.map(({ path, rule, sentence, severity }) => ({ path, rule, sentence, severity })),
    codeFaults: codeFaults.map((fault) => ({ ...fault })),
  }
}
