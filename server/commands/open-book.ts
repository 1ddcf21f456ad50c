import { join } from 'node:path'
import { readConfig, WrongConfiguration } from '../config.ts'
import { type Database, openDatabase } from '../platform/database/database.ts'
import { migrate } from '../platform/database/migrate.ts'
import type { Settings } from '../platform/settings.ts'
import { troubleSentence } from '../platform/trouble-sentence.ts'

/** Where the embedded database and the files lie in the data folder. */
const databaseFolder = (settings: Settings): string => join(settings.dataFolder, 'database')
export const filesFolder = (settings: Settings): string => join(settings.dataFolder, 'files')

/** Opens the database that the environment names, brought up to date. Throws a Chinese sentence when a running server holds the embedded one. */
export async function openBook(): Promise<{ readonly settings: Settings; readonly database: Database }> {
  const settings = readConfig(process.env)
  const database = await openDatabase({ url: settings.databaseUrl, folder: settings.databaseUrl ? undefined : databaseFolder(settings) })
  await migrate(database)
  return { settings, database }
}

/** Runs a command's work; what the person at the keyboard can put right is told as a sentence with exit status 1, the rest is a bug and thrown. */
export async function withSentences(work: () => Promise<number>): Promise<number> {
  try {
    return await work()
  } catch (error) {
    const sentence = error instanceof WrongConfiguration ? error.message : troubleSentence(error)
    if (sentence === undefined) throw error
    process.stderr.write(`${sentence}\n`)
    return 1
  }
}
