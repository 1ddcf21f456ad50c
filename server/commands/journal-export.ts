import { desks } from '../desks.ts'
import { exportJournal } from '../platform/book/export-journal.ts'
import { factsOfFile } from '../platform/files/file-table.ts'
import { openFileStore } from '../platform/files/store.ts'
import { lastPosition } from '../platform/writer/journal.ts'
import { filesFolder, openBook } from './open-book.ts'

/** Writes the book of a bureau, with the files that its entries name unless it is the public form. Exit status 1 when the bureau has no book,
 * or when personal data in it was changed meanwhile. */
export async function exportBook(
  write: (line: string) => Promise<void>,
  asked: { readonly publicOnly: boolean; readonly bureau: string | undefined },
): Promise<number> {
  const { settings, database } = await openBook()
  try {
    const bureau = asked.bureau ?? settings.bureau
    if ((await lastPosition(database, bureau)) === 0) {
      process.stderr.write(`审批局 ${bureau} 还没有账簿，没有可导出的内容。\n`)
      return 1
    }
    const store = openFileStore(filesFolder(settings), settings.uploadLimitBytes)
    const files = async (digest: string) => {
      const found = await store.read(digest)
      if (found === undefined) return undefined
      return { mediaType: (await factsOfFile(database, bureau, digest))?.mediaType ?? 'application/octet-stream', bytes: found.stream }
    }
    const out = await exportJournal(database, bureau, write, { publicOnly: asked.publicOnly, kinds: desks.flatMap((desk) => desk.kinds), files })
    process.stderr.write(
      `已导出审批局 ${bureau} 的账簿：${out.entries} 条${asked.publicOnly ? `（公开版，其中 ${out.withheld} 条只有封存值）` : `，文件 ${out.files} 个`}。\n`,
    )
    if (!out.overtaken) return 0
    process.stderr.write('导出期间有个人信息被更正或者删除，这一份核验不过，请再导出一次。\n')
    return 1
  } finally {
    await database.close()
  }
}
