import type { Writable } from 'node:stream'
import { desks } from '../desks.ts'
import { foldedAs } from '../folded-as.ts'
import { findsPhones, openAdministrators } from '../desks/people/after-move.ts'
import type { Database } from '../platform/database/database.ts'
import { openFileStore } from '../platform/files/store.ts'
import { noteFolded } from '../platform/book/fold-anew.ts'
import { importJournal } from '../platform/book/import-journal.ts'
import { fileLines } from './file-lines.ts'
import { filesFolder, openBook } from './open-book.ts'

const insertFile = `INSERT INTO file (bureau, digest, size, media_type, first_stored_at) VALUES ($1, $2, $3, $4, now()) ON CONFLICT DO NOTHING`

/**
 * Carries an exported book with its files into this installation, and opens the door to its administrators: the book has no passwords.
 * Exit status 1 with a sentence when it is refused.
 */
export async function importFrom(path: string, output: Writable): Promise<number> {
  const { settings, database } = await openBook()
  try {
    const store = openFileStore(filesFolder(settings), settings.uploadLimitBytes)
    const keepFile = async (bureau: string, digest: string, bytes: Uint8Array, mediaType: string): Promise<void> => {
      if ((await store.keep(bytes)) !== digest) throw new Error(`file ${digest} is not what its digest says`)
      await recordFile(database, bureau, digest, bytes.length, mediaType)
    }
    const parts = { database, kinds: desks.flatMap((desk) => desk.kinds), rows: desks.flatMap((desk) => desk.rows), keepFile }
    const done = await importJournal(parts, () => fileLines(path))
    if (!done.ok) {
      process.stderr.write(`${done.sentence}\n`)
      return 1
    }
    if (done.resumedAfter === 0) await noteFolded(database, done.bureau, foldedAs)
    const again = done.resumedAfter > 0 ? `（接着第 ${done.resumedAfter} 条继续）` : ''
    process.stderr.write(
      `已导入审批局 ${done.bureau} 的账簿：${done.entries} 条，文件 ${done.files} 个${again}。条目、位置、封存摘要与原账簿一致。\n`,
    )
    const accounts = await openAdministrators(database, done.bureau, () => new Date())
    if (accounts.length > 0) {
      output.write('账簿里没有口令。管理员的新口令（只显示这一次，首次登录须修改），其他人员的由安全管理员重置：\n')
      for (const { login, name, password } of accounts) output.write(`  ${login}  ${name}  ${password}\n`)
    }
    if (!(await findsPhones(database, done.bureau, settings.secret)))
      process.stderr.write(
        `群众和企业还不能用手机号登录：请把原数据文件夹里的 secret 文件放进 ${settings.dataFolder}，或者把 ONESEAL_SECRET 设成与原来相同，再启动。\n`,
      )
    return 0
  } finally {
    await database.close()
  }
}

const recordFile = (database: Database, bureau: string, digest: string, size: number, mediaType: string) =>
  database.query(insertFile, [bureau, digest, size, mediaType])
