import type { Readable, Writable } from 'node:stream'
import { parseArgs } from 'node:util'
import { publishedTables } from '../../data/calendars/load.ts'
import { instantOfMillis, plainDateOfInstant } from '../../rules/time/instant.ts'
import { demonstrationPeople } from '../demonstration.ts'
import { generateHistory } from '../demo/generate.ts'
import { desks } from '../desks.ts'
import { followersOf } from '../followers.ts'
import { keepCalendars } from '../desks/calendars/keep-calendars.ts'
import { readItemFiles } from '../desks/catalogue/public.ts'
import { openCopier } from '../platform/database/copy-rows.ts'
import { openHistoryLoader } from '../platform/book/history-loader.ts'
import { lastPosition } from '../platform/writer/journal.ts'
import { catchUp } from '../platform/writer/projections.ts'
import { refold } from '../platform/book/refold.ts'
import { sealer } from '../platform/book/seal.ts'
import { openBook, withSentences } from './open-book.ts'
import { openDemonstration } from '../demo/open-demonstration.ts'
import { staffedBy, vocabularyOf } from '../demo/vocabulary.ts'

const usage = '用法：demo generate --cases 件数 [--bureau 代号]（需要 PostgreSQL：请先设置 DATABASE_URL）\n'

/**
 * `demo generate --cases N`: fills a demonstration bureau with N cases' histories, each step decided by the rules as a clerk's would be, loaded by COPY,
 * sealed, and one subject in a hundred folded again as proof. A bureau that already holds that many is left as it is.
 */
export async function run(_input: Readable, output: Writable, args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { cases: { type: 'string' }, bureau: { type: 'string' } },
  })
  const cases = Number(values.cases)
  if (positionals[0] !== 'generate' || !Number.isInteger(cases) || cases < 1 || cases > 10_000_000) {
    process.stderr.write(usage)
    return 2
  }
  return withSentences(() => generate(output, cases, values.bureau))
}

async function generate(output: Writable, cases: number, asked: string | undefined): Promise<number> {
  const { settings, database } = await openBook()
  try {
    const bureau = asked ?? settings.bureau
    if (settings.databaseUrl === undefined) {
      process.stderr.write(usage)
      return 2
    }
    await openDemonstration(settings, database, bureau)
    const { rows: held } = await database.query<{ count: number }>('select count(*) as count from case_row where bureau = $1', [bureau])
    if (held[0]!.count >= cases) {
      output.write(`审批局 ${bureau} 已有 ${held[0]!.count} 件，不再生成。\n`)
      return 0
    }
    if (held[0]!.count > 0) {
      process.stderr.write(`审批局 ${bureau} 已有 ${held[0]!.count} 件真实或生成的办件，不能再往里生成。请换一个代号（--bureau）。\n`)
      return 1
    }
    const began = performance.now()
    const kinds = desks.flatMap((desk) => desk.kinds)
    const copier = await openCopier(settings.databaseUrl)
    // The names' index takes many words at once far sooner than one by one.
    await copier.run("SET gin_pending_list_limit = '512MB'")
    const rows = desks.flatMap((desk) => desk.rows)
    const calendar = (await keepCalendars(database, publishedTables())).of(bureau)
    const loader = await openHistoryLoader({ reader: database, copier, vocabulary: vocabularyOf(desks), rows, calendar, bureau })
    const until = plainDateOfInstant(instantOfMillis(Date.now()))
    const history = await generateHistory(loader, {
      cases,
      bureau,
      // A hearing that the law itself demands (行政许可法 46) takes a chair, a day and a public notice; what a higher organ decides (35) waits for that organ:
      // such cases are left to people.
      items: readItemFiles().filter(({ hearing, superior }) => !hearing.announced && !superior),
      staff: staffedBy(demonstrationPeople.staff),
      calendar,
      until,
      told: (done) => process.stderr.write(`\r已生成 ${done} / ${cases} 件……`),
    })
    const loaded = await loader.close()
    process.stderr.write('\n')
    // The papers of a generated past were printed long ago: the agents begin where it ends.
    const end = (await lastPosition(database, bureau)) + loaded.entries
    const { agents, projections } = followersOf(desks, { database, files: undefined, settings, now: () => new Date() } as never)
    for (const { name } of agents)
      await copier.run(
        'INSERT INTO checkpoint (bureau, follower, position, agent) VALUES ($1, $2, $3, true) ON CONFLICT (bureau, follower) DO UPDATE SET position = excluded.position',
        [bureau, name, end],
      )
    await copier.commit()
    await database.script('VACUUM ANALYZE')
    process.stderr.write('正在计算账簿的链……\n')
    for (const projection of [sealer, ...projections]) await catchUp(database.following, projection, bureau, 5000)
    const proof = await refold(database, bureau, kinds, {
      rows,
      sample: ({ id }) => id.charCodeAt(id.length - 1) % 16 === 3 && id.charCodeAt(id.length - 2) % 6 === 0,
    })
    const seconds = ((performance.now() - began) / 1000).toFixed(0)
    output.write(`生成 ${history.cases} 件，${history.decided} 个动作，${loaded.entries} 条记录，用时 ${seconds} 秒。\n`)
    for (const [what, times] of history.refused) output.write(`  被规则拒绝：${what} ${times} 次\n`)
    output.write(`重算 ${proof.subjects} 个主体，不一致 ${proof.differences.length} 个。\n`)
    return proof.differences.length > 0 ? 1 : 0
  } finally {
    await database.close()
  }
}
