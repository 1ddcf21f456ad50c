import { desks } from './desks.ts'
import { foldedAs } from './folded-as.ts'
import type { Database } from './platform/database/database.ts'
import { oneAtATime } from './platform/database/one-at-a-time.ts'
import { compareWithBook, foldedOtherwise, isServed, mendDifferences, noteFolded, subjectsIn } from './platform/book/fold-anew.ts'
import { bureausOf, lastPosition } from './platform/writer/journal.ts'
import { troubleSentence } from './platform/trouble-sentence.ts'

/** What is stored of a bureau is made of these. */
export const foldParts = { kinds: desks.flatMap((desk) => desk.kinds), rows: desks.flatMap((desk) => desk.rows) }

/** A book no longer than this is folded anew in seconds; a longer one would keep the doors shut for minutes. */
const shortBook = 50_000
const mendCommand = (bureau: string): string => `npm run --silent oneseal -- journal refold --mend --bureau ${bureau}`

/**
 * After an upgrade whose rules fold otherwise: short books are folded anew here, before anybody remembers an old state; of a long one, or one that
 * another process serves, it is said what to do.
 */
export const foldAnewAtStart = (database: Database, say: (line: string) => void, longest = shortBook): Promise<void> =>
  oneAtATime(database, 'fold anew', async () => {
    for (const bureau of await foldedOtherwise(database, foldedAs)) {
      const entries = await lastPosition(database, bureau)
      if (entries > longest) {
        say(`审批局 ${bureau} 的状态和清单还是旧版本照账簿算的（账簿有 ${entries} 条，启动时不重算）。请停下服务，运行：${mendCommand(bureau)}`)
      } else if (await isServed(database, bureau)) {
        say(`审批局 ${bureau} 的状态和清单还是旧版本算的，而另有服务正在办理，现在不能重算。请停下所有服务，过十几秒再启动。`)
      } else {
        await foldAnew(database, bureau, say).catch((error: unknown) =>
          say(`审批局 ${bureau} 没有重算成：${troubleSentence(error) ?? (error instanceof Error ? error.message : String(error))}`),
        )
      }
    }
  })

async function foldAnew(database: Database, bureau: string, say: (line: string) => void): Promise<void> {
  const { subjects, differences } = await compareWithBook(database, bureau, foldParts)
  const left = await mendDifferences(database, bureau, foldParts, differences)
  if (left.length > 0) return say(`审批局 ${bureau} 还有 ${left.length} 处与账簿不一致，账簿里没有它们的记录。查看：${mendCommand(bureau)}`)
  await noteFolded(database, bureau, foldedAs)
  if (differences.length > 0) say(`新版本的规则：照账簿重算了审批局 ${bureau} 的 ${subjects} 个主体，更新了 ${subjectsIn(differences).length} 个。`)
}

/** Runs what may open bureaus here; their states are this version's own. */
export async function noteOpened<T>(database: Database, work: () => Promise<T>): Promise<T> {
  const before = new Set(await bureausOf(database))
  const done = await work()
  for (const bureau of await bureausOf(database)) if (!before.has(bureau)) await noteFolded(database, bureau, foldedAs)
  return done
}
