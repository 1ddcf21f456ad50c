import type { Writable } from 'node:stream'
import { desks } from '../desks.ts'
import { mend, subjectsWithoutState } from '../platform/book/mend.ts'
import { type Difference, refold } from '../platform/book/refold.ts'
import type { Tx } from '../platform/database/database.ts'
import { lastPosition } from '../platform/writer/journal.ts'
import { keyOf } from '../platform/writer/subject-cache.ts'
import { openBook } from './open-book.ts'

const shown = 20
/** Milliseconds between two words of how far it has come. */
const tellEvery = 5000
const words: Readonly<Record<string, string>> = { state: '状态', seq: '序号', last: '最近一笔', timers: '到期事项', missing: '缺少' }
const wordOf = ({ what }: Difference): string => words[what] ?? what.replace(/^row /, '清单 ')

/** A serving process renews its leases every few seconds and gives them back when it stops. */
const isServed = async (tx: Tx, bureau: string): Promise<boolean> =>
  (await tx.query('SELECT 1 FROM checkpoint WHERE bureau = $1 AND held_until > now() LIMIT 1', [bureau])).rows.length > 0

/**
 * Folds every subject from the book and compares it with what is stored; `mending` makes anew what differs. Exit status 1 when something differs and was
 * not mended, when the bureau has no book, or when mending is asked while a server serves it.
 */
export async function refoldBook(output: Writable, asked: { readonly bureau: string | undefined; readonly mending: boolean }): Promise<number> {
  const { settings, database } = await openBook()
  const bureau = asked.bureau ?? settings.bureau
  const parts = { kinds: desks.flatMap((desk) => desk.kinds), rows: desks.flatMap((desk) => desk.rows) }
  const say = (line: string): void => void output.write(`${line}\n`)
  let toldAt = Date.now()
  const told = (count: number): void => {
    if (Date.now() - toldAt < tellEvery) return
    toldAt = Date.now()
    process.stderr.write(`已重算 ${count} 个主体……\n`)
  }
  const look = async () => {
    const { subjects, differences } = await refold(database, bureau, parts.kinds, { ...parts, told })
    const without = await subjectsWithoutState(database, bureau)
    const named = differences.filter(({ subject }) => subject.kind !== '')
    return { subjects, differences: [...named, ...without.map((subject): Difference => ({ subject, what: 'missing' }))] }
  }
  try {
    if ((await lastPosition(database, bureau)) === 0) {
      process.stderr.write(`审批局 ${bureau} 还没有账簿。\n`)
      return 1
    }
    if (asked.mending && (await isServed(database, bureau))) {
      process.stderr.write('服务正在运行，不能改写。请先停止服务（刚停的，过十几秒）再运行。\n')
      return 1
    }
    const { subjects, differences } = await look()
    if (differences.length === 0) {
      say(`照账簿重算 ${subjects} 个主体，与库里保存的完全一致。`)
      return 0
    }
    const wrong = [...new Map(differences.map(({ subject }) => [keyOf(subject), subject])).values()]
    say(`照账簿重算 ${subjects} 个主体，${wrong.length} 个与库里保存的不一致：`)
    for (const one of differences.slice(0, shown)) say(`  ${one.subject.kind} ${one.subject.id} ${wordOf(one)}`)
    if (differences.length > shown) say(`  ……共 ${differences.length} 处`)
    if (!asked.mending) {
      say('没有改动。停止服务后加 --mend 再运行，就照账簿改正。')
      return 1
    }
    await mend(database, bureau, parts, wrong)
    const left = (await look()).differences
    say(left.length === 0 ? `已照账簿改正 ${wrong.length} 个主体。` : `还有 ${left.length} 处没有改正：账簿里没有它们的记录。`)
    return left.length === 0 ? 0 : 1
  } finally {
    await database.close()
  }
}
