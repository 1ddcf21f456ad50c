import { existsSync, statfsSync } from 'node:fs'
import { PGlite, type Transaction } from '@electric-sql/pglite'
import { columnParsers, sessionTimeZone } from './column-parsers.ts'
import { RowListEncoder } from './row-list.ts'
import { rowListText } from './row-text.ts'
import type { Answered, Database, Tx } from './tx.ts'
import { lockFolder } from '../folder-lock.ts'

type Ask = <Row>(on: PGlite | Transaction, sql: string, values?: readonly unknown[]) => Promise<Answered<Row>>

function asking(): Ask {
  const lists = new RowListEncoder(rowListText)
  return async <Row>(on: PGlite | Transaction, sql: string, values?: readonly unknown[]) => {
    // How a table lies is asked where the statement runs: with a transaction under way, another asker would wait for its end.
    const [ready] = await lists.encoded([{ sql, ...(values && { values }) }], (question, asked) => on.query(question, [...asked]))
    const answer = await on.query<Row>(sql, ready!.values as unknown[] | undefined).catch((error: unknown) => {
      lists.failed(error)
      throw error
    })
    return { rows: answer.rows, rowCount: answer.rows.length > 0 ? answer.rows.length : (answer.affectedRows ?? 0) }
  }
}

/** Numbers by which the engine's own file system names what the machine's refused; it throws them without a word, and not as an Error. */
const fileFaults: Readonly<Record<number, string>> = { 2: 'EACCES', 19: 'EDQUOT', 29: 'EIO', 33: 'EMFILE', 51: 'ENOSPC', 63: 'EPERM', 69: 'EROFS' }

export function namedFault(error: unknown): unknown {
  if (error instanceof Error || typeof error !== 'object' || error === null || !('errno' in error)) return error
  const code = fileFaults[Number(error.errno)] ?? `errno ${String(error.errno)}`
  return Object.assign(new Error(`the embedded database cannot use its folder: ${code}`), { code })
}

/**
 * The engine stands still for ever when it cannot open its next log file (16 MB): nothing is written once there is less than twice that. Acts stop
 * earlier, so that people may go on looking: what is personal is shown only to whom the audit knows, and that takes a line. Looked at four times
 * a second at most.
 */
const leastRoom = { looks: 32 * 1024 * 1024, acts: 64 * 1024 * 1024 }
const lookedFor = 250

/** A statement outside of any transaction that makes the log longer too: a line of the audit, a session. */
const writes = /^\s*(with\b[\s\S]*[()]\s*)?(insert into|update|delete from)\b/i
/** Those without which nobody could sign in and look. */
const letsLook = /^\s*(insert into|update|delete from) (audit|session|sign_in_failure|sign_in_code)\b/i

const roomIn = (folder: string): number => {
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize
}

/** Throws as the engine does when it cannot make a table longer. */
function roomKeeper(folder: string | undefined, room: (folder: string) => number): (wanted: keyof typeof leastRoom) => void {
  let lookAgain = 0
  let left = 0
  return (wanted) => {
    if (folder === undefined) return
    if (Date.now() >= lookAgain) {
      left = room(folder)
      lookAgain = Date.now() + lookedFor
    }
    if (left < leastRoom[wanted]) throw Object.assign(new Error('the disk of the embedded database is nearly full'), { code: '53100' })
  }
}

/**
 * The embedded database, for trying, training and tests: it does not fsync, so a power cut may lose the last acts (a killed process loses none).
 * `dump` is a data folder made by `dumpDataDir`, to start from.
 */
export async function openPglite(
  folder: string | undefined,
  dump?: Blob,
  room: (folder: string) => number = roomIn,
): Promise<Database & { readonly raw: PGlite }> {
  const unlock = folder === undefined ? undefined : lockFolder(folder)
  let raw: PGlite
  try {
    raw = await PGlite.create({ dataDir: folder, parsers: { ...columnParsers }, ...(dump && { loadDataDir: dump }) })
    await raw.exec(`SET TIME ZONE '${sessionTimeZone}'`)
  } catch (error) {
    unlock?.()
    if (folder !== undefined && existsSync(folder) && room(folder) < leastRoom.looks) throw Object.assign(new Error('no room'), { code: 'ENOSPC' })
    throw namedFault(error)
  }
  const keepRoom = roomKeeper(folder, room)
  const ask = asking()
  const txOf = (inner: Transaction): Tx => ({ query: (sql, values) => ask(inner, sql, values) })
  const database: Database & { readonly raw: PGlite } = {
    engine: 'pglite',
    // One connection, and it does not wait for the disk anyway.
    get following() {
      return database
    },
    raw,
    steady: {
      query: (sql, values) => ask(raw, sql, values),
      together: (statements) => Promise.all(statements.map(async ({ sql, values }) => (await ask<Record<string, unknown>>(raw, sql, values)).rows)),
    },
    query: async (sql, values) => {
      if (writes.test(sql)) keepRoom(letsLook.test(sql) ? 'looks' : 'acts')
      return ask(raw, sql, values)
    },
    transaction: async (work) => {
      keepRoom('acts')
      return raw.transaction((inner) => work(txOf(inner)))
    },
    shortTransaction: async (first, work) => {
      keepRoom('acts')
      return raw.transaction(async (inner) => {
        const tx = txOf(inner)
        const opened: Record<string, unknown>[][] = []
        for (const { sql, values } of first) opened.push((await tx.query(sql, values)).rows)
        const { last, value } = await work(tx, opened)
        if (last !== undefined) await tx.query(last.sql, last.values)
        return value
      })
    },
    sendTransaction: async (_lane, statements) => {
      keepRoom('acts')
      return raw.transaction(async (inner) => {
        for (const { sql, values } of statements) await ask(inner, sql, values)
      })
    },
    readForWriter: (sql, values) => ask(raw, sql, values),
    script: async (sql) => {
      await raw.exec(sql)
    },
    close: async () => {
      await raw.close()
      unlock?.()
    },
  }
  return database
}
