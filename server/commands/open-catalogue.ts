import { catalogueDesk } from '../desks/catalogue/desk.ts'
import type { Database } from '../platform/database/database.ts'
import type { Writer } from '../platform/writer/writer.ts'
import { deskWriter } from './desk-writer.ts'
import { openBook } from './open-book.ts'

/** Runs a command's work on the catalogue of an opened bureau. Exit status 1 with a sentence where the bureau has no book. */
export async function withCatalogue(
  asked: string | undefined,
  work: (writer: Writer, bureau: string, database: Database) => Promise<number>,
): Promise<number> {
  const { settings, database } = await openBook()
  const bureau = asked ?? settings.bureau
  const writer = deskWriter(database, catalogueDesk)
  try {
    if ((await database.query('SELECT 1 FROM journal WHERE bureau = $1 LIMIT 1', [bureau])).rowCount === 0) {
      process.stderr.write(`审批局“${bureau}”还没有开办，请先运行 oneseal init，或者用 --bureau 写明代号。\n`)
      return 1
    }
    return await work(writer, bureau, database)
  } finally {
    await writer.stop()
    await database.close()
  }
}
