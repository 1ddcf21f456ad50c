import type { Writable } from 'node:stream'
import { foldParts } from '../fold-at-start.ts'
import { foldedAs } from '../folded-as.ts'
import { compareWithBook, isServed, mendDifferences, noteFolded, subjectsIn } from '../platform/book/fold-anew.ts'
import type { Difference } from '../platform/book/refold.ts'
import { lastPosition } from '../platform/writer/journal.ts'
import { openBook } from './open-book.ts'

const shown = 20
/** Milliseconds between two words of how far it has come. */
const tellEvery = 5000
const words: Readonly<Record<string, string>> = { state: '状态', seq: '序号', last: '最近一笔', timers: '到期事项', missing: '缺少' }
const wordOf = ({ what }: Difference): string => words[what] ?? what.replace(/^row /, '清单 ')

/**
 * Folds every subject from the book and compares it with what is stored; `mending` makes anew what differs. Exit status 1 when something differs and was
 * not mended, when the bureau has no book, or when mending is asked while a server serves it.
 */
export async function refoldBook(output: Writable, asked: { readonly bureau: string | undefined; readonly mending: boolean }): Promise<number> {
  const { settings, database } = await openBook()
  const bureau = asked.bureau ?? settings.bureau
  const say = (line: string): void => void output.write(`${line}\n`)
  let toldAt = Date.now()
  const told = (count: number): void => {
    if (Date.now() - toldAt < tellEvery) return
    toldAt = Date.now()
    process.stderr.write(`已重算 ${count} 个主体……\n`)
  }
  const parts = { ...foldParts, told }
  try {
    if ((await lastPosition(database, bureau)) === 0) {
      process.stderr.write(`审批局 ${bureau} 还没有账簿。\n`)
      return 1
    }
    if (asked.mending && (await isServed(database, bureau))) {
      process.stderr.write('服务正在运行，不能改写。请先停止服务（刚停的，过十几秒）再运行。\n')
      return 1
    }
    const { subjects, differences } = await compareWithBook(database, bureau, parts)
    if (differences.length === 0) {
      await noteFolded(database, bureau, foldedAs)
      say(`照账簿重算 ${subjects} 个主体，与库里保存的完全一致。`)
      return 0
    }
    const wrong = subjectsIn(differences).length
    say(`照账簿重算 ${subjects} 个主体，${wrong} 个与库里保存的不一致：`)
    for (const one of differences.slice(0, shown)) say(`  ${one.subject.kind} ${one.subject.id} ${wordOf(one)}`)
    if (differences.length > shown) say(`  ……共 ${differences.length} 处`)
    if (!asked.mending) {
      say('没有改动。停止服务后加 --mend 再运行，就照账簿改正。')
      return 1
    }
    const left = await mendDifferences(database, bureau, parts, differences)
    if (left.length > 0) {
      say(`还有 ${left.length} 处没有改正：账簿里没有它们的记录。`)
      return 1
    }
    await noteFolded(database, bureau, foldedAs)
    say(`已照账簿改正 ${wrong} 个主体。`)
    return 0
  } finally {
    await database.close()
  }
}
